"""The two scripts of Chinese: which one a text is in, and Traditional characters as Simplified ones.

A plan may be written in Traditional characters (Taiwan's or Hong Kong's). Its words then mean what
they mean in Simplified ones; every conversion here is character for character, so that places in a
text stay right. Printing in another script needs phrases: see `gongjian.document.script`.
"""

from functools import cache
from typing import Final, Literal

from gongjian.model.script_table import SIMPLIFIED, TRADITIONAL

Script = Literal["hans", "hant", "hant-hk"]
"""Simplified; Traditional as in Taiwan; Traditional as in Hong Kong."""

TO_SIMPLIFIED: Final = str.maketrans(TRADITIONAL, SIMPLIFIED)
"""For `str.translate`."""

_RARE_IN_BIG5: Final = b"\xc9"
"""The first byte of its second level."""


def simplified(text: str) -> str:
    """The text in Simplified characters, as long as it was."""
    return text.translate(TO_SIMPLIFIED)


def has_traditional(text: str) -> bool:
    """Whether a text has a character that no Simplified text has (後 and 於, names in both, do not count)."""
    try:
        text.encode("gb2312")  # the set of Simplified texts, and the quickest answer for nearly all of them
    except UnicodeEncodeError:
        return not _only_traditional().isdisjoint(text)
    return False


def script_of(text: str) -> Literal["hans", "hant"]:
    """The script that most of the characters that tell are in."""
    if not has_traditional(text):
        return "hans"
    traditional = sum(map(_only_traditional().__contains__, text))
    return "hant" if traditional > sum(map(_only_simplified().__contains__, text)) else "hans"


def has_simplified(text: str) -> bool:
    """Whether a text has a character that no Traditional text has."""
    return not _only_simplified().isdisjoint(text)


@cache
def _only_traditional() -> frozenset[str]:
    return frozenset(each for each in TRADITIONAL if not _encoded(each, "gb2312"))


@cache
def _only_simplified() -> frozenset[str]:
    """What is not among the common characters of Big5 either; those it has are in both scripts (里, 后, 台)."""
    return frozenset(each for each in SIMPLIFIED if not b"" < _encoded(each, "big5") < _RARE_IN_BIG5)


def _encoded(character: str, charset: str) -> bytes:
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        return b""
