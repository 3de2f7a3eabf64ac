"""Stretches of time as users name them."""

from datetime import date

import pytest

from gongjian.model.calendar import Calendar
from gongjian.model.terms import TermError, parse_term


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("2022-2023-1", date(2022, 9, 1), date(2023, 1, 31), "2022—2023学年第一学期"),
        ("2022—2023-2", date(2023, 2, 1), date(2023, 8, 31), "2022—2023学年第二学期"),
        ("2022-2023", date(2022, 9, 1), date(2023, 8, 31), "2022—2023学年"),
        (" 2022-2023学年 ", date(2022, 9, 1), date(2023, 8, 31), "2022—2023学年"),
        ("2022-2023学年第二学期", date(2023, 2, 1), date(2023, 8, 31), "2022—2023学年第二学期"),
        ("2022—2023学年上学期", date(2022, 9, 1), date(2023, 1, 31), "2022—2023学年第一学期"),
        ("2023年", date(2023, 1, 1), date(2023, 12, 31), "2023年"),
        ("2023-02至2023-07", date(2023, 2, 1), date(2023, 7, 31), "2023年2月至7月"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "2023年2月"),
        ("2022-12至2023-01", date(2022, 12, 1), date(2023, 1, 31), "2022年12月至2023年1月"),
        ("2023-02-03至2023-07-05", date(2023, 2, 3), date(2023, 7, 5), "2023年2月3日至2023年7月5日"),
        ("2023年2月3日", date(2023, 2, 3), date(2023, 2, 3), "2023年2月3日"),
    ],
)
def test_terms(text: str, first: date, last: date, name: str) -> None:
    cell = parse_term(text)
    assert (cell.first, cell.last, cell.name) == (first, last, name)


def test_terms_begin_as_the_calendar_has_it() -> None:
    late = Calendar(second_term_start=(3, 1), second_term_teaching=((3, 15), (6, 30)))
    assert parse_term("2022-2023-1", late).last == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2022-2024-1", "2022-2024 不是一个学年：学年是相邻的两年，如 2022-2023"),
        ("2022-2024学年", "2022-2024 不是一个学年：学年是相邻的两年，如 2022-2023"),
        ("上学期", "“上学期”不是日期"),
        ("9999-10000", "9999-10000"),
    ],
)
def test_no_term(text: str, message: str) -> None:
    with pytest.raises(TermError) as refused:
        parse_term(text)
    assert message in str(refused.value)
