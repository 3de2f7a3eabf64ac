"""The pieces a document is made of, in order, each with its style."""

from gongjian.document.docx.body import BodyWriter
from gongjian.document.docx.flow import flow_of
from gongjian.document.docx.pieces import Grid
from gongjian.document.layout import COMMON
from gongjian.document.markdown import parse_markdown

HEAD = "# 标题\n\n"


def flow(source):
    return [
        piece
        for section in flow_of(parse_markdown(HEAD + source), COMMON).sections
        for piece in section.pieces
    ]


def lines(source):
    return [(piece.style, "".join(text for _, text in piece.runs)) for piece in flow(source)[1:]]


def test_headings_and_body():
    assert lines("::: 主送\n各校：\n:::\n正文\n\n## 甲\n\n### 乙\n\n1. 丙") == [
        ("Addressee", "各校："),
        ("BodyText", "正文"),
        ("Heading1", "一、甲"),
        ("Heading2", "（一）乙"),
        ("BodyText", "1.丙"),
    ]


def test_a_heading_with_its_body_in_one_paragraph():
    (line,) = flow("## 甲\n\n### **加强交流。**互派**2人**")[2:]
    assert (line.style, line.runs) == (
        "BodyText",
        [("Heading2Char", "（一）加强交流。"), ("", "互派"), ("Strong", "2人")],
    )


def test_a_number_is_bold_with_its_text_but_never_pending():
    (bold,) = flow("1. **粗。**细")[1:]
    assert bold.runs == [("Strong", "1.粗。"), ("", "细")]
    (pending,) = flow("1. ==待补==")[1:]
    assert pending.runs == [("", "1."), ("Pending", "待补")]


def test_a_long_title_is_broken():
    (title,) = flow("")
    assert title.runs == [("", "标题")]
    long = "# 南城第一小学与北关乡中心小学城乡学校结对帮扶工作实施方案"
    (section,) = flow_of(parse_markdown(long), COMMON).sections
    assert section.pieces[0].runs == [("", "南城第一小学与北关乡中心小学\n城乡学校结对帮扶工作实施方案")]


def test_the_subtitle_takes_the_blank_line_from_the_title():
    document = parse_markdown(HEAD + "::: 副标题\n（试行）\n:::")
    styles = [piece.style for piece in flow_of(document, COMMON).sections[0].pieces]
    assert styles == ["TitleAboveSubtitle", "Subtitle"]


def test_one_annex():
    assert lines("::: 附件 安排表\n见表。\n:::") == [
        ("AnnexNote", "附件：安排表"),
        ("AnnexMark", "附件"),
        ("AnnexTitle", "安排表"),
        ("BodyText", "见表。"),
    ]


def test_several_annexes_one_of_them_only_listed():
    assert lines("::: 附件 安排表\n## 甲\n:::\n::: 附件 办法\n:::\n::: 附件 名册\n## 乙\n:::") == [
        ("AnnexNoteFirst", "附件：1.安排表"),
        ("AnnexNoteNext", "2.办法"),
        ("AnnexNoteNext", "3.名册"),
        ("AnnexMark", "附件1"),
        ("AnnexTitle", "安排表"),
        ("Heading1", "一、甲"),
        ("AnnexMark", "附件3"),
        ("AnnexTitle", "名册"),
        ("Heading1", "一、乙"),
    ]


def kept(source):
    return [piece.keep_next for piece in flow(source)[1:]]


SIGN_OFF = "\n::: 署名\n永利小学\n2022年10月8日\n:::"


def test_the_sign_off_never_stands_alone_on_a_page():
    assert kept("甲\n\n乙" + SIGN_OFF) == [False, True, False, False]
    assert kept("甲\n\n乙" + SIGN_OFF + "\n::: 附件 丙\n:::") == [False, True, True, False, False]
    assert kept("甲\n\n乙") == [False, False]


def test_a_table_before_the_sign_off_leaves_its_last_row_with_it():
    _, grid, end, *_ = flow("甲\n\n| 甲 |\n|---|\n| 乙 |\n| 丙 |\n" + SIGN_OFF)[1:]
    assert (grid.keep_next, end.keep_next) == (True, True)
    rows = BodyWriter().write([grid], "").split("<w:tr>")[1:]
    assert ["keepNext" in row for row in rows] == [False, False, True]


