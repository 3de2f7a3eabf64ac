"""What a JSON Schema can tell an editor of a quantity: the characters it is written in, a number and a unit among them.

A pattern that follows the grammar would have to allow spaces, full width and Traditional characters
everywhere; this one refuses `≥2次/学其`, `≥2` and `≥次` and leaves the rest to `gongjian validate`.
A vague word may stand for the number (若干人) and for both (定期); one of its characters will do for it.
"""

from __future__ import annotations

from typing import Final

from gongjian.model.quota.bound import MARKERS, TAILS
from gongjian.model.quota.scope import PERIOD_WORDS, SPAN_WORDS, SUBJECT_WORDS, TOTAL_WORDS
from gongjian.model.quota.units import UNIT_WORDS
from gongjian.model.quota.vague import VAGUE_WORDS
from gongjian.model.script import TO_SIMPLIFIED

_NUMERALS: Final = "0123456789.,〇零一二两三四五六七八九十百千万亿半分之个"
_SIGNS: Final = "-/;。、%<>=≥≤≧⩾≦⩽﹪~〜‐‑‒–—―−"
_FILLERS: Final = "应当必须为期每一各个所名位教师老内至到"


def quantity_pattern() -> str:
    """Give the pattern."""
    words = "".join(
        (*MARKERS.meanings, *TAILS.meanings, *PERIOD_WORDS, *SUBJECT_WORDS, *SPAN_WORDS, *TOTAL_WORDS)
    )
    vague = {*"".join(VAGUE_WORDS)}
    units = {*"".join(UNIT_WORDS)} | vague
    numerals = {*_NUMERALS} - {*".,分之个"} | {word[0] for word in VAGUE_WORDS}
    allowed = {*words, *units, *_NUMERALS, *_SIGNS, *_FILLERS}
    return rf"^(?=[\s\S]*[{_listed(units)}])(?=[\s\S]*[{_listed(numerals)}])[\s\u200b-\u200d\u2060\ufeff{_listed(allowed)}]+$"


def _listed(characters: set[str]) -> str:
    """List characters in every width and script, as they stand in a class."""
    wide = {chr(ord(each) + 0xFEE0) for each in characters if "!" <= each <= "~"}
    twins = {chr(code) for code, plain in TO_SIMPLIFIED.items() if chr(plain) in characters}
    return "".join(f"\\{each}" if each in "-]^\\" else each for each in sorted(characters | wide | twins))
