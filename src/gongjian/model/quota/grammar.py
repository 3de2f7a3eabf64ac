"""The grammar of quotas, read from left to right.

    quantity = opening* (amount | vague word [unit]) closing* [。]
    opening  = marker | 每 subject or period | 年内 | 累计 | 应 | ，      in any order
    amount   = number unit [半] [tail]                              ≥2人, 2节以上, 一年半
             | number [unit] (- | 至 | 到) number [unit]             1-2名, 一至两名, 15%至30%
             | number 分之 number [tail]                             百分之三十
    closing  = (/ | 每) subject or period                            /学期/成员校

Words live in tables (`units`, `scope`, `bound`, `vague`); only their order lives here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from gongjian.model.quota.amount import UNIT_LEXICON, AmountReader
from gongjian.model.quota.bound import AGREEING, INCLUSIVE, MARKERS, TAILS, Bound, interval
from gongjian.model.quota.number import NUMBER, Number, written
from gongjian.model.quota.refusal import EXAMPLES, KNOWN_SCOPES, ONE_AMOUNT
from gongjian.model.quota.scanner import Lexicon, Scanner
from gongjian.model.quota.scope import (
    PERIOD_WORDS,
    SPAN_WORDS,
    SUBJECT_WORDS,
    TOTAL_WORDS,
    Period,
    Subject,
)
from gongjian.model.quota.vague import VAGUE_WORDS
from gongjian.model.quota.value import Quota, VagueQuota

if TYPE_CHECKING:
    from gongjian.model.quota.units import Unit

Scope = tuple[Period | None, Subject | None]
Interval = tuple[Number | None, Number | None]

_VAGUE: Final = Lexicon({word: word for word in VAGUE_WORDS})
_TOTALS: Final = Lexicon({word: word for word in TOTAL_WORDS})
_SPANS: Final[Lexicon[Scope]] = Lexicon({word: (period, None) for word, period in SPAN_WORDS.items()})
_SCOPES: Final[Lexicon[Scope]] = Lexicon(
    {word: (period, None) for word, period in PERIOD_WORDS.items()}
    | {word: (None, subject) for word, subject in SUBJECT_WORDS.items()}
)

_FILLER: Final = re.compile("应当?|必?须|为期?|[,、]")
_EACH: Final = re.compile("(?:每一?|各)(?:[个所]|[名位](?=教师|老师))?")
_SLASH: Final = re.compile(f"/(?:{_EACH.pattern})?")
_WITHIN: Final = re.compile("内")
_STOP: Final = re.compile("[。;]")


def parse_quantity(text: str) -> Quota | VagueQuota:
    """Read a quota, or a vague word that stands where one belongs.

    Raises:
        QuotaError: the text is neither.
    """
    return _read(text)


@lru_cache(maxsize=2048)
def _read(text: str) -> Quota | VagueQuota:
    return _Reader(text).quantity()


def parse_quota(text: str) -> Quota:
    """Read a quota.

    Raises:
        QuotaError: the text is no quota, or only a vague one.
    """
    quantity = parse_quantity(text)
    if isinstance(quantity, VagueQuota):
        scan = Scanner(text)
        start = scan.plain.index(quantity.word)
        message = f"“{quantity.word}”没有数字，无法核对"
        raise scan.error(message, f"写出数字，{EXAMPLES}", start, start + len(quantity.word))
    return quantity


class _Reader(AmountReader):
    """Reads a whole quantity: the amount, and around it in any order its markers and scopes."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.bound: Bound | None = None
        self.bounded_from: int | None = None
        self.period: Period | None = None
        self.per: Subject | None = None
        self.total = False

    def quantity(self) -> Quota | VagueQuota:
        if self.scan.done:
            raise self.error("指标是空的", EXAMPLES, 0)
        while self.filler() or self.marker() or self.total_word() or self.span() or self.each():
            pass
        word = self.scan.word(_VAGUE)
        return self.vague(word) if word else self.quota()

    def vague(self, word: str) -> VagueQuota:
        unit = self.scan.word(UNIT_LEXICON)
        self.closings()
        return VagueQuota(word, unit, self.counted_in, self.per)

    def quota(self) -> Quota:
        start = self.scan.position
        low, high, unit = self.amount()
        minimum, maximum = self.bounded(low, high, unit, start)
        end = self.scan.position
        self.closings()
        try:
            return Quota(unit, minimum, maximum, self.counted_in, self.per)
        except ValueError as refusal:
            raise self.scan.error(str(refusal), EXAMPLES, start, end) from None

    @property
    def counted_in(self) -> Period | None:
        """A sum is over the whole plan, unless a period stands beside it (每学期累计)."""
        return self.period or ("全程" if self.total else None)

    def closings(self) -> None:
        while self.slash() or self.each():
            pass
        self.scan.take(_STOP)
        if not self.scan.done:
            another = self.scan.sees(MARKERS.pattern) or self.scan.sees(NUMBER)
            raise self.unexpected("“/”或结尾", ONE_AMOUNT if another else EXAMPLES)

    def filler(self) -> bool:
        return self.scan.take(_FILLER) is not None

    def marker(self) -> bool:
        start = self.scan.position
        bound = self.scan.word(MARKERS)
        if bound and self.bound not in {None, bound}:
            raise self.error("界限写了两次，而且不一样", ONE_AMOUNT, start)
        if bound and self.bound is None:
            self.bound, self.bounded_from = bound, start
        return bound is not None

    def total_word(self) -> bool:
        found = self.scan.word(_TOTALS) is not None
        self.total |= found
        return found

    def span(self) -> bool:
        start = self.scan.position
        scope = self.scan.word(_SPANS)
        if scope:
            self.set_scope(scope, start)
        return scope is not None

    def each(self) -> bool:
        start = self.scan.position
        if not self.scan.take(_EACH):
            return False
        self.scope(start)
        self.scan.take(_WITHIN)
        return True

    def slash(self) -> bool:
        if not self.scan.take(_SLASH):
            return False
        self.scope(self.scan.position)
        return True

    def scope(self, start: int) -> None:
        scope = self.scan.word(_SCOPES)
        if not scope:
            raise self.unexpected("周期或对象", KNOWN_SCOPES, _SCOPES)
        self.set_scope(scope, start)

    def set_scope(self, scope: Scope, start: int) -> None:
        period, per = scope
        if (period and self.period) or (per and self.per):
            raise self.error(f"{'周期' if period else '对象'}写了两次", f"只写一个，{EXAMPLES}", start)
        self.period, self.per = period or self.period, per or self.per

    def bounded(self, low: Number, high: Number, unit: Unit, start: int) -> Interval:
        tail = self.scan.word(TAILS)
        start = start if self.bounded_from is None else self.bounded_from
        if low != high:
            if tail or self.bound:
                raise self.error("范围已有上下限，不能再加别的界限", "只写范围，例如 1-2人/学年", start)
            return low, high
        bound = AGREEING.get((self.bound, tail))
        if bound is None:
            raise self.error("前后两个界限互相矛盾", "只留一个，例如 ≥2次/学期", start)
        if bound in INCLUSIVE and not unit.whole:
            instead = f"{INCLUSIVE[bound].value}{written(low)}{unit}"
            message = f"{unit.family}不按整数计，不含{written(low)}{unit}本身就没有确切的界限"
            raise self.error(message, f"含本数时写 {instead}，不含时写出达得到的界限", start)
        return interval(bound, low)
