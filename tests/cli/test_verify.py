"""`gongjian verify`: what a clerk reads about a printed document."""

import json
import re
from pathlib import Path

import docx
import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.document.docx import write_docx
from gongjian.document.tree import Document

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "方案").mkdir()
    (tmp_path / "方案/甲.yaml").write_text(GOOD, encoding="utf-8")
    assert run(["render", "方案"]) == codes.FINE
    capsys.readouterr()
    return tmp_path


def edit_by_hand() -> None:
    document = docx.Document("out/甲.docx")
    (run,) = [run for each in document.paragraphs for run in each.runs if "坚持资源共享" in run.text]
    run.text = "坚持平等协商、优势互补。"
    document.save("out/甲.docx")


def change_the_plan(old: str, new: str) -> None:
    Path("方案/甲.yaml").write_text(GOOD.replace(old, new), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = run(["verify", *(arguments or ("out/甲.docx",))])
    return code, capsys.readouterr().out.splitlines()


PLAN = "  方案：方案/甲.yaml（编号 base），文种：实施方案"


def version(lines: list[str]) -> str:
    """Take the version's digests out of the third line."""
    return re.sub("[0-9a-f]{8}", "########", lines[2])


def test_in_step(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = told(capsys)
    assert code == codes.FINE
    assert lines[:2] == ["out/甲.docx", PLAN]
    assert version(lines) == "  版本：########，方案没有改过"
    assert lines[3:] == ["  正文：没有手工改动"]


def test_edited_by_hand(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_by_hand()
    code, lines = told(capsys)
    assert code == codes.FINDINGS
    assert lines[3:] == [
        "  正文：手工改过 1 处（− 方案印的，+ 文件里的）",
        "      一、指导思想",
        "    − 坚持资源共享、优势互补。",
        "    + 坚持平等协商、优势互补。",
        "      二、组织领导",
    ]


def test_the_plan_moved_on(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_the_plan("坚持资源共享", "坚持平等协商")
    code, lines = told(capsys)
    assert code == codes.FINDINGS
    assert version(lines) == "  版本：########，印出以后方案改过，现在是 ########"
    assert lines[3:] == [
        "  正文：没有手工改动",
        "  重印：有 1 处不同（− 文件里的，+ 重印的）",
        "      一、指导思想",
        "    − 坚持资源共享、优势互补。",
        "    + 坚持平等协商、优势互补。",
        "      二、组织领导",
    ]


def test_the_plan_moved_on_without_a_word(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_the_plan("# 一份", "# 这份")
    code, lines = told(capsys)
    assert code == codes.FINDINGS
    assert lines[3:] == ["  正文：没有手工改动", "  重印：正文不变"]


def test_both_moved_on(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_by_hand()
    change_the_plan("甲小学", "丙小学")
    code, lines = told(capsys)
    assert code == codes.FINDINGS
    assert lines[3].startswith("  正文：手工改过；方案也改过，文件和方案现在印的有 ")
    assert lines[3].endswith(" 处不同（− 方案印的，+ 文件里的）")
    assert {"    − 坚持资源共享、优势互补。", "    + 坚持平等协商、优势互补。", "    ……"} < set(lines)


def test_many_differences_are_cut_short(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measures = "".join(f"  - {{heading: 第{number}项, text: 做好第{number}项。}}\n" for number in range(30))
    change_the_plan("activities:\n", f"sections:\n{measures}activities:\n")
    assert run(["render", "方案", "-q"]) == codes.FINE
    document = docx.Document("out/甲.docx")
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("做好第"):
            paragraph.runs[0].text += "改"
    document.save("out/甲.docx")
    _, lines = told(capsys)
    assert lines[3] == "  正文：手工改过 30 处（− 方案印的，+ 文件里的）"
    assert sum(line.startswith("    + ") for line in lines) == 20
    assert lines[-1] == "    还有 10 处，用 --format json 看全部"


def test_the_plan_is_looked_for_in_the_folder_given(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "别处").mkdir()
    code, lines = told(capsys, "out/甲.docx", "--plans", "别处")
    assert code == codes.FINDINGS
    assert lines[1] == "  方案：没有找到编号为 base 的方案，文种：实施方案"
    assert told(capsys, "out/甲.docx", "--plans", "方案")[0] == codes.FINE


def test_what_a_file_says_of_itself_cannot_command_the_terminal(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    properties = {"gongjian.plan": "a\x9b31m\n方案：b", "gongjian.kind": "c\x9b2J"}
    Path("out/甲.docx").write_bytes(write_docx(Document("题", properties=properties)))
    _, lines = told(capsys)
    assert lines[1] == "  方案：没有找到编号为 a?31m↵方案：b 的方案，文种：c?2J"


def test_several_files_and_a_bad_one(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("坏.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert run(["verify", "坏.docx", "out/甲.docx"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.err == "坏.docx: 查不了：这是旧的 .doc 格式（在 Word 或 WPS 里打开，另存为 .docx 再试）\n"
    assert shown.out.splitlines()[0] == "out/甲.docx"
    assert shown.out.splitlines()[-1] == "共 2 份文件，1 份与方案一致、没有手工改动"


def test_as_json(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_by_hand()
    Path("坏.docx").write_bytes(b"x")
    assert run(["verify", "out/甲.docx", "坏.docx", "--format", "json"]) == codes.FINDINGS
    good, bad = json.loads(capsys.readouterr().out)
    assert good["version"]["printed"] == good["version"]["current"]
    assert len(good.pop("version")["printed"]) == 32
    assert good == {
        "file": "out/甲.docx",
        "problem": None,
        "plan": {"id": "base", "file": "方案/甲.yaml"},
        "kind": "实施方案",
        "plan_changed": False,
        "edited": True,
        "stale": False,
        "note": None,
        "differences": [
            {
                "before": "一、指导思想",
                "old": ["坚持资源共享、优势互补。"],
                "new": ["坚持平等协商、优势互补。"],
                "after": "二、组织领导",
            }
        ],
        "fine": False,
    }
    assert (bad["problem"], bad["plan"], bad["fine"]) == ("不是 Word 文件（.docx）", None, False)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "缺少 Word文件..."),
        (["没有.docx"], "没有文件 没有.docx"),
        (["out"], "out 是文件夹，要写 Word 文件，如 out/*.docx"),
        (["out/甲.docx", "--plans", "没有"], "没有文件夹 没有"),
        (["out/甲.docx", "--format", "xml"], "--format 不能是 xml，可以是 text、json"),
    ],
)
def test_wrong_usage(
    county: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", *arguments]) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"
