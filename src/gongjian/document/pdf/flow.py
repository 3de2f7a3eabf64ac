"""A Document as plain data: the sections and pieces that ``parts/official.typ`` sets, one after another."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from gongjian.document.columns import column_widths
from gongjian.document.layout import SIZE_TABLE, Profile
from gongjian.document.numbering import number_blocks
from gongjian.document.pdf.sheet import Sheet
from gongjian.document.titles import break_title
from gongjian.document.tree import (
    Attachment,
    Block,
    Document,
    Heading,
    Imprint,
    Inlines,
    Items,
    Letterhead,
    Paragraph,
    Signing,
    SignOff,
    Table,
    plain_text,
)
from gongjian.document.widths import width_of

Piece = dict[str, Any]
"""What Typst is told of one piece; ``kind`` says which."""

Runs = list[tuple[str, str]]
"""Stretches of (mark, words)."""

Placed = tuple[bool, Piece]
"""A piece, and whether it goes on a landscape page."""

_ROLES = {1: "level_1", 2: "level_2", 3: "body", 4: "body"}
"""The typeface of each level of heading (7.3.3)."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def content_of(document: Document, profile: Profile) -> Piece:
    """The whole document."""
    placed = [*_opening(document), *_placed(document, profile)]
    head = None if profile.red_head == "none" else document.letterhead
    return {
        "properties": _properties(document),
        "letterhead": _letterhead(head) if head else None,
        "sections": [
            {"landscape": landscape, "pieces": [piece for _, piece in pieces]}
            for landscape, pieces in groupby(placed, itemgetter(0))
        ],
        "imprint": _imprint(document.imprint) if document.imprint else None,
    }


def clean(text: str) -> str:
    """``text`` without what no font prints: control characters; every line end a newline, every tab a space."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "\u3000")


def runs_of(inlines: Inlines, number: str = "") -> Runs:
    """The stretches of a text; a number laid on before them is bold if the text begins bold."""
    runs: Runs = [(inline.mark, clean(inline.text)) for inline in inlines if inline.text]
    if number and runs and runs[0][0] != "pending":
        runs[0] = runs[0][0], number + runs[0][1]
    elif number:
        runs.insert(0, ("plain", number))
    return runs


def _title_lines(title: str) -> list[str]:
    return [clean(line) for line in break_title(title)]


def _opening(document: Document) -> Iterator[Placed]:
    """Title, subtitle and addressee (7.3.1, 7.3.2)."""
    yield (
        False,
        {"kind": "title", "lines": _title_lines(document.title), "subtitle": clean(document.subtitle)},
    )
    if document.addressee:
        yield False, {"kind": "addressee", "body": runs_of(document.addressee)}


def _placed(document: Document, profile: Profile) -> Iterator[Placed]:
    """Everything after the opening."""
    body = list(_blocks(document.blocks, profile, landscape=False, depth=0))
    last = _take_text(body)
    yield from body
    yield (
        False,
        {
            "kind": "ending",
            "last": last,
            "notes": [clean(title) for title in document.annex_titles],
            "sign_off": _sign_off(document.sign_off) if document.sign_off else None,
            "note": runs_of(document.note),
        },
    )
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
    return {
        "kind": "table",
        "caption": clean(table.caption),
        "widths": [width / 20 for width in widths],
        "aligns": [column.align for column in table.columns],
        "head": [runs_of(column.header) for column in table.columns],
        "rows": [
            {"cells": [runs_of(cell) for cell in row], "breakable": any(map(_is_tall, row, widths))}
            for row in table.rows
        ],
    }


_TALL = 12
"""Lines in a cell from which its row may be broken at the foot of a page: kept whole it might fit on none."""


def _is_tall(cell: Inlines, width: int) -> bool:
    text = plain_text(cell)
    characters = width_of(text) if "\n" not in text else sum(width_of(line) for line in text.split("\n"))
    return (characters * SIZE_TABLE * 10 / width + text.count("\n")) > _TALL


def _sign_off(sign_off: SignOff) -> Piece:
    return {
        "organisations": [runs_of(name) for name in sign_off.organisations],
        "date": runs_of(sign_off.date),
        "sealed": sign_off.sealed,
    }


def _letterhead(head: Letterhead) -> Piece:
    return {
        "issuers": [clean(issuer) for issuer in head.issuers],
        "word": clean(head.word),
        "number": runs_of(head.number),
        "copy": clean(head.copy),
        "secrecy": clean(head.secrecy),
        "urgency": clean(head.urgency),
        "signers": [clean(signer) for signer in head.signers],
    }


def _imprint(imprint: Imprint) -> Piece:
    return {
        "printer": runs_of(imprint.printer),
        "printed": runs_of(imprint.printed),
        "copies_to": _ended(runs_of(imprint.copies_to)),
    }


def _ended(runs: Runs) -> Runs:
    """The list of 抄送 with the full stop that ends it (7.4.2)."""
    return runs if not runs or runs[-1][1].endswith("。") else [*runs, ("plain", "。")]


def _properties(document: Document) -> Piece:
    """What stands in the file's own properties; the date is the document's, not the machine's."""
    issuers = document.letterhead.issuers if document.letterhead else ()
    signed = document.sign_off.organisations if document.sign_off else ()
    date = document.date
    return {
        "title": clean(document.title).replace("\n", ""),
        "authors": [clean(name) for name in issuers] or [clean(plain_text(name)) for name in signed],
        "keywords": [f"{name}={clean(value)}" for name, value in document.properties.items()],
        "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
    }
