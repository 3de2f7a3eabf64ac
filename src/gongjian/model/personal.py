"""Personal data in a text: phone numbers, identity numbers, e-mail, bank cards, birth dates.

What looks like them and is not stays out: document numbers, dates, years, 学校标识码 (ten digits), 统一社会信用代码,
amounts of money. Digits and signs may be full-width, the words around them in either script.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from gongjian.model.script import simplified

Kind = Literal["手机号码", "固定电话", "身份证号", "电子邮箱", "银行账号", "网络账号", "出生日期"]

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "‐‑‒–—―−"), "-"
)

_ALONE: Final = r"(?<![0-9A-Za-z.*])"
_ENDS: Final = r"(?![0-9A-Za-z*]|\.[0-9])"
_NO_AMOUNT: Final = r"(?!\s*(?:[元万亿%个台册]|人次?|平方))"
_SAID: Final = r"[^0-9。；\n]"
"""What may stand between the word that says what a number is and the number."""

_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = "(?:0[1-9]|[12][0-9]|3[01])"
_DATE: Final = (
    r"(?P<number>(?P<year>(?:18|19|20)[0-9]{2})"
    r"(?:年[01]?[0-9]月(?:[0-3]?[0-9][日号])?|(?P<sign>[-./])[01]?[0-9](?:(?P=sign)[0-3]?[0-9])?))"
)

_EMAIL: Final = r"(?<![A-Za-z0-9._%+*-])[A-Za-z0-9._%+-]+(?P<kept>@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
_IDENTITY: Final = (
    rf"{_ALONE}[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_MONTH}{_DAY}"
    rf"(?:[0-9]{{3}}[0-9Xx]|[0-9]{{2}}[*xX]{{2}}|[*xX]{{4}}){_ENDS}"
)
_OLD_IDENTITY: Final = rf"{_ALONE}[1-9][0-9]{{7}}{_MONTH}{_DAY}[0-9]{{3}}{_ENDS}{_NO_AMOUNT}"
_ACCOUNT: Final = rf"(?:卡号|[账帐][号户]){_SAID}{{0,8}}(?P<number>[0-9](?:[ -]?[0-9]){{7,29}})(?![0-9])"
_CARD: Final = rf"{_ALONE}[3-6][0-9]{{3}}(?:[ -]?[0-9]{{4}}){{3}}(?:[ -]?[0-9]{{1,3}})?{_ENDS}"
_MOBILE: Final = (
    rf"{_ALONE}(?P<kept>(?:(?:\+|00)?86[- ]?)?)1[3-9](?:[0-9]{{9}}|[0-9][- ][0-9]{{4}}[- ][0-9]{{4}})"
    rf"{_ENDS}{_NO_AMOUNT}"
)
_TELEPHONE: Final = (
    rf"{_ALONE}\(?(?P<area>0(?:10|2[0-9]|[3-9][0-9]{{2}}))(?:\)[- ]?|[- ])[0-9]{{7,8}}(?:-[0-9]{{1,6}})?"
    rf"(?:[/、][0-9]{{7,8}})*{_ENDS}"
)
_TELEPHONE_OF_CITY: Final = rf"{_ALONE}(?P<area>0(?:10|2[0-9]))[0-9]{{8}}{_ENDS}{_NO_AMOUNT}"
_TELEPHONE_IN_ONE: Final = rf"{_ALONE}(?P<area>0[3-9][0-9]{{2}})[0-9]{{7,8}}{_ENDS}{_NO_AMOUNT}"
_LOCAL_NUMBER: Final = (
    rf"(?:电话|手机|传真|话机|联系方式|[Tt]el){_SAID}{{0,8}}"
    rf"(?P<number>[0-9]{{3,4}}[- ]?[0-9]{{4}}(?:[/、][0-9]{{7,8}})*){_ENDS}"
)
_ONLINE: Final = (
    r"(?:QQ|qq|微信)[号群]*[^0-9A-Za-z。；\n]{0,4}(?P<number>[A-Za-z0-9_-]{5,20})(?![0-9A-Za-z_@-])"
)
_BIRTHDAY: Final = rf"(?:出生(?:年月日?|日期|时间)?|生日|生于){_SAID}{{0,4}}{_DATE}{_ENDS}"
_BORN: Final = rf"(?<![0-9]){_DATE}(?=\s*(?:出生|生人|生(?:[,。;、)]|\s|$)))"

_PATTERNS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("电子邮箱", re.compile(_EMAIL)),
    ("身份证号", re.compile(_IDENTITY)),
    ("身份证号", re.compile(_OLD_IDENTITY)),
    ("银行账号", re.compile(_ACCOUNT)),
    ("银行账号", re.compile(_CARD)),
    ("手机号码", re.compile(_MOBILE)),
    ("固定电话", re.compile(_TELEPHONE)),
    ("固定电话", re.compile(_TELEPHONE_OF_CITY)),
    ("固定电话", re.compile(_TELEPHONE_IN_ONE)),
    ("固定电话", re.compile(_LOCAL_NUMBER)),
    ("网络账号", re.compile(_ONLINE)),
    ("出生日期", re.compile(_BIRTHDAY)),
    ("出生日期", re.compile(_BORN)),
)
"""Where two patterns find what overlaps, the one that begins first is believed; then the first of these."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A stretch of a text that is personal data; `public` is what may be told of it."""

    start: int
    end: int
    kind: Kind
    public: str


def find_personal(text: str) -> list[Personal]:
    """The personal data of a text from left to right, none within another."""
    if not any(map(str.isdigit, text)) and "@" not in text and "＠" not in text:
        return []
    plain = simplified(text.translate(_HALF_WIDTH))
    found: list[Personal] = []
    for one in sorted(_found(plain), key=lambda each: each.start):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _found(plain: str) -> Iterator[Personal]:
    """Everything the patterns find."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            start, end = match.span("number" if "number" in pattern.groupindex else 0)
            if kind != "银行账号" or "number" in pattern.groupindex or _is_card(plain[start:end]):
                yield Personal(start, end, kind, _public(kind, match, plain[start:end]))


def _public(kind: Kind, match: re.Match[str], number: str) -> str:
    """The first digit of a number; the area of a telephone; the host of an address; the year of a birth."""
    if kind == "出生日期":
        return f"{match['year']}年"
    if kind == "电子邮箱":
        return f"***{match['kept']}"
    if kind == "网络账号":
        return "*" * 6
    if kind == "手机号码":
        return f"{match['kept']}1{'*' * 10}"
    if kind == "固定电话":
        area = match.groupdict().get("area")
        return f"{area}-{'*' * 8}" if area else "*" * 8
    digits = re.sub("[ -]", "", number)
    return digits[0] + "*" * (len(digits) - 1)


def _is_card(number: str) -> bool:
    """Whether a number is a bank card's: 银联's begin with 62, the others' last digit is Luhn's check."""
    digits = [int(digit) for digit in re.sub("[ -]", "", number)]
    doubled = [2 * digit - 9 * (digit > 4) for digit in digits[-2::-2]]
    return digits[:2] == [6, 2] or sum(digits[-1::-2] + doubled) % 10 == 0
