"""The dialect: what each construct means, what is refused and where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import STRUCTURES, hostile_text

from gongjian.document.errors import MarkdownError
from gongjian.document.inline import clean_text, escape_text
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import (
    Attachment,
    Column,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    SignOff,
    Table,
    Text,
    plain_text,
)


def text(words):
    return (Text(words),)


def blocks_of(source):
    return parse_markdown("# 标题\n\n" + source).blocks


def test_a_whole_document():
    document = parse_markdown(
        """# 永利小学结对共建活动实施方案

::: 副标题
（试行）
:::

::: 主送
各年级组：
:::

为缩小差距，
制定本方案。

## 指导思想

::: 署名（盖章）
永利小学
共建小学
2022年10月8日
:::

::: 附件（横排） 活动安排表
正文。
:::

::: 附件 考核办法
:::
""",
        {"gongjian.plan": "yongli-2022"},
    )
    assert document == Document(
        title="永利小学结对共建活动实施方案",
        subtitle="（试行）",
        addressee=text("各年级组："),
        blocks=(Paragraph(text("为缩小差距，制定本方案。")), Heading(1, text("指导思想"))),
        sign_off=SignOff((text("永利小学"), text("共建小学")), text("2022年10月8日"), sealed=True),
        attachments=(
            Attachment("活动安排表", (Paragraph(text("正文。")),), landscape=True),
            Attachment("考核办法"),
        ),
        properties={"gongjian.plan": "yongli-2022"},
    )
    assert document.date == date(2022, 10, 8)


def test_several_title_lines_are_the_authors_own_breaks():
    assert parse_markdown("# 永利小学\n# 实施方案\n").title == "永利小学\n实施方案"


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("一段\n还是这一段", Paragraph(text("一段还是这一段"))),
        ("IPv6\nready", Paragraph(text("IPv6 ready"))),
        ("　　用全角空格缩进", Paragraph(text("用全角空格缩进"))),
        ("## 一级", Heading(1, text("一级"))),
        ("##### 四级", Heading(4, text("四级"))),
        ("### **交流。**互派干部", Heading(2, text("交流。"), text("互派干部"))),
        ("### **全粗**", Heading(2, (Text("全粗", "strong"),))),
        ("| 甲 | 乙 |\n|---|--:|", Table((Column(text("甲")), Column(text("乙"), "right")), ())),
    ],
)
def test_blocks(source, block):
    assert blocks_of(source) == (block,)


def test_items_nest_by_indent_and_keep_the_first_number():
    source = "3. 甲\n   1. 子\n   2. 子\n\n8. 乙\n续行\n\n一段\n\n1. 丙"
    assert blocks_of(source) == (
        Items((Item(text("甲")), Item(text("子"), 1), Item(text("子"), 1), Item(text("乙续行"))), start=3),
        Paragraph(text("一段")),
        Items((Item(text("丙")),), start=1),
    )


def test_a_table_with_caption():
    (table,) = blocks_of("::: 表（横排） 表1\n| 甲 |\n|:-:|\n| 1 |\n:::")
    assert table == Table((Column(text("甲"), "center"),), ((text("1"),),), "表1", landscape=True)


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    assert parse_markdown("\ufeff# 标题\r\n\r\n甲\r\n乙").blocks == (Paragraph(text("甲乙")),)


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("", 1, "没有标题"),
        ("正文\n", 1, "没有标题"),
        ("# 标题\n\n正文\n\n# 又一个", 5, "文件标题要写在最前面"),
        ("# 标题\n\n##指导思想", 3, "井号后面要空一格"),
        ("# 标题\n\n###### 太深", 3, "标题最多四层"),
        ("# 标题\n\n- 项", 3, "公文不用项目符号"),
        ("# 标题\n正文\n* 项", 3, "公文不用项目符号"),
        ("# 标题\n\n> 引", 3, "公文没有引用块"),
        ("# 标题\n\n```", 3, "公文没有代码块"),
        ("# 标题\n\n----", 3, "公文没有分隔线"),
        ("# 标题\n\n**半", 3, "** 没有成对"),
        ("# 标题\n\n:::", 3, "这个 ::: 前面没有开头"),
        ("# 标题\n\n::: 表格\n:::", 3, "这里不能写「::: 表格」"),
        ("# 标题\n\n::: 表\n正文\n:::", 3, "「::: 表」里面要有一张表"),
        ("# 标题\n\n::: 表\n|甲|\n|---|\n正文\n:::", 6, "「::: 表」到这里应当收尾"),
        ("# 标题\n\n::: 主送\n各校：", 3, "「::: 主送」没有收尾"),
        ("# 标题\n\n::: 主送\n甲\n乙\n:::", 3, "「主送」要写一行，而且只写一次"),
        ("# 标题\n\n::: 副标题\n:::", 3, "「副标题」要有内容，而且只写一次"),
        ("# 标题\n\n::: 署名\n永利小学\n:::", 3, "「署名」要有单位和日期，只写一次"),
        ("# 标题\n\n::: 署名（横排）\n甲\n乙\n:::", 3, "「署名」没有「横排」这一项"),
        ("# 标题\n\n::: 署名\n甲\n乙\n:::\n\n正文", 8, "署名和附件之后不能再有正文"),
        ("# 标题\n\n::: 附件\n:::", 3, "附件没有标题"),
        ("# 标题\n\n::: 附件 甲\n::: 署名\n甲\n乙\n:::\n:::", 4, "这里不能写「::: 署名」"),
        ("# 标题\n\n|甲|\n正文", 4, "表头下面要有一行分隔线"),
        ("# 标题\n\n|甲|乙|\n|---|", 4, "表头下面要有一行分隔线"),
        ("# 标题\n\n|甲|\n|---|\n|1|2|", 5, "这一行有2格，表头有1格"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(source, line, message):
    with pytest.raises(MarkdownError) as error:
        parse_markdown(source)
    assert (error.value.line, error.value.message) == (line, message)
    assert str(error.value).startswith(f"第{line}行：{message}")


PLACES = {
    "paragraph": ("{}", lambda document: document.blocks[0].inlines),
    "heading": ("## {}", lambda document: document.blocks[0].inlines),
    "item": ("1. {}", lambda document: document.blocks[0].items[0].inlines),
    "cell": ("| 甲 |\n|---|\n| {} |", lambda document: document.blocks[0].rows[0][0]),
    "column": ("| {} |\n|---|", lambda document: document.blocks[0].columns[0].header),
    "caption": ("::: 表 {}\n| 甲 |\n|---|\n:::", lambda document: text(document.blocks[0].caption)),
    "addressee": ("::: 主送\n{}\n:::", lambda document: document.addressee),
    "organisation": ("::: 署名\n{}\n2024年\n:::", lambda document: document.sign_off.organisations[0]),
    "annex": ("::: 附件 {}\n:::", lambda document: text(document.attachments[0].title)),
}


@pytest.mark.parametrize("place", PLACES)
@given(value=hostile_text)
def test_any_escaped_text_comes_through_as_text(place, value):
    template, read = PLACES[place]
    words = clean_text(value)
    if words:
        document = parse_markdown("# 标题\n\n" + template.format(escape_text(value)))
        assert plain_text(read(document)) == words
        assert all(inline.mark == "plain" for inline in read(document))


@given(hostile_text)
def test_any_escaped_text_may_be_a_title(value):
    if clean_text(value):
        assert parse_markdown("# " + escape_text(value)).title == clean_text(value)


@given(
    st.lists(st.sampled_from([*STRUCTURES, "正文", "", "|---|", ":::", "# 标题", "   1. 子"]), max_size=15)
)
def test_no_text_breaks_the_parser(lines):
    try:
        parse_markdown("\n".join(lines))
    except MarkdownError as error:
        assert 1 <= error.line <= len(lines) + 1


def test_the_example_in_the_documentation_is_sound():
    from textwrap import dedent

    from gongjian.document import markdown

    example = dedent(markdown.__doc__.split("::\n\n", 1)[1].split("\n- Headings", 1)[0])
    document = parse_markdown(example)
    assert [type(block).__name__ for block in document.blocks] == [
        "Paragraph",
        "Heading",
        "Heading",
        "Items",
        "Table",
    ]
    assert document.sign_off.sealed
    assert document.attachments[0].landscape
