"""Which quantities measure the same thing, and how much of one unit another is.

- Occurrences are occurrences (1场 is 1次), a lesson is a lesson (1节 is 1课时), a piece of work is a
  piece (1篇 is 1个, 1项), a school is a school. 台, 套, 册, 对 and 区 are only themselves.
- 人 counts each assignment made within the period: who is sent in both terms counts in both. 人次 counts
  visits; one does not convert into the other.
- Durations convert exactly where `quota.units` has a factor: 1学年 is 2学期, 1年 is 12月, 1周 is 7天 (so
  ≥1周 covers ≥5天). A 学年 of exchange is a 年 of exchange ("11 months called a year"). Between the others a
  range is used and a verdict holds for all of it: a month has 28 to 31 days, a term as many as the
  shortest that `Calendar` calls whole to the longest there is. Hours and days do not convert.
- Everything else is refused.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from gongjian.model.entailment.span import ONE, Span, exactly
from gongjian.model.entailment.verdict import IncomparableError

if TYPE_CHECKING:
    from gongjian.model.quota import Unit

INTERCHANGEABLE: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(words.split()) for words in ("次 场 期 遍", "节 课时 学时", "篇 份 个 项 件", "所 家 校")
)
"""Measure words that count the same things, one for one."""

YEARS: Final = {"学期": Fraction(1, 2), "学年": Fraction(1), "年": Fraction(1)}
"""How many years of service a unit is."""

DAYS: Final[dict[str, tuple[int, int]]] = {
    "天": (1, 1),
    "周": (7, 7),
    "月": (28, 31),
    "学期": (108, 213),
    "学年": (289, 366),
    "年": (365, 366),
}
"""The fewest and the most days of one unit; of terms and school years, see `Calendar`."""


def conversion(unit: Unit, into: Unit) -> Span:
    """How much of `into` one `unit` is.

    Raises:
        IncomparableError: they measure different things, or nothing fixed relates them.
    """
    if unit.base == into.base:
        return exactly(Fraction(unit.factor, into.factor))
    if any({unit.name, into.name} <= words for words in INTERCHANGEABLE):
        return ONE
    if unit.name in YEARS and into.name in YEARS:
        return exactly(YEARS[unit.name] / YEARS[into.name])
    if unit.name in DAYS and into.name in DAYS:
        (fewest, most), (small, large) = DAYS[unit.name], DAYS[into.name]
        return Span(Fraction(fewest, large), Fraction(most, small))
    raise IncomparableError(_refusal(unit, into))


def comparable(unit: Unit, into: Unit) -> bool:
    """Whether the two units measure the same thing."""
    try:
        conversion(unit, into)
    except IncomparableError:
        return False
    return True


def _refusal(unit: Unit, into: Unit) -> str:
    if unit.family != into.family:
        return f"承诺按“{unit}”计（{unit.family}），要求按“{into}”计（{into.family}），不是一回事，不能比较"
    if {unit.name, into.name} == {"人", "人次"}:
        return "承诺和要求一个按“人”计，一个按“人次”计，同一个人可以算几人次，不能折算"
    return f"“{unit}”和“{into}”没有固定的换算，不能比较"
