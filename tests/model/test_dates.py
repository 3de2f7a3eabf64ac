"""Dates and stretches of time as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from gongjian.model.dates import DateError, Period, parse_day, parse_month_day, parse_span

days = st.dates(date(1949, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "text", ["2024-09-01", "2024-9-1", "2024/9/1", "2024.9.1", "2024年9月1日", "2024年9月1号", " 2024-09-01 "]
)
def test_a_day_in_every_notation(text: str) -> None:
    assert parse_day(text) == date(2024, 9, 1)


@given(days)
def test_every_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.year}年{day.month}月{day.day}日") == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-02-30", "2024年2月没有 30 日，这个月只有 29 天"),
        ("2023-02-29", "2023年2月没有 29 日，这个月只有 28 天"),
        ("2024-13-01", "没有 13 月，月份应为 1 到 12"),
        ("2024-00-01", "没有 0 月，月份应为 1 到 12"),
        ("1024-01-01", "年份 1024 不在 1949–2200 之间"),
        ("2024-9/1", "“2024-9/1”不是日期，应写成 2024-09-01、2024年9月1日"),
        ("明天", "“明天”不是日期，应写成 2024-09-01、2024年9月1日"),
        ("２０２４-09-01", "“２０２４-09-01”不是日期，应写成 2024-09-01、2024年9月1日"),
    ],
)
def test_what_is_no_day_says_why(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_day(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-09-01", (2024, 9, 1), (2024, 9, 1)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023年2月", (2023, 2, 1), (2023, 2, 28)),
        ("2024年", (2024, 1, 1), (2024, 12, 31)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024年度", (2024, 1, 1), (2024, 12, 31)),
        ("2022-2023学年", (2022, 9, 1), (2023, 8, 31)),
        ("2016—2017学年度第二学期", (2017, 2, 1), (2017, 8, 31)),
        ("2022-2023学年第一学期", (2022, 9, 1), (2023, 1, 31)),
        ("2022-2023学年上学期", (2022, 9, 1), (2023, 1, 31)),
        ("2022-2023學年", (2022, 9, 1), (2023, 8, 31)),
        ("2022-2023學年第一學期", (2022, 9, 1), (2023, 1, 31)),
        ("2022—2023學年度下學期", (2023, 2, 1), (2023, 8, 31)),
        ("2023年春季學期", (2023, 2, 1), (2023, 8, 31)),
        ("2022年9月1號至3號", (2022, 9, 1), (2022, 9, 3)),
        ("2024年春季学期", (2024, 2, 1), (2024, 8, 31)),
        ("2024年秋季学期", (2024, 9, 1), (2025, 1, 31)),
        ("2022-10-20至2022-10-21", (2022, 10, 20), (2022, 10, 21)),
        ("2022-10-20 ~ 10-21", (2022, 10, 20), (2022, 10, 21)),
        ("2022年10月20日至21日", (2022, 10, 20), (2022, 10, 21)),
        ("2022年10月30日至11月2日", (2022, 10, 30), (2022, 11, 2)),
        ("2022年9月至2025年7月", (2022, 9, 1), (2025, 7, 31)),
        ("2022年9月—12月", (2022, 9, 1), (2022, 12, 31)),
    ],
)
def test_stretches(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    span = parse_span(text)
    assert (span.first, span.last, str(span)) == (date(*first), date(*last), text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2022-2024学年", "“2022-2024学年”不是一个学年：学年是相邻的两年，如 2022-2023学年"),
        ("2022年10月20日至19日", "“2022年10月20日至19日”的结束早于开始"),
        ("2022年10月20日至2022年10月32日", "“2022年10月32日”不是日期，应写成 2024-09-01、2024年9月1日"),
        ("下学期", "“下学期”不是日期，应写成 2024-09-01、2024年9月1日、2024-09、2024年9月10日至12日"),
        ("至", "“至”不是日期，应写成 2024-09-01、2024年9月1日、2024-09、2024年9月10日至12日"),
    ],
)
def test_what_is_no_stretch_says_why(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_span(text)
    assert str(caught.value) == message


@given(days, st.integers(0, 400))
def test_two_days_make_a_stretch(day: date, length: int) -> None:
    end = min(day + timedelta(days=length), date(2200, 12, 31))
    span = parse_span(f"{day}至{end}")
    assert (span.first, span.last) == (day, end)


@given(st.text("0123456789年月日学期第一二春秋至-/.~ ", max_size=30))
def test_any_text_is_a_stretch_or_an_error(text: str) -> None:
    try:
        span = parse_span(text)
    except DateError:
        return
    assert span.first <= span.last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("06-30", (6, 30)),
        ("6月30日", (6, 30)),
        ("6月底", (6, 30)),
        ("6月底前", (6, 30)),
        ("6月底之前", (6, 30)),
        ("6月15日前", (6, 15)),
        ("2月底", (2, 28)),
        ("2-29", (2, 29)),
        ("11月", (11, 30)),
    ],
)
def test_days_of_any_year(text: str, expected: tuple[int, int]) -> None:
    assert parse_month_day(text) == expected


@pytest.mark.parametrize("text", ["13-01", "06-31", "月底", "六月底", ""])
def test_what_is_no_day_of_the_year(text: str) -> None:
    with pytest.raises(DateError):
        parse_month_day(text)


period = TypeAdapter(Period)


def test_a_period_of_months_runs_from_first_to_last_day() -> None:
    found = period.validate_python({"start": "2022-09", "end": "2025-07"})
    assert (found.start, found.end, found.label) == (date(2022, 9, 1), date(2025, 7, 31), None)


def test_a_period_by_name_keeps_its_name() -> None:
    found = period.validate_python("2016-2017学年第二学期")
    assert (found.start, found.end, found.label) == (
        date(2017, 2, 1),
        date(2017, 8, 31),
        "2016-2017学年第二学期",
    )


def test_a_period_holds_its_ends() -> None:
    found = Period.of(date(2022, 9, 1), date(2023, 8, 31))
    assert date(2022, 9, 1) in found
    assert date(2023, 8, 31) in found
    assert date(2023, 9, 1) not in found
    assert found.covers(parse_span("2023-08"))
    assert not found.covers(parse_span("2023-08-31至2023-09-01"))


@pytest.mark.parametrize("value", [12, True, ["2022-09-01"], {"start": "2022"}])
def test_what_is_no_period(value: object) -> None:
    with pytest.raises(ValidationError):
        period.validate_python(value)


def test_a_day_that_a_month_does_not_have_is_told_without_a_year() -> None:
    with pytest.raises(DateError, match=r"^6月没有 31 日，这个月最多 30 天$"):
        parse_month_day("06-31")
    assert parse_month_day("02-29") == (2, 29)
