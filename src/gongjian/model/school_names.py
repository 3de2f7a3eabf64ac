"""When two names are the same school's: as written, but for spaces, width, brackets and script."""

import re
import unicodedata
from functools import lru_cache

from gongjian.model.script import simplified

_SPACE = re.compile(r"\s+")
_BRACKETS = str.maketrans("[]【】〔〕{}", "()()()()")
_NUMERALS = re.compile(r"[0-9〇零一二三四五六七八九十百]+")


@lru_cache(maxsize=4096)  # those of a plan are asked for again and again, those of ten thousand are not
def name_key(name: str) -> str:
    """Give what names of one school have in common: `永利小学（东校区）` and `永利小学 (东校区)` are one."""
    plain = simplified(unicodedata.normalize("NFKC", name))
    return _SPACE.sub("", plain).translate(_BRACKETS).casefold()


def may_be_one_school(one: str, other: str) -> bool:
    """Tell whether a name may be a longer or shorter form of the other: 坑西小学, 庆元县坑西中心小学.

    Names with other numerals in them are other schools: 第一小学, 第十一小学.
    """
    short, long = sorted((name_key(one), name_key(other)), key=len)
    if _NUMERALS.findall(short) != _NUMERALS.findall(long):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
