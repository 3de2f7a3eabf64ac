"""版头, 标题, 附件说明, 署名, 附件 and 版记 by the ruler (GB/T 9704-2012, 7.2 to 7.4)."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pdf_pages import BOTTOM, CHARACTER, LEFT, MILLIMETRE, PITCH, RIGHT, TOP, missing_fonts, printed

from gongjian.document.layout import COMMON

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=f"不印 PDF：{missing_fonts()}")

FULL_CHARACTER = 16 / MILLIMETRE
HEAD = "::: 版头\n松阳县教育局\n文号：松教〔2022〕12号\n{}:::\n\n"
NOTICE = HEAD.format("") + "# 关于开展活动的通知\n\n::: 主送\n各学校：\n:::\n\n正文。\n"
IMPRINT = "\n::: 版记\n抄送：县政府办公室，{}\n印发：松阳县教育局办公室\n日期：2022年3月15日\n:::\n"
SIGN_OFF = "\n::: 署名{}\n{}\n2022年10月8日\n:::\n"


def test_the_letterhead_stands_where_the_standard_has_it():
    page = printed(NOTICE).pages[0]
    mark, number, title, addressee, _ = page.lines
    assert mark.text == "松阳县教育局文件"
    assert mark.ink_top == pytest.approx(72, abs=0.5)
    ((left, top, right, bottom, _),) = page.rules
    number_foot = number.baseline + 0.12 * FULL_CHARACTER
    assert (top + bottom) / 2 - number_foot == pytest.approx(4, abs=0.1)
    assert (left, right) == pytest.approx((LEFT, RIGHT), abs=0.6)
    assert number.row == pytest.approx(8, abs=0.01)
    assert [title.text, addressee.text] == ["关于开展活动的通知", "各学校："]
    # Two blank lines under the rule, one under the title.
    assert title.row == pytest.approx(11, abs=0.1)
    assert addressee.row == pytest.approx(13, abs=0.01)
    assert addressee.left == pytest.approx(LEFT, abs=0.1)


def test_what_stands_above_the_mark_leaves_it_in_its_place():
    above = "份号：000001\n密级：秘密★1年\n紧急程度：特急\n"
    lines = printed(NOTICE.replace("文号", above + "文号")).pages[0].lines
    assert [(line.text, round(line.row)) for line in lines[:3]] == [
        ("000001", 1), ("秘密★1年", 2), ("特急", 3),
    ]  # fmt: skip
    assert lines[3].ink_top == pytest.approx(72, abs=0.5)


@pytest.mark.parametrize(("length", "narrowed"), [(9, False), (18, True), (40, True)])
def test_a_long_mark_fits_the_line(length, narrowed):
    page = printed(NOTICE.replace("松阳县教育局\n", "松" * length + "\n", 1)).pages[0]
    mark = page.line("松松")
    assert mark.text == "松" * length + "文件"
    assert mark.left >= LEFT
    assert mark.right <= RIGHT
    assert (mark.right - mark.left > 150) == narrowed
    assert mark.ink_top == pytest.approx(72, abs=0.5)


def test_joint_issuers_stand_under_one_another_with_the_word_beside_them():
    page = printed(NOTICE.replace("松阳县教育局\n", "松阳县教育局\n松阳县财政局\n松阳县人力社保局\n")).pages[
        0
    ]
    first, second, third = page.lines[:3]
    assert (first.text, second.text, third.text) == ("松阳县教育局", "松阳县财政局文件", "松阳县人力社保局")
    assert first.ink_top == pytest.approx(72, abs=0.5)
    assert first.left == pytest.approx(third.left, abs=0.1)
    assert first.right == pytest.approx(third.right, abs=0.6)


def test_an_upward_paper_has_its_number_left_and_its_signers_right():
    signed = NOTICE.replace("文号", "签发人：王某某、李某某、赵某\n文号")
    names, number = printed(signed).pages[0].lines[1:3]
    assert names.text == "签发人：王某某李某某"
    assert number.text == "松教〔2022〕12号赵某"
    assert number.left == pytest.approx(LEFT + CHARACTER, abs=0.2)
    assert names.right == pytest.approx(RIGHT - CHARACTER, abs=0.6)
    assert number.characters[-2].x == pytest.approx(names.characters[4].x, abs=0.1)
    assert names.characters[4].x - names.left == pytest.approx(4 * CHARACTER, abs=0.1)


def test_preprinted_paper_gets_all_but_what_is_red():
    whole = printed(NOTICE).pages[0]
    white = printed(NOTICE, replace(COMMON, red_head="preprinted")).pages[0]
    assert white.rules == []
    assert [(line.text, line.baseline) for line in white.lines] == [
        (line.text, line.baseline) for line in whole.lines[1:]
    ]


def test_a_document_may_go_without_its_letterhead():
    page = printed(NOTICE, replace(COMMON, red_head="none")).pages[0]
    assert page.texts == ["关于开展活动的通知", "各学校：", "正文。"]
    assert page.lines[0].row == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("name", ["云岭县教育和体育局", "永利小学"])
def test_unsealed_the_date_begins_two_characters_after_the_name(name):
    last, name_line, date = printed("# 标题\n\n正文。" + SIGN_OFF.format("", name)).pages[0].lines[-3:]
    assert date.left - name_line.left == pytest.approx(2 * CHARACTER, abs=0.1)
    assert max(name_line.end, date.end) == pytest.approx(RIGHT - 2 * CHARACTER, abs=0.1)
    assert name_line.row - last.row == pytest.approx(2, abs=0.01)


def test_sealed_the_name_is_centred_over_the_date_below_room_for_the_seal():
    source = "# 标题\n\n正文。" + SIGN_OFF.format("（盖章）", "云岭县教育和体育局")
    last, name, date = printed(source).pages[0].lines[-3:]
    assert date.end == pytest.approx(RIGHT - 4 * CHARACTER, abs=0.1)
    assert (name.left + name.end) / 2 == pytest.approx((date.left + date.end) / 2, abs=0.1)
    # A seal of 42 mm whose top is a line under the text covers the name and the date.
    text_foot, date_foot = (line.baseline + 0.12 * FULL_CHARACTER for line in (last, date))
    assert text_foot + PITCH + 42 > date_foot
    assert name.row - last.row == pytest.approx(4, abs=0.01)


@pytest.mark.parametrize("filler", range(12, 21))
@pytest.mark.parametrize("sealed", ["", "（盖章）"])
def test_no_page_has_a_sign_off_without_a_line_of_text(filler, sealed):
    source = "# 标题\n\n" + "行。\n\n" * filler + "末" * 70 + SIGN_OFF.format(sealed, "永利小学")
    last = printed(source + "\n::: 附注\n此件公开发布\n:::\n").pages[-1]
    assert last.texts[-3:] == ["永利小学", "2022年10月8日", "（此件公开发布）"]
    assert "末" in last.texts[-4]


@pytest.mark.parametrize("sealed", ["", "（盖章）"])
def test_a_sign_off_of_more_than_a_page_goes_on_on_the_next(sealed):
    names = [f"第{number}中学" for number in range(30)]
    pages = printed("# 标题\n\n正文。" + SIGN_OFF.format(sealed, "\n".join(names))).pages
    assert [line.text for page in pages for line in page.lines][2:-1] == names
    assert max(line.baseline for page in pages for line in page.lines) < BOTTOM
    assert pages[-1].texts[-1] == "2022年10月8日"


def test_a_list_of_annexes_of_more_than_a_page_goes_on_on_the_next():
    annexes = "".join(f"\n::: 附件 第{number}号\n:::\n" for number in range(1, 41))
    pages = printed("# 标题\n\n正文。\n" + annexes + SIGN_OFF.format("", "永利小学")).pages
    texts = [line.text for page in pages for line in page.lines]
    assert texts[2:-2] == ["附件：1.第1号", *(f"{number}.第{number}号" for number in range(2, 41))]
    assert max(line.baseline for page in pages for line in page.lines) < BOTTOM


def test_the_list_of_annexes_hangs_behind_its_numbers():
    names = ["甲" * 30, "乙"]
    annexes = "".join(f"\n::: 附件 {name}\n丙\n:::\n" for name in names)
    first, wrapped, second = printed("# 标题\n\n正文。\n" + annexes).pages[0].lines[-3:]
    assert first.text.startswith("附件：1.甲")
    assert first.left == pytest.approx(LEFT + 2 * CHARACTER, abs=0.1)
    assert wrapped.left == pytest.approx(first.characters[5].x, abs=0.1)
    assert second.text == "2.乙"
    assert second.left == pytest.approx(first.characters[3].x, abs=0.1)
    assert second.characters[2].x == pytest.approx(first.characters[5].x, abs=0.1)


def test_annexes_have_their_mark_on_line_1_and_title_on_line_3():
    source = "# 标题\n\n正文。\n\n::: 附件 安排表\n丙\n:::\n\n::: 附件（印发） 实施方案\n丁\n:::\n"
    _, listed, issued = printed(source).pages
    assert [(line.text, round(line.row, 1)) for line in listed.lines] == [
        ("附件", 1.0), ("安排表", 3.1), ("丙", 5.0),
    ]  # fmt: skip
    assert [(line.text, round(line.row, 1)) for line in issued.lines] == [("实施方案", 1.1), ("丁", 3.0)]


@pytest.mark.parametrize(
    ("lines", "pages", "numbers"),
    [
        (3, 2, ["—1—", "—2—"]),  # on the back
        (30, 2, ["—1—", "—2—"]),  # under the text
        (41, 4, ["—1—", "—2—", None, None]),  # no room: a blank page, and none of the two is numbered
        (43, 4, ["—1—", "—2—", "—3—", "—4—"]),
    ],
)
def test_the_imprint_ends_the_last_even_page(lines, pages, numbers):
    found = printed("# 标题\n\n" + "行。\n\n" * lines + IMPRINT.format("县财政局")).pages
    assert len(found) == pages
    assert [page.number and page.number.text for page in found] == numbers
    last = found[-1]
    assert last.texts[-2:] == ["抄送：县政府办公室，县财政局。", "松阳县教育局办公室2022年3月15日印发"]
    assert last.line("抄送").left == pytest.approx(LEFT + 14 / MILLIMETRE, abs=0.1)
    assert last.lines[-1].right == pytest.approx(RIGHT - 14 / MILLIMETRE, abs=0.8)
    bottom = last.rules[-1]
    assert [rule[4] for rule in last.rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert (bottom[1] + bottom[3]) / 2 == pytest.approx(BOTTOM, abs=0.1)
    assert all((rule[0], rule[2]) == pytest.approx((LEFT, RIGHT), abs=0.4) for rule in last.rules)


def test_a_long_list_of_copies_hangs_behind_its_label():
    page = printed("# 标题\n\n正文。\n" + IMPRINT.format("县财政局，" * 20)).pages[-1]
    label, *wrapped, _ = page.lines
    assert len(wrapped) >= 3
    assert all(line.left == pytest.approx(label.characters[3].x, abs=0.1) for line in wrapped)
    assert all(after.baseline > before.baseline for before, after in pairwise(page.lines))


def test_the_imprint_after_a_landscape_annex_has_an_upright_even_page():
    annex = "\n::: 附件（横排） 表\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n:::\n"
    pages = printed("# 标题\n\n正文。\n" + annex + IMPRINT.format("县财政局")).pages
    assert [page.width > page.height for page in pages] == [False, True, False, False]
    assert [page.number for page in pages[2:]] == [None, None]
    assert pages[3].texts[-1].startswith("松阳县教育局办公室")


def test_parties_sign_side_by_side_under_a_line_of_the_text():
    rows = "甲方（盖章）：|乙方（盖章）：\n松阳县实验小学|枫坪乡中心小学\n代表：|代表："
    for filler in range(14, 20):
        source = "# 协议书\n\n" + "行。\n\n" * filler + f"一式两份。\n\n::: 签署\n{rows}\n:::\n"
        page = printed(source).pages[-1]
        text, seals, names, _ = page.lines[-4:]
        assert text.text.endswith("。")
        assert seals.text == "甲方（盖章）：乙方（盖章）："
        assert names.text == "松阳县实验小学枫坪乡中心小学"
        assert names.row - seals.row == pytest.approx(2, abs=0.01)  # room to seal
        assert seals.characters[7].x == pytest.approx(names.characters[7].x, abs=0.1)
        assert seals.left == pytest.approx(LEFT, abs=0.1)
        assert text.baseline > TOP
