"""Exact numbers as Chinese papers write them: 12, 1,500, 1.5, 3万, 一百二十, 二〇, 两三, 半."""

from __future__ import annotations

import re
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Number = int | Decimal

MAX_DIGITS: Final = 30

# Wide enough for any product of two readable numbers; what would be rounded raises instead.
EXACT: Final = Context(prec=4 * MAX_DIGITS, traps=[Inexact, DivisionByZero, InvalidOperation])
HALF: Final = Decimal("0.5")

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES: Final = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PAIRS: Final = {
    "一两": (1, 2), "一二": (1, 2), "两三": (2, 3), "二三": (2, 3), "三四": (3, 4), "三五": (3, 5),
    "四五": (4, 5), "五六": (5, 6), "六七": (6, 7), "七八": (7, 8), "八九": (8, 9),
}  # fmt: skip

_D = "[一二两三四五六七八九]"
_TENS = f"{_D}?十{_D}?"
_BELOW_100 = f"(?:{_TENS}|零{_D})"
_BELOW_1000 = f"(?:{_D}百{_BELOW_100}?|零{_TENS}|零{_D})"
_NUMERAL = f"{_D}千{_BELOW_1000}?|{_D}百{_BELOW_100}?|{_TENS}|{_D}|[零〇百千]"
_NO_MORE = "(?![〇零一二两三四五六七八九十百千])"

NUMBER: Final = re.compile(
    r"(?P<arabic>(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)"
    r"|(?P<half>半)"
    rf"|(?P<pair>{'|'.join(_PAIRS)}){_NO_MORE}"
    rf"|(?P<positional>[一二三四五六七八九]+[〇零][〇零一二三四五六七八九]*){_NO_MORE}"
    rf"|(?P<numeral>{_NUMERAL}){_NO_MORE}"
)
SCALE: Final = re.compile("[百千亿]|万(?!元)")  # 3万人 is 30000人; 3万元 stays 3万元


def tidy(value: Number) -> Number:
    """The same number as an int where it is whole, else as a Decimal without trailing zeros.

    Raises:
        TypeError: it is a float (or anything else that is not exact).
        ValueError: it is not finite or has more than `MAX_DIGITS` digits.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"指标的数字要用 int 或 Decimal，不能用 {type(value).__name__}")
    decimal = Decimal(value)
    if not decimal.is_finite() or abs(decimal.adjusted()) > MAX_DIGITS:
        raise ValueError(f"数字太长，最多 {MAX_DIGITS} 位")
    whole, _, fraction = f"{decimal:f}".partition(".")
    fraction = fraction.rstrip("0")
    if len(whole.lstrip("-")) + len(fraction) > MAX_DIGITS:
        raise ValueError(f"数字太长，最多 {MAX_DIGITS} 位")
    return Decimal(f"{whole}.{fraction}") if fraction else int(whole)


def read_number(match: re.Match[str]) -> tuple[Number, Number]:
    """The lowest and the highest number that a match of `NUMBER` means; they differ for 两三.

    Raises:
        ValueError: there are more than `MAX_DIGITS` digits.
    """
    assert match.lastgroup is not None
    return _READERS[match.lastgroup](match[0])


def written(value: Number) -> str:
    """All its digits, never an exponent."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def scaled(value: Number, scale: str) -> Number:
    """The number times 百, 千, 万 or 亿."""
    return tidy(EXACT.multiply(value, _SCALES[scale]))


def plus_half(value: Number) -> Number:
    """The number and a half: 一年半."""
    return tidy(EXACT.add(value, HALF))


def percentage(denominator: Number, numerator: Number) -> Number:
    """What `denominator`分之`numerator` is in hundredths: 十分之三 is 30.

    Raises:
        ArithmeticError: no finite decimal says it exactly (三分之一).
    """
    return tidy(EXACT.divide(EXACT.multiply(100, numerator), denominator))


def _arabic(text: str) -> tuple[Number, Number]:
    value = tidy(Decimal(text.replace(",", "")))
    return value, value


def _half(_: str) -> tuple[Number, Number]:
    return HALF, HALF


def _pair(text: str) -> tuple[Number, Number]:
    return _PAIRS[text]


def _positional(text: str) -> tuple[Number, Number]:
    return _arabic("".join(str(_DIGITS[digit]) for digit in text))


def _numeral(text: str) -> tuple[Number, Number]:
    parts = re.findall(f"({_D}?)([十百千]?)", text)
    value = sum(_DIGITS.get(digit, 1) * _SCALES[scale] for digit, scale in parts if digit or scale)
    return value, value


_READERS: Final[dict[str, Callable[[str], tuple[Number, Number]]]] = {
    "arabic": _arabic,
    "half": _half,
    "pair": _pair,
    "positional": _positional,
    "numeral": _numeral,
}
