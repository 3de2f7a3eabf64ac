"""Documents printed the way they were printed, whatever was asked for then: all verify as unedited and in step."""

from pathlib import Path

import docx
import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.document.docx.reading import PLAN, read_printed

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests/cases/good/base.yaml").read_text(encoding="utf-8")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_text(GOOD, encoding="utf-8")
    text = (ROOT / "plans/songyang.yaml").read_text(encoding="utf-8")
    (tmp_path / "plans/songyang.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/通报.md.j2").write_text("# {{ plan.title }}\n\n通报如下。\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--kind", "印发通知"],
        ["--kind", "结对协议书"],
        ["--kind", "工作计划", "--term", "2022-2023-2"],
        ["--kind", "工作总结", "--term", "2022-2023"],
        ["--kind", "活动安排表"],
        ["--template", "templates/通报.md.j2"],
        ["--redact"],
        ["--review"],
        ["--set", "numbering=auto"],
        ["--kind", "印发通知", "--set", "red_head=none"],
    ],
    ids=" ".join,
)
def test_what_was_asked_for_is_remembered(
    county: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "songyang"):
        run(["render", f"plans/{name}.yaml", *arguments, "-o", f"out/{name}", "-q"])
    documents = sorted(map(str, (county / "out").rglob("*.docx")))
    assert documents
    capsys.readouterr()
    code = run(["verify", *documents])
    assert code == codes.FINE, capsys.readouterr().out


def test_the_bureau_of_the_settings_is_in_a_notice_that_it_issues(county: Path) -> None:
    told = "bureau: {name: 甲小学, office: 甲小学综合科, code: 甲教}\n"
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{told}", encoding="utf-8")
    formats = ["--format", "md", "--format", "docx"]
    assert run(["render", "plans/a.yaml", "--kind", "印发通知", *formats, "-o", "out"]) == codes.FINE
    text = (county / "out/a-印发通知.md").read_text(encoding="utf-8")
    assert "甲教〔2022〕==待补：序号==号\n" in text
    assert "甲小学综合科　2022年10月8日印发" in text
    assert run(["verify", "out/a-印发通知.docx"]) == codes.FINE


@pytest.mark.parametrize("script", ["hans", "hant"])
@pytest.mark.parametrize(
    "template", [[], ["--template", "templates/通报.md.j2"], ["--template", "templates/局.docx"]], ids=str
)
def test_a_masked_document_finds_the_plan_whose_id_holds_a_name(
    county: Path, script: str, template: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    plan = county / "plans/a.yaml"
    text = GOOD.replace("王某某", "张三丰").replace("id: base", "id: 张三丰支教")
    if script == "hant":
        text = pytest.importorskip("opencc").OpenCC("s2t").convert(text)
    plan.write_text(text, encoding="utf-8")
    if "templates/局.docx" in template:
        pytest.importorskip("docxtpl")
        own = docx.Document()
        own.add_paragraph("{{ plan.title }}")
        own.save(str(county / "templates/局.docx"))
    assert run(["render", "plans/a.yaml", "--redact", *template, "-o", "a.docx", "-q"]) == codes.FINE
    assert read_printed(county / "a.docx").properties[PLAN] == "张某某支教"
    assert run(["verify", "a.docx"]) == codes.FINE
    plan.write_text(text.replace("date: 2022-10-08", "date: 2022-10-09"), encoding="utf-8")
    assert run(["verify", "a.docx"]) == codes.FINDINGS
    assert "印出以后方案改过" in capsys.readouterr().out


def test_a_template_that_is_gone_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["render", "plans/a.yaml", "--template", "templates/通报.md.j2", "-o", "a.docx", "-q"])
    (county / "templates/通报.md.j2").unlink()
    assert run(["verify", "a.docx"]) == codes.FINDINGS
    said = capsys.readouterr().out
    assert "印的时候用的模板 通报.md.j2 不在仓库的 templates 文件夹里，不能重印（把模板放进去再查）" in said
