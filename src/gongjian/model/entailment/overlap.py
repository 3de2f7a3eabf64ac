"""Which cells of one row meet, lie in, and cover a cell of another.

A row is what one quota binds: cells in order, no two of which share a day. Two rows cross in any way:
terms and calendar years, weeks and months.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongjian.model.calendar import Cell

Row = tuple["Cell", ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How one cell stands to the cells of another row.

    `meets`: the places of those that share a day with it; empty, it still says between which it lies.
    `contains`: how many of them lie in it.  `covered`: whether every day of it is in one of them.
    """

    meets: range
    contains: int
    covered: bool


@lru_cache(maxsize=512)
def overlaps(row: Row, others: Row) -> tuple[Overlap, ...]:
    """For each cell of `row`, how it stands to `others`."""
    firsts = [cell.first for cell in others]
    lasts = [cell.last for cell in others]
    return tuple(
        _overlap(cell, others, range(bisect_left(lasts, cell.first), bisect_right(firsts, cell.last)))
        for cell in row
    )


def _overlap(cell: Cell, others: Row, meets: range) -> Overlap:
    met = [others[place] for place in meets]
    shared = sum((min(cell.last, each.last) - max(cell.first, each.first)).days + 1 for each in met)
    return Overlap(
        meets,
        sum(cell.first <= each.first and each.last <= cell.last for each in met),
        shared == (cell.last - cell.first).days + 1,
    )
