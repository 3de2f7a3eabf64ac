"""Numbers as Chinese documents write them."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_CIRCLED = 0x2460
"""①; ① to ⑳ stand in a row from here."""


def chinese_numeral(number: int) -> str:
    """1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; for 0 to 9999.

    Raises:
        ValueError: the number is out of range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"{number} 不能写成汉字数字（只到 9999）")
    if number == 0:
        return _DIGITS[0]
    written = "".join(
        _DIGITS[int(digit)] + (_UNITS[place] if digit != "0" else "")
        for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True)
    ).rstrip("零")
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.removeprefix("一") if written.startswith("一十") else written


def circled_numeral(number: int) -> str:
    """1 → ①, up to ⑳; beyond that 21)."""
    return chr(_CIRCLED + number - 1) if 1 <= number <= 20 else f"{number})"
