"""Widths in 字."""

import pytest

from gongjian.document.widths import width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("学校", 2), ("2024", 2), ("2024年", 3), ("“以城带乡”", 6), ("—", 1), ("𠮷😀", 2), ("a、b", 2)],
)
def test_width(text, width):
    assert width_of(text) == width
