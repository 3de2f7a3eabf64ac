"""`gongjian render --script` and `--redact`; plans and quotas in Traditional characters."""

import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.cli.render import SCRIPTS
from gongjian.document import script as subject

CASES = Path(__file__).parents[1] / "cases/good"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    base = (CASES / "base.yaml").read_text(encoding="utf-8").replace("王某某", "范仲淹")
    (tmp_path / "甲.yaml").write_text(base, encoding="utf-8")
    keys = (CASES / "traditional-keys.yaml").read_text(encoding="utf-8")
    (tmp_path / "龍山.yaml").write_text(keys, encoding="utf-8")
    return tmp_path


def printed(folder: Path, name: str, *options: str) -> str:
    assert run(["render", name, "--format", "md", "-o", "out.md", "-q", *options]) == codes.FINE
    return (folder / "out.md").read_text(encoding="utf-8")


def test_choices_are_those_of_the_converter() -> None:
    assert subject.SCRIPTS == SCRIPTS


@pytest.mark.parametrize(
    ("name", "script", "line"),
    [
        ("甲.yaml", "hans", "组长：范仲淹（甲小学校长）"),
        ("甲.yaml", "hant", "組長：范仲淹（甲小學校長）"),
        ("甲.yaml", "hant-hk", "組長：范仲淹（甲小學校長）"),
        ("龍山.yaml", "hant", "組長：范某某（龍山小學書記、校長）"),
        ("龍山.yaml", "hans", "组长：范某某（龙山小学书记、校长）"),
    ],
)
def test_a_plan_is_printed_in_either_script(folder: Path, name: str, script: str, line: str) -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    assert line in printed(folder, name, "--script", script).split("\n")


def test_without_the_option_a_plan_is_printed_in_its_own_script(folder: Path) -> None:
    assert "组长：范仲淹（甲小学校长）" in printed(folder, "甲.yaml")
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    assert "組長：范某某（龍山小學書記、校長）" in printed(folder, "龍山.yaml")


def test_people_are_masked(folder: Path) -> None:
    assert "组长：范某某（甲小学校长）" in printed(folder, "甲.yaml", "--redact")


def test_what_to_install_is_said_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    subject._opencc.cache_clear()
    assert run(["render", ".", "--script", "hant", "-o", "out"]) == codes.USAGE
    assert capsys.readouterr().err.count('pip install "gongjian[hant]"') == 1
    assert not (folder / "out").exists()


def test_a_traditional_plan_without_the_converter_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    subject._opencc.cache_clear()
    assert run(["render", ".", "-o", "out"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out == "甲.yaml → out/甲.docx\n"
    assert shown.err == (
        '龍山.yaml: 印不出来：繁简转换，还要装一个扩展（先运行：pip install "gongjian[hant]"）\n'
    )


def test_a_traditional_plan_is_valid_without_the_converter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert run(["validate", "龍山.yaml"]) == codes.FINE
    assert "没有发现问题" in capsys.readouterr().err


def test_a_quota_in_traditional_characters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quota", "不少於2人/學期", "--format", "json"]) == codes.FINE
    facts = json.loads(capsys.readouterr().out)
    assert (facts["input"], facts["canonical"], facts["period"]) == ("不少於2人/學期", "≥2人/学期", "学期")


def test_a_review_copy_masks_what_its_comments_say(folder: Path) -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    text = (folder / "甲.yaml").read_text(encoding="utf-8")
    twice = "{teacher: 孟浩然, kind: 支教, origin: partner, destination: yongli, period: 2023-2024学年}"
    sent = "  - {teacher: 孟某某, kind: 跟岗"
    (folder / "乙.yaml").write_text(
        text.replace(sent, f"  - {twice}\n{sent}").replace("孟某某", "孟浩然"), encoding="utf-8"
    )
    assert (
        run(["render", "乙.yaml", "--review", "--redact", "--script", "hant", "-o", "乙.docx", "-q"])
        == codes.FINE
    )
    with ZipFile(folder / "乙.docx") as docx:
        comments = docx.read("word/comments.xml").decode()
        assert not any("孟浩然" in docx.read(name).decode() for name in docx.namelist())
    assert "孟某某在 2023-09-01 至 2024-08-31 已經派去支教" in comments


@pytest.mark.parametrize("options", [["--script", "hant"], ["--redact"], ["--script", "hant-hk", "--redact"]])
def test_a_document_in_another_script_or_masked_is_verified_as_it_was_printed(
    folder: Path, options: list[str]
) -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    assert run(["render", "甲.yaml", "-o", "甲.docx", "-q", *options]) == codes.FINE
    assert run(["verify", "甲.docx"]) == codes.FINE
    assert run(["render", "甲.yaml", "-o", "甲.docx", "-q", "--check", *options]) == codes.FINE
    assert run(["render", "甲.yaml", "-o", "甲.docx", "-q", "--check"]) == codes.FINDINGS
