"""Reading the amount of a quota: 2人, 1-2名, 一至两名, 百分之三十, 一年半."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from gongjian.model.quota.bound import MARKERS
from gongjian.model.quota.number import (
    NUMBER,
    SCALE,
    Number,
    percentage,
    plus_half,
    read_number,
    scaled,
    written,
)
from gongjian.model.quota.refusal import EXAMPLES, KNOWN_UNITS, ONLY_AMOUNT, REFUSALS
from gongjian.model.quota.scanner import Lexicon, Scanner
from gongjian.model.quota.units import UNIT_WORDS, UNITS, Unit
from gongjian.model.spelling import meant

if TYPE_CHECKING:
    from gongjian.model.quota.error import QuotaError

UNIT_LEXICON: Final = Lexicon(UNIT_WORDS)

_PERCENT: Final = UNITS["%"]
_RANGE: Final = re.compile("-{1,2}|[至到]")
_PARTS: Final = re.compile("分之")
_AND_A_HALF: Final = re.compile("半")
_HALF_MORE: Final = re.compile("个半(?=月|小时|学期|学年)")
_NUMERALS: Final = re.compile("[〇零一二两三四五六七八九十百千]+")
_MINUS: Final = re.compile(r"-+[0-9.]*")


class AmountReader:
    """One reading of one text; each method reads one part of the grammar or raises QuotaError."""

    def __init__(self, text: str) -> None:
        self.scan = Scanner(text)

    def amount(self) -> tuple[Number, Number, Unit]:
        """The lowest number, the highest, and the unit they count."""
        start = self.scan.position
        low, high, unit = self._side()
        if self.scan.take(_RANGE):
            _, high, second = self._side()
            if unit and second and unit != second:
                raise self.error(f"范围两头单位不同：{unit}、{second}", "两头用同一个单位", start)
            unit = second or (unit if unit is _PERCENT else None)  # 百分之三至五, but not 1名-2
        if not unit:
            raise self.unexpected("单位", KNOWN_UNITS, UNIT_LEXICON)
        if low > high:
            instead = f"{written(high)}-{written(low)}{unit}"
            raise self.error("范围写反了，小的数在前", f"你是不是想写“{instead}”？", start, instead)
        return low, high, unit

    def _side(self) -> tuple[Number, Number, Unit | None]:
        start = self.scan.position
        low, high = self._number()
        if self.scan.take(_PARTS):
            part = self._part_of(low, start)
            return part, part, _PERCENT
        unit = self.scan.word(UNIT_LEXICON)
        if unit and self.scan.take(_AND_A_HALF):
            low, high = plus_half(low), plus_half(high)
        return low, high, unit

    def _part_of(self, denominator: Number, start: int) -> Number:
        numerator, _ = self._number()
        try:
            return percentage(denominator, numerator)
        except (ArithmeticError, ValueError):
            raise self.error("这个分数化不成百分数", "写成百分数，例如 ≥33.3%", start) from None

    def _number(self) -> tuple[Number, Number]:
        start = self.scan.position
        if self.scan.take(_MINUS):
            raise self.error("指标没有负数", EXAMPLES, start)
        match = self.scan.take(NUMBER)
        if not match and self.scan.take(_NUMERALS):
            raise self.error("这个数字读不懂", "改用阿拉伯数字，例如 120人", start)
        if not match:
            raise self.unexpected("数字", ONLY_AMOUNT, MARKERS)
        scale = self.scan.take(SCALE)
        half = self.scan.take(_HALF_MORE)
        try:
            low, high = (scaled(end, scale[0] if scale else "") for end in read_number(match))
            return (plus_half(low), plus_half(high)) if half else (low, high)
        except ValueError as refusal:
            raise self.error(str(refusal), EXAMPLES, start) from None

    def unexpected(self, expected: str, hint: str, words: Lexicon[Any] | None = None) -> QuotaError:
        """What stands here does not fit; a close word among `words` is offered instead of the hint."""
        start = self.scan.position
        if refusal := self.scan.word(REFUSALS):
            return self.error(*refusal, start)
        found = self.scan.ahead()
        self.scan.position += len(found)
        certain = meant(found, words.meanings) if words and found else None
        closest = certain or (words.closest(found) if words and found else None)
        if closest and closest not in found:
            hint = f"你是不是想写“{closest}”？"
        else:
            closest = None
        written_here = self.scan.original(start, self.scan.position)
        message = (
            f"读到“{written_here}”，这里应当是{expected}" if found else f"写到这里就断了，还缺{expected}"
        )
        return self.error(message, hint, start, closest or "", sure=bool(certain))

    def error(
        self, message: str, hint: str, start: int, instead: str = "", *, sure: bool = False
    ) -> QuotaError:
        """An error about what has been read since `start`."""
        return self.scan.error(message, hint, start, self.scan.position, instead, sure=sure)
