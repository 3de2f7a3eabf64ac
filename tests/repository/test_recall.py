"""The last run given again: only while nothing has changed, and word for word."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gongjian.cli.program import run
from gongjian.repository import validating
from gongjian.repository.validating import Validation

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("quota: ≥5次/学年", "quota: ≥9次/学年")
PACK = """gongjian: policy/v1
id: local
title: 本县要求
document: {title: 办法, issuer: 某县教育局}
requirements:
  - {id: care, kind: section, clause: 一, text: 要写保障措施。, topic: 保障}
"""
REGISTRY = "name,area\n甲小学,城区\n乙小学,乡村\n"
SETTINGS = """gongjian: repository/v1
policies: [本县.yaml]
registry: 名册.csv
waivers:
  - {rule: GJ241, file: plans/2.yaml, reason: 下学期再排, approver: 李某, until: 2024-01-31}
"""
DAY = "2023-01-05"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 0)
    (tmp_path / "plans").mkdir()
    for number, text in enumerate((GOOD, BAD, BAD)):
        write(tmp_path / f"plans/{number}.yaml", text.replace("id: base", f"id: p{number}"))
    write(tmp_path / "plans/other.yaml", "services: {}\n")
    write(tmp_path / "plans/broken.yaml", "gongjian: plan/v1\ntitle: [\n")
    write(tmp_path / "本县.yaml", PACK)
    write(tmp_path / "名册.csv", REGISTRY)
    write(tmp_path / "gongjian.yaml", SETTINGS)
    return tmp_path


def write(path: Path, text: str) -> None:
    """Write a file as if it had been written a minute ago."""
    path.write_text(text, encoding="utf-8")
    moment = time.time() - 60
    os.utime(path, (moment, moment))


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["validate", "--as-of", DAY, *arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each run was about that was not given again."""
    counts: list[int] = []
    true_run = Validation.run

    def counted(self, targets, wanted):  # type: ignore[no-untyped-def]
        counts.append(len(targets))
        return true_run(self, targets, wanted)

    monkeypatch.setattr(Validation, "run", counted)
    return counts


@pytest.mark.parametrize("form", ["text", "json", "sarif", "gitlab", "github", "markdown"])
def test_the_same_report_without_checking_anything(
    county: Path, runs: list[int], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys, "--format", form)
    assert first[0] == 1
    assert "下学期再排" in first[1] or form in ("text", "gitlab", "github", "markdown")
    assert len(runs) == 1
    assert report(capsys, "--format", form) == first
    assert len(runs) == 1
    assert report(capsys, "--format", form, "--no-cache") == first


def test_a_clean_repository(county: Path, runs: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    for path in county.glob("plans/*.yaml"):
        path.unlink()
    write(county / "gongjian.yaml", "gongjian: repository/v1\n")
    write(county / "plans/0.yaml", GOOD)
    first = report(capsys)
    assert first == (0, "", "检查了 3 个文件，没有发现问题\n")
    assert report(capsys) == first
    assert len(runs) == 1


CHANGES: dict[str, Callable[[Path], object]] = {
    "plan": lambda county: write(county / "plans/0.yaml", BAD),
    "new": lambda county: write(county / "plans/3.yaml", BAD),
    "gone": lambda county: (county / "plans/1.yaml").unlink(),
    "renamed": lambda county: (county / "plans/1.yaml").rename(county / "plans/9.yaml"),
    "swapped": lambda county: swap(county / "plans/0.yaml", county / "plans/1.yaml"),
    "settings": lambda county: write(county / "gongjian.yaml", "gongjian: repository/v1\n"),
    "settings broken": lambda county: write(county / "gongjian.yaml", "gongjian: ["),
    "pack": lambda county: write(county / "本县.yaml", PACK.replace("保障", "考核")),
    "pack gone": lambda county: (county / "本县.yaml").unlink(),
    "registry": lambda county: write(county / "名册.csv", REGISTRY.replace("乙小学", "丙小学")),
    "registry gone": lambda county: (county / "名册.csv").unlink(),
    "link out": lambda county: (county / "plans/out.yaml").symlink_to("/etc/hosts"),
    "torn": lambda county: (county / ".gongjian/last-run.json").write_text("{", encoding="utf-8"),
    "wrong": lambda county: spoil(county / ".gongjian/last-run.json"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_given_again_that_has_changed(
    county: Path, runs: list[int], change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys)
    CHANGES[change](county)
    again = report(capsys)
    assert len(runs) == 2
    assert again == report(capsys, "--no-cache")


def swap(one: Path, other: Path) -> None:
    """Let two files of one size and age change places."""
    first, second = one.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")
    write(one, second)
    write(other, first)


def spoil(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["entries"]["run"] = {"findings": [5]}
    path.write_text(json.dumps(kept), encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("--as-of", "2024-02-01"), ("--select", "GJ2"), ("--ignore", "GJ3"), (".",), ("--policy", "yongli")],
    ids=["day", "select", "ignore", "paths", "policy"],
)
def test_another_question_has_another_answer(
    county: Path, runs: list[int], arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys)
    other = report(capsys, *arguments)
    assert len(runs) == 2
    assert other == report(capsys, *arguments, "--no-cache")


def test_what_fails_the_run_is_asked_anew(
    county: Path, runs: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    write(county / "plans/broken.yaml", "services: {}\n")
    write(county / "gongjian.yaml", "gongjian: repository/v1\nseverity: {GJ241: warning}\n")
    assert report(capsys)[0] == 0
    assert report(capsys, "--fail-on", "warning")[0] == 1
    assert len(runs) == 1


def test_a_baseline_is_held_against_what_is_given_again(
    county: Path, runs: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys)
    assert report(capsys, "--write-baseline")[0] == 0
    code, _, said = report(capsys, "--baseline", "gongjian-baseline.json")
    assert code == 0
    assert "基线" in said
    assert len(runs) == 1


def test_a_file_that_changes_while_the_run_goes_on_is_not_remembered(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true_run = Validation.run

    def interrupted(self, targets, wanted):  # type: ignore[no-untyped-def]
        found = true_run(self, targets, wanted)
        (county / "plans/0.yaml").write_text(BAD, encoding="utf-8")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Validation, "run", interrupted)
        report(capsys)
    assert not (county / ".gongjian/last-run.json").exists()
    assert report(capsys) == report(capsys, "--no-cache")
