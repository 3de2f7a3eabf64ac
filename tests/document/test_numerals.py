"""Chinese numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.numerals import capital_amount, chinese_numeral, circled_numeral, year_numeral

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


def test_years_are_read_digit_by_digit():
    assert year_numeral(2020) == "二〇二〇"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "零元整"), ("1", "壹元整"), ("10", "壹拾元整"), ("105", "壹佰零伍元整"), ("12000", "壹万贰仟元整"),
        ("10001", "壹万零壹元整"), ("100500", "壹拾万零伍佰元整"), ("1000000", "壹佰万元整"),
        ("20300000", "贰仟零叁拾万元整"), ("100000001", "壹亿零壹元整"), ("300050000", "叁亿零伍万元整"),
        ("0.5", "伍角整"), ("0.05", "伍分"), ("3.05", "叁元零伍分"), ("3.50", "叁元伍角整"),
        ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"), ("0.004", "零元整"), ("0.995", "壹元整"),
    ],
)  # fmt: skip
def test_amounts_in_capitals(amount, written):
    assert capital_amount(Decimal(amount)) == written


CAPITALS = dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True))
CAPITAL_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


@given(st.integers(1, 10**12 - 1))
def test_an_amount_reads_back(yuan):
    total, group, digit = 0, 0, 0
    for character in capital_amount(Decimal(yuan)).removesuffix("元整"):
        if character in CAPITALS:
            digit = CAPITALS[character]
        elif character in CAPITAL_UNITS:
            group, digit = group + digit * CAPITAL_UNITS[character], 0
        else:
            total += (group + digit) * {"万": 10**4, "亿": 10**8}[character]
            group, digit = 0, 0
    assert total + group + digit == yuan
