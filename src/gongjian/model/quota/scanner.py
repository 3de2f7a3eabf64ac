"""Reading a short Chinese text from left to right, whatever its width, script or spacing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from gongjian.model.quota.error import QuotaError
from gongjian.model.script import TO_SIMPLIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

MAX_LENGTH: Final = 400
"""More characters than any quota needs, even with a space after every one."""

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS: Final = str.maketrans("≧⩾≦⩽﹪~〜～‐‑‒–—―−－", "≥≥≤≤%" + "-" * 11)
_ALIKE: Final = TO_SIMPLIFIED | _FULL_WIDTH | _SIGNS
_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_ASCII_DIGITS: Final = frozenset("0123456789")
_WORD: Final = re.compile(r"[^0-9/,、。;% ]{1,8}|[0-9.,]+|.", re.DOTALL)


class Lexicon(Generic[T]):
    """Words and what each means; where several fit, the longest is read."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self.meanings = meanings
        longest_first = sorted(meanings, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest_first)))

    def closest(self, word: str) -> str | None:
        """The first of the words that share the most characters with `word`, if at least half."""
        best = max(self.meanings, key=lambda known: _likeness(word, known))
        return best if _likeness(word, best) >= 0.5 else None


class Scanner:
    """A text and a position in it.

    Widths and scripts are folded and spaces dropped beforehand, except between two digits, where
    a space would join two numbers into one; `error` counts in characters of the original.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self._offsets = list(_visible(text[:MAX_LENGTH]))
        visible = (text[offset] for offset in self._offsets)
        self.plain = "".join(" " if mark.isspace() else mark for mark in visible).translate(_ALIKE)
        if len(text) > MAX_LENGTH:
            message = f"太长了（{len(text)} 字），一条指标写不了 {MAX_LENGTH} 字"
            raise QuotaError(text, MAX_LENGTH, len(text) - MAX_LENGTH, message, "一条指标只写一个数量")

    @property
    def done(self) -> bool:
        """Whether everything has been read."""
        return self.position == len(self.plain)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what the pattern matches here, if it does."""
        match = pattern.match(self.plain, self.position)
        if match:
            self.position = match.end()
        return match

    def sees(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern matches here."""
        return pattern.match(self.plain, self.position) is not None

    def word(self, lexicon: Lexicon[T]) -> T | None:
        """Read the longest word of the lexicon that stands here, if any does."""
        match = self.take(lexicon.pattern)
        return lexicon.meanings[match[0]] if match else None

    def ahead(self) -> str:
        """The word, number or sign that stands here, as it would be quoted to a reader."""
        match = _WORD.match(self.plain, self.position)
        return match[0] if match else ""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where what stands between two positions is in the original: its offset and length."""
        offset = self._offsets[start] if start < len(self._offsets) else len(self.text)
        return offset, self._offsets[end - 1] + 1 - offset if end > start else 0

    def original(self, start: int, end: int) -> str:
        """What stands between two positions, as it was written."""
        offset, length = self.place(start, end)
        return self.text[offset : offset + length]

    def error(
        self, message: str, hint: str, start: int, end: int, instead: str = "", *, sure: bool = False
    ) -> QuotaError:
        """An error about what stands between two positions, and what was probably meant there."""
        return QuotaError(self.text, *self.place(start, end), message, hint, instead, sure=sure)


def _visible(text: str) -> Iterable[int]:
    for offset, character in enumerate(text):
        if not (character.isspace() or character in _INVISIBLE) or _splits_number(text, offset):
            yield offset


def _splits_number(text: str, offset: int) -> bool:
    around = text[offset - 1 : offset + 1] if offset else ""
    rest = text[offset:].lstrip()
    return bool(around and rest and _digit(around[0]) and _digit(rest[0]))


def _digit(character: str) -> bool:
    return character.translate(_FULL_WIDTH) in _ASCII_DIGITS


def _likeness(one: str, other: str) -> float:
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other))
