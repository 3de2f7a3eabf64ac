"""Edits of a text at places in it: everything else stays as it is, to the character."""

from collections.abc import Iterable
from typing import TypeAlias

from gongjian.model.finding import Mend, Place
from gongjian.model.script import simplified
from gongjian.source.decoding import offset_of

Edit: TypeAlias = tuple[Place, Mend]

_QUOTES = "'\""


def splice(text: str, edits: Iterable[Edit]) -> str | None:
    """Make edits, from the end backwards; the same one twice is made once.

    None when at a place something else stands than its edit expects, or two edits overlap.
    """
    spans = sorted({(*_span(text, place), mend.old, mend.new) for place, mend in edits}, reverse=True)
    following = len(text)
    for start, end, old, new in spans:
        written = _written(text[start:end], old, new)
        if written is None or end > following:
            return None
        text = text[:start] + written + text[end:]
        following = start
    return text


def replacement(text: str, place: Place, mend: Mend) -> tuple[str, str] | None:
    """Give what stands at a place and what an edit makes of it, quotes and all; None when it does not fit."""
    try:
        start, end = _span(text, place)
    except ValueError:  # there are not so many lines
        return None
    written = _written(text[start:end], mend.old, mend.new)
    return None if written is None else (text[start:end], written)


def words_at(text: str, place: Place) -> str:
    """Give what stands at a place, without quotes around it."""
    start, end = _span(text, place)
    there = text[start:end]
    quoted = len(there) > 1 and there[0] == there[-1] and there[0] in _QUOTES
    return there[1:-1] if quoted else there


def _span(text: str, place: Place) -> tuple[int, int]:
    return offset_of(text, place.line, place.column), offset_of(text, place.end_line, place.end_column)


def _written(there: str, old: str, new: str) -> str | None:
    """Give the new words as the old ones are written, in either script: bare, or in their quotes."""
    words = simplified(there)
    old = simplified(old)
    if words == old:
        return new
    quoted = words in {f"{quote}{old}{quote}" for quote in _QUOTES}
    plain = not any(sign in old + new for sign in "\\'\"")
    return there[0] + new + there[0] if quoted and plain else None
