"""Word files as readers see them."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from texts import hostile_text

from gongjian.document.docx import write_docx
from gongjian.document.inline import clean_text
from gongjian.document.layout import COMMON, FONTS, Profile
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import Column, Document, Heading, Letterhead, Paragraph, Table, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document):
    return docx.Document(BytesIO(write_docx(document)))


def test_python_docx_reads_it(sample_docx):
    read = docx.Document(BytesIO(sample_docx))
    found = [(paragraph.style.name, paragraph.text) for paragraph in read.paragraphs]
    assert found[0] == (
        "公文标题（下有副标题）",
        "云岭县实验小学与石桥镇中心小学\n2024—2027学年城乡学校结对共建实施方案",
    )
    assert ("Heading 1", "一、总体要求") in found
    assert ("Heading 2", "（一）指导思想") in found
    assert ("公文成文日期", "2024年8月26日") in found
    assert [table.rows[0].cells[0].text for table in read.tables] == ["序号", "序号", "序号"]


def test_file_properties(sample_docx, parts_of):
    core = docx.Document(BytesIO(sample_docx)).core_properties
    assert (core.title, core.author, core.language) == (
        "云岭县实验小学与石桥镇中心小学2024—2027学年城乡学校结对共建实施方案",
        "云岭县实验小学、石桥镇中心小学",
        "zh-CN",
    )
    assert core.created.replace(tzinfo=None) == core.modified.replace(tzinfo=None) == datetime(2024, 8, 26)
    custom, _ = parts_of(sample_docx)["docProps/custom.xml"]
    assert (custom.get("name"), custom[0].text) == ("gongjian.plan", "yunling-2024")


def test_the_same_document_gives_the_same_bytes_in_every_process(sample_docx):
    code = (
        "import sys; from pathlib import Path; from hashlib import sha256\n"
        "from gongjian.document.docx import write_docx; from gongjian.document.markdown import parse_markdown\n"
        "source = Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "document = parse_markdown(source, {'gongjian.plan': 'yunling-2024'})\n"
        "sys.stdout.write(write_docx(document).hex())"
    )
    path = Path(__file__).parent / "sample.md"
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code, path],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert bytes.fromhex(run.stdout) == sample_docx


def test_a_document_without_a_date_is_of_no_day():
    core = opened(Document("标题")).core_properties
    assert (core.created.year, core.author) == (1980, "")


def test_a_table_repeats_its_header_and_keeps_rows_whole(sample_docx, parts_of):
    table = next(parts_of(sample_docx)["word/document.xml"].iter(f"{W}tbl"))
    rows = [[child.tag.removeprefix(W) for child in row.find(f"{W}trPr")] for row in table.iter(f"{W}tr")]
    assert rows == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"], ["cantSplit"]]
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "表1  年度活动安排"
    assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


def test_landscape_pages_turn_the_margins_with_the_paper(sample_docx, parts_of):
    sizes = [
        (dict(section.find(f"{W}pgSz").attrib), dict(section.find(f"{W}pgMar").attrib))
        for section in parts_of(sample_docx)["word/document.xml"].iter(f"{W}sectPr")
    ]
    upright, landscape, again = sizes
    assert upright == again
    assert [landscape[0][f"{W}{name}"] for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    for turned, side in {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}.items():
        assert landscape[1][f"{W}{turned}"] == upright[1][f"{W}{side}"]


def direct(part, tag):
    return {child.tag.removeprefix(W) for properties in part.iter(W + tag) for child in properties}


def test_only_what_depends_on_the_text_is_formatted_directly(sample_docx, formal_docx, parts_of):
    plain, framed = (parts_of(data)["word/document.xml"] for data in (sample_docx, formal_docx))
    assert direct(plain, "pPr") == {"pStyle", "keepNext", "ind", "sectPr"}
    assert direct(plain, "rPr") == {"rStyle"}
    assert direct(framed, "pPr") - direct(plain, "pPr") == {"spacing"}, (
        "the line of a mark that was made to fit"
    )
    assert direct(framed, "rPr") - direct(plain, "rPr") == {"w", "sz", "szCs"}


def test_numbers_that_word_counts_are_the_only_other(formal, parts_of):
    parts = parts_of(write_docx(formal, replace(COMMON, numbering="auto")))
    literal = parts_of(write_docx(formal))["word/document.xml"]
    assert direct(parts["word/document.xml"], "pPr") - direct(literal, "pPr") == {"numPr", "rPr"}


def test_a_paper_is_by_its_issuers_where_nobody_signs():
    letterhead = Letterhead(("松阳县教育局", "松阳县财政局"))
    assert (
        opened(Document("标题", letterhead=letterhead)).core_properties.author == "松阳县教育局、松阳县财政局"
    )


@pytest.mark.parametrize("name", FONTS)
def test_fonts_of_a_profile(name, parts_of):
    fonts = FONTS[name]
    parts = parts_of(write_docx(Document("标题"), Profile(fonts=fonts)))
    named = {font.get(f"{W}eastAsia") for font in parts["word/styles.xml"].iter(f"{W}rFonts")}
    assert named == {fonts.title, fonts.body, fonts.level_1, fonts.level_2, fonts.footer}
    listed = [font.get(f"{W}name") for font in parts["word/fontTable.xml"]]
    assert set(listed) == named | {fonts.latin}
    assert len(set(listed)) == len(listed)


def test_rare_characters():
    words = "𠮷𡈽😀👨‍👩‍👧〔2022〕“”—…"
    assert opened(Document("标题", (Paragraph((Text(words),)),))).paragraphs[1].text == words


@given(hostile_text)
def test_any_text_is_text_in_every_place(text):
    inlines = (Text(text),)
    document = Document(
        text,
        (
            Heading(1, (Text("题" + text),)),
            Paragraph(inlines),
            Table((Column(inlines),), ((inlines,),), caption=text),
        ),
        properties={text: text},
    )
    read = opened(document)
    title, heading, paragraph, *_ = read.paragraphs
    assert title.text.replace("\n", "") == clean_text(text).replace("\n", "")
    assert heading.text == "一、题" + clean_text(text)
    assert paragraph.text == clean_text(text)
    assert read.tables[0].rows[1].cells[0].text == clean_text(text)


def test_a_very_long_paragraph_and_a_very_long_table():
    rows = tuple(((Text(str(number)),), (Text("示范课"),)) for number in range(500))
    table = Table((Column((Text("序号"),)), Column((Text("活动"),))), rows)
    read = opened(Document("标题", (Paragraph((Text("长" * 3000),)), table)))
    assert len(read.paragraphs[1].text) == 3000
    assert len(read.tables[0].rows) == 501


def test_import_brings_nothing_heavy():
    code = "import sys, gongjian.document.docx; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "docx", "pydantic", "rich", "click", "yaml"} & set(run.stdout.split())


def test_parse_and_write_need_nothing_else():
    assert write_docx(parse_markdown("# 标题"))[:4] == b"PK\3\4"
