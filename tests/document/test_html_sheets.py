"""A document in sheets, and its table of contents."""

from gongjian.document.html.contents import Entry, contents_of
from gongjian.document.html.frame import copies_to, imprint_rows, seal_room
from gongjian.document.html.sheets import Anchored, Listing, sheets_of
from gongjian.document.layout import COMMON
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import Document, Imprint, Item, Items, SignOff, Text, plain_text

BODY = "长" * 800


def sheets(source):
    return sheets_of(parse_markdown(source), COMMON)


def test_a_title_in_lines():
    (sheet,) = sheets("# 云岭县实验小学与石桥镇中心小学2024—2027学年城乡学校结对共建实施方案")
    assert sheet.title == ("云岭县实验小学与石桥镇中心小学", "2024—2027学年城乡学校结对共建实施方案")
    assert sheet.label == "".join(sheet.title)


def test_items_that_skip_a_level_stand_below_the_last():
    items = tuple(Item((Text(name),), depth) for name, depth in (("甲", 0), ("乙", 3), ("丙", 1), ("丁", 0)))
    (sheet,) = sheets_of(Document("题", (Items(items),)), COMMON)
    (listing,) = sheet.pieces
    assert isinstance(listing, Listing)

    def shape(listed):
        return [(each.item.inlines[0].text, shape(each.below)) for each in listed]

    assert shape(listing.items) == [("甲", [("乙", []), ("丙", [])]), ("丁", [])]


def test_items_may_be_nested_without_end():
    items = tuple(Item((Text("甲"),), depth) for depth in range(5000))
    (sheet,) = sheets_of(Document("题", (Items(items),)), COMMON)
    assert len(sheet.pieces) == 1


def test_contents_of_a_long_document():
    source = f"""# 标题

{BODY}

## 甲

### 子

{BODY}

## 乙

::: 附件 名册
### 前
## 丙
### 丁
:::

::: 附件（横排） 一览表
| 甲 |
|---|
| 乙 |
:::
"""
    assert contents_of(sheets(source)) == [
        Entry("section-1", "一、甲", [Entry("section-2", "（一）子")]),
        Entry("section-3", "二、乙"),
        Entry("annex-1", "附件1　名册", [Entry("annex-1-2", "一、丙")]),
        Entry("annex-2", "附件2　一览表"),
    ]


def test_a_short_document_or_one_of_few_parts_needs_no_contents():
    assert contents_of(sheets("# 题\n\n## 甲\n\n## 乙\n\n## 丙\n\n## 丁")) == []
    assert contents_of(sheets(f"# 题\n\n{BODY}\n\n## 甲\n\n{BODY}")) == []


def test_contents_count_what_stands_in_lists_and_tables():
    headings = "# 题\n\n## 甲\n\n## 乙\n\n## 丙\n\n## **丁。**戊\n\n"
    assert len(contents_of(sheets(headings + f"1. {BODY}\n   1. {BODY}"))) == 4
    assert len(contents_of(sheets(headings + f"| 甲 |\n|---|\n| {BODY} |\n| {BODY} |"))) == 4


def test_ids_are_in_order():
    (sheet,) = sheets("# 题\n\n## 甲\n\n文\n\n### 乙")
    assert [piece.id for piece in sheet.pieces if isinstance(piece, Anchored)] == ["section-1", "section-2"]


def test_room_for_a_seal():
    date = (Text("2021年4月23日"),)
    assert seal_room(None) == seal_room(SignOff(((Text("局"),),), date)) == 2
    assert seal_room(SignOff(((Text("局"),),), date, sealed=True)) == 4
    assert seal_room(SignOff(((Text("一" * 10),),), date, sealed=True)) == 2.25
    assert seal_room(SignOff(((Text("一" * 30),),), date, sealed=True)) == 0


def test_rows_of_the_imprint():
    printer = (Text("办公室"),), (Text("2021年4月25日"),)
    assert imprint_rows(Imprint(*printer)) == 1
    assert imprint_rows(Imprint(*printer, (Text("局" * 25),))) == 2
    assert imprint_rows(Imprint(*printer, (Text("局" * 26),))) == 3


def test_a_full_stop_ends_the_copies():
    for given in ("县委办公室", "县委办公室。"):
        imprint = Imprint((), (), (Text(given),))
        assert plain_text(copies_to(imprint)) == "县委办公室。"
    assert copies_to(Imprint((), ())) == copies_to(None) == ()


def test_a_title_goes_across_the_page_with_its_wide_table():
    source = "# 安排表\n\n::: 表（横排）\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n:::\n"
    (sheet,) = sheets_of(parse_markdown(source), COMMON)
    assert sheet.landscape
    assert not sheet.pieces[0].landscape
