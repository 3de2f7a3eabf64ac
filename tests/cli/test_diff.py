"""`gongjian diff`: sides, formats, exit codes."""

import io
import json
from pathlib import Path

import pytest

from checkouts import checkout, commit, git, isolate, needs_git
from gongjian.cli import codes
from gongjian.cli.diff import FORMATS
from gongjian.cli.program import run

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
NEW = (
    GOOD.replace("≥5次/学年", "≥6次/学年")
    .replace(
        "deputies: [{name: 柳某, post: 副校长, school: partner}]", "deputies: [{name: 陈某, post: 副校长}]"
    )
    .replace("guiding: 坚持资源共享、优势互补。", "guiding: 坚持资源共享、<b>互补</b>。")
)
TEXT = """\
旧.yaml → 新.yaml  甲小学结对共建活动实施方案（base）
  指导思想
    改变 坚持资源共享、[-优势-]{+<b>+}互补{+</b>+}。
  组织领导
    删去 柳某（副校长）：组内职务 副组长
    新增 陈某（副校长）：组内职务 副组长
  承诺
    收紧 示范课（demo）：≥5次/学年 → ≥6次/学年
"""
MARKDOWN = """\
### gongjian：1 个文件有改动：收紧 1、新增 1、删去 1、改变 1

旧.yaml → 新.yaml

**旧.yaml → 新.yaml** 甲小学结对共建活动实施方案（base）

- 改变 指导思想：坚持资源共享、<del>优势</del><ins>&lt;b&gt;</ins>互补<ins>&lt;/b&gt;</ins>。
- **删去** 组织领导 柳某（副校长）：组内职务 副组长
- 新增 组织领导 陈某（副校长）：组内职务 副组长
- **收紧** 承诺 示范课（demo）：≥5次/学年 → ≥6次/学年
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "旧.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "新.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_two_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "旧.yaml", "新.yaml"]) == codes.FINE
    shown = capsys.readouterr()
    assert shown.out == TEXT
    assert shown.err == "1 个文件有改动：收紧 1、新增 1、删去 1、改变 1\n"


def test_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "旧.yaml", "新.yaml", "--format", "markdown"]) == codes.FINE
    assert capsys.readouterr().out == MARKDOWN


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "旧.yaml", "新.yaml", "--format", "json"]) == codes.FINE
    report = json.loads(capsys.readouterr().out)
    (file,) = report.pop("files")
    assert report == {
        "version": 1,
        "old": "旧.yaml",
        "new": "新.yaml",
        "summary": {"files": 1, "tightened": 1, "added": 1, "removed": 1, "changed": 1},
        "problems": [],
    }
    assert file.pop("changes")[-1] == {
        "area": "commitments",
        "title": "承诺",
        "change": "tightened",
        "what": "示范课",
        "id": "demo",
        "details": [
            {"field": "quota", "title": "指标", "old": "≥5次/学年", "new": "≥6次/学年", "note": None}
        ],
        "old_path": ["measures", 0, "commitments", 1],
        "new_path": ["measures", 0, "commitments", 1],
    }
    assert file == {
        "kind": "plan/v1",
        "id": "base",
        "title": "甲小学结对共建活动实施方案",
        "old": "旧.yaml",
        "new": "新.yaml",
    }


def test_the_exit_code_tells_when_asked(folder: Path) -> None:
    assert run(["diff", "旧.yaml", "新.yaml", "--exit-code"]) == codes.FINDINGS
    assert run(["diff", "旧.yaml", "旧.yaml", "--exit-code"]) == codes.FINE


def test_what_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "新.yaml").write_text("gongjian: plan/v1\nid: [\n", encoding="utf-8")
    assert run(["diff", "旧.yaml", "新.yaml"]) == codes.FINDINGS
    assert capsys.readouterr() == ("", "新.yaml：这里缺少内容，没有比较\n没有比较出改动\n")


@pytest.mark.parametrize("arguments", [["-", "新.yaml"], ["旧.yaml", "-"]])
def test_standard_input(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = GOOD if arguments[0] == "-" else NEW
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert run(["diff", *arguments]) == codes.FINE
    names = " → ".join("标准输入" if each == "-" else each for each in arguments)
    assert capsys.readouterr().out == TEXT.replace("旧.yaml → 新.yaml", names)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["旧.yaml", "新.yaml", "旧.yaml"], "没有写版本时，要比较的只能是两个文件或者两个文件夹"),
        (["旧.yaml", "没有.yaml"], "没有文件或文件夹 没有.yaml"),
        (["旧.yaml", "-", "新.yaml"], "- 和“版本:文件”要与另外一个文件比"),
        (["-", "-"], "- 和“版本:文件”要与另外一个文件比"),
        ([".", "-"], "没有文件 ."),
        (["旧.yaml", "."], "一边是文件、一边是文件夹，没有办法比较"),
    ],
)
def test_what_makes_no_two_sides_is_wrong_usage(
    arguments: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *arguments]) == codes.USAGE
    assert words in capsys.readouterr().err


def test_formats_are_those_there_are() -> None:
    from gongjian.report import changes

    assert tuple(changes.FORMATS) == FORMATS


@needs_git
class TestGit:
    @pytest.fixture
    def county(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        isolate(monkeypatch, tmp_path)
        county = checkout(tmp_path / "某县")
        (county / "plans").mkdir()
        (county / "plans/a.yaml").write_text(GOOD, encoding="utf-8")
        commit(county)
        git(county, "branch", "old")
        (county / "plans/a.yaml").write_text(NEW, encoding="utf-8")
        commit(county)
        monkeypatch.chdir(county)
        return county

    @pytest.mark.parametrize(
        "arguments",
        [
            ["HEAD~1"], ["HEAD~1", "--", "plans"], ["old..HEAD"], ["old..main", "plans"], ["old", "main"], ["old.."],
            ["HEAD~1...HEAD"], ["old", "main", "--", "plans/a.yaml"],
        ],
    )  # fmt: skip
    def test_revisions(self, arguments: list[str], county: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["diff", *arguments]) == codes.FINE
        assert capsys.readouterr().out == TEXT.replace("旧.yaml → 新.yaml", "plans/a.yaml")

    def test_a_file_of_a_revision(self, county: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["diff", "old:plans/a.yaml", "plans/a.yaml"]) == codes.FINE
        assert capsys.readouterr().out == TEXT.replace("旧.yaml → 新.yaml", "old:plans/a.yaml → plans/a.yaml")
        assert run(["diff", "old:plans/a.yaml", "main:plans/a.yaml"]) == codes.FINE
        assert "收紧 示范课" in capsys.readouterr().out
        assert run(["diff", "old:a.yaml", "plans/a.yaml"]) == codes.USAGE
        assert "“old”里没有文件 a.yaml" in capsys.readouterr().err

    @pytest.mark.parametrize("arguments", [[], ["HEAD"], ["main..HEAD"], ["old..main", "--", "gone"]])
    def test_nothing_changed(
        self, arguments: list[str], county: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["diff", *arguments, "--exit-code"]) == codes.FINE
        assert capsys.readouterr().err == "没有改动\n"

    def test_what_is_not_committed(self, county: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (county / "plans/a.yaml").write_text(GOOD, encoding="utf-8")
        assert run(["diff", "plans/a.yaml"]) == codes.FINE
        assert "放宽 示范课（demo）：≥6次/学年 → ≥5次/学年" in capsys.readouterr().out

    def test_three_dots_begin_where_branches_part(
        self, county: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        git(county, "checkout", "--quiet", "old")
        (county / "plans/b.yaml").write_text(GOOD.replace("id: base", "id: b"), encoding="utf-8")
        commit(county)
        assert run(["diff", "main...old"]) == codes.FINE
        assert capsys.readouterr().out == "plans/b.yaml  新增的方案 甲小学结对共建活动实施方案（b）\n"

    def test_a_revision_that_is_not_there(self, county: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["diff", "mian"]) == codes.USAGE
        assert "没有“mian”这个版本；你是不是想写“main”？" in capsys.readouterr().err

    def test_no_commits(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        isolate(monkeypatch, tmp_path)
        git(tmp_path, "init", "--quiet")
        monkeypatch.chdir(tmp_path)
        assert run(["diff"]) == codes.USAGE
        assert "git 仓库里还没有提交" in capsys.readouterr().err

    def test_no_repository(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        isolate(monkeypatch, tmp_path)
        monkeypatch.chdir(tmp_path)
        assert run(["diff"]) == codes.USAGE
        assert "不在 git 仓库里" in capsys.readouterr().err
