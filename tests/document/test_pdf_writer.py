"""PDF files: the words, the outline, the properties; the same bytes each time."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import BOTTOM, RIGHT, Pdf, missing_fonts, printed
from texts import hostile_text

from gongjian.document.layout import COMMON
from gongjian.document.pdf import write_pdf
from gongjian.document.pdf.press import TypesettingError
from gongjian.document.pdf.rare import MissingCharactersError
from gongjian.document.tree import (
    Column,
    Document,
    Heading,
    Imprint,
    Letterhead,
    Paragraph,
    SignOff,
    Table,
    Text,
)

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=f"不印 PDF：{missing_fonts()}")

SAMPLE = Path(__file__).parent / "sample.md"
HEADINGS = "# 标题\n\n## 甲\n\n### 乙\n\n#### **丙。**丁\n\n##### 戊\n\n己\n"

TYPST = [
    "#let x = 1", "#pagebreak()", "#panic()", "$a + b$", "`raw`", "*粗*", "_斜_", "@引用", "<标签>", "\\u{41}", "// 注", "/* 注 */",
    "= 题", "+ 项", "/ 词: 义", "~", "---", "...", "\"]", ")]", "#{", "]#[", "''", "\\", "\\n", "sys.inputs", "http://a.b/c",
]  # fmt: skip
"""What means something to Typst."""

INVISIBLE = dict.fromkeys(map(ord, " \u00a0\u3000\u2028\u2029\u0085\t\n\r\x0b\x0c\ufeff"))


@pytest.fixture(scope="module")
def sample():
    return write_pdf(_sample_document())


def _sample_document():
    from gongjian.document.markdown import parse_markdown

    source = SAMPLE.read_text(encoding="utf-8").replace("𠮷、𡈽、😀", "无")
    return parse_markdown(source, {"gongjian.plan": "yunling-2024", "gongjian.kind": "实施方案"})


def test_the_same_document_gives_the_same_bytes_in_every_process(sample):
    code = (
        "import sys; from pathlib import Path; from gongjian.document.pdf import write_pdf\n"
        "from gongjian.document.markdown import parse_markdown\n"
        "source = Path(sys.argv[1]).read_text(encoding='utf-8').replace('𠮷、𡈽、😀', '无')\n"
        "properties = {'gongjian.plan': 'yunling-2024', 'gongjian.kind': '实施方案'}\n"
        "sys.stdout.write(write_pdf(parse_markdown(source, properties)).hex())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, SAMPLE],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert bytes.fromhex(run.stdout) == sample == write_pdf(_sample_document())


def test_properties_are_the_documents(sample):
    properties = Pdf(sample).document.get_metadata_dict()
    assert properties["Title"] == "云岭县实验小学与石桥镇中心小学2024—2027学年城乡学校结对共建实施方案"
    assert properties["Author"] == "云岭县实验小学, 石桥镇中心小学"
    assert properties["Keywords"] == "gongjian.plan=yunling-2024, gongjian.kind=实施方案"
    assert properties["CreationDate"].startswith("D:20240826")
    assert b"zh-CN" in sample


def test_a_document_without_a_date_has_none():
    assert "CreationDate" not in {
        name for name, value in printed("# 标题\n\n正文").document.get_metadata_dict().items() if value
    }


def test_headings_are_bookmarks_with_their_numbers():
    pdf = printed(HEADINGS + "\n::: 附件 名单\n## 甲\n庚\n:::\n")
    assert pdf.outline == [
        (0, "一、甲"), (1, "（一）乙"), (2, "1.丙。"), (3, "（1）戊"), (0, "名单"), (1, "一、甲"),
    ]  # fmt: skip
    assert pdf.pages[0].texts[:6] == ["标题", "一、甲", "（一）乙", "1.丙。丁", "（1）戊", "己"]


def test_bold_levels_are_drawn_thicker():
    plain, bold = (
        printed(HEADINGS, replace(COMMON, bold=levels)) for levels in (frozenset(), frozenset({2, 3}))
    )
    assert plain.text == bold.text
    assert plain.data != bold.data


def test_what_is_still_to_be_filled_in_is_highlighted():
    page = printed("# 标题\n\n文号==待补：文号==。\n").pages[0]
    assert page.texts[1] == "文号待补：文号。"
    assert list(page.fills()) == [(255, 242, 0)]


def test_a_comment_is_not_printed():
    assert printed("# 标题\n\n正文{>>要改<<}。\n").pages[0].texts == ["标题", "正文。"]


def test_a_table_of_500_rows_repeats_its_header_and_breaks_no_row():
    rows = "".join(f"| {number} | 第{number}项活动 | 2024年10月23日 |\n" for number in range(1, 501))
    pages = printed(f"# 标题\n\n::: 表 活动表\n| 序号 | 活动 | 时间 |\n|:-:|---|---|\n{rows}:::\n").pages
    assert pages[0].texts[:3] == ["标题", "活动表", "序号活动时间"]
    assert all(page.texts[0] == "序号活动时间" for page in pages[1:])
    found = [line.text for page in pages for line in page.lines if line.text[0].isdigit()]
    assert found == [f"{number}第{number}项活动2024年10月23日" for number in range(1, 501)]
    assert max(rule[3] for page in pages for rule in page.rules) < BOTTOM + 0.5


def test_a_row_higher_than_a_page_goes_on_on_the_next():
    pages = printed(f"# 标题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | {'长' * 3000} |\n").pages
    assert sum(line.text.count("长") for page in pages for line in page.lines) == 3000
    assert all(line.right < RIGHT for page in pages for line in page.lines)


@given(st.lists(st.sampled_from([*TYPST, "学校", "2024年", "“示范课”"]), min_size=1, max_size=8).map("".join))
@settings(max_examples=40)
def test_no_text_is_ever_code(text):
    words = (Text(text),)
    document = Document(
        title=text,
        blocks=(
            Heading(1, words, words),
            Paragraph((Text(text, "strong"), Text(text, "pending"))),
            Table((Column(words),), ((words,),), caption=text),
        ),
        subtitle=text,
        addressee=words,
        sign_off=SignOff((words,), words),
        letterhead=Letterhead((text,), number=words),
        note=words,
        imprint=Imprint(words, words),
        properties={text: text},
    )
    found = Pdf(write_pdf(document)).text.replace("\u2010", "-")
    assert found.count(text.translate(INVISIBLE)) >= 13


@given(hostile_text)
@settings(max_examples=40)
def test_any_text_is_printed_or_named(text):
    document = Document(title="标题", blocks=(Paragraph((Text(text),)),))
    try:
        assert write_pdf(document).startswith(b"%PDF")
    except MissingCharactersError as error:
        assert "U+" in error.message


@pytest.mark.parametrize("standard", ["1.7", "a-1b", "a-2a", "a-2b", "a-2u", "a-3b", "ua-1"])
def test_standards_on_request(standard):
    data = write_pdf(_sample_document(), standard=standard)
    assert (b"pdfaid:part" in data) == standard.startswith("a-")
    assert (b"pdfuaid:part" in data) == (standard == "ua-1")


def test_a_document_that_a_standard_has_no_room_for_is_refused():
    with pytest.raises(TypesettingError, match=r"^排不出 PDF（ua-1）："):
        write_pdf(Document(title="标题", blocks=(Heading(3, (Text("甲"),)),)), standard="ua-1")
