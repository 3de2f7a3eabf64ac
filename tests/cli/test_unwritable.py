"""Where nothing can be written: one line says so, what was there stays, and nothing is left half done."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.repository import validating

resource = pytest.importorskip("resource", reason="the system has no limits")

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
UGLY = GOOD.replace("quota: ≥5次/学年", "quota:   不少于5次/学年")
BASELINE = '{"gongjian": "baseline/v1", "findings": [\n\n]}\n'
FULL = "超过了系统允许的文件大小"
"""What is said; a full disk, which takes an administrator to make, differs in the words alone."""


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 0)
    files = {
        "gongjian.yaml": "gongjian: repository/v1\n",
        "plans/a.yaml": UGLY,
        "out.sarif": "old",
        "out/a.docx": "old",
        "gongjian-baseline.json": BASELINE,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@contextmanager
def full() -> Iterator[None]:
    """Let no file grow beyond a few bytes, as if the disk were full; Python itself must not write torn bytecode then."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        sys.dont_write_bytecode = bytecode


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["validate", "--no-cache", "--format", "sarif=out.sarif"], "out.sarif"),
        (["validate", "--no-cache", "--write-baseline"], "{county}/gongjian-baseline.json"),
        (["render", "plans", "--jobs", "1"], "out/a.docx"),
        (["render", "plans/a.yaml", "plans", "--jobs", "2"], "out/a.docx"),
        (["templates", "实施方案", "--copy"], "{county}/templates/实施方案.md.j2"),
        (["new", "--kind", "单对结对", "--lead", "永利小学", "--member", "共建小学", "-o", "plans/b.yaml"], "plans/b.yaml"),
        (["init", "--ci", "none"], "{county}/.gitignore"),
    ],
)  # fmt: skip
def test_a_full_disk_is_one_line(
    county: Path, arguments: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(county)
    with full():
        code = run(arguments)
    assert (code, capsys.readouterr().err) == (codes.USAGE, f"写不了 {file.format(county=county)}：{FULL}\n")
    assert contents(county) == before


@pytest.mark.parametrize(
    "arguments", [["fmt", "plans/a.yaml"], ["validate", "--no-cache", "plans/a.yaml", "--fix", "--canonical"]]
)
def test_a_plan_stays_when_the_disk_is_full(
    county: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(county)
    with full():
        run(arguments)
    assert capsys.readouterr().err.splitlines()[0] == f"plans/a.yaml: 写不了：{FULL}"
    assert contents(county) == before


def test_a_cache_that_cannot_be_kept_is_no_matter(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["validate", "--no-cache"])
    shown = capsys.readouterr()
    before = contents(county)
    with full():
        assert run(["validate"]) == code
    assert capsys.readouterr() == shown
    assert contents(county) == {**before, ".gongjian/.gitignore": b"*\n"}
    assert run(["validate"]) == code
    assert capsys.readouterr() == shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--format", "json=/dev/full"]) == codes.USAGE
    assert capsys.readouterr().err == "写不了 /dev/full：磁盘满了\n"
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="管理员什么都能写")
def test_a_folder_that_may_only_be_read(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(county)
    county.chmod(0o555)
    try:
        code = run(["validate", "--format", "sarif=out.sarif"])
    finally:
        county.chmod(0o755)
    assert code == codes.USAGE
    assert capsys.readouterr().err.startswith("写不了 out.sarif：没有权限")
    assert contents(county) == before
