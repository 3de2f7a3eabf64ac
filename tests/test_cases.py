"""Every file in cases/bad gives exactly its findings, every file in cases/good none.

A case is two files: `name.yaml`, and `name.txt` with the lines that `gongjian validate`
prints for it; a policy pack `packs/name.yaml` is in force for the case of its name.
`python tests/test_cases.py` writes the missing `.txt` for reading and checking in.
"""

from pathlib import Path

import pytest

from gongjian.model.policy import AnyRequirement, Policy
from gongjian.report.plain import lines
from gongjian.report.run import Run
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.rules.packs import built_in_pack, pack_ids
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

CASES = Path(__file__).parent / "cases"
BAD = sorted(CASES.glob("bad/*.yaml"))
GOOD = sorted(CASES.glob("good/*.yaml"))
NEWCOMERS_TEN = (
    "misspelt-key", "wrong-type", "impossible-date", "end-before-start", "quota-nonsense",
    "unknown-school", "missing-leader", "duplicate-key", "tab-indent", "gbk",
)  # fmt: skip


def checked(path: Path) -> Checked:
    pack = CASES / "packs" / path.name
    in_force = (load(SourceFile.read(pack, pack.name), Policy),) if pack.exists() else ()
    return check_file(Target(path, path.name, given=True), Standards(in_force))


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
        "GJ012",  # a spreadsheet that cannot be read: tests/test_repository_cases.py
    }
    of_repositories = {
        rule for rule in RULES if rule.startswith(("GJ41", "GJ6"))
    }  # tests/test_repository_cases.py
    assert set(RULES) - found - of_repositories == elsewhere


def test_every_kind_of_requirement_has_a_bad_case() -> None:
    kinds = {
        model.model_fields["kind"].annotation.__args__[0] for model in AnyRequirement.__args__[0].__args__
    }
    found = {finding.policy for path in BAD for finding in checked(path).findings if finding.policy}
    packs = {pack.id: pack for pack in map(built_in_pack, pack_ids())}
    for path in CASES.glob("packs/*.yaml"):
        pack = load(SourceFile.read(path, path.name), Policy)
        packs[pack.id] = pack.model_copy(
            update={"requirements": (*packs.get(pack.id, pack).requirements, *pack.requirements)}
        )
    violated = {
        requirement.kind
        for citation in found
        for requirement in packs[citation.pack].requirements
        if requirement.id == citation.requirement
    }
    assert violated == kinds


if __name__ == "__main__":
    for case in BAD:
        if not case.with_suffix(".txt").exists():
            case.with_suffix(".txt").write_text(report(case), encoding="utf-8")
