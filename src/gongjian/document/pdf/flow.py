"""A Document as plain data: the sections and pieces that ``parts/official.typ`` sets, one after another."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from gongjian.document.columns import column_widths
from gongjian.document.layout import SIZE_TABLE, Profile
from gongjian.document.numbering import number_blocks
from gongjian.document.pdf.frame import imprint_data, letterhead_data, properties_data, sign_off_data
from gongjian.document.pdf.sheet import Sheet
from gongjian.document.pdf.words import clean, runs_of
from gongjian.document.titles import TITLE_WIDTH, break_title
from gongjian.document.tree import (
    Attachment,
    Block,
    Document,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Signing,
    Table,
    plain_text,
)
from gongjian.document.widths import width_of

Piece = dict[str, Any]
"""What Typst is told of one piece; ``kind`` says which."""

Placed = tuple[bool, Piece]
"""A piece, and whether it goes on a landscape page."""

_ROLES = {1: "level_1", 2: "level_2", 3: "body", 4: "body"}
"""The typeface of each level of heading (7.3.3)."""


def content_of(document: Document, profile: Profile) -> Piece:
    """The whole document."""
    placed = [*_opening(document), *_placed(document, profile)]
    head = None if profile.red_head == "none" else document.letterhead
    return {
        "properties": properties_data(document),
        "letterhead": letterhead_data(head) if head else None,
        "sections": [
            {"landscape": landscape, "pieces": [piece for _, piece in pieces]}
            for landscape, pieces in groupby(placed, itemgetter(0))
        ],
        "imprint": imprint_data(document.imprint) if document.imprint else None,
    }


def _title_lines(title: str) -> list[str]:
    return [clean(line, TITLE_WIDTH) for line in break_title(title)]


def _opening(document: Document) -> Iterator[Placed]:
    """Title, subtitle and addressee (7.3.1, 7.3.2)."""
    wide = document.opens_landscape
    title = {"kind": "title", "lines": _title_lines(document.title), "subtitle": clean(document.subtitle)}
    yield wide, title
    if document.addressee:
        yield wide, {"kind": "addressee", "body": runs_of(document.addressee)}


def _placed(document: Document, profile: Profile) -> Iterator[Placed]:
    """Everything after the opening."""
    body = list(_blocks(document.blocks, profile, landscape=False, depth=0))
    last = _take_text(body)
    yield from body
    ending = {
        "last": last,
        "notes": [clean(title) for title in document.annex_titles],
        "sign_off": sign_off_data(document.sign_off) if document.sign_off else None,
        "note": runs_of(document.note),
    }
    if any(ending.values()):
        yield False, {"kind": "ending", **ending}
    for mark, attachment in zip(document.annex_marks, document.attachments, strict=True):
        if attachment.blocks:
            yield from _annex(attachment, mark, profile)


def _annex(attachment: Attachment, mark: str, profile: Profile) -> Iterator[Placed]:
    """An annex (7.3.7); its headings stand under its title in the outline."""
    yield (
        attachment.landscape,
        {"kind": "annex", "mark": mark, "lines": _title_lines(attachment.title)},
    )
    yield from _blocks(attachment.blocks, profile, landscape=attachment.landscape, depth=1)


def _blocks(blocks: Iterable[Block], profile: Profile, *, landscape: bool, depth: int) -> Iterator[Placed]:
    """The blocks one after another; parties sign under the last line of the text before."""
    placed: list[Placed] = []
    for block in number_blocks(blocks):
        wide = landscape or (isinstance(block, Table) and block.landscape)
        for piece in _pieces(block, profile, landscape=wide, depth=depth):
            if piece["kind"] == "signing":
                piece["last"] = _take_text(placed)
            placed.append((wide, piece))
    yield from placed


def _take_text(placed: list[Placed]) -> Piece | None:
    """Take the last piece away if it is text."""
    return placed.pop()[1] if placed and placed[-1][1]["kind"] in ("paragraph", "heading") else None


def _pieces(block: Block, profile: Profile, *, landscape: bool, depth: int) -> Iterator[Piece]:
    match block:
        case Heading(level=level):
            yield {
                "kind": "heading",
                "role": _ROLES[level],
                "bold": level in profile.bold,
                "outline": level + depth,
                "runs": runs_of(block.inlines, block.number),
                "body": runs_of(block.body),
            }
        case Paragraph():
            yield {"kind": "paragraph", "body": runs_of(block.inlines)}
        case Items():
            for item in block.items:
                yield {"kind": "paragraph", "body": runs_of(item.inlines, item.number)}
        case Signing():
            yield {
                "kind": "signing",
                "parties": [[runs_of(line) for line in party] for party in block.parties],
            }
        case Table():
            yield _table(block, Sheet.of(profile), landscape=landscape)


def _table(table: Table, sheet: Sheet, *, landscape: bool) -> Piece:
    widths = column_widths(table, sheet.text_height if landscape else sheet.text_width, gap=0)
    rooms = [(width - _PADDING) / _CHARACTER for width in widths]
    return {
        "kind": "table",
        "caption": clean(table.caption),
        "widths": [width / 20 for width in widths],
        "aligns": [column.align for column in table.columns],
        "head": [
            runs_of(column.header, room=room) for column, room in zip(table.columns, rooms, strict=True)
        ],
        "rows": [
            {
                "cells": [runs_of(cell, room=room) for cell, room in zip(row, rooms, strict=True)],
                "breakable": any(map(_is_tall, row, rooms)),
            }
            for row in table.rows
        ],
    }


_CHARACTER, _PADDING = SIZE_TABLE * 10, 170
"""Twips: a character of table text, and the left and right margin of a cell (``cell-inset`` in ``blocks.typ``)."""

_TALL = 12
"""Lines in a cell from which its row may be broken at the foot of a page: kept whole it might fit on none."""


def _is_tall(cell: Inlines, room: float) -> bool:
    text = plain_text(cell)
    characters = width_of(text) if "\n" not in text else sum(map(width_of, text.split("\n")))
    return characters / room + text.count("\n") > _TALL
