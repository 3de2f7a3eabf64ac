"""Positions as editors count them: lines from 0, columns in UTF-16 code units from 0."""

from dataclasses import dataclass
from typing import NamedTuple

from gongjian.model.finding import Place


class Position(NamedTuple):
    """A place between two characters."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class Range:
    """From one position up to another."""

    start: Position
    end: Position


def units(text: str) -> int:
    """Count UTF-16 code units: characters beyond the basic plane are two."""
    return len(text) + sum(character > "\uffff" for character in text)


def characters(line: str, count: int) -> int:
    """Tell how many whole characters of a line a number of code units are."""
    seen = 0
    for index, character in enumerate(line):
        seen += 1 + (character > "\uffff")
        if seen > count:
            return index
    return len(line)


def lines_of(text: str) -> list[str]:
    """Split a text at its line ends, as editors do, whatever they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def range_of(lines: list[str], place: Place) -> Range:
    """Give a place of ours as editors count; what lies outside the text is drawn into it."""
    start = _position(lines, place.line, place.column)
    return Range(start, max(start, _position(lines, place.end_line, place.end_column)))


def _position(lines: list[str], line: int, column: int) -> Position:
    row = min(max(line, 1), len(lines)) - 1
    before = lines[row][: max(column, 1) - 1] if line <= len(lines) else lines[row]
    return Position(row, units(before))
