"""How wide the columns of a table are, in twips."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from gongjian.document.layout import SIZE_TABLE
from gongjian.document.tree import Inlines, Table, plain_text
from gongjian.document.widths import width_of

_CHARACTER = SIZE_TABLE * 10
"""One character of table text: half-points in twips."""

_PADDING = 2 * 85 + 30
"""Left and right margin of a cell, its borders, and something for rounding."""

_SEAM = re.compile(r"(?<=[!-~])(?=[^ -~])|(?<=[^ -~])(?=[!-~])")
SEAM_GAP = 0.25
"""Characters: what LibreOffice puts between Chinese and Latin text, told not to or not."""

_DIGIT = re.compile("[0-9]")

_SHORT, _LONG, _WIDEST = (count * _CHARACTER + _PADDING for count in (9, 6, 20))
"""Content up to the first (dates, names) is kept on one line, if the longer columns still get the
second; a column with longer content than the third gets no more for it."""


def column_widths(table: Table, available: int, gap: float = SEAM_GAP) -> list[int]:
    """Widths that fill ``available``: in the author's proportions, or by what the cells hold.

    ``gap`` is what the printing program puts between Chinese and Latin text, in characters.
    """
    given = [column.width for column in table.columns if column.width]
    if len(given) == len(table.columns):
        return _shared(given, available)
    headers = [_text_width(column.header, gap) for column in table.columns]
    longest = [_longest([row[index] for row in table.rows]) for index in range(len(headers))]
    wanted = [
        max(header, min(_text_width(cell, gap), _WIDEST))
        for header, cell in zip(headers, longest, strict=True)
    ]
    for least in _least_widths(headers, longest, wanted):
        if sum(least) <= available:
            return _shared(_levelled(least, wanted, available), available)
    return _shared(headers, available)


def _least_widths(
    headers: Sequence[float], longest: Sequence[Inlines], wanted: Sequence[float]
) -> Iterator[list[float]]:
    """What no column may fall below: all short content on one line; or only that with dates; or the headers alone."""
    columns = list(zip(headers, longest, wanted, strict=True))
    yield [want if want <= _SHORT else max(header, _LONG) for header, _, want in columns]
    yield [
        want if want <= _SHORT and _DIGIT.search(plain_text(cell)) else header
        for header, cell, want in columns
    ]
    yield list(headers)


def _levelled(least: Sequence[float], wanted: Sequence[float], available: float) -> list[float]:
    """Raise the narrowest columns together, none beyond what it wants, until the room is used up."""
    widths = list(least)
    while growing := [index for index, want in enumerate(wanted) if want - widths[index] > 1]:
        room = available - sum(widths)
        low = min(widths[index] for index in growing)
        lowest = [index for index in growing if widths[index] - low <= 1]
        next_level = min([widths[index] for index in growing if widths[index] - low > 1], default=inf)
        step = min(next_level - low, min(wanted[index] for index in lowest) - low, room / len(lowest))
        if step <= 1:
            break
        for index in lowest:
            widths[index] += step
    return widths


def _longest(cells: Sequence[Inlines]) -> Inlines:
    """The cell with most characters: to measure every cell takes too long."""
    return max(cells, key=_length, default=())


def _length(cell: Inlines) -> int:
    return len(cell[0].text) if len(cell) == 1 else sum(len(inline.text) for inline in cell)


def _text_width(cell: Inlines, gap: float) -> float:
    lines = plain_text(cell).split("\n")
    return max(width_of(line) + gap * len(_SEAM.findall(line)) for line in lines) * _CHARACTER + _PADDING


def _shared(weights: Sequence[float], available: int) -> list[int]:
    """``available`` in whole twips, in proportion to the weights and without loss."""
    total = sum(weights)
    edges = [round(available * edge / total) for edge in accumulate(weights, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
