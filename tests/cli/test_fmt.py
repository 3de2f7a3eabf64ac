"""`gongjian fmt`: what it says, what it writes, exit codes."""

import io
import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

ROOT = Path(__file__).parents[2]
UGLY = "title: 甲 # 注\nid:   a\ngongjian: plan/v1\n"
NEAT = "gongjian: plan/v1\nid: a\ntitle: 甲 # 注\n"
NEAT_CHINESE = "文件类型: plan/v1\n编号: a\n标题: 甲 # 注\n"
DIFF = """\
--- 丑 的.yaml\t
+++ 丑 的.yaml\t
@@ -1,3 +1,3 @@
+gongjian: plan/v1
+id: a
 title: 甲 # 注
-id:   a
-gongjian: plan/v1
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "丑 的.yaml").write_text(UGLY, encoding="utf-8")
    (tmp_path / "neat.yaml").write_text(NEAT, encoding="utf-8")
    (tmp_path / "compose.yml").write_text("services:   {}\n", encoding="utf-8")
    return tmp_path


def read(folder: Path) -> str:
    return (folder / "丑 的.yaml").read_text(encoding="utf-8")


def test_our_own_files_are_laid_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["fmt", "--check", "plans", "src/gongjian/policies"]) == codes.FINE
    assert capsys.readouterr().out == ""


def test_files_are_laid_out_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt"]) == codes.FINE
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("丑 的.yaml: 已整理\n", "2 个文件，1 个整理好了，1 个本来就整齐\n")
    assert read(folder) == NEAT
    assert (folder / "compose.yml").read_text(encoding="utf-8") == "services:   {}\n"


def test_check_writes_nothing_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--check"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("丑 的.yaml: 要整理\n", "2 个文件，1 个要整理，1 个本来就整齐\n")
    assert read(folder) == UGLY
    assert run(["fmt", "--check", "neat.yaml"]) == codes.FINE


@pytest.mark.parametrize(("options", "code"), [([], codes.FINE), (["--check"], codes.FINDINGS)])
def test_diff_shows_and_writes_nothing(
    options: list[str], code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fmt", "--diff", *options]) == code
    assert capsys.readouterr().out == DIFF
    assert read(folder) == UGLY


def test_diff_tells_of_a_missing_last_line_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "neat.yaml").write_text(NEAT.rstrip("\n"), encoding="utf-8")
    run(["fmt", "--diff", "neat.yaml"])
    assert capsys.readouterr().out == (
        "--- neat.yaml\n+++ neat.yaml\n@@ -1,3 +1,3 @@\n gongjian: plan/v1\n id: a\n"
        "-title: 甲 # 注\n\\ No newline at end of file\n+title: 甲 # 注\n"
    )


def test_keys_change_their_language(folder: Path) -> None:
    assert run(["fmt", "--keys", "zh", "-q"]) == codes.FINE
    assert read(folder) == NEAT_CHINESE
    assert run(["fmt", "--keys", "en", "-q", "丑 的.yaml"]) == codes.FINE
    assert read(folder) == NEAT


def test_what_is_no_yaml_is_told_and_the_rest_is_laid_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.yaml").write_text("gongjian: plan/v1\nid: [a\n", encoding="utf-8")
    assert run(["fmt"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out == "丑 的.yaml: 已整理\n"
    assert shown.err.startswith("bad.yaml:3:1: GJ005 方括号 [ ] 里的列表没有写完")
    assert shown.err.endswith("3 个文件，1 个整理好了，1 个整理不了，1 个本来就整齐\n")
    assert (folder / "bad.yaml").read_text(encoding="utf-8") == "gongjian: plan/v1\nid: [a\n"


def test_a_foreign_file_that_is_named_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "compose.yml"]) == codes.FINDINGS
    assert capsys.readouterr().err.startswith("compose.yml:1:1: GJ011 ")


def test_nothing_to_lay_out_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", str(tmp_path)]) == codes.USAGE
    assert "没有找到方案文件" in capsys.readouterr().err


class Stream(io.TextIOWrapper):
    def __init__(self, content: str = "") -> None:
        super().__init__(io.BytesIO(content.encode()), encoding="utf-8")


def through(content: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> tuple[int, str]:
    monkeypatch.setattr(sys, "stdin", Stream(content))
    out = Stream()
    monkeypatch.setattr(sys, "stdout", out)
    code = run(["fmt", *options, "-"])
    out.flush()
    return code, out.buffer.getvalue().decode()


@pytest.mark.parametrize(
    ("options", "content", "result"),
    [
        ([], UGLY, (codes.FINE, NEAT)),
        ([], NEAT, (codes.FINE, NEAT)),
        (["--keys", "zh"], UGLY, (codes.FINE, NEAT_CHINESE)),
        (["--check"], UGLY, (codes.FINDINGS, "标准输入: 要整理\n")),
        (["--check"], NEAT, (codes.FINE, "")),
        (["--diff"], UGLY, (codes.FINE, DIFF.replace("丑 的.yaml\t", "标准输入"))),
        ([], "id: [\n", (codes.FINDINGS, "")),
    ],
)
def test_standard_input(
    options: list[str], content: str, result: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert through(content, monkeypatch, *options) == result


def test_standard_input_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "-", "a.yaml"]) == codes.USAGE
    assert "- 是标准输入，不能和别的文件写在一起" in capsys.readouterr().err
