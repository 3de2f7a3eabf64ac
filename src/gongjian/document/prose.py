"""Values as official prose: what ``{{ }}`` prints, and the simplest filters (all: `gongjian.document.filters`).

Without a filter a date prints as ``date`` would, a list as ``names`` would, None as 待补.
None passes through every filter, so that it is still 待补 at the end.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import singledispatch

from gongjian.document.inline import escape_text
from gongjian.document.numerals import chinese_numeral

PENDING = "待补"

_DATE = re.compile(r"(\d{4})[-年](\d{1,2})(?:[-月](\d{1,2})日?|月)?")


class Markdown(str):
    """Text that is official Markdown already, so that it is not escaped again."""

    __slots__ = ()


class ProseError(ValueError):
    """A value that has no place in a document; the message is Chinese."""


def escape_output(value: object) -> Markdown:
    """Jinja's ``finalize``: what ``{{ }}`` prints is text and can never become structure."""
    if isinstance(value, Markdown):
        return value
    return pending(value) if value is None else Markdown(escape_text(prose(value)))


@singledispatch
def prose(value: object) -> str:
    """A value as the words of a document, by its type."""
    words = getattr(value, "prose", None)
    if isinstance(words, str):
        return words
    if hasattr(type(value), "model_fields"):
        raise ProseError("这里有好几个栏目，不能整个印出来，请写到具体一栏")
    return str(value)


@prose.register
def _string(value: str) -> str:
    return str(value)


@prose.register
def _truth(value: bool) -> str:
    return "是" if value else "否"


@prose.register(float)
@prose.register(Decimal)
def _fraction(value: float | Decimal) -> str:
    """At most six decimals, and none that say nothing: 2.50 → 2.5."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@prose.register
def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


@prose.register(list)
@prose.register(tuple)
def _several(value: Iterable[object]) -> str:
    return "、".join(_name(each) for each in value)


@prose.register(dict)
def _mapping(value: Mapping[str, object]) -> str:
    raise ProseError(f"这里有好几个栏目（{'、'.join(map(str, value))}），请写到具体一栏")


def _name(value: object) -> str:
    """The name of a person or school; somebody without a name goes by the post."""
    if isinstance(value, str):
        return str(value)
    found = (
        value if isinstance(value, Mapping) else {key: getattr(value, key, None) for key in ("name", "post")}
    )
    return prose(found.get("name") or found.get("post") or value)


def hanzi(value: int | None, unit: str = "") -> str | None:
    """A number in Chinese numerals, with its unit where it has one: two of something are 两."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise ProseError(f"「{value}」不是整数，不能写成汉字")
    return ("两" if unit and value == 2 else chinese_numeral(value)) + unit


def full_date(value: object) -> str | None:
    """A date in full, numbers without padding (GB/T 9704-2012, 7.3.5.4)."""
    return None if value is None else _day(as_date(value))


def month(value: object) -> str | None:
    """Year and month of a date."""
    if value is None:
        return None
    day = as_date(value)
    return f"{day.year}年{day.month}月"


def as_date(value: object) -> date:
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(str(value).strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else _no_date(value)
    except ValueError:
        return _no_date(value)


def _no_date(value: object) -> date:
    raise ProseError(f"「{value}」不是日期，应写成 2024-03-05")


def names(value: Iterable[object] | None) -> str | None:
    """Names joined by 、; an empty list is None."""
    return (value if isinstance(value, str) else _several(value)) if value else None


def paragraphs(value: str | Iterable[str] | None) -> Markdown:
    """One paragraph for every line that is not blank."""
    if value is None:
        return pending(None)
    lines = (
        value.splitlines()
        if isinstance(value, str)
        else [line for text in value for line in text.splitlines()]
    )
    stripped = (line.strip(" \t\u3000") for line in lines)
    return Markdown("\n\n".join(escape_text(line) for line in stripped if line))


def pending(value: object, label: str = "") -> Markdown:
    """``value``, or a highlighted 待补 when it is empty."""
    if value or value == 0:
        return escape_output(value)
    return Markdown(f"=={PENDING}：{escape_text(label)}==" if label else f"=={PENDING}==")
