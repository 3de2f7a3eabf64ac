"""Documents in Traditional characters, and back."""

import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongjian.document import script as subject
from gongjian.document.docx import write_docx
from gongjian.document.errors import MissingExtraError
from gongjian.document.html import write_html
from gongjian.document.kinds import KINDS, NothingToPrintError
from gongjian.document.layout import COMMON, FONTS
from gongjian.document.markdown_writer import write_markdown
from gongjian.document.material import Material
from gongjian.document.pdf.frame import imprint_data, letterhead_data
from gongjian.document.rendering import document_of
from gongjian.document.script import (
    in_script,
    to_simplified,
    to_traditional,
    traditional_name,
)
from gongjian.document.titles import break_title
from gongjian.document.tree import Document, Imprint, Letterhead, Paragraph, Text
from gongjian.model.mapping import with_texts
from gongjian.model.plan import Plan
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from real_plans import REAL_PLANS

ROOT = Path(__file__).parents[2]
TRADITIONAL = ROOT / "tests/cases/good/traditional-keys.yaml"
BASE = ROOT / "tests/cases/good/base.yaml"


@pytest.fixture
def opencc() -> object:
    return pytest.importorskip("opencc", reason="OpenCC is not installed")


def read(path: Path) -> tuple[Plan, str]:
    text = path.read_text(encoding="utf-8")
    return load(SourceFile.of(text), Plan), text


@pytest.mark.usefixtures("opencc")
@pytest.mark.parametrize(
    ("text", "taiwan", "hong_kong"),
    [
        ("信息、网络", "資訊、網路", "信息、網絡"),
        ("信息技术、软硬件、互联网", "資訊科技、軟硬體、網際網路", "信息技術、軟硬件、互聯網"),
        (
            "支教对象、社区、文件、项目、支持、设备",
            "支教對象、社區、文件、項目、支持、設備",
            "支教對象、社區、文件、項目、支持、設備",
        ),
        (
            "示范、范围、面向、制订、以后、公里",
            "示範、範圍、面向、制訂、以後、公里",
            "示範、範圍、面向、制訂、以後、公里",
        ),
        ("卫生室里的台账", "衛生室裡的臺賬", "衞生室裏的台賬"),
        ("“手拉手‘结对’”，it’s", "「手拉手『結對』」，it’s", "「手拉手『結對』」，it’s"),
        ("简短信息、存在线索、在线教研", "簡短資訊、存在線索、線上教研", "簡短信息、存在線索、在線教研"),
        ("≥2次/学期、30%、2022—2023学年", "≥2次/學期、30%、2022—2023學年", "≥2次/學期、30%、2022—2023學年"),
        ("", "", ""),
    ],
)
def test_texts(text: str, taiwan: str, hong_kong: str) -> None:
    assert to_traditional(text, "hant") == taiwan
    assert to_traditional(text, "hant-hk") == hong_kong


@pytest.mark.usefixtures("opencc")
@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("資訊、網路、資訊科技、軟體、最佳化", "信息、网络、信息技术、软件、优化"),
        ("對口支援、檔案、印發文件、看著、乾隆", "对口支援、档案、印发文件、看着、乾隆"),
        ("衞生、裏面、羣眾、裡面", "卫生、里面、群众、里面"),
        ("「手拉手『結對』」", "“手拉手‘结对’”"),
    ],
)
def test_texts_back(text: str, simplified: str) -> None:
    assert to_simplified(text) == simplified


@pytest.mark.usefixtures("opencc")
@pytest.mark.parametrize(
    ("name", "traditional"),
    [
        ("范某某", "范某某"), ("于洋", "于洋"), ("余某", "余某"), ("叶某", "葉某"), ("沈某", "沈某"), ("后某", "后某"), ("涂某", "涂某"),
        ("郁知秋", "郁知秋"), ("张三丰", "張三豐"), ("陈万里", "陳萬里"), ("钟某", "鍾某"), ("党某", "党某"), ("种某", "种某"),
        ("万俟某", "万俟某"), ("鲜于某", "鮮于某"), ("欧阳修", "歐陽修"), ("某", "某"),
    ],
)  # fmt: skip
def test_names(name: str, traditional: str) -> None:
    assert traditional_name(name, "hant") == traditional
    assert traditional_name(name, "hant-hk") == traditional


