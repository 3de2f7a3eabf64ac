"""How wide the columns of a table are, in twips."""

import re
from collections.abc import Sequence
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
_GAP = 0.25
"""Characters: what LibreOffice puts between Chinese and Latin text, told not to or not."""

_SHORT, _LONG, _WIDEST = (count * _CHARACTER + _PADDING for count in (9, 6, 20))
"""Content up to the first (dates, names) is kept on one line, if the longer columns still get the
second; a column with longer content than the third gets no more for it."""


def column_widths(table: Table, available: int) -> list[int]:
    """Widths that fill ``available``: in the author's proportions, or by what the cells hold."""
    given = [column.width for column in table.columns if column.width]
    if len(given) == len(table.columns):
        return _shared(given, available)
    headers = [_text_width(column.header) for column in table.columns]
    wanted = [
        max(header, min(_longest([row[index] for row in table.rows]), _WIDEST))
        for index, header in enumerate(headers)
    ]
    kept = [
        want if want <= _SHORT else max(least, _LONG) for want, least in zip(wanted, headers, strict=True)
    ]
    for least in (kept, headers):
        if sum(least) <= available:
            return _shared(_levelled(least, wanted, available), available)
    return _shared(headers, available)


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


def _longest(cells: Sequence[Inlines]) -> float:
    """The width of the cell with most characters: to measure every cell takes too long."""
    return _text_width(max(cells, key=_length)) if cells else 0


def _length(cell: Inlines) -> int:
    return len(cell[0].text) if len(cell) == 1 else sum(len(inline.text) for inline in cell)


def _text_width(cell: Inlines) -> float:
    lines = plain_text(cell).split("\n")
    return max(width_of(line) + _GAP * len(_SEAM.findall(line)) for line in lines) * _CHARACTER + _PADDING


def _shared(weights: Sequence[float], available: int) -> list[int]:
    """``available`` in whole twips, in proportion to the weights and without loss."""
    total = sum(weights)
    edges = [round(available * edge / total) for edge in accumulate(weights, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
