"""Numbers as Chinese documents write them."""

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_CIRCLED = 0x2460
"""①; ① to ⑳ stand in a row from here."""

_YEAR_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_CAPITAL_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_MOST_YUAN = 10**12
"""As far as the groups of four digits have names."""


def chinese_numeral(number: int) -> str:
    """1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; for 0 to 9999.

    Raises:
        ValueError: the number is out of range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"{number} 不能写成汉字数字（只到 9999）")
    if number == 0:
        return _DIGITS[0]
    written = _group(number, _DIGITS, _UNITS)
    return written.removeprefix("一") if written.startswith("一十") else written


def year_numeral(year: int) -> str:
    """2022 → 二〇二二: digit by digit, as a year is read."""
    return "".join(_YEAR_DIGITS[int(digit)] for digit in str(year))


def capital_amount(amount: Decimal) -> str:
    """An amount of money as cheques and agreements write it: 12000 → 壹万贰仟元整, 3.05 → 叁元零伍分.

    Rounded to 分.

    Raises:
        ValueError: the amount is negative or too large.
    """
    cents = int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))
    yuan, small = divmod(cents, 100)
    if cents < 0 or yuan >= _MOST_YUAN:
        raise ValueError(f"{amount} 不能写成大写金额")
    tenths, hundredths = divmod(small, 10)
    written = f"{_capital_yuan(yuan)}元" if yuan else ""
    if tenths:
        written += f"{_CAPITALS[tenths]}角"
    elif written and hundredths:
        written += _CAPITALS[0]
    written += f"{_CAPITALS[hundredths]}分" if hundredths else "整"
    return written if cents else f"{_CAPITALS[0]}元整"


def _capital_yuan(yuan: int) -> str:
    """Whole yuan by groups of four digits; a 零 stands where a group does not begin with its thousands."""
    groups: list[int] = []
    while yuan:
        yuan, rest = divmod(yuan, 10_000)
        groups.append(rest)
    written = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            gap = written and (group < 1000 or not groups[place + 1])
            written += (
                (_CAPITALS[0] if gap else "") + _group(group, _CAPITALS, _CAPITAL_UNITS) + _GROUPS[place]
            )
    return written


def _group(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Up to four digits with their units, a run of zeros written once and none at the end."""
    zero = digits[0]
    written = "".join(
        digits[int(digit)] + (units[place] if digit != "0" else "")
        for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True)
    ).rstrip(zero)
    while zero * 2 in written:
        written = written.replace(zero * 2, zero)
    return written


def circled_numeral(number: int) -> str:
    """1 → ①, up to ⑳; beyond that 21)."""
    return chr(_CIRCLED + number - 1) if 1 <= number <= 20 else f"{number})"
