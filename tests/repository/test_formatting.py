"""Files are formatted one by one, and written back whole, over nothing but what was read."""

import os
from pathlib import Path

import pytest

from gongjian.repository import replacing
from gongjian.repository.checking import check_source
from gongjian.repository.discovery import Target, find_targets
from gongjian.repository.formatting import Formatted, format_bytes, format_file, format_files
from gongjian.source.decoding import decode
from gongjian.source.file import SourceFile

UGLY = "title: 甲 # 注\nid:   a\ngongjian: plan/v1\n"
NEAT = "gongjian: plan/v1\nid: a\ntitle: 甲 # 注\n"


def target(path: Path) -> Target:
    return Target(path, path.name, given=True)


def test_line_ends_and_byte_order_mark_stay() -> None:
    raw = b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode()
    formatted = format_bytes(raw, "a.yaml")
    assert formatted.after == b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode()
    assert format_bytes(formatted.after, "a.yaml").changed is False


@pytest.mark.parametrize(("ends", "kept"), [("\r\n\n\n", "\n"), ("\n\r\n\r\n", "\r\n"), ("\r\r\r", "\n")])
def test_mixed_line_ends_become_the_usual_one(ends: str, kept: str) -> None:
    mixed = "gongjian: plan/v1{}id: a{}title: 甲 # 注{}".format(*_ends(ends))
    assert format_bytes(mixed.encode(), "a.yaml").after == NEAT.replace("\n", kept).encode()


def _ends(text: str) -> list[str]:
    ends = text.replace("\r\n", "W").replace("\r", "M").replace("\n", "L")
    return [{"W": "\r\n", "M": "\r", "L": "\n"}[end] for end in ends]


def test_the_file_keeps_its_mode_and_a_neat_one_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UGLY, encoding="utf-8")
    path.chmod(0o640)
    assert format_file(target(path), write=True).changed
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == (NEAT, 0o640)
    written = path.stat().st_ino
    assert not format_file(target(path), write=True).changed
    assert path.stat().st_ino == written


def test_a_bad_file_hides_no_other_and_is_left_alone(tmp_path: Path) -> None:
    files = {
        "1 坏.yaml": b"gongjian: plan/v1\nid: [a\n",
        "2\n行.yaml": UGLY.encode(),
        "3 gbk.yaml": UGLY.encode("gbk"),
        "4 bomb.yaml": b"gongjian: plan/v1\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (n, n, *[n - 1] * 9) for n in b"bcdefgh"),
        "5 foreign.yml": b"services: {}\n",
        "6 big.yaml": b"gongjian: plan/v1\ntext: " + b"a" * 9 * 2**20,
        "7 both.yaml": "gongjian: plan/v1\nid: a\n编号: b\n".encode(),
    }  # fmt: skip
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    done = list(format_files(find_targets([tmp_path], tmp_path), "en", write=True))
    assert [
        (each.changed, each.finding.rule if each.finding else each.refusal, each.foreign) for each in done
    ] == [
        (False, "GJ005", False),
        (True, "", False),
        (False, "GJ002", False),
        (False, "GJ009", False),
        (False, "", True),
        (False, "GJ010", False),
        (False, "7 both.yaml:3:1: 没有整理：“编号”与上面的另一种写法是同一项，只能写一次", False),
    ]
    for name, raw in files.items():
        assert (tmp_path / name).read_bytes() == (NEAT.encode() if name.startswith("2") else raw)


def test_what_somebody_else_writes_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UGLY, encoding="utf-8")

    def meanwhile(raw: bytes, *rest: object, **more: object) -> Formatted:
        path.write_text("id: 新\n", encoding="utf-8")
        return format_bytes(raw, "a.yaml")

    monkeypatch.setattr("gongjian.repository.formatting.format_bytes", meanwhile)
    formatted = format_file(target(path), write=True)
    assert formatted.refusal == "a.yaml: 刚才被别的程序改过，没有改；再运行一次"
    assert path.read_text(encoding="utf-8") == "id: 新\n"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_are_followed_inside_the_folder_and_not_out_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text(UGLY, encoding="utf-8")
    (folder / "real.yml.txt").write_text(UGLY, encoding="utf-8")
    (folder / "inside.yaml").symlink_to("real.yml.txt")
    (folder / "leading-out.yaml").symlink_to("../outside.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "nothing.yaml").symlink_to("没有")
    done = {
        Path(each.name).name: each
        for each in format_files(find_targets([folder], tmp_path), None, write=True)
    }
    assert (folder / "inside.yaml").is_symlink()
    assert (folder / "real.yml.txt").read_text(encoding="utf-8") == NEAT
    assert "leading-out.yaml" not in done
    assert (tmp_path / "outside.yaml").read_text(encoding="utf-8") == UGLY
    assert [done[name].finding.rule for name in ("loop.yaml", "nothing.yaml")] == ["GJ001", "GJ001"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (13, "没有权限，或者文件正被别的程序（如 Word、WPS）打开着"),
        (28, "磁盘满了"),
        (30, "这里只能读，不能写"),
        (5, "Input/output error"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UGLY, encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(replacing, "write_atomically", fail)
    assert format_file(target(path), write=True).refusal == f"a.yaml: 写不了：{words}"
    assert path.read_text(encoding="utf-8") == UGLY


def test_a_file_that_may_only_be_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UGLY, encoding="utf-8")

    def locked(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(replacing.os, "open", locked)
    assert (
        format_file(target(path), write=True).refusal
        == "a.yaml: 写不了：没有权限，或者文件正被别的程序（如 Word、WPS）打开着"
    )


CASES = Path(__file__).parents[1] / "cases"


def findings(raw: bytes) -> list[tuple[object, ...]]:
    checked = check_source(SourceFile("a.yaml", decode(raw)))
    return sorted((each.rule, str(each.at), bool(each.waived)) for each in checked.findings)


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_findings_and_waivers_stay(path: Path) -> None:
    raw = path.read_bytes()
    for language in (None, "zh", "en"):
        formatted = format_bytes(raw, "a.yaml", language)
        if not formatted.refused:
            assert findings(formatted.after) == findings(raw)
