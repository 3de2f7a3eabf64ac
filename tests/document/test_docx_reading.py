"""Word files read back: our own, and such as Word makes of them."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from texts import hostile_text

from gongjian.document.docx import write_docx
from gongjian.document.docx.reading import WordFile, read_docx, read_printed
from gongjian.document.inline import clean_text
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import Column, Document, Heading, Paragraph, Table, Text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def repacked(content, parts):
    """The same file with some parts replaced or added."""
    with ZipFile(BytesIO(content)) as source:
        kept = {name: source.read(name) for name in source.namelist()}
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name, text in (kept | parts).items():
            target.writestr(name, text)
    return out


def body(xml):
    """The paragraphs of a file with this body."""
    document = f'<w:document {W} xmlns:m="urn:other"><w:body>{xml}</w:body></w:document>'
    return read_docx(repacked(write_docx(Document("题")), {"word/document.xml": document})).paragraphs


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_what_was_written_is_read(sample_docx):
    read = read_docx(BytesIO(sample_docx))
    assert read.properties["gongjian.plan"] == "yunling-2024"
    assert read.paragraphs[:4] == (
        "云岭县实验小学与石桥镇中心小学\n2024—2027学年城乡学校结对共建实施方案",
        "（征求意见稿）",
        "各年级组、各教研组，石桥镇中心小学及所属教学点：",
        (
            "为推动优质教育资源下沉，缩小城乡学校办学差距，根据《云岭县教育局关于开展城乡学校结对共建的通知》（云教发〔2024〕18号）要求，"
            "经两校协商，制定本方案。"
        ),
    )
    assert "序号\t活动\t时间\t主办学校\t参加对象" in read.paragraphs
    assert "2\t语文、数学集体备课\t每月第二周\t石桥镇中心小学\t语文、数学教研组" in read.paragraphs
    assert read.is_as_printed


def test_the_digest_is_that_of_the_words_in_every_kind_of_document():
    for source in ("# 题", "# 题 & <b>\n\n甲<br>乙&#9;丙", "# 题\n\n| 甲 |\n|---|\n| 乙 |"):
        assert read_docx(BytesIO(write_docx(parse_markdown(source)))).is_as_printed


@given(hostile_text)
def test_whatever_is_written_is_read(text):
    inlines = (Text(text),)
    table = Table((Column(inlines),), ((inlines,),))
    document = Document(
        "题",
        (Heading(1, (Text("题" + text),)), Paragraph(inlines), table),
        properties={"gongjian.kind": text},
    )
    read = read_docx(BytesIO(write_docx(document)))
    clean = clean_text(text)
    expected = ["题", "一、题" + clean, clean, clean, clean]
    assert read.paragraphs == tuple(line for line in expected if line.strip())
    assert read.is_as_printed
    assert read.properties["gongjian.kind"] == clean


def test_a_digest_that_is_missing_tells_nothing():
    assert WordFile({}, ("甲",)).is_as_printed is None


@pytest.mark.parametrize("change", ["改", "，", "1"])
def test_a_changed_word_is_noticed(sample_docx, change):
    document = docx.Document(BytesIO(sample_docx))
    document.paragraphs[5].runs[0].text += change
    out = BytesIO()
    document.save(out)
    assert read_docx(out).is_as_printed is False


def test_what_word_does_to_runs_and_spaces_is_no_change(sample_docx):
    document = docx.Document(BytesIO(sample_docx))
    for paragraph in document.paragraphs:
        for stretch in paragraph.runs:
            if len(stretch.text) > 4 and "\n" not in stretch.text:
                text = stretch.text
                stretch.text = text[:2]
                paragraph.add_run(text[2:])
                break
        paragraph.add_run("")
    document.add_paragraph("  ")
    document.add_comment(document.paragraphs[3].runs, text="批注不算正文")
    out = BytesIO()
    document.save(out)
    read = read_docx(out)
    assert "批注不算正文" not in "".join(read.paragraphs)
    assert len(read.paragraphs) == len(read_docx(BytesIO(sample_docx)).paragraphs)


@pytest.mark.parametrize(
    ("xml", "paragraphs"),
    [
        (f"<w:p>{run('甲')}<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>", ("甲\n乙\t丙",)),
        (f'<w:p>{run("甲")}<w:r><w:br w:type="page"/></w:r>{run("乙")}</w:p>', ("甲乙",)),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t> 甲 </w:t></w:r></w:p>", ("甲",)),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="x"/><w:noBreakHyphen/></w:r></w:p>', ("\uf0fe-",)),
        (f"<w:p>{run('  ')}</w:p><w:p/><w:p>{run('甲')}</w:p>", ("甲",)),
        (
            f"<w:p>{run('甲')}<w:del><w:r><w:delText>删</w:delText></w:r>{run('删')}</w:del><w:ins>{run('增')}</w:ins></w:p>",
            ("甲增",),
        ),
        (f"<w:p><w:moveFrom>{run('旧')}</w:moveFrom>{run('中')}<w:moveTo>{run('新')}</w:moveTo></w:p>", ("中新",)),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p><w:p>{run('乙')}</w:p>",
            ("甲乙",),
        ),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p>", ("甲",)),
        (
            (f"<w:tbl><w:tr><w:tc><w:p>{run('甲')}</w:p><w:p>{run('乙')}</w:p></w:tc><w:tc><w:p>{run('丙')}</w:p></w:tc></w:tr>"
            f"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('删')}</w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
            ("甲\n乙\t丙",),
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>{run('内')}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
            ("内",),
        ),
        (
            (f'<w:p><w:hyperlink>{run("链")}</w:hyperlink><w:sdt><w:sdtContent>{run("控")}</w:sdtContent></w:sdt>'
            '<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'),
            ("链控",),
        ),
        (
            ('<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent><mc:Choice>'
            f"<w:txbxContent><w:p>{run('框')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>{run('框')}"
            f"</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{run('文')}</w:p>"),
            ("框", "文"),
        ),
        ("<w:p><m:r><m:t>别的</m:t></m:r></w:p>", ()),
    ],
)  # fmt: skip
def test_how_a_body_reads(xml, paragraphs):
    assert body(xml) == paragraphs


def test_notes_are_part_of_the_words():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    notes = f"<w:footnotes {W}><w:footnote><w:p>{run('脚注')}</w:p></w:footnote></w:footnotes>"
    read = read_docx(
        repacked(
            write_docx(Document("题")),
            {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes},
        )
    )
    assert read.paragraphs == ("题", "脚注")
    assert read.is_as_printed is False


def test_a_printed_file_names_its_plan(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(Document("题", properties={"gongjian.plan": "a"})))
    assert read_printed(path).properties["gongjian.plan"] == "a"
