"""Which periods a plan covers, wholly or in part, and what a quota binds."""

from datetime import date

import pytest

from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar, Cell

CALENDAR = DEFAULT_CALENDAR


def cells(period, start, end, calendar=CALENDAR):
    """Names with the mark of what is covered only in part."""
    found = calendar.cells(period, date(*start), date(*end))
    return [cell.name if cell.whole else f"{cell.name}（部分）" for cell in found]


def test_a_school_year_has_two_terms():
    assert CALENDAR.cells("学期", date(2022, 9, 1), date(2023, 8, 31)) == (
        Cell(date(2022, 9, 1), date(2023, 1, 31), "2022—2023学年第一学期"),
        Cell(date(2023, 2, 1), date(2023, 8, 31), "2022—2023学年第二学期"),
    )


@pytest.mark.parametrize(
    ("end", "whole"),
    [((2023, 8, 31), True), ((2023, 7, 31), True), ((2023, 7, 15), True), ((2023, 6, 30), True), ((2023, 6, 29), False)],
)  # fmt: skip
def test_a_school_year_is_whole_once_teaching_has_ended(end, whole):
    [year] = CALENDAR.cells("学年", date(2022, 9, 1), date(*end))
    assert (year.name, year.last, year.whole) == ("2022—2023学年", date(*end), whole)


@pytest.mark.parametrize(("start", "whole"), [((2022, 9, 15), True), ((2022, 9, 16), False)])
def test_a_school_year_may_begin_a_fortnight_late(start, whole):
    assert CALENDAR.cells("学年", date(*start), date(2023, 7, 31))[0].whole is whole


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((2017, 2, 1), (2017, 7, 31), ["2016—2017学年第二学期"]),
        ((2017, 3, 1), (2017, 6, 30), ["2016—2017学年第二学期"]),
        ((2017, 3, 2), (2017, 7, 31), ["2016—2017学年第二学期（部分）"]),
        ((2022, 9, 1), (2022, 12, 31), ["2022—2023学年第一学期"]),
        ((2022, 9, 1), (2022, 12, 30), ["2022—2023学年第一学期（部分）"]),
    ],
)
def test_a_term_is_whole_when_its_teaching_time_is_covered(start, end, expected):
    assert cells("学期", start, end) == expected


def test_a_calendar_year_has_two_whole_terms_and_no_whole_school_year():
    assert cells("学期", (2024, 1, 1), (2024, 12, 31)) == [
        "2023—2024学年第一学期（部分）",
        "2023—2024学年第二学期",
        "2024—2025学年第一学期",
    ]
    assert cells("学年", (2024, 1, 1), (2024, 12, 31)) == ["2023—2024学年（部分）", "2024—2025学年（部分）"]
    assert cells("年", (2024, 1, 1), (2024, 12, 31)) == ["2024年"]


def test_months_and_calendar_years_need_every_day():
    assert cells("月", (2024, 9, 1), (2024, 10, 30)) == ["2024年9月", "2024年10月（部分）"]
    assert cells("年", (2023, 1, 2), (2024, 12, 31)) == ["2023年（部分）", "2024年"]


def test_a_week_begins_on_monday_and_is_whole_from_monday_to_friday():
    assert cells("周", (2024, 9, 1), (2024, 9, 13)) == [
        "2024年8月26日起的一周（部分）",
        "2024年9月2日起的一周",
        "2024年9月9日起的一周",
    ]


def test_the_whole_plan_is_one_cell():
    start, end = date(2022, 9, 1), date(2025, 7, 31)
    assert CALENDAR.cells("全程", start, end) == (Cell(start, end, "方案全程"),)


def test_a_quota_binds_whole_cells_only():
    bound = CALENDAR.binding("学期", date(2022, 9, 1), date(2023, 4, 30))
    assert [cell.name for cell in bound] == ["2022—2023学年第一学期"]


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("学年", date(2023, 2, 1), date(2023, 7, 31)),  # a per-year quota over a half-year plan
        ("学年", date(2024, 1, 1), date(2024, 12, 31)),
        ("年", date(2022, 9, 1), date(2023, 7, 31)),
        ("学期", date(2024, 4, 1), date(2024, 6, 30)),
    ],
)
def test_without_a_whole_cell_a_quota_binds_the_plan_once(period, start, end):
    assert CALENDAR.binding(period, start, end) == (
        Cell(start, end, f"方案全程（没有完整的{period}）", whole=False),
    )


def test_terms_may_begin_on_other_days():
    early = Calendar(school_year_start=(8, 25), second_term_start=(2, 20))
    assert early.cells("学期", date(2022, 8, 25), date(2023, 8, 24)) == (
        Cell(date(2022, 8, 25), date(2023, 2, 19), "2022—2023学年第一学期"),
        Cell(date(2023, 2, 20), date(2023, 8, 24), "2022—2023学年第二学期"),
    )
    late = Calendar(second_term_start=(3, 10))
    assert cells("学期", (2023, 3, 10), (2023, 7, 1), late) == ["2022—2023学年第二学期"]


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ({"second_term_start": (2, 29)}, "不是每年都有 2月29日"),
        ({"school_year_start": (13, 1)}, "不是每年都有 13月1日"),
        ({"second_term_start": (9, 1)}, "两个学期不能在同一天开始"),
    ],
)
def test_impossible_calendars_are_refused(days, message):
    with pytest.raises(ValueError, match=message):
        Calendar(**days)


def test_a_stretch_must_not_end_before_it_begins():
    with pytest.raises(ValueError, match="早于开始"):
        CALENDAR.cells("学年", date(2023, 9, 1), date(2023, 8, 31))


def test_a_day_knows_its_term():
    assert CALENDAR.cell_of("学期", date(2023, 1, 31)).name == "2022—2023学年第一学期"
    assert CALENDAR.cell_of("学期", date(2023, 2, 1)).name == "2022—2023学年第二学期"
    assert CALENDAR.cell_of("周", date(2024, 9, 8)).first == date(2024, 9, 2)
    assert date(2023, 8, 31) in CALENDAR.school_year(2022)
    assert date(2023, 9, 1) not in CALENDAR.school_year(2022)


@pytest.mark.parametrize(
    ("unit", "start", "end", "length"),
    [
        ("年", (2022, 9, 1), (2023, 7, 31), 1),  # eleven months called a year
        ("月", (2022, 9, 1), (2023, 7, 31), 11),
        ("学年", (2022, 9, 1), (2023, 7, 31), 1),
        ("学期", (2022, 9, 1), (2023, 7, 31), 2),
        ("年", (2023, 1, 1), (2023, 12, 31), 1),
        ("年", (2022, 9, 1), (2025, 7, 31), 3),
        ("年", (2022, 9, 1), (2023, 1, 31), 0),
        ("月", (2023, 1, 31), (2023, 2, 28), 1),
        ("月", (2023, 1, 31), (2023, 2, 27), 0),
        ("周", (2024, 9, 2), (2024, 9, 6), 1),  # a working week
        ("周", (2024, 9, 4), (2024, 9, 10), 1),
        ("天", (2024, 9, 2), (2024, 9, 6), 5),
    ],
)
def test_how_long_a_stretch_is_in_the_words_of_papers(unit, start, end, length):
    assert CALENDAR.length(unit, date(*start), date(*end)) == length
