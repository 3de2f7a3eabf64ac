"""How two texts differ: what is the same, gone and new, piece by piece, and no more than a reader needs."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

Piece: TypeAlias = tuple[Literal["same", "old", "new"], str]

_WORD: Final = re.compile(r"[0-9A-Za-z.%]+|\s+|.", re.DOTALL)
_AROUND: Final = 10
"""Words of what is the same that are shown around a change."""
_SEAM: Final = 1
"""What is the same between two changes belongs to them when it is no longer than this many words."""
_MOST: Final = 1200
"""Words that are compared one by one; of longer texts the middle is taken as one change."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Give the pieces of two texts; what is the same is shortened with …."""
    first, second = _WORD.findall(old), _WORD.findall(new)
    return tuple(_shown(_joined(_spans(first, second), first, second)))


def _spans(first: Sequence[str], second: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    """List runs of words as (same, from and to in the first, from and to in the second)."""
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    middle, other = first[start : len(first) - end], second[start : len(second) - end]
    spans = [(True, 0, start, 0, start)]
    if len(middle) + len(other) > _MOST:
        spans.append((False, start, start + len(middle), start, start + len(other)))
    else:
        codes = SequenceMatcher(None, middle, other, autojunk=False).get_opcodes()
        spans += [(tag == "equal", start + a, start + b, start + c, start + d) for tag, a, b, c, d in codes]
    spans.append((True, len(first) - end, len(first), len(second) - end, len(second)))
    return [span for span in spans if span[1] < span[2] or span[3] < span[4]]


def _joined(
    spans: list[tuple[bool, int, int, int, int]], first: Sequence[str], second: Sequence[str]
) -> Iterator[Piece]:
    """Yield the pieces, changes with next to nothing between them as one."""
    number = 0
    while number < len(spans):
        same, low, high, lower, higher = spans[number]
        number += 1
        if same:
            yield "same", "".join(first[low:high])
            continue
        while number + 1 < len(spans) and spans[number][2] - spans[number][1] <= _SEAM:
            high, higher = spans[number + 1][2], spans[number + 1][4]
            number += 2
        if low < high:
            yield "old", "".join(first[low:high])
        if lower < higher:
            yield "new", "".join(second[lower:higher])


def _shown(found: Iterator[Piece]) -> Iterator[Piece]:
    listed = list(found)
    if len(listed) == 1:
        yield from listed
        return
    for number, (kind, text) in enumerate(listed):
        if kind == "same":
            text = _shortened(text, is_first=number == 0, is_last=number == len(listed) - 1)  # noqa: PLW2901
        yield kind, text


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    head = "" if is_first else text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:]
    return text if len(text) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the words that are the same from the beginning."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def paragraph_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that differ as pairs; "" where one is new or gone."""
    if len(old) + len(new) > _MOST:
        codes = [("replace", 0, len(old), 0, len(new))] if list(old) != list(new) else []
    else:
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()  # type: ignore[assignment]
    for tag, low, high, lower, higher in codes:
        if tag == "equal":
            continue
        gone, come = list(old[low:high]), list(new[lower:higher])
        for number in range(max(len(gone), len(come))):
            yield (gone[number] if number < len(gone) else ""), (come[number] if number < len(come) else "")
