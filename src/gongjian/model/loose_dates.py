"""Days written in ways that files do not take, and that can only be read one way."""

import re
import unicodedata

from gongjian.model.dates import DateError, parse_day

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_YEAR = re.compile("[〇零○一二三四五六七八九]{4}")
_TENS = re.compile("([二三]?)十([一二三四五六七八九]?)")
_PARTED = re.compile(r"(\d{4})\s*[年./,、\s-]\s*(\d{1,2})\s*[月./,、\s-]\s*(\d{1,2})\s*[日号]?", re.ASCII)
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)


def only_day(text: str) -> str | None:
    """Give the day that a text means as `2024-09-01`; None when it means none, or nobody can tell."""
    plain = _TENS.sub(_number, unicodedata.normalize("NFKC", text.strip())).translate(_DIGITS)
    match = _PARTED.fullmatch(plain) or _TOGETHER.fullmatch(plain)
    if not match:
        return None
    try:
        return parse_day("-".join(match.groups())).isoformat()
    except DateError:
        return None


def with_years_in_figures(text: str) -> str:
    """Write the years of a text in figures: 二〇二六年秋季学期 as 2026年秋季学期."""
    return _YEAR.sub(lambda match: match[0].translate(_DIGITS), text)


def _number(match: re.Match[str]) -> str:
    """Write 二十一 as 二一, 十 as 一〇."""
    return (match[1] or "一") + (match[2] or "〇")
