"""Folders walked with care: links, closed folders, pipes, odd names."""

import os
import socket
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.repository.discovery import discover
from small_plans import SMALL, another


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "某县"
    (folder / "plans").mkdir(parents=True)
    (folder / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (folder / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "外面").mkdir()
    (tmp_path / "外面/b.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def found(*paths: Path, current: Path) -> tuple[list[str], list[str]]:
    discovery = discover(paths, current)
    return [target.name for target in discovery.targets], discovery.outside


def link(path: Path, to: Path | str) -> None:
    try:
        path.symlink_to(to, target_is_directory=Path(to).is_dir())
    except OSError:
        pytest.skip("这里不能建链接")


def test_links_out_of_the_repository_are_left_alone_with_a_word(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link(county / "plans/b.yaml", county.parent / "外面/b.yaml")
    link(county / "plans/外", county.parent / "外面")
    link(county / "plans/外.txt", county.parent / "外面/b.yaml")
    assert found(current=county) == (["gongjian.yaml", "plans/a.yaml"], ["plans/b.yaml", "plans/外"])
    assert run(["validate"]) == codes.FINE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "跳过 2 个指到仓库外面的链接：plans/b.yaml、plans/外",
        "检查了 2 个文件，没有发现问题",
    ]


def test_a_link_that_is_named_is_followed(county: Path) -> None:
    link(county / "plans/b.yaml", county.parent / "外面/b.yaml")
    assert found(county / "plans/b.yaml", current=county) == (["plans/b.yaml"], [])
    link(county / "另一个", county.parent / "外面")
    assert found(county / "另一个", current=county) == (["另一个/b.yaml"], [])


def test_a_link_to_a_file_that_is_met_anyway_is_not_another_plan(county: Path) -> None:
    link(county / "plans/0.yaml", "a.yaml")
    (county / "archive").mkdir()
    (county / "archive/old.yaml.txt").write_text(another("b"), encoding="utf-8")
    link(county / "plans/1.yaml", "../archive/old.yaml.txt")
    link(county / "plans/2.yaml", "../archive/old.yaml.txt")
    assert found(current=county) == (["gongjian.yaml", "plans/a.yaml", "plans/1.yaml"], [])


def test_links_in_circles_end(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(county / "plans/圈", county)
    link(county / "plans/c.yaml", "d.yaml")
    link(county / "plans/d.yaml", "c.yaml")
    link(county / "plans/e.yaml", "没有.yaml")
    assert run(["validate"]) == codes.FINDINGS
    hint = "。删去这个链接，或者改正它指到的地方"
    assert capsys.readouterr().out.splitlines() == [
        f"plans/c.yaml:1:1: GJ001 这是一个链接，绕成了圈{hint}",
        f"plans/d.yaml:1:1: GJ001 这是一个链接，绕成了圈{hint}",
        f"plans/e.yaml:1:1: GJ001 这是一个链接，它指到的文件不存在{hint}",
    ]


def test_pipes_and_sockets_are_no_files(county: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("没有命名管道")
    os.mkfifo(county / "plans/pipe.yaml")
    link(county / "plans/to-pipe.yaml", "pipe.yaml")
    os.chdir(county / "plans")  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.yaml")
        assert found(current=county) == (["gongjian.yaml", "plans/a.yaml"], [])


def test_a_folder_that_is_closed_is_a_finding_and_hides_no_other(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/封").mkdir()
    (county / "plans/锁.yaml").write_text(another("b"), encoding="utf-8")
    scandir, read = os.scandir, Path.read_bytes

    def closed(path: str) -> object:
        if os.fspath(path).endswith("封"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    def locked(path: Path) -> bytes:
        if path.name == "锁.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(Path, "read_bytes", locked)
    (county / "plans/a.yaml").write_text(SMALL.replace("quota: ≥1次/学年}", "quota: 定期}"), encoding="utf-8")
    assert run(["validate"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert [line.split("。")[0] for line in shown.out.splitlines()] == [
        "plans/a.yaml:16:42: GJ231 承诺“示范课”的指标“定期”没有数量，做多少才算做到说不清",
        "plans/锁.yaml:1:1: GJ001 读不了这个文件：没有权限",
        "plans/封:1:1: GJ001 看不了这个文件夹里有什么：没有权限",
    ]
    assert shown.err == "检查了 4 个文件，3 个错误\n"


def test_a_path_that_may_not_be_looked_at_is_told(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stat = Path.stat

    def closed(path: Path, **options: bool) -> os.stat_result:
        if "封" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", closed)
    assert run(["validate", "plans/封/a.yaml"]) == codes.FINDINGS
    assert capsys.readouterr().out.startswith("plans/封/a.yaml:1:1: GJ001 读不了这个文件：没有权限")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("坑西 小学.yaml", "坑西 小学.yaml"),
        ("坑西\n小学.yaml", r"坑西\n小学.yaml"),
        ("坑西\x1b[31m.yaml", r"坑西\x1b[31m.yaml"),
        ("--quiet.yaml", "--quiet.yaml"),
        ("[甲] #1.yaml", "[甲] #1.yaml"),
    ],
)
def test_odd_names_are_checked_and_printed_harmlessly(
    county: Path, capsys: pytest.CaptureFixture[str], name: str, shown: str
) -> None:
    try:
        (county / "plans" / name).write_text(SMALL, encoding="utf-8")
    except OSError:
        pytest.skip("这个文件系统不让这样起名")
    assert run(["validate"]) == codes.FINDINGS
    (line,) = capsys.readouterr().out.splitlines()
    first, second = sorted(["a.yaml", name])
    place = {"a.yaml": "plans/a.yaml", name: f"plans/{shown}"}
    in_message = place[first].replace(r"\n", " ")  # within a message a line break becomes a space
    assert line.startswith(f"{place[second]}:3:5: GJ641 方案编号“small”已经用过了，见 {in_message}:3")
