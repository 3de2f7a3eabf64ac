"""Differences as patches: what they turn a file into."""

import subprocess
from pathlib import Path

import pytest

from gongjian.report.unified import unified

OLD = "gongjian: plan/v1\ntitle: 甲\nid: a\n".encode()
NEW = "gongjian: plan/v1\nid: a\ntitle: 甲\n".encode()


@pytest.mark.parametrize("name", ["a.yaml", "方案/永利 小学.yaml", "a\tb.yaml", '"a"\n b.yaml'])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        (OLD.rstrip(), NEW),
        (OLD.replace(b"\n", b"\r\n"), NEW.replace(b"\n", b"\r\n")),
        (b"\xef\xbb\xbf" + OLD, b"\xef\xbb\xbf" + NEW),
    ],
    ids=["plain", "no end", "crlf", "bom"],
)
def test_a_difference_is_a_patch(tmp_path: Path, name: str, old: bytes, new: bytes) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(old)
    patch = unified(name, old, new).encode()
    subprocess.run(["git", "apply", "-p0", "-"], input=patch, cwd=tmp_path, check=True)
    assert path.read_bytes() == new


def test_nothing_is_said_of_what_is_the_same() -> None:
    assert unified("a.yaml", OLD, OLD) == ""
