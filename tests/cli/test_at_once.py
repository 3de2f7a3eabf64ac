"""Several programs at once on one repository: all say the same, and nothing is torn."""

import subprocess
import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
PLANS = 48  # enough for results to be kept
DAY = ("--as-of", "2023-01-05")

Outcome = tuple[int, str]


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    for number in range(PLANS):
        text = GOOD.replace("id: base", f"id: p{number}").replace(
            "quota: ≥5次/学年", f"quota: ≥{number % 3 + 4}次/学年"
        )
        text = text.replace("甲小学", f"甲{number}小学").replace("乙小学", f"乙{number}小学")
        (tmp_path / f"plans/{number:02}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def at_once(county: Path, *commands: tuple[str, ...]) -> list[Outcome]:
    """Run programs side by side; give the exit code and the output of each."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "gongjian", *command],
            cwd=county,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for command in commands
    ]
    outputs = [each.communicate(timeout=120)[0].decode() for each in running]
    return [(each.returncode, output) for each, output in zip(running, outputs, strict=True)]


def alone(county: Path, *command: str) -> Outcome:
    return at_once(county, command)[0]


def hidden(county: Path) -> list[Path]:
    return list(county.rglob(".gongjian-*"))


def test_programs_that_keep_different_results_in_one_cache(county: Path) -> None:
    plain = ("validate", *DAY)
    with_pack = ("validate", *DAY, "--policy", "songyang")
    expected = [alone(county, *command, "--no-cache") for command in (plain, with_pack)]
    assert expected[0] != expected[1]
    assert at_once(county, plain, with_pack, plain, with_pack) == expected * 2
    assert at_once(county, plain, with_pack) == expected  # with the results of whoever wrote last
    assert {path.name for path in (county / ".gongjian").iterdir()} == {
        "cache.json",
        "last-run.json",
        ".gitignore",
    }


def test_plans_formatted_by_two_at_once(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = ("fmt", "--keys", "zh", "--quiet")
    assert at_once(county, ours, ours) == [(codes.FINE, "")] * 2
    assert run(["fmt", "--keys", "zh", "--check"]) == codes.FINE
    assert run(["fmt", "--keys", "en"]) == codes.FINE
    capsys.readouterr()
    assert run(["validate", *DAY]) == codes.FINDINGS
    assert hidden(county) == []


def test_documents_printed_by_two_at_once(county: Path) -> None:
    ours = ("render", "plans", "--format", "docx", "--format", "html", "--jobs", "2")
    first, second = at_once(county, ours, ours)
    assert first == second
    assert first[0] == codes.FINE
    assert run(["render", "plans", "--format", "docx", "--format", "html", "--check"]) == codes.FINE
    assert len(list((county / "out").iterdir())) == 2 * PLANS
    assert hidden(county) == []
