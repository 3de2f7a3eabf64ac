"""The filters of templates: values as official prose needs them.

docs/templates.md lists every filter with an example; a test runs the examples. None passes
through, so that what is missing still prints as 待补.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import wraps

from gongjian.document import wording
from gongjian.document.numerals import capital_amount, chinese_numeral, year_numeral
from gongjian.document.prose import (
    Markdown,
    ProseError,
    as_date,
    full_date,
    hanzi,
    month,
    names,
    paragraphs,
    pending,
    prose,
)
from gongjian.model.dates import DateError, DateSpan, Period, parse_span
from gongjian.model.quota import Quota, QuotaError, VagueQuota, parse_quota

_WAN = 10_000


def _unless_missing(filter_: Callable[..., str]) -> Callable[..., str | None]:
    """Let None through."""

    @wraps(filter_)
    def passing(value: object, *arguments: object) -> str | None:
        return None if value is None else filter_(value, *arguments)

    return passing


@_unless_missing
def ordinal(value: object) -> str:
    """1 → 第一."""
    return f"第{hanzi(value)}"  # type: ignore[arg-type]


@_unless_missing
def month_day(value: object) -> str:
    """A date without its year: 10月8日."""
    day = as_date(value)
    return f"{day.month}月{day.day}日"


@_unless_missing
def hanzi_date(value: object) -> str:
    """A date in Chinese numerals, for agreements and invitations: 二〇二二年十月八日."""
    day = as_date(value)
    return f"{year_numeral(day.year)}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"


@_unless_missing
def span(value: object) -> str:
    """A stretch of time, what both ends share written once: 2022年10月20日至21日."""
    match value:
        case Period():
            return wording.period(value)
        case DateSpan():
            return wording.span(value)
        case (date() as first, date() as last):
            return wording.days(first, last)
        case str():
            try:
                return wording.span(parse_span(value))
            except DateError as error:
                raise ProseError(str(error)) from None
    raise ProseError(f"「{value}」不是一段时间，应写成 2022-10-20至10-21")


@_unless_missing
def quota(value: object) -> str:
    """A quota in prose: ≥2人/学期 → 每学期不少于2人; several are joined by commas."""
    match value:
        case Quota():
            return value.prose
        case VagueQuota():
            return value.word
        case str():
            try:
                return parse_quota(value).prose
            except QuotaError as error:
                raise ProseError(f"「{value}」不是指标：{error}") from None
        case list() | tuple():
            return "，".join(str(quota(each)) for each in value)
    raise ProseError(f"「{value}」不是指标，应写成 ≥2次/学期")


@_unless_missing
def percent(value: object, whole: object = None) -> str:
    """30 → 30%; with the whole, the share in it: 3 of 12 → 25%. At most one decimal."""
    share = _number(value)
    if whole is not None:
        if not (base := _number(whole)):
            raise ProseError("占比的总数是零")
        share = share * 100 / base
    return f"{prose(round(share, 1))}%"


@_unless_missing
def yuan(value: object) -> str:
    """12000 → 12000元."""
    return f"{prose(_number(value))}元"


@_unless_missing
def wan(value: object) -> str:
    """12000 → 1.2万元."""
    return f"{prose(_number(value) / _WAN)}万元"


@_unless_missing
def capital(value: object) -> str:
    """12000 → 壹万贰仟元整: an amount as agreements write it."""
    try:
        return capital_amount(_number(value))
    except ValueError as error:
        raise ProseError(str(error)) from None


@_unless_missing
def spaced(value: object) -> str:
    """A name as rosters set it: two characters are spread to the width of three."""
    return wording.spaced(prose(value))


@_unless_missing
def roster(value: Iterable[object]) -> str:
    """Names in a row, a character apart, those of two characters spread: 王某某　柳　某."""
    return "\u3000".join(wording.spaced(prose([each])) for each in value)


@_unless_missing
def booked(value: object) -> str:
    """A title in 《》, those within it made 〈〉."""
    return wording.booked(prose(value))


def _number(value: object) -> Decimal:
    try:
        if isinstance(value, bool):
            raise ProseError("「是」「否」不是数")
        number = Decimal(str(value))
    except InvalidOperation:
        raise ProseError(f"「{value}」不是数") from None
    if not number.is_finite():
        raise ProseError(f"「{value}」不是数")
    return number


FILTERS: dict[str, Callable[..., object]] = {
    "booked": booked,
    "capital": capital,
    "date": full_date,
    "hanzi": hanzi,
    "hanzi_date": hanzi_date,
    "month": month,
    "month_day": month_day,
    "names": names,
    "ordinal": ordinal,
    "paragraphs": paragraphs,
    "pending": pending,
    "percent": percent,
    "prose": lambda value: None if value is None else prose(value),
    "quota": quota,
    "roster": roster,
    "safe": Markdown,
    "spaced": spaced,
    "span": span,
    "wan": wan,
    "yuan": yuan,
}
"""By the name in templates."""
