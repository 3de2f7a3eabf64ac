"""Dates and stretches of time as people write them.

A file gives dates as text: `2024-09-01`, `2024-9-1`, `2024/9/1`, `2024.9.1`,
`2024年9月1日`; a month (`2024-09`, `2024年9月`) where a stretch will do. School
years and terms follow common practice: the year begins on 1 September, the second
term on 1 February.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gongjian.model.base import Model, Text, entry

SCHOOL_YEAR_START = (9, 1)
SECOND_TERM_START = (2, 1)

_DAY = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号號])", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月份?)", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:年度?)?", re.ASCII)
_SCHOOL_YEAR = re.compile(
    r"(\d{4})\s*[-－—–~～至/]+\s*(\d{4})\s*[学學]年度?\s*(?:(第一|第二|上|下)[学學]期)?", re.ASCII
)
_TERM = re.compile(r"(\d{4})年(春|秋)季?(?:[学學]期)?", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日(?:之?前)?)?", re.ASCII)
_MONTH_END = re.compile(r"(\d{1,2})月(?:底(?:之?前)?)?", re.ASCII)
_TO = re.compile(r"\s*[~～至到—–]+\s*")

_M, _D = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
_DAY_SCHEMA = {
    "type": "string",
    "pattern": rf"^\s*[0-9]{{4}}([-/.]{_M}[-/.]{_D}|年{_M}月{_D}[日号號])\s*$",
}
_SPAN_SCHEMA = {"anyOf": [{"type": "string", "pattern": "[0-9]{4}"}, {"type": "number"}]}
_MONTH_DAY_SCHEMA = {
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^\s*({_M}([-/.]|月){_D}(日(之?前)?)?|{_M}月(底(之?前)?)?)\s*$",
        },
        {"type": "number"},
    ]
}
"""What JSON Schema can tell of a date: not which months have 30 days. YAML may take `2022.10` for a number."""

_EARLIEST, _LATEST = 1949, 2200
DATE_EXAMPLES = "2024-09-01、2024年9月1日"


class DateError(ValueError):
    """A text that is no date; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stretch of days, both ends included, and the words it was written in."""

    first: date
    last: date
    text: str

    @property
    def is_one_day(self) -> bool:
        """Whether the span is a single day."""
        return self.first == self.last

    def __str__(self) -> str:
        """Give the words it was written in."""
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept a text (or a span)."""
        return core_schema.no_info_plain_validator_function(
            _Validated(parse_span, cls), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A span is text in a file."""
        return dict(_SPAN_SCHEMA)


def parse_day(text: str) -> date:
    """Read one day.

    Raises:
        DateError: the text is no date, or the calendar has no such day.
    """
    if match := _ISO_DAY.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise DateError(f"“{_shorten(text)}”不是日期，应写成 {DATE_EXAMPLES}")
    year, month, day = (int(match[i]) for i in ((1, 3, 4) if match[2] else (1, 5, 6)))
    return _day(year, month, day)


def parse_span(text: str) -> DateSpan:
    """Read a day, a month, a year, a term, a school year, or `A 至 B` of these.

    Raises:
        DateError: the text is none of these.
    """
    text = text.strip()
    if _ISO_DAY.fullmatch(text):  # the common case, quickly
        day = parse_day(text)
        return DateSpan(day, day, text)
    for reader in (_read_day, _read_month, _read_year, _read_school_year, _read_term):
        if span := reader(text):
            return DateSpan(*span, text)
    ends = _TO.split(text)
    if len(ends) == 2 and all(ends):
        first, last = parse_span(ends[0]), _parse_last(ends[0], ends[1])
        if last < first.first:
            raise DateError(f"“{_shorten(text)}”的结束早于开始")
        return DateSpan(first.first, last, text)
    raise DateError(f"“{_shorten(text)}”不是日期，应写成 {DATE_EXAMPLES}、2024-09、2024年9月10日至12日")


def parse_month_day(text: str) -> tuple[int, int]:
    """Read a day of any year: `06-30`, `6月30日`, or `6月底` for the last day of June; 前 may follow 日 and 底.

    Raises:
        DateError: the text is no day of the year.
    """
    text = text.strip()
    if match := _MONTH_DAY.fullmatch(text):
        month, day = int(match[1]), int(match[2])
        days = _month(2024, month)[1].day  # a leap year: 29 February is a day of some year
        if not 1 <= day <= days:
            raise DateError(f"{month}月没有 {day} 日，这个月最多 {days} 天")
        return month, day
    if match := _MONTH_END.fullmatch(text):
        last = _month(2023, int(match[1]))[1]
        return last.month, last.day
    raise DateError(f"“{_shorten(text)}”不是一年中的日子，应写成 06-30、6月30日 或 6月底")


def _read_day(text: str) -> tuple[date, date] | None:
    if not _DAY.fullmatch(text):
        return None
    day = parse_day(text)
    return day, day


def _read_month(text: str) -> tuple[date, date] | None:
    match = _MONTH.fullmatch(text)
    return _month(int(match[1]), int(match[2] or match[3])) if match else None


def _read_year(text: str) -> tuple[date, date] | None:
    match = _YEAR.fullmatch(text)
    return (_day(int(match[1]), 1, 1), _day(int(match[1]), 12, 31)) if match else None


def _read_school_year(text: str) -> tuple[date, date] | None:
    match = _SCHOOL_YEAR.fullmatch(text)
    if not match:
        return None
    year = int(match[1])
    if int(match[2]) != year + 1:
        raise DateError(f"“{_shorten(text)}”不是一个学年：学年是相邻的两年，如 {year}-{year + 1}学年")
    return _school_year(year, match[3])


def _read_term(text: str) -> tuple[date, date] | None:
    match = _TERM.fullmatch(text)
    if not match:
        return None
    year, autumn = int(match[1]), match[2] == "秋"
    return _school_year(year if autumn else year - 1, "第一" if autumn else "第二")


def _school_year(year: int, term: str | None) -> tuple[date, date]:
    start, second = _day(year, *SCHOOL_YEAR_START), _day(year + 1, *SECOND_TERM_START)
    end = _day(year + 1, *SCHOOL_YEAR_START) - timedelta(days=1)
    if term in {"第一", "上"}:
        return start, second - timedelta(days=1)
    return (second if term else start), end


def _parse_last(first: str, last: str) -> date:
    """Read the end of a range; what it leaves out (`9月1日至3日`) is taken from its beginning."""
    for prefix in ("", *(first[: match.end()] for match in re.finditer(r"年|月|-|/|\.", first))):
        try:
            return parse_span(prefix + last).last
        except DateError:
            continue
    raise DateError(f"“{_shorten(last)}”不是日期，应写成 {DATE_EXAMPLES}")


def _month(year: int, month: int) -> tuple[date, date]:
    first = _day(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date:
    if not _EARLIEST <= year <= _LATEST:
        raise DateError(f"年份 {year} 不在 {_EARLIEST}–{_LATEST} 之间")
    if not 1 <= month <= 12:
        raise DateError(f"没有 {month} 月，月份应为 1 到 12")
    try:
        return date(year, month, day)
    except ValueError:
        last = monthrange(year, month)[1]
        raise DateError(f"{year}年{month}月没有 {day} 日，这个月只有 {last} 天") from None


def _shorten(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"


class _Validated:
    """A parser of texts as a Pydantic validator that reports `DateError` as `date`, and what to write."""

    def __init__(self, parse: Callable[[str], object], kind: type, hint: str = "") -> None:
        self._parse, self._kind, self._hint = parse, kind, hint

    def __call__(self, value: object) -> object:
        if isinstance(value, self._kind):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("date", "应为日期，如 {examples}", {"examples": DATE_EXAMPLES})
        try:
            return self._parse(value)
        except DateError as error:
            raise PydanticCustomError(
                "date", "{reason}", {"reason": str(error), "hint": self._hint}
            ) from None


def _first_day(text: str) -> date:
    return parse_span(text).first


def _last_day(text: str) -> date:
    return parse_span(text).last


Day = Annotated[date, BeforeValidator(_Validated(parse_day, date)), WithJsonSchema(_DAY_SCHEMA)]
"""One day."""

FirstDay = Annotated[
    date,
    BeforeValidator(_Validated(_first_day, date)),
    WithJsonSchema(_SPAN_SCHEMA),
]
"""A day; of a month or a year, its first day."""

LastDay = Annotated[
    date,
    BeforeValidator(_Validated(_last_day, date)),
    WithJsonSchema(_SPAN_SCHEMA),
]
"""A day; of a month or a year, its last day."""

MonthDay = Annotated[
    tuple[int, int],
    BeforeValidator(_Validated(parse_month_day, tuple, "日子写成 月-日，如 06-30")),
    WithJsonSchema(_MONTH_DAY_SCHEMA),
]
"""A day of any year, as (month, day)."""


class Period(Model, title="起止时间"):
    """A stretch of time with a beginning and an end, both included.

    In a file: two dates, or one text that names a term, a school year, a calendar
    year, or runs `从 至`.
    """

    shorthand: ClassVar[tuple[str, ...]] = ("string",)

    start: FirstDay = entry("开始", "第一天；只写年月时为当月 1 日", "2022-09-01", "2022-09")
    end: LastDay = entry("结束", "最后一天（含）；只写年月时为当月最后一日", "2025-07-31", "2025-07")
    label: Text | None = entry(
        "说法", "公文里怎样称呼这段时间；不写则按起止日期写", "2022—2023学年第一学期", default=None
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            span = parse_span(value)
        except DateError as error:
            raise PydanticCustomError(
                "date",
                "{reason}",
                {"reason": f"{error}；起止时间也可写成 2022-2023学年、2022-2023学年第一学期、2024年"},
            ) from None
        return {"start": span.first, "end": span.last, "label": value.strip()}

    def __contains__(self, day: date) -> bool:
        """Whether the day falls into the period."""
        return self.start <= day <= self.end

    def covers(self, span: DateSpan) -> bool:
        """Whether the whole span falls into the period."""
        return self.start <= span.first and span.last <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    @classmethod
    def of(cls, start: date, end: date) -> Self:
        """Make a period of two days."""
        return cls(start=start, end=end)
