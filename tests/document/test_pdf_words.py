"""Text as Typst gets it."""

import pytest

from gongjian.document.pdf.words import clean, runs_of
from gongjian.document.tree import Text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("甲\x00\x08乙\x1f\x7f\x9f\ufeff\udc80丙", "甲乙丙"),
        ("甲\r\n乙\u2028丙\x85丁\x0b戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲\t乙", "甲\u3000乙"),
        ("  a\u00a0b  ", "  a\u00a0b  "),
    ],
)
def test_what_no_font_prints_is_dropped(text, cleaned):
    assert clean(text) == cleaned


def test_a_number_is_bold_with_its_text_but_never_pending():
    assert runs_of((Text("粗", "strong"), Text("细")), "1.") == [("strong", "1.粗"), ("plain", "细")]
    assert runs_of((Text("待补", "pending"),), "1.") == [("plain", "1."), ("pending", "待补")]
    assert runs_of((), "1.") == [("plain", "1.")]


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("abcdef", 3, "abcdef"),
        ("abcdefg", 3, "a\u200bb\u200bc\u200bd\u200be\u200bf\u200bg"),
        ("学校abcdefg学校", 3, "学校a\u200bb\u200bc\u200bd\u200be\u200bf\u200bg学校"),
        ("abc defg", 3, "abc defg"),
        ("学校学校学校学校", 3, "学校学校学校学校"),
    ],
)
def test_words_longer_than_the_line_may_be_broken_anywhere(text, room, broken):
    assert clean(text, room) == broken