def test_several_organisations_begin_at_the_same_place():
    long, short, _ = flow("甲\n\n::: 署名\n临海市第五中学\n涌泉镇中学\n2021年4月23日\n:::")[2:]
    assert short.right - long.right == 2 * 315  # two characters shorter, so it ends two characters earlier


def test_a_table():
    caption, grid, end = flow("::: 表 表1\n| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n| 1 | 2 | **3** |\n:::")[1:]
    assert (caption.style, end.style, end.runs) == ("Caption", "TableEnd", [])
    assert isinstance(grid, Grid)
    assert (grid.caption, grid.widths, grid.width) == ("表1", [2948, 2948, 2948], 8844)
    assert [[(style, runs) for style, _, runs in row] for row in grid.rows] == [
        [("TableHead", [("", "甲")]), ("TableHead", [("", "乙")]), ("TableHead", [("", "丙")])],
        [("TableLeft", [("", "1")]), ("TableCenter", [("", "2")]), ("TableRight", [("Strong", "3")])],
    ]


def test_landscape_parts_are_sections_of_their_own():
    source = (
        "甲\n\n::: 表（横排） 宽\n| 甲 |\n|---|\n:::\n乙"
        + SIGN_OFF
        + "\n::: 附件（横排） 表\n丙\n:::\n::: 附件 册\n丁\n:::"
    )
    sections = flow_of(parse_markdown(HEAD + source), COMMON).sections
    assert [(section.landscape, len(section.pieces)) for section in sections] == [
        (False, 2), (True, 3), (False, 5), (True, 3), (False, 3),
    ]  # fmt: skip
    assert sections[1].pieces[1].width == 12756


def test_parties_sign_side_by_side_under_a_line_of_the_text():
    before, sheet, end = flow("正文\n\n::: 签署\n甲方： | 乙方：\n某校 | 某某学校\n:::")[1:]
    assert (before.keep_next, sheet.style, sheet.widths, end.style) == (
        True, "SigningTable", [4422, 4422], "TableEnd",
    )  # fmt: skip
    assert [[cell.lines[0].runs for cell in row] for row in sheet.rows] == [
        [[("", "甲方：")], [("", "乙方：")]],
        [[("", "某校")], [("", "某某学校")]],
    ]


def test_what_a_notice_issues_has_no_mark_and_is_not_listed():
    assert lines("甲\n\n::: 附件（印发） 方案\n乙\n:::\n::: 附件 名册\n丙\n:::") == [
        ("BodyText", "甲"),
        ("AnnexNote", "附件：名册"),
        ("IssuedTitle", "方案"),
        ("BodyText", "乙"),
        ("AnnexMark", "附件"),
        ("AnnexTitle", "名册"),
        ("BodyText", "丙"),
    ]


def test_the_note_stands_in_brackets_under_the_date():
    *_, date, note = flow("甲" + SIGN_OFF + "\n::: 附注\n此件公开发布\n:::")
    assert (date.style, date.keep_next, note.style) == ("IssueDate", True, "Note")
    assert "".join(text for _, text in note.runs) == "（此件公开发布）"


IMPRINT = "\n::: 版记\n印发：办公室\n日期：2022年10月8日\n:::"


def test_the_imprint_comes_last_on_an_upright_page():
    source = HEAD + "甲\n\n::: 附件（横排） 表\n乙\n:::" + IMPRINT
    sections = flow_of(parse_markdown(source), COMMON).sections
    assert [section.landscape for section in sections] == [False, True, False]
    assert [getattr(piece, "style", "") for piece in sections[-1].pieces] == ["ImprintTable", "TableEnd"]


def test_a_letterhead_changes_the_title_below_it():
    source = "::: 版头\n松阳县教育局\n文号：松教〔2021〕12号\n:::\n\n# 标题\n\n::: 副标题\n（试行）\n:::"
    styles = [piece.style for piece in flow_of(parse_markdown(source), COMMON).sections[0].pieces]
    assert styles == ["Mark0", "Number", "TitleUnderHeadAboveSubtitle", "Subtitle"]


def test_a_title_goes_across_the_page_with_its_table():
    source = f"{HEAD}::: 表（横排）\n| a |\n|---|\n| 1 |\n:::\n"
    (section,) = flow_of(parse_markdown(source), COMMON).sections
    assert section.landscape
    assert [type(piece).__name__ for piece in section.pieces] == ["Line", "Grid", "Line"]
