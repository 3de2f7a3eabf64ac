"""School years, terms, years, months and weeks, and which of them a plan covers.

A quota counts *within* a period, and a plan has a beginning and an end. This module says which
periods lie in the plan (`Calendar.cells`), which of them a quota binds (`Calendar.binding`), and how
long a stretch of days is in the words of school papers (`Calendar.length`).

What was decided:

- A term is covered **wholly** when the plan covers its teaching time: it begins no later than 15
  September (1 March for the second term) and lasts at least to 31 December (30 June). So the plan
  of a calendar year has two terms, and 2月—7月 is a term.
- A school year is whole when its terms are: 9月1日—7月31日, 9月—次年6月 are school years, the "eleven
  months called a year".
- A week is whole when its Monday to Friday are covered; months and calendar years with all their days.
- A quota binds the whole cells only: what is promised 每学期 says nothing about half a term. A plan
  without a whole cell of the kind (a 学年 quota in a plan of one term, or of a calendar year; a
  three-year cycle in a one-year plan) is bound **once, as a whole, in full**.
- Months and weeks of the holidays count like any other: 每月 is twelve times a year.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gongjian.model.quota.scope import Period

MonthDay = tuple[int, int]
"""A day of every year: month and day."""

ONE_DAY: Final = timedelta(days=1)
WORKING_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One period as far as the plan covers it: its days in the plan, both ends included.

    `whole` says whether that is enough of the period for a quota to bind it.
    """

    first: date
    last: date
    name: str
    whole: bool = True

    def __contains__(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """When school years and terms begin, and when there is teaching in them.

    Raises:
        ValueError: a day is not in every year, or both terms begin on the same one.
    """

    school_year_start: MonthDay = (9, 1)
    second_term_start: MonthDay = (2, 1)
    first_term_teaching: tuple[MonthDay, MonthDay] = ((9, 15), (12, 31))
    second_term_teaching: tuple[MonthDay, MonthDay] = ((3, 1), (6, 30))

    def __post_init__(self) -> None:
        days = (self.school_year_start, self.second_term_start)
        for month, day in (*days, *self.first_term_teaching, *self.second_term_teaching):
            if not (1 <= month <= 12 and 1 <= day <= monthrange(2023, month)[1]):
                raise ValueError(f"不是每年都有 {month}月{day}日")
        if days[0] == days[1]:
            raise ValueError("两个学期不能在同一天开始")

    def cells(self, period: Period, start: date, end: date) -> tuple[Cell, ...]:
        """Every cell of that kind that has a day in the stretch, in order, cut to the stretch.

        Raises:
            ValueError: the stretch ends before it begins.
        """
        if end < start:
            raise ValueError(f"结束（{end}）早于开始（{start}）")
        return _cells(self, period, start, end)

    def binding(self, period: Period, start: date, end: date) -> tuple[Cell, ...]:
        """The cells in which a quota of that period holds: the whole ones, or else the stretch at once."""
        whole = tuple(cell for cell in self.cells(period, start, end) if cell.whole)
        return whole or (Cell(start, end, f"方案全程（没有完整的{period}）", whole=False),)

    def cell_of(self, period: Period, day: date) -> Cell:
        """The full cell a day falls into; of 全程, the day itself."""
        return _cell_of(self, period, day)

    def order(self, period: Period | None, day: MonthDay) -> tuple[bool, MonthDay]:
        """Give what a day of the year sorts by within a period: in a school year, September comes before June."""
        return period == "学年" and day < self.school_year_start, day

    def school_year(self, year: int) -> Cell:
        """The school year that begins in `year`."""
        return self.cell_of("学年", date(year, *self.school_year_start))

    def length(self, unit: str, start: date, end: date) -> int:
        """How many 天, 周, 月, 学期, 学年 or 年 a stretch lasts, completed ones only.

        A working week is a week, and a school year is a year: 9月1日 to 7月31日 are 11 months and 1 year.

        Raises:
            KeyError: there is no such unit of time.
        """
        return _LENGTHS[unit](self, start, end)

    def covers(self, period: Period, full: Cell, start: date, end: date) -> bool:
        """Whether the stretch covers enough of a full cell for it to count as whole."""
        if period == "学年":
            terms = (self.cell_of("学期", day) for day in (full.first, full.last))
            return all(self.covers("学期", term, start, end) for term in terms)
        first, last = self._needed(period, full)
        return start <= first and last <= end

    def _needed(self, period: Period, full: Cell) -> tuple[date, date]:
        """The days a plan must cover for the cell to be whole."""
        if period == "周":
            return full.first, full.first + timedelta(days=WORKING_DAYS - 1)
        if period != "学期":
            return full.first, full.last
        first_term = _month_day(full.first) == self.school_year_start
        opening, closing = self.first_term_teaching if first_term else self.second_term_teaching
        first, last = _upcoming(opening, full.first), _upcoming(closing, full.first)
        return (first if first in full else full.first), (last if last in full else full.last)

    def _starts(self, period: Period) -> tuple[MonthDay, ...]:
        table: dict[Period, tuple[MonthDay, ...]] = {
            "学年": (self.school_year_start,),
            "学期": (self.school_year_start, self.second_term_start),
            "年": ((1, 1),),
            "月": tuple((month, 1) for month in range(1, 13)),
        }
        return table[period]

    def start_of(self, period: Period, day: date) -> date:
        """The first day of the full cell that `day` falls into."""
        if period == "周":
            return day - timedelta(days=day.weekday())
        return max(_latest(start, day) for start in self._starts(period))

    def start_after(self, period: Period, first: date) -> date:
        """The first day of the cell after the one that begins on `first`."""
        if period == "周":
            return first + timedelta(days=7)
        return min(_upcoming(start, first + ONE_DAY) for start in self._starts(period))


DEFAULT_CALENDAR: Final = Calendar()


@lru_cache(maxsize=4096)
def _cell_of(calendar: Calendar, period: Period, day: date) -> Cell:
    if period == "全程":
        return Cell(day, day, _WHOLE_PLAN)
    first = calendar.start_of(period, day)
    return Cell(first, calendar.start_after(period, first) - ONE_DAY, _NAMES[period](calendar, first))


_WHOLE_PLAN: Final = "方案全程"


@lru_cache(maxsize=1024)
def _cells(calendar: Calendar, period: Period, start: date, end: date) -> tuple[Cell, ...]:
    if period == "全程":
        return (Cell(start, end, _WHOLE_PLAN),)
    return tuple(
        Cell(
            max(full.first, start), min(full.last, end), full.name, calendar.covers(period, full, start, end)
        )
        for full in _full_cells(calendar, period, start, end)
    )


def _full_cells(calendar: Calendar, period: Period, start: date, end: date) -> Iterator[Cell]:
    while start <= end:
        full = calendar.cell_of(period, start)
        yield full
        start = full.last + ONE_DAY


def _month_day(day: date) -> MonthDay:
    return day.month, day.day


def _latest(start: MonthDay, day: date) -> date:
    """The last such day that is not after `day`."""
    return date(day.year if start <= _month_day(day) else day.year - 1, *start)


def _upcoming(start: MonthDay, day: date) -> date:
    """The first such day that is not before `day`."""
    return date(day.year if start >= _month_day(day) else day.year + 1, *start)


def _school_year_name(calendar: Calendar, first: date) -> str:
    year = _latest(calendar.school_year_start, first).year
    return f"{year}—{year + 1}学年"


def _term_name(calendar: Calendar, first: date) -> str:
    ordinal = "一" if _month_day(first) == calendar.school_year_start else "二"
    return f"{_school_year_name(calendar, first)}第{ordinal}学期"


_NAMES: Final[dict[Period, Callable[[Calendar, date], str]]] = {
    "学年": _school_year_name,
    "学期": _term_name,
    "年": lambda _, first: f"{first.year}年",
    "月": lambda _, first: f"{first.year}年{first.month}月",
    "周": lambda _, first: f"{first.year}年{first.month}月{first.day}日起的一周",
}


def _whole_cells(calendar: Calendar, period: Period, start: date, end: date) -> int:
    return sum(cell.whole for cell in calendar.cells(period, start, end))


def _days(start: date, end: date) -> int:
    return (end - start).days + 1


def _months(start: date, end: date) -> int:
    after = end + ONE_DAY
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


_LENGTHS: Final[dict[str, Callable[[Calendar, date, date], int]]] = {
    "天": lambda _, start, end: _days(start, end),
    "周": lambda it, start, end: max(_days(start, end) // 7, _whole_cells(it, "周", start, end)),
    "月": lambda _, start, end: _months(start, end),
    "学期": lambda it, start, end: _whole_cells(it, "学期", start, end),
    "学年": lambda it, start, end: _whole_cells(it, "学年", start, end),
    "年": lambda it, start, end: max(_months(start, end) // 12, _whole_cells(it, "学年", start, end)),
}
