"""A document as the data that Typst sets."""

from dataclasses import replace

import pytest

from gongjian.document.layout import COMMON, LAYOUTS
from gongjian.document.markdown import parse_markdown
from gongjian.document.pdf.flow import content_of
from gongjian.document.pdf.sheet import Sheet

HEAD = "# 标题\n\n"
MILLIMETRE = 1440 / 25.4


def content(source, profile=COMMON):
    return content_of(parse_markdown(HEAD + source), profile)


def pieces(source, profile=COMMON):
    return [piece for section in content(source, profile)["sections"] for piece in section["pieces"]]


def kinds(source):
    return [piece["kind"] for piece in pieces(source)]


def test_the_last_text_goes_with_the_ending():
    *_, ending = pieces("甲\n\n乙\n\n::: 署名\n永利小学\n2022年10月8日\n:::\n")
    assert ending["last"] == {"kind": "paragraph", "body": [("plain", "乙")]}
    assert ending["sign_off"]["organisations"] == [[("plain", "永利小学")]]
    assert kinds("甲\n\n乙\n") == ["title", "paragraph", "ending"]


def test_a_table_does_not_go_with_the_ending():
    *_, ending = pieces("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n::: 附注\n此件公开\n:::\n")
    assert ending["last"] is None


def test_without_anything_to_end_with_there_is_no_ending():
    assert kinds("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n") == ["title", "table"]


def test_a_title_goes_across_the_page_with_its_wide_table():
    (section,) = content("::: 表（横排）\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n:::\n")["sections"]
    assert section["landscape"]
    assert [piece["kind"] for piece in section["pieces"]] == ["title", "table"]


def test_parties_sign_with_the_text_before():
    _, signing = pieces("一式两份。\n\n::: 签署\n甲方：|乙方：\n:::\n")
    assert signing["last"] == {"kind": "paragraph", "body": [("plain", "一式两份。")]}
    assert signing["parties"] == [[[("plain", "甲方：")]], [[("plain", "乙方：")]]]


def test_headings_have_their_typeface_and_their_place_in_the_outline():
    source = "::: 附件 乙\n## 甲\n\n### 丙\n\n#### 丁\n\n戊\n:::\n"
    headings = [piece for piece in pieces(source, replace(COMMON, bold=frozenset({2}))) if "outline" in piece]
    assert [(each["role"], each["bold"], each["outline"], each["runs"]) for each in headings] == [
        ("level_1", False, 2, [("plain", "一、甲")]),
        ("level_2", True, 3, [("plain", "（一）丙")]),
        ("body", False, 4, [("plain", "1.丁")]),
    ]


def test_landscape_pieces_make_sections_of_their_own():
    source = "甲\n\n::: 表（横排） 表\n| 一 | 二 |\n|---|---|\n| 1 | 2 |\n:::\n\n乙\n"
    sections = content(source)["sections"]
    assert [section["landscape"] for section in sections] == [False, True, False]
    (table,) = sections[1]["pieces"]
    assert sum(table["widths"]) == pytest.approx(12756 / 20)


def test_only_rows_that_fit_no_page_may_break():
    *_, table = pieces(f"| 甲 | 乙 |\n|---|---|\n| 1 | 短 |\n| 2 | {'长' * 900} |\n")
    assert [row["breakable"] for row in table["rows"]] == [False, True]


def test_a_full_stop_ends_the_list_of_copies():
    imprint = "::: 版记\n抄送：{}\n印发：办公室\n日期：2022年3月15日\n:::\n"
    for copies in ("县政府办公室", "县政府办公室。"):
        runs = content(imprint.format(copies))["imprint"]["copies_to"]
        assert "".join(words for _, words in runs) == "县政府办公室。"


def test_the_letterhead_may_be_left_out():
    document = parse_markdown("::: 版头\n永利小学\n:::\n\n# 标题\n")
    assert content_of(document, COMMON)["letterhead"]["issuers"] == ["永利小学"]
    assert content_of(document, replace(COMMON, red_head="none"))["letterhead"] is None


def test_the_author_is_who_issues_or_else_who_signs():
    signed = "::: 署名\n永利小学\n2022年10月8日\n:::\n"
    head = parse_markdown("::: 版头\n县教育局\n:::\n\n# 标题\n\n甲\n\n" + signed)
    assert content_of(head, COMMON)["properties"]["authors"] == ["县教育局"]
    assert content("甲\n\n" + signed)["properties"]["authors"] == ["永利小学"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_ink_stands_from_37_to_262_millimetres_in_every_layout(layout):
    sheet = Sheet.of(LAYOUTS[layout])
    assert sheet.top / MILLIMETRE == pytest.approx(37, abs=0.1)
    assert (sheet.top + sheet.text_height) / MILLIMETRE == pytest.approx(262, abs=0.1)


def test_a_smaller_text_block_is_kept():
    sheet = Sheet.of(replace(COMMON, top=2300, bottom=2200))
    assert (sheet.top, sheet.text_height) == (2300, 16838 - 2300 - 2200)
