"""版记 (GB/T 9704-2012, 7.4): 抄送, 印发机关 and 印发日期 between rules, at the foot of the last page.

The table floats at the foot of the page on which the text ends. Word lays the pages out,
not we: a 版记 that does not fit under the text goes to a page of its own, and whether that
page is an even one, as duplex print likes it, only a look at the laid-out document tells.
"""

from collections.abc import Iterator
from math import ceil

from gongjian.document.docx.pieces import Cell, Line, Piece, Sheet, runs_of
from gongjian.document.layout import SIZE_FOOTER, Profile
from gongjian.document.tree import Imprint, Inlines, Text, plain_text
from gongjian.document.widths import width_of

IMPRINT_LINE = 500
"""Twips: 25 pt for 4号 text."""

IMPRINT_CHARACTER = SIZE_FOOTER * 10
"""Twips: 4号, as all of the 版记 is set (7.4.2)."""

_INDENTS = 2 + width_of("抄送：")
"""Characters: one to the left and right, and the label, behind which the lines begin (7.4.2)."""


def imprint_pieces(imprint: Imprint, profile: Profile) -> Iterator[Piece]:
    """The table, and the line that it is anchored to."""
    rows = [[Cell([Line("ImprintPrinter", _printer(imprint))])]]
    if imprint.copies_to:
        rows.insert(0, [Cell([Line("ImprintCopies", runs_of(_copies(imprint)))])])
    fits = _height(imprint, profile) <= profile.text_height
    yield Sheet("ImprintTable", [profile.text_width], rows, floats=fits, keeps_rows=fits)
    yield Line("TableEnd", [])


def _copies(imprint: Imprint) -> Inlines:
    """抄送 with its label, and the full stop that ends it."""
    stop = () if plain_text(imprint.copies_to).endswith("。") else (Text("。"),)
    return (Text(f"{imprint.copies_word}："), *imprint.copies_to, *stop)


def _printer(imprint: Imprint) -> list[tuple[str, str]]:
    return [*runs_of(imprint.printer), ("", "\t"), *runs_of((*imprint.printed, Text(imprint.word)))]


def _height(imprint: Imprint, profile: Profile) -> int:
    """The height in twips, as far as it can be told from the width of the text."""
    room = profile.text_width / IMPRINT_CHARACTER - _INDENTS
    lines = ceil(width_of(plain_text(imprint.copies_to)) / room)
    return (lines + 1) * IMPRINT_LINE
