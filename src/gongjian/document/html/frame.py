"""What frames the text: the room that the issuers' mark, the sign-off and the list of annexes take."""

from collections.abc import Iterator
from math import ceil

from gongjian.document.html.sheets import Sheet
from gongjian.document.tree import Document, Imprint, Inlines, Letterhead, SignOff, Text, plain_text
from gongjian.document.widths import width_of

_GAP = 0.25
"""Characters between the names of joint issuers and 文件."""

_COPIES_WIDTH = 26
"""Characters of 4号 in a line: 156 mm less 抄送： and one on either side."""


def mark_width(head: Letterhead | None) -> float:
    """The width of the issuers' mark (7.2.4) in its own characters."""
    if not head:
        return 1
    gap = _GAP if head.word and len(head.issuers) > 1 else 0
    return max(map(width_of, head.issuers)) + gap + width_of(head.word)


def seal_room(signed: SignOff | None) -> float:
    """Characters right of the sign-off: two, and four right of a date that bears a seal (7.3.5)."""
    if not signed or not signed.sealed:
        return 2
    name = max(width_of(plain_text(organisation)) for organisation in signed.organisations)
    overhang = max(0, name - width_of(plain_text(signed.date))) / 2
    return max(0, 4 - overhang)


def copies_to(printed: Imprint | None) -> Inlines:
    """抄送 with the full stop that ends it (7.4)."""
    if not printed or not printed.copies_to:
        return ()
    stop = () if plain_text(printed.copies_to).endswith("。") else (Text("。"),)
    return (*printed.copies_to, *stop)


def imprint_rows(printed: Imprint | None) -> int:
    """The lines of the 版记 (7.4) on paper: room to be kept for it at the foot of the last page."""
    return 1 + ceil(width_of(plain_text(copies_to(printed))) / _COPIES_WIDTH)


def annex_links(document: Document, sheets: tuple[Sheet, ...]) -> Iterator[tuple[str, str]]:
    """The titles of the 附件说明 (7.3.4), each with the id of its sheet, "" for an annex without one."""
    ids = {sheet.mark: sheet.id for sheet in sheets if sheet.mark}
    marks = filter(None, document.annex_marks)
    yield from zip(document.annex_titles, (ids.get(mark, "") for mark in marks), strict=True)