@pytest.mark.usefixtures("opencc")
def test_people_of_the_plan_keep_their_surnames_in_running_text() -> None:
    plan, source = read(BASE)
    facts = {
        "leader": {"name": "范仲淹", "post": "校长"},
        "members": ["于　洋", "余某", {"name": "叶某", "post": "教师"}],
    }
    plan = Plan.model_validate({**plan.model_dump(mode="json"), "leadership": facts})
    document = Document(
        "范仲淹、于　洋、余某某、叶某", (Paragraph((Text("范校长示范，范围；余老师、余数；于是于 洋"),)),)
    )
    converted = in_script(document, Material(plan), source, "hant")
    assert converted.title == "范仲淹、于　洋、余某某、葉某"
    assert converted.blocks == (Paragraph((Text("范校長示範，範圍；余老師、餘數；於是于 洋"),)),)


@pytest.mark.usefixtures("opencc")
def test_masked_people_keep_them_too() -> None:
    plan, source = read(BASE)
    plan = plan.model_copy(update={"leadership": plan.leadership.model_copy(update={"deputies": ()})})
    leader = plan.leadership.leader.model_copy(update={"name": "范仲淹"})
    plan = plan.model_copy(update={"leadership": plan.leadership.model_copy(update={"leader": leader})})
    written = write_markdown(document_of(plan, source, script="hant", redact=True))
    assert "組長：范某某（甲小學校長）" in written


@pytest.mark.usefixtures("opencc")
def test_everything_but_the_properties_is_converted() -> None:
    plan, source = read(BASE)
    document = Document(
        title="关于印发方案的通知",
        letterhead=Letterhead(("甲小学",), number=(Text("松教〔2022〕12号"),), signers=("王某某",)),
        imprint=Imprint((Text("办公室"),), (Text("2022年10月9日"),), (Text("教育局"),)),
        properties={"gongjian.plan": "学校"},
    )
    converted = in_script(document, Material(plan), source, "hant")
    assert converted == Document(
        title="關於印發方案的通知",
        letterhead=Letterhead(
            ("甲小學",), number=(Text("松教〔2022〕12號"),), signers=("王某某",), signer_word="簽發人"
        ),
        imprint=Imprint((Text("辦公室"),), (Text("2022年10月9日"),), (Text("教育局"),), word="印發"),
        properties={"gongjian.plan": "学校", "gongjian.script": "hant"},
        script="hant",
    )
    written = write_markdown(converted)
    assert "簽發人：王某某" in written
    assert "<p>簽發人：<span>" in write_html(converted).decode()
    with ZipFile(BytesIO(write_docx(converted))) as package:
        body = re.sub("<[^>]*>", "", package.read("word/document.xml").decode())
    assert "簽發人：王某某" in body
    assert "2022年10月9日印發" in body
    assert letterhead_data(converted.letterhead)["signer_word"] == "簽發人"
    assert imprint_data(converted.imprint)["word"] == "印發"
    assert written.endswith("抄送：教育局<br>辦公室　2022年10月9日印發\n")


def test_a_plan_in_its_own_simplified_script_needs_no_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    _without_opencc(monkeypatch)
    plan, source = read(BASE)
    assert document_of(plan, source, script="hans") == document_of(plan, source)
    assert document_of(plan, source).script == "hans"


@pytest.mark.parametrize(
    ("path", "script"), [(BASE, "hant"), (BASE, "hant-hk"), (TRADITIONAL, None), (TRADITIONAL, "hans")]
)
def test_what_to_install_is_said(
    monkeypatch: pytest.MonkeyPatch, path: Path, script: subject.Script | None
) -> None:
    _without_opencc(monkeypatch)
    with pytest.raises(MissingExtraError) as caught:
        document_of(*read(path), script=script)
    assert str(caught.value) == '繁简转换，还要装一个扩展（先运行：pip install "gongjian[hant]"）'


