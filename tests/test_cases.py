"""Every file in cases/bad gives exactly its findings, every file in cases/good none.

A case is two files: `name.yaml`, and `name.txt` with the lines that `gongjian validate`
prints for it. `python tests/test_cases.py` writes the missing `.txt` for reading and
checking in.
"""

from pathlib import Path

import pytest

from gongjian.report.plain import lines
from gongjian.report.run import Run
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target

CASES = Path(__file__).parent / "cases"
BAD = sorted(CASES.glob("bad/*.yaml"))
GOOD = sorted(CASES.glob("good/*.yaml"))
NEWCOMERS_TEN = (
    "misspelt-key", "wrong-type", "impossible-date", "end-before-start", "quota-nonsense",
    "unknown-school", "missing-leader", "duplicate-key", "tab-indent", "gbk",
)  # fmt: skip


def checked(path: Path) -> Checked:
    return check_file(Target(path, path.name, given=True))


def report(path: Path) -> str:
    return "".join(f"{line}\n" for line in lines(Run(checked(path).findings, 1)))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_case_gives_exactly_its_findings(path: Path) -> None:
    assert report(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_case_gives_no_finding(path: Path) -> None:
    assert report(path) == ""


@pytest.mark.parametrize("name", NEWCOMERS_TEN)
def test_newcomer_is_told_where_what_and_how(name: str) -> None:
    (finding,) = checked(CASES / "bad" / f"{name}.yaml").findings
    assert finding.place is not None
    assert finding.message
    assert finding.hint


def test_every_rule_has_a_bad_case() -> None:
    from gongjian.rules.index import RULES

    found = {finding.rule for path in BAD for finding in checked(path).findings}
    elsewhere = {
        "GJ001",  # a file that cannot be read: tests/source/test_decoding.py
        "GJ403",  # an expired waiver of a repository: tests/cli/test_waivers.py
    }
    assert set(RULES) - found == elsewhere


if __name__ == "__main__":
    for case in BAD:
        if not case.with_suffix(".txt").exists():
            case.with_suffix(".txt").write_text(report(case), encoding="utf-8")
