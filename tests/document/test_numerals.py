"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.numerals import chinese_numeral, circled_numeral

VALUES = dict(zip("零一二三四五六七八九", range(10), strict=True))
UNITS = {"十": 10, "百": 100, "千": 1000}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"),
        (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"),
        (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_numerals(number, written):
    assert chinese_numeral(number) == written


@given(st.integers(1, 9999))
def test_a_numeral_reads_back(number):
    total, digit = 0, 1 if number in range(10, 20) else 0
    for character in chinese_numeral(number):
        if character in UNITS:
            total, digit = total + digit * UNITS[character], 0
        else:
            digit = VALUES[character]
    assert total + digit == number


@pytest.mark.parametrize("number", [-1, 10_000])
def test_out_of_range(number):
    with pytest.raises(ValueError, match="不能写成汉字数字"):
        chinese_numeral(number)


def test_circles_end_at_twenty():
    assert [circled_numeral(number) for number in (1, 20, 21)] == ["①", "⑳", "21)"]
