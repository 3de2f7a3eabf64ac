"""What a spreadsheet is to us: tables of cells, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Trouble: TypeAlias = Literal["", "formula", "error", "injection", "unclosed"]
"""Why a cell's text is not to be used: a formula that was never worked out; an error (#N/A); a text
that a spreadsheet would take for a formula; a quotation mark without its other half, so that the rest
of the file is in it."""

_INJECTION = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty.

    Attributes:
        text: what it says.
        line: its row, or line of the file, from 1.
        column: its column, or the character of the line where it begins, from 1.
        name: how a spreadsheet calls it, such as `B3`; "" in a text file.
    """

    text: str
    line: int
    column: int
    name: str = ""
    trouble: Trouble = ""


Row: TypeAlias = dict[int, Cell]
"""The cells of a row by the number of their column, empty ones left out."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a text file.

    Attributes:
        name: the sheet's name; "" of a text file.
        rows: the rows that are not empty, from the top.
    """

    name: str
    rows: tuple[Row, ...]

    def cells(self) -> Iterator[Cell]:
        """Yield all cells."""
        return (cell for row in self.rows for cell in row.values())


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula; a single sign stands for nothing."""
    return len(text) > 1 and text.startswith(_INJECTION)
