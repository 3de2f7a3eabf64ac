"""The grid of 22 lines of 28 characters, the pages and their numbers, by the ruler (GB/T 9704-2012, 5.2, 7.5, 8)."""

from dataclasses import replace

import pytest
from pdf_pages import (
    BOTTOM,
    CHARACTER,
    LEFT,
    MILLIMETRE,
    RIGHT,
    TOP,
    missing_fonts,
    printed,
)

from gongjian.document.layout import COMMON, LAYOUTS

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=f"不印 PDF：{missing_fonts()}")

FULL = f"# 标题\n\n{'国' * 28 * 60}"
LANDSCAPE = "# 标题\n\n正文\n\n" + "".join(
    f"::: 附件（横排） 表{name}\n| 序号 | 活动 |\n|:-:|---|\n| 1 | 示范课 |\n:::\n" for name in "甲乙"
)
FONT = 14 / MILLIMETRE


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_page_has_22_lines_of_28_characters_from_37_to_262_millimetres(layout):
    page = printed(FULL, LAYOUTS[layout]).pages[1]
    assert page.texts == ["国" * 28] * 22
    assert [line.row for line in page.lines] == pytest.approx(range(1, 23), abs=0.02)
    left, top, right, bottom = page.ink
    assert (top, bottom) == pytest.approx((TOP, BOTTOM), abs=1.5)
    assert (left, right) == pytest.approx((LEFT, RIGHT), abs=1.5)


def test_a_paragraph_of_3000_characters_begins_two_in_and_wraps_flush_left():
    pages = printed(f"# 标题\n\n{'长' * 3000}").pages
    lines = [line for page in pages for line in page.lines][1:]
    assert [len(line.text) for line in lines] == [26, *[28] * 106, 6]
    assert lines[0].left == pytest.approx(LEFT + 2 * CHARACTER, abs=0.1)
    assert {round(line.left) for line in lines[1:]} == {LEFT}


def test_no_word_is_so_long_that_it_leaves_the_page():
    address = "https://example.org/" + "a" * 200
    page = printed(
        f"# {address}\n\n{address}\n\n| 网址 | 乙 |\n|---|---|\n| {address} | {address} |\n"
    ).pages[0]
    assert max(line.right for line in page.lines) < RIGHT + 0.5
    assert "".join(page.texts).count("a") >= 4 * 200


def test_page_numbers_stand_outside_7_millimetres_below():
    odd, even = (page.number for page in printed(FULL).pages[:2])
    assert (odd.text, even.text) == ("—1—", "—2—")
    assert odd.right == pytest.approx(RIGHT - FONT, abs=0.5)
    assert even.left == pytest.approx(LEFT + FONT, abs=0.5)
    for number in (odd, even):
        assert number.characters[0].box[1] - BOTTOM == pytest.approx(7, abs=0.3)


def test_page_numbers_in_the_middle():
    for page in printed(FULL, replace(COMMON, page_number="center")).pages:
        middle = (page.number.left + page.number.right) / 2
        assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.3)


def test_mirrored_margins_change_sides_on_even_pages():
    odd, even = printed(FULL, replace(COMMON, mirror=True)).pages[:2]
    assert odd.lines[-1].left == pytest.approx(28, abs=0.1)
    assert even.lines[0].left == pytest.approx(26, abs=0.1)
    assert even.number.left == pytest.approx(26 + FONT, abs=0.5)


def test_a_landscape_page_has_its_number_where_an_upright_one_has_it_when_bound():
    _, even, odd = printed(LANDSCAPE).pages
    for page, number in ((even, "2"), (odd, "3")):
        assert (round(page.width), round(page.height)) == (297, 210)
        dash, digit, other = (each for each in page.characters if each.x < 34)
        assert (dash.text, digit.text, other.text) == ("—", number, "—")
        # Turned by a quarter, what is under the text comes to its left.
        assert 35 - dash.box[2] == pytest.approx(7, abs=0.3)
    assert dash.box[1] > 105  # an odd page: right on an upright one
    assert other.box[3] == pytest.approx(RIGHT - FONT, abs=0.5)
    assert min(each.box[1] for each in even.characters if each.x < 34) == pytest.approx(LEFT + FONT, abs=0.5)


def test_pages_after_landscape_ones_are_upright_again():
    pages = printed(LANDSCAPE + "::: 附件 册\n丙\n:::").pages
    assert [page.width < page.height for page in pages] == [True, False, False, True]
    assert pages[3].number.text == "—4—"
