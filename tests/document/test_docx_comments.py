"""Reviewers' comments as Word has them: over the paragraph, in a part of their own that is there only for them."""

from io import BytesIO

import docx
import pytest

from gongjian.document.docx import write_docx
from gongjian.document.layout import COMMON
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import Document, Heading, Paragraph, SignOff, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph(*comments, text="正文"):
    return Paragraph((Text(text), *(Text("", comment=comment) for comment in comments)))


def test_the_part_is_there_only_with_comments(parts_of):
    without = parts_of(write_docx(Document("标题", (paragraph(),))))
    with_one = parts_of(write_docx(Document("标题", (paragraph("缺少依据"),))))
    assert with_one.keys() - without.keys() == {"word/comments.xml"}
    for name, tag in (("[Content_Types].xml", "PartName"), ("word/_rels/document.xml.rels", "Target")):
        mentioned = [
            any("comments" in child.get(tag, "") for child in parts[name]) for parts in (without, with_one)
        ]
        assert mentioned == [False, True]


def test_each_comment_spans_its_paragraph(parts_of):
    body = parts_of(write_docx(Document("标题", (paragraph("甲"), paragraph("乙", "丙")))))[
        "word/document.xml"
    ]
    _, one, two = body.iter(f"{W}p")
    assert [child.tag.removeprefix(W) for child in one] == [
        "pPr",
        "commentRangeStart",
        "r",
        "commentRangeEnd",
        "r",
    ]
    marks = [(child.tag.removeprefix(W), child.get(f"{W}id")) for child in two.iter() if child.get(f"{W}id")]
    assert marks == [
        ("commentRangeStart", "1"), ("commentRangeStart", "2"),
        ("commentRangeEnd", "1"), ("commentReference", "1"),
        ("commentRangeEnd", "2"), ("commentReference", "2"),
    ]  # fmt: skip


def test_python_docx_reads_them(formal_docx):
    comments = list(docx.Document(BytesIO(formal_docx)).comments)
    assert [comment.text for comment in comments] == [
        "批注一：这一段缺少依据。", "批注二：与政策第三条不符。", "标题上的批注", "接排段的批注", "单元格里的批注",
    ]  # fmt: skip
    assert {(comment.author, comment.initials) for comment in comments} == {("gongjian", "共建")}
    assert {comment.timestamp.date().isoformat() for comment in comments} == {"2021-04-08"}


def test_a_document_without_a_date_has_comments_of_no_day():
    (comment,) = docx.Document(BytesIO(write_docx(Document("标题", (paragraph("甲"),))))).comments
    assert comment.timestamp.year == 1980


def test_lines_of_a_comment_are_its_paragraphs():
    (comment,) = docx.Document(BytesIO(write_docx(Document("标题", (paragraph("甲\n乙<&>"),))))).comments
    assert [each.text for each in comment.paragraphs] == ["甲", "乙<&>"]


def test_the_words_are_the_same_without_the_comments(formal):
    def texts(document):
        read = docx.Document(BytesIO(write_docx(document)))
        return [node.text for node in read.element.body.iter(f"{W}t")]

    bare = parse_markdown("# 标题\n\n## 甲**乙**\n\n### **丙。**丁\n\n1. **戊**己")
    remarked = parse_markdown(
        "# 标题\n\n## {>>一<<}甲**乙**\n\n### **丙。**{>>二<<}丁\n\n1. {>>三<<}**戊**己{>>四<<}"
    )
    assert texts(bare) == texts(remarked)


@pytest.mark.parametrize(
    "document",
    [
        Document("标题", (Heading(1, (Text("甲"), Text("", comment="批注"))),)),
        Document("标题", (Heading(2, (Text("甲"),), (Text("", comment="批注"), Text("乙"))),)),
        Document("标题", addressee=(Text("", comment="批注"), Text("各校："))),
        Document(
            "标题", sign_off=SignOff(((Text("甲校"), Text("", comment="批注")),), (Text("2021年4月8日"),))
        ),
        Document("标题", note=(Text("此件公开发布"), Text("", comment="批注"))),
        Document("标题", (Paragraph((Text("", comment="批注"),)),)),
    ],
)
def test_they_may_stand_anywhere(document):
    (comment,) = docx.Document(BytesIO(write_docx(document, COMMON))).comments
    assert comment.text == "批注"
