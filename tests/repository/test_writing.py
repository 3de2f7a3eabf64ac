"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from gongjian.repository import writing
from gongjian.repository.writing import write_atomically


def test_folders_are_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "甲/乙 丙/a.docx", b"x")
    assert (tmp_path / "甲/乙 丙/a.docx").read_bytes() == b"x"


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_has_the_customary_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_dress", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"old")]


def test_what_was_left_behind_is_removed_later(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name for name in (".gongjian-old.tmp", ".gongjian-new.tmp", ".gongjian-old.yaml")
    )
    for path in (old, new, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (0, 0))
    path = tmp_path / "方案.yaml"
    write_atomically(path, b"y")
    assert sorted(tmp_path.iterdir()) == sorted((new, other, path))


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 80 + ".yaml")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"old")
    link = tmp_path / "a"
    link.symlink_to("elsewhere")
    write_atomically(link, b"new")
    assert not link.is_symlink()
    assert (link.read_bytes(), (tmp_path / "elsewhere").read_bytes()) == (b"new", b"old")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"x")
        assert os.read(reading, 9) == b"x"
    finally:
        os.close(reading)
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="the system has no /dev/null")
def test_a_device_stays_one() -> None:
    write_atomically(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the system has no /dev/fd")
def test_an_open_file_is_written_to(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        write_atomically(Path(f"/dev/fd/{file.fileno()}"), b"x")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"x")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only the administrator gives files away")
def test_an_old_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    write_atomically(path, b"new")
    assert (path.read_bytes(), path.stat().st_uid, path.stat().st_gid) == (b"new", 1234, 4321)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    for device in ("null", "full"):
        (tmp_path / device).symlink_to(f"/dev/{device}")
    write_atomically(tmp_path / "null", b"x")
    with pytest.raises(OSError, match="No space") as caught:
        write_atomically(tmp_path / "full", b"x")
    assert caught.value.filename == str(tmp_path / "full")
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_symlink()) == ["full", "null"]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="没有 /dev/fd")
def test_what_is_open_already_is_written_to(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as file:
        file.write(b"before\n")
        file.flush()
        write_atomically(Path(f"/dev/fd/{file.fileno()}"), b"after\n")
    assert (tmp_path / "log").read_bytes() == b"before\nafter\n"
    assert [each.name for each in tmp_path.iterdir()] == ["log"]
