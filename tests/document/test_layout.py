"""The numbers of GB/T 9704-2012 agree with each other."""

import pytest

from gongjian.document.layout import CHARACTERS_PER_LINE, COMMON, LINES_PER_PAGE

TWIPS = 1440 / 25.4
"""In a millimetre."""


def test_the_type_area_is_156_by_225_millimetres():
    assert COMMON.text_width / TWIPS == pytest.approx(156, abs=0.05)
    assert COMMON.text_height / TWIPS == pytest.approx(225, abs=0.05)


def test_22_lines_fit_and_no_larger_pitch_would():
    assert LINES_PER_PAGE * COMMON.line <= COMMON.text_height < LINES_PER_PAGE * (COMMON.line + 1)


def test_28_characters_fit_and_29_do_not():
    assert CHARACTERS_PER_LINE * COMMON.character <= COMMON.text_width
    assert (CHARACTERS_PER_LINE + 1) * COMMON.character > COMMON.text_width
