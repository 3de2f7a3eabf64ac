"""When a new plan is for."""

import re
from datetime import date, timedelta

from gongjian.model.dates import DateError, Period, parse_span
from gongjian.model.loose_dates import only_day, with_years_in_figures
from gongjian.model.terms import TermError, parse_term
from gongjian.repository.drafting.archetypes import Archetype

_NAMED = re.compile(r".*(?:学年度?|学期|年度?|[春秋]季?)")
"""Texts that documents print as they are; of others the two days are written."""


def period_in(text: str) -> Period:
    """Read a school year, a term, a year, or two days, in whatever way people write them.

    Raises:
        DateError: it is none of these.
    """
    text = with_years_in_figures(text.strip())
    try:
        span = parse_span(text)
    except DateError as error:
        text = only_day(text) or _term(text, error)
        span = parse_span(text)
    return Period(start=span.first, end=span.last, label=text if _NAMED.fullmatch(text) else None)


def _term(text: str, error: DateError) -> str:
    """Write a term named in short (2026-2027-1) as files have it."""
    try:
        return parse_term(text).name
    except TermError:
        raise error from None


def usual_time(archetype: Archetype, today: date) -> str:
    """Name the time that plans written now are usually for: from June on the coming school year, else this one."""
    year = today.year if today.month >= 6 else today.year - 1
    if archetype.years == 1:
        return f"{year}-{year + 1}学年"
    last = date(year + archetype.years, 9, 1) - timedelta(days=1)
    return f"{year}-09-01至{last}"
