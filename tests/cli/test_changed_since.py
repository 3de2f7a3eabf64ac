"""`gongjian validate --changed-since`."""

import json
from pathlib import Path

import pytest

from checkouts import commit, git, isolate, needs_git, write
from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import SMALL, VAGUE, another

pytestmark = needs_git

PACK = "gongjian: policy/v1\n"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a checkout with a repository in a folder of it: all of its plans are vague."""
    isolate(monkeypatch, tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    folder = tmp_path / "某县"
    write(folder, "gongjian.yaml", text="gongjian: repository/v1\n")
    write(folder, "plans/a.yaml", text=VAGUE)
    write(folder, "plans/甲 1.yaml", text=another("1", VAGUE))
    write(tmp_path, "elsewhere.txt")
    commit(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def change(county: Path, name: str) -> None:
    plans = {"plans/a.yaml": VAGUE, "plans/甲 1.yaml": another("1", VAGUE)}
    write(county, name, text=plans.get(name, another("2", VAGUE)) + "# 改过\n")


def outcome(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    code = run(["validate", *arguments])
    shown = capsys.readouterr()
    return code, [line.rsplit(":", 3)[0] for line in shown.out.splitlines()], shown.err.splitlines()


def test_only_what_changed_is_checked(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(county, "plans/甲 1.yaml")
    change(county, "plans/乙\n.yaml")
    assert outcome("--changed-since", "HEAD", capsys=capsys) == (
        codes.FINDINGS,
        [r"plans/乙\n.yaml", "plans/甲 1.yaml"],
        ["检查了 2 个文件，2 个错误"],
    )


def test_from_a_folder_below(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(county, "plans/a.yaml")
    monkeypatch.chdir(county / "plans")
    assert outcome("--changed-since", "HEAD", capsys=capsys)[:2] == (codes.FINDINGS, ["plans/a.yaml"])
    assert outcome("甲 1.yaml", "--changed-since", "HEAD", capsys=capsys)[:2] == (codes.FINE, [])


def test_from_a_folder_elsewhere(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(county, "plans/a.yaml")
    elsewhere = county.parent.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    monkeypatch.chdir(elsewhere)
    assert outcome(str(county), "--changed-since", "HEAD", capsys=capsys)[:2] == (
        codes.FINDINGS,
        ["plans/a.yaml"],
    )


def test_that_nothing_changed_is_fine(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(county.parent, "elsewhere.txt", text="changed")
    assert outcome("--changed-since", "HEAD", "--format", "json=out.json", capsys=capsys) == (
        codes.FINE,
        [],
        ["从“HEAD”以来没有改过方案文件", "检查了 0 个文件，没有发现问题"],
    )
    assert json.loads((county / "out.json").read_text(encoding="utf-8"))["findings"] == []
    assert outcome("--changed-since", "HEAD", "--quiet", capsys=capsys) == (codes.FINE, [], [])


def test_changed_settings_concern_every_file(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(county, "gongjian.yaml", text="gongjian: repository/v1\nname: 某县\n")
    assert outcome("--changed-since", "HEAD", capsys=capsys) == (
        codes.FINDINGS,
        ["plans/a.yaml", "plans/甲 1.yaml"],
        ["gongjian.yaml 改过，全部文件都要检查", "检查了 3 个文件，2 个错误"],
    )


def test_so_do_the_packs_of_the_repository(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(county, "gongjian.yaml", text="gongjian: repository/v1\npolicies: [policies/本县.yaml]\n")
    write(county, "policies/本县.yaml", text=PACK)
    commit(county)
    write(county, "policies/本县.yaml", text=PACK + "# 改过\n")
    code, _, told = outcome("--changed-since", "HEAD", "plans", capsys=capsys)
    assert (code, told[0]) == (codes.FINDINGS, "本县.yaml 改过，全部文件都要检查")


def test_unused_waivers_are_not_reported_when_not_all_is_checked(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiver = "{rule: GJ231, reason: 等文件, approver: 李某, until: 2099-01-01}"
    write(county, "gongjian.yaml", text=f"gongjian: repository/v1\nwaivers:\n  - {waiver}\n")
    commit(county)
    assert outcome("--changed-since", "HEAD", capsys=capsys)[:2] == (codes.FINE, [])


def test_a_named_file_that_is_not_there_is_still_told(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, _ = outcome("没有.yaml", "--changed-since", "HEAD", capsys=capsys)
    assert (code, lines) == (codes.FINDINGS, ["没有.yaml:1:1: GJ001 读不了这个文件"]) or lines == [
        "没有.yaml"
    ]


def test_what_git_cannot_tell_is_wrong_usage(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, told = outcome("--changed-since", "mian", capsys=capsys)
    assert (code, lines) == (codes.USAGE, [])
    assert told[0] == "用法不对：--changed-since：没有“mian”这个版本；你是不是想写“main”？"


def test_a_folder_outside_of_git_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isolate(monkeypatch, tmp_path)
    write(tmp_path, "a.yaml", text=SMALL)
    monkeypatch.chdir(tmp_path)
    code, _, told = outcome("--changed-since", "HEAD", capsys=capsys)
    assert (code, told[0]) == (codes.USAGE, f"用法不对：--changed-since：{tmp_path} 不在 git 仓库里")
