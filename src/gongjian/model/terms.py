"""A stretch of time as users name it: a term, a school year, a year, any span of days."""

import re
from datetime import date

from gongjian.model.calendar import DEFAULT_CALENDAR, ONE_DAY, Calendar, Cell
from gongjian.model.dates import DateError, parse_span

_SHORT = re.compile(r"(\d{4})\s*[-－—–~～至/]\s*(\d{4})(?:\s*[-－—–~～/]\s*([12])|\s*学年)?", re.ASCII)
_TERM = re.compile(r"(\d{4})\s*[-－—–~～至/]\s*(\d{4})\s*学年度?\s*(第一|第二|上|下)学期", re.ASCII)

EXAMPLES = "2022-2023-1（第一学期）、2022-2023（学年）、2023年、2023-02至2023-07"


class TermError(ValueError):
    """A text that names no stretch of time; the message says why, in Chinese."""


def parse_term(text: str, calendar: Calendar = DEFAULT_CALENDAR) -> Cell:
    """Read a stretch of time; terms and school years begin as the calendar has it.

    Raises:
        TermError: the text is none.
    """
    text = text.strip()
    if match := _TERM.fullmatch(text):
        return _school(int(match[1]), int(match[2]), "1" if match[3] in ("第一", "上") else "2", calendar)
    if match := _SHORT.fullmatch(text):
        return _school(int(match[1]), int(match[2]), match[3], calendar)
    try:
        span = parse_span(text)
    except DateError as error:
        raise TermError(f"{error}；可以写 {EXAMPLES}") from None
    return Cell(span.first, span.last, _named(span.first, span.last))


def _school(year: int, next_year: int, term: str | None, calendar: Calendar) -> Cell:
    if next_year != year + 1:
        raise TermError(f"{year}-{next_year} 不是一个学年：学年是相邻的两年，如 {year}-{year + 1}")
    try:
        whole = calendar.school_year(year)
        first = calendar.cell_of("学期", whole.first)
        second = calendar.cell_of("学期", first.last + ONE_DAY)
    except ValueError:
        raise TermError(f"没有 {year} 年") from None
    return {"1": first, "2": second}.get(term or "", whole)


def _named(first: date, last: date) -> str:
    """Name a stretch of days in full: 2023年, 2023年2月至7月, 2023年2月3日至2023年7月5日."""
    months = first.day == 1 and (last + ONE_DAY).day == 1
    if not months:
        begins, ends = (f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
        return begins if first == last else f"{begins}至{ends}"
    if first.year != last.year:
        return f"{first.year}年{first.month}月至{last.year}年{last.month}月"
    if (first.month, last.month) == (1, 12):
        return f"{first.year}年"
    begins = f"{first.year}年{first.month}月"
    return begins if first.month == last.month else f"{begins}至{last.month}月"
