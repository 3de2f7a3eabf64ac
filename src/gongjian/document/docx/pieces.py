"""What a Word file's body is made of: lines and grids, ready for the template."""

from dataclasses import dataclass
from typing import ClassVar

from gongjian.document.tree import Inlines, Mark

Runs = list[tuple[str, str]]
"""Stretches of text, each after the id of its character style ("" for none)."""

_STYLES: dict[Mark, str] = {"plain": "", "strong": "Strong", "pending": "Pending"}


@dataclass(slots=True)
class Line:
    """A paragraph; ``right`` is an indent in twips that depends on the text's width."""

    style: str
    runs: Runs
    right: int | None = None
    keep_next: bool = False
    section: str = ""
    """The section properties, where this line is a section's last."""

    is_table: ClassVar[bool] = False


@dataclass(slots=True)
class Grid:
    """A table: the header row first; every cell is its style, width in twips, and runs."""

    widths: list[int]
    rows: list[list[tuple[str, int, Runs]]]
    caption: str = ""

    is_table: ClassVar[bool] = True

    @property
    def width(self) -> int:
        """The whole width in twips."""
        return sum(self.widths)


Piece = Line | Grid


def runs_of(inlines: Inlines, number: str = "") -> Runs:
    """The runs of some text; a number laid on before it is bold if the text begins bold."""
    runs = [(_STYLES[inline.mark], inline.text) for inline in inlines]
    if number and runs and inlines[0].mark != "pending":
        runs[0] = runs[0][0], number + runs[0][1]
    elif number:
        runs.insert(0, ("", number))
    return runs
