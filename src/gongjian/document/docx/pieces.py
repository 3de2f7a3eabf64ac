"""What a Word file's body is made of: lines, grids and sheets, ready to be written as XML."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongjian.document.tree import Inlines, Mark

Runs = list[tuple[str, str]]
"""Stretches of text, each after the id of its character style ("" for none)."""

COMMENT_BEGIN, COMMENT_END = "<", ">"
"""In the place of a style: a reviewer's comment, the text beside it, begins or ends to hold here."""

_STYLES: dict[Mark, str] = {"plain": "", "strong": "Strong", "pending": "Pending"}


@dataclass(frozen=True, slots=True)
class Fit:
    """How text is made to fit: its width in per cent, its size in half-points, the line it stands in."""

    scale: int
    size: int
    line: int


@dataclass(slots=True)
class Line:
    """A paragraph: its style, and what depends on the text's width or on what stands around it.

    Attributes:
        style: the paragraph style.
        runs: the text.
        right: an indent in twips.
        keep_next: whether it stays on a page with what follows.
        section: the section properties, where this line is a section's last.
        tabs: tab stops in twips.
        number: the level and the list of an automatic number, if there is one.
        mark: the character style of such a number, where it is not the paragraph's.
        fit: how the text is made to fit, where it would not.
    """

    style: str
    runs: Runs
    right: int | None = None
    keep_next: bool = False
    section: str = ""
    tabs: tuple[int, ...] = ()
    number: tuple[int, int] | None = None
    mark: str = ""
    fit: Fit | None = None


@dataclass(slots=True)
class Grid:
    """A table of data: the header row first; every cell is its style, width in twips, and runs.

    ``keep_next`` keeps its last row on a page with what follows.
    """

    widths: list[int]
    rows: list[list[tuple[str, int, Runs]]]
    caption: str = ""
    keep_next: bool = False

    @property
    def width(self) -> int:
        """The whole width in twips."""
        return sum(self.widths)


@dataclass(slots=True)
class Cell:
    """A cell of a sheet: its lines; ``merge`` joins it to the cell above or lets it be joined from below."""

    lines: list[Line]
    merge: str = ""


@dataclass(slots=True)
class Sheet:
    """A table that only arranges, its style says how.

    Attributes:
        style: the table style.
        widths: the columns, in twips.
        rows: the cells, as many as there are columns.
        floats: whether it stands at the foot of its page.
        keeps_rows: whether a row stays on one page.
    """

    style: str
    widths: Sequence[int]
    rows: list[list[Cell]]
    floats: bool = False
    keeps_rows: bool = True

    @property
    def width(self) -> int:
        """The whole width in twips."""
        return sum(self.widths)


Piece = Line | Grid | Sheet


def runs_of(inlines: Inlines, number: str = "") -> Runs:
    """The runs of some text; a number laid on before it is bold if the text begins bold.

    Comments anywhere in the text hold for all of it.
    """
    if len(inlines) == 1 and not number and not inlines[0].comment:  # nearly all cells
        return [(_STYLES[inlines[0].mark], inlines[0].text)]
    comments = comments_of(inlines)
    return (
        commented(_numbered(without_comments(inlines), number), comments)
        if comments
        else _numbered(inlines, number)
    )


def _numbered(inlines: Inlines, number: str) -> Runs:
    runs = [(_STYLES[inline.mark], inline.text) for inline in inlines]
    if number and runs and inlines[0].mark != "pending":
        runs[0] = runs[0][0], number + runs[0][1]
    elif number:
        runs.insert(0, ("", number))
    return runs


def comments_of(inlines: Inlines) -> list[str]:
    """The reviewers' comments within some text."""
    return [inline.comment for inline in inlines if inline.comment]


def without_comments(inlines: Inlines) -> Inlines:
    """The text alone."""
    return tuple(inline for inline in inlines if not inline.comment)


def commented(runs: Runs, comments: list[str]) -> Runs:
    """The runs with comments on them."""
    return [
        *((COMMENT_BEGIN, comment) for comment in comments),
        *runs,
        *((COMMENT_END, comment) for comment in comments),
    ]
