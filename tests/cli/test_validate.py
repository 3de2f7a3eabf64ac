"""`gongjian validate`: paths, formats, exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

CASES = Path(__file__).parents[1] / "cases"
GOOD = (CASES / "good/base.yaml").read_text(encoding="utf-8")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with a good plan, a bad plan, and files that are none of ours."""
    monkeypatch.chdir(tmp_path)
    files = {
        "gongjian.yaml": "gongjian: repository/v1\nname: 某县方案\n",
        "plans/甲 小学.yaml": GOOD,
        "plans/bad.yaml": GOOD.replace("mode: 结对共建", "mode: 结对"),
        "docker-compose.yml": "services: {}\n",
        ".github/workflows/ci.yml": "on: push\n",
        "plans/notes.txt": "x",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


BAD_LINE = (
    "plans/bad.yaml:5:7: GJ105 “结对模式（mode）”不能是“结对”，可以是：结对共建、融合型、共建型、协作型、"
    "结对帮扶、支教、跟岗、联盟、共同体、手拉手。你是不是想写“结对帮扶”？\n"
)


def test_repository_around_the_current_folder(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(county / "plans")
    assert run(["validate"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out == BAD_LINE
    assert shown.err == "跳过 1 个不是方案的 YAML 文件：docker-compose.yml\n检查了 3 个文件，1 个错误\n"


def test_a_file_may_be_named(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "plans/甲 小学.yaml"]) == codes.FINE
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "检查了 1 个文件，没有发现问题\n")


def test_a_foreign_file_that_is_named_is_a_finding(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "docker-compose.yml"]) == codes.FINDINGS
    assert capsys.readouterr().out.startswith("docker-compose.yml:1:1: GJ011 ")


def test_a_missing_file_hides_no_other(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "没有.yaml", "plans/bad.yaml"]) == codes.FINDINGS
    first, second = capsys.readouterr().out.splitlines(keepends=True)
    assert first.startswith("没有.yaml:1:1: GJ001 读不了这个文件：文件不存在")
    assert second == BAD_LINE


def test_nothing_to_check_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(tmp_path)]) == codes.USAGE
    assert "没有找到方案文件" in capsys.readouterr().err


def test_json_is_as_documented(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "plans", "--format", "json"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.err == ""
    report = json.loads(shown.out)
    (finding,) = report.pop("findings")
    assert report == {"version": 1, "summary": {"files": 2, "error": 1, "warning": 0, "info": 0, "waived": 0}}
    assert len(finding.pop("fingerprint")) == 32
    assert finding == {
        "rule": "GJ105",
        "name": "not-a-choice",
        "severity": "error",
        "message": "“结对模式（mode）”不能是“结对”，可以是：结对共建、融合型、共建型、协作型、结对帮扶、支教、跟岗、联盟、共同体、手拉手",
        "hint": "你是不是想写“结对帮扶”？",
        "file": "plans/bad.yaml",
        "line": 5,
        "column": 7,
        "end_line": 5,
        "end_column": 9,
        "path": ["mode"],
        "policy": None,
        "waived": None,
        "related": [],
        "fix": {
            "safe": False,
            "edits": [
                {"line": 5, "column": 7, "end_line": 5, "end_column": 9, "old": "结对", "new": "结对帮扶"}
            ],
        },
    }


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "gitlab"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_speaks(name: str, county: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "gongjian", "validate", "plans", "--format", name]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == codes.FINDINGS
    assert "“结对模式（mode）”不能是“结对”" in done.stdout.decode("utf-8")


def test_several_formats_and_files_at_once(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "plans", "--format", "json=报告/out.json", "--format", "text"]) == codes.FINDINGS
    assert capsys.readouterr().out == BAD_LINE
    assert json.loads((county / "报告/out.json").read_text(encoding="utf-8"))["summary"]["error"] == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], codes.FINDINGS),
        (["--ignore", "GJ105"], codes.FINE),
        (["--ignore", "gj1"], codes.FINE),
        (["--select", "GJ2"], codes.FINE),
        (["--select", "GJ1", "--ignore", "GJ106"], codes.FINDINGS),
    ],
)
def test_rules_may_be_chosen(options: list[str], code: int, county: Path) -> None:
    assert run(["validate", "plans", *options]) == code


@pytest.mark.parametrize(
    ("level", "code"), [("error", codes.FINE), ("warning", codes.FINDINGS), ("info", codes.FINDINGS)]
)
def test_what_fails_a_run_may_be_chosen(level: str, code: int) -> None:
    assert run(["validate", str(CASES / "bad/vague-text.yaml"), "--fail-on", level]) == code


def test_quiet_prints_findings_alone(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["validate", "--quiet"])
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == (BAD_LINE, "")


def test_statistics_count_by_rule(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(county / "plans/bad.yaml", county / "plans/bad2.yaml")
    run(["validate", "-q", "--statistics"])
    assert capsys.readouterr().err == "     2  GJ105  不在可选的词里\n"


@pytest.mark.parametrize(
    ("formats", "told"),
    [
        (["json=报告.out", "sarif=./报告.out"], "两种格式写进同一个文件 报告.out"),
        (["text", "json"], "text、json 都打印出来会混在一起，程序读不了"),
        (["sarif", "markdown", "junit=a.xml"], "sarif、markdown 都打印出来会混在一起"),
        (["json="], "json= 后面没有写文件"),
        (["json=plans/bad.YAML"], "报告不能写进 plans/bad.YAML"),
        (["xml"], "没有 xml 这种格式，可以是 text、json"),
    ],
)
def test_reports_that_would_spoil_each_other_are_refused(
    formats: list[str], told: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in county.rglob("*.*") if path.is_file()}
    assert run(["validate", *(word for name in formats for word in ("--format", name))]) == codes.USAGE
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in county.rglob("*.*") if path.is_file()} == before


def test_a_report_twice_is_written_once(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "plans", "-q", "--format", "text", "--format", "text"]) == codes.FINDINGS
    assert capsys.readouterr().out == BAD_LINE


def test_an_unwritable_report_keeps_no_other_back(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = ["json=plans/notes.txt/out.json", "junit=out.xml", "text"]
    assert (
        run(["validate", "plans", *(word for name in formats for word in ("--format", name))]) == codes.USAGE
    )
    shown = capsys.readouterr()
    assert shown.out == BAD_LINE
    assert "写不了 plans/notes.txt/out.json" in shown.err
    assert "<testsuites>" in (county / "out.xml").read_text(encoding="utf-8")


def test_an_unwritable_report_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--format", "json=plans/notes.txt/out.json"]) == codes.USAGE
    assert "写不了" in capsys.readouterr().err
