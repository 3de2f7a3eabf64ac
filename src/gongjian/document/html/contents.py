"""The table of contents of a long document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongjian.document.html.sheets import Anchored, Grid, Listed, Listing, Plain, Sheet
from gongjian.document.tree import Paragraph, plain_text

_LONG = 1500
"""Characters: some three printed pages, or six screens of a phone."""

_FEWEST = 4
"""Entries; fewer are no help."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or an annex, and the headings below it."""

    id: str
    label: str
    below: list["Entry"] = field(default_factory=list)


def contents_of(sheets: Sequence[Sheet]) -> list[Entry]:
    """The entries; none when the document is short enough to look through."""
    text, *annexes = sheets
    entries = _headings(text, deepest=2)
    entries += [Entry(annex.id, annex.label, _headings(annex, deepest=1)) for annex in annexes]
    long = sum(length for sheet in sheets for length in _lengths(sheet)) >= _LONG
    return entries if long and len(entries) >= _FEWEST else []


def _headings(sheet: Sheet, deepest: int) -> list[Entry]:
    entries: list[Entry] = []
    for piece in sheet.pieces:
        if isinstance(piece, Anchored) and piece.heading.level <= deepest:
            under = entries[-1].below if entries and piece.heading.level > 1 else entries
            under.append(Entry(piece.id, piece.label))
    return entries


def _lengths(sheet: Sheet) -> Iterator[int]:
    """How long the pieces are, in characters."""
    for piece in sheet.pieces:
        match piece:
            case Anchored():
                yield len(plain_text((*piece.heading.inlines, *piece.heading.body)))
            case Listing():
                yield from map(_length, piece.items)
            case Grid():
                yield sum(len(plain_text(cell)) for row in piece.table.rows for cell in row)
            case Plain(block=Paragraph(inlines)):
                yield len(plain_text(inlines))
            case Plain():
                pass


def _length(listed: Listed) -> int:
    return len(plain_text(listed.item.inlines)) + sum(map(_length, listed.below))
