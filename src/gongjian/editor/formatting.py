"""The canonical layout, as edits of the lines that are different."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from gongjian.editor.positions import Position, Range, units
from gongjian.repository.formatting import format_bytes

_MANY = 4_000
"""From so many lines on, what is different is replaced as one: comparing them closely takes too long."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A range and what to write there instead."""

    range: Range
    new: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What comes of laying a text out: edits, none when it is well or cannot be; and why it cannot be."""

    edits: tuple[Edit, ...] = ()
    refusal: str = ""


def lay_out(text: str, name: str) -> Layout:
    """Give the edits that bring a text into the canonical layout."""
    done = format_bytes(text.encode(), name, given=False)
    if done.refusal:
        return Layout(refusal=done.refusal)
    after = done.after.decode() if done.changed else text
    return Layout(tuple(_edits(text.splitlines(keepends=True), after.splitlines(keepends=True))))


def _edits(before: list[str], after: list[str]) -> list[Edit]:
    first, last = _common(before, after)
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if not (old or new):
        return []
    if len(old) + len(new) > _MANY:
        return [Edit(_lines(before, first, first + len(old)), "".join(new))]
    return [
        Edit(_lines(before, first + i, first + j), "".join(new[k:m]))
        for change, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if change != "equal"
    ]


def _common(before: list[str], after: list[str]) -> tuple[int, int]:
    """Count the lines that are the same at the beginning and at the end."""
    most = min(len(before), len(after))
    first = next((i for i in range(most) if before[i] != after[i]), most)
    rest = most - first
    last = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return first, last


def _lines(lines: list[str], first: int, end: int) -> Range:
    return Range(_start(lines, first), _start(lines, end))


def _start(lines: list[str], row: int) -> Position:
    """Give where a line begins, or where the text ends."""
    if row == len(lines) and lines and not lines[-1].endswith(("\n", "\r")):
        return Position(row - 1, units(lines[-1]))
    return Position(row, 0)
