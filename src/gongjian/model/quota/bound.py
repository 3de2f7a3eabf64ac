"""How a number is bounded: the words around it and the closed interval they make.

Which words include the number itself follows 民法典 (2020) 第一千二百五十九条: 以上、以下、以内、届满
include it, 不满、超过 do not.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from gongjian.model.quota.scanner import Lexicon

if TYPE_CHECKING:
    from gongjian.model.quota.number import Number


class Bound(Enum):
    """What a marker says about its number; `SHORT_OF` is `FEWER` that idiom follows with 以上."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    MORE = ">"
    FEWER = "<"
    SHORT_OF = "达不到"
    EXACTLY = "="


def _lexicon(**words: str) -> Lexicon[Bound]:
    return Lexicon({word: Bound[name] for name, listed in words.items() for word in listed.split()})


MARKERS: Final = _lexicon(
    AT_LEAST="不少于 不低于 至少 ≥ >= 不小于 不短于 不得少于 不得低于 不得短于 不能少于 不能低于"
    " 不应少于 不应低于 最少 最低 起码 达到 达 满 年满 届满 大于等于 大于或等于",
    AT_MOST="不超过 不高于 至多 ≤ <= 不多于 不大于 不长于 不得超过 不得多于 不得高于 不能超过 不能多于"
    " 不应超过 最多 最高 最长 小于等于 小于或等于",
    MORE="超过 > 多于 大于 高于 长于",
    FEWER="少于 < 低于 小于 短于 不满 未满",
    SHORT_OF="不足 不到 达不到 未达到 未达 没达到",
    EXACTLY="= == 等于 正好 恰好",
)
"""What stands before a number and bounds it."""

TAILS: Final = _lexicon(
    AT_LEAST="以上 及以上 或以上 或更多 或更长 或更长时间 或更长的时间",
    AT_MOST="以下 及以下 或以下 以内 之内 内 或更少 或更短",
)
"""What stands after a number with its unit and bounds it."""

AGREEING: Final[dict[tuple[Bound | None, Bound | None], Bound]] = {
    (None, None): Bound.EXACTLY,
    **{(bound, None): bound for bound in Bound},
    **{(None, bound): bound for bound in Bound},
    (Bound.AT_LEAST, Bound.AT_LEAST): Bound.AT_LEAST,  # 至少2次以上
    (Bound.AT_MOST, Bound.AT_MOST): Bound.AT_MOST,
    (Bound.MORE, Bound.AT_LEAST): Bound.MORE,
    (Bound.FEWER, Bound.AT_MOST): Bound.FEWER,
    (Bound.SHORT_OF, Bound.AT_LEAST): Bound.FEWER,  # 达不到50人以上
    (Bound.SHORT_OF, Bound.AT_MOST): Bound.FEWER,
    (Bound.SHORT_OF, None): Bound.FEWER,
}
"""What a marker and a tail say together; a pair that is not here contradicts itself."""

INCLUSIVE: Final = {Bound.MORE: Bound.AT_LEAST, Bound.FEWER: Bound.AT_MOST}
"""The bound to write instead where a strict one has no closed form."""


def interval(bound: Bound, number: Number) -> tuple[Number | None, Number | None]:
    """The closed interval; strict bounds step by one, so they are for whole numbers only."""
    return {
        Bound.AT_LEAST: (number, None),
        Bound.AT_MOST: (None, number),
        Bound.MORE: (number + 1, None),
        Bound.FEWER: (None, number - 1),
        Bound.EXACTLY: (number, number),
    }[bound]