def _without_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    subject._opencc.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", None)


@pytest.mark.usefixtures("opencc")
def test_a_traditional_plan_prints_in_its_script_and_in_the_others() -> None:
    plan, source = read(TRADITIONAL)
    own = document_of(plan, source)
    assert (own.script, own.properties["gongjian.script"]) == ("hant", "hant")
    written = write_markdown(own)
    assert "組長：范某某（龍山小學書記、校長）" in written
    assert "選派骨幹教師到成員校上示範課，每學期不少於2次。" in written
    assert "| 1 | 2022年10月20日至21日 | 集體備課 | 20 | 樂業小學 |" in written
    assert document_of(plan, source, script="hant") == own
    back = write_markdown(document_of(plan, source, script="hans"))
    assert "组长：范某某（龙山小学书记、校长）" in back
    assert "## 附件1 活动安排表" in back
    hong_kong = document_of(plan, source, script="hant-hk")
    assert (hong_kong.script, hong_kong.title) == ("hant-hk", plan.title)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_a_document_of_a_traditional_plan_is_that_of_its_twin(opencc: object, path: Path, kind: str) -> None:
    """Headings, quotas, sentences made, sides of an agreement: all in the plan's script, its own texts untouched."""
    convert = opencc.OpenCC("s2tw").convert
    plan, source = read(path)
    traditional = convert(source)
    twin = load(SourceFile.of(traditional), Plan)
    try:
        document = document_of(plan, source, kind)
    except NothingToPrintError:
        pytest.skip(f"没有{kind}")
    own = document_of(twin, traditional, kind)
    assert _words(own) == _words(with_texts(document, convert))
    assert _words(document_of(twin, traditional, kind, script="hans")) == _words(document)


def _words(document: Document) -> Document:
    return replace(document, properties={}, script="hans")


@pytest.mark.usefixtures("opencc")
def test_a_traditional_plan_keeps_its_own_quotation_marks_and_variants() -> None:
    _, source = read(TRADITIONAL)
    source = source.replace("堅持資源共享。", "堅持“資源共享”，瞭解羣眾，范家與於家，網絡。")
    plan = load(SourceFile.of(source), Plan)
    assert "堅持“資源共享”，瞭解羣眾，范家與於家，網絡。" in write_markdown(document_of(plan, source))
    assert "坚持“资源共享”，了解群众，范家与于家，网络。" in write_markdown(
        document_of(plan, source, script="hans")
    )


@pytest.mark.usefixtures("opencc")
def test_writers_tell_the_language_and_take_fonts_that_have_the_characters() -> None:
    plan, source = read(BASE)
    for script, language in (("hans", "zh-CN"), ("hant", "zh-TW"), ("hant-hk", "zh-HK")):
        document = document_of(plan, source, script=script)
        assert f'<html lang="{language}">' in write_html(document).decode()
        with ZipFile(BytesIO(write_docx(document))) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        assert f'w:eastAsia="{language}"' in parts["word/styles.xml"]
        assert f'w:eastAsia="{language}"' in parts["word/settings.xml"]
        assert f"<dc:language>{language}</dc:language>" in parts["docProps/core.xml"]
        assert ("GB2312" in parts["word/styles.xml"]) is (script == "hans")


def test_fonts_that_a_bureau_chose_are_kept() -> None:
    chosen = replace(COMMON, fonts=FONTS["windows"])
    assert chosen.for_script("hant").fonts == FONTS["windows"]
    assert COMMON.for_script("hans") == COMMON


def test_titles_break_alike_in_either_script() -> None:
    simplified = "龙山区教育局关于印发《龙山小学与乐业小学“手拉手”结对共建活动实施方案》的通知"
    traditional = "龍山區教育局關於印發《龍山小學與樂業小學「手拉手」結對共建活動實施方案》的通知"
    assert [len(line) for line in break_title(traditional)] == [len(line) for line in break_title(simplified)]
    assert "".join(break_title(traditional)) == traditional
