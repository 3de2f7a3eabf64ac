"""Tables of texts, made of a list of entries and a list of columns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

WIDE = 7
"""From so many columns on a table is set across the page."""

E = TypeVar("E")

Cell = str | None
"""The text of a cell; None is still to be filled in (待补)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts.

    Attributes:
        alignments: Markdown's marks, a column each: `:-:` centred, `:--` left.
    """

    title: str
    columns: tuple[str, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def landscape(self) -> bool:
        """Whether the table is set across the page."""
        return len(self.columns) >= WIDE

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Column(Generic[E]):
    """A column: its head, how a cell is made of an entry, centred or not.

    Attributes:
        kept: it stays though nothing stands in it, to be filled in by hand.
    """

    head: str
    cell: Callable[[E], Cell]
    centred: bool = False
    kept: bool = False


def blank(head: str) -> "Column[E]":
    """Make a column that is filled in by hand."""
    return Column(head, lambda _: "", kept=True)


def make_grid(title: str, columns: Sequence[Column[E]], entries: Iterable[E]) -> Grid:
    """Make a table with numbered rows, leaving out the columns in which nothing stands."""
    entries = list(entries)
    rows = [[column.cell(entry) for column in columns] for entry in entries]
    kept = [
        i for i, column in enumerate(columns) if column.kept or any(row[i] or row[i] is None for row in rows)
    ]
    return Grid(
        title,
        ("序号", *(columns[i].head for i in kept)),
        (":-:", *(":-:" if columns[i].centred else ":--" for i in kept)),
        tuple((str(number), *(row[i] for i in kept)) for number, row in enumerate(rows, 1)),
    )
