"""The Document tree: all that writers know of a document.

Nothing here knows Markdown, OOXML or the plan. Numbers (一、（一）1.（1）) are not part
of the text: `gongjian.document.numbering` lays them on just before writing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Mark = Literal["plain", "strong", "pending"]
"""``pending`` is a place still to be filled in (待补), printed highlighted."""

Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text of one kind; a newline in it is a line break within the paragraph."""

    text: str
    mark: Mark = "plain"


Inlines = tuple[Text, ...]


def plain_text(inlines: Iterable[Text]) -> str:
    """The bare words of a run of inlines."""
    return "".join(inline.text for inline in inlines)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; ``body`` runs on in the heading's own paragraph."""

    level: int
    inlines: Inlines
    body: Inlines = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph: first line indented by two characters."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered paragraph; ``depth`` 0 is the outermost of its list."""

    inlines: Inlines
    depth: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of numbered paragraphs; ``start`` is the number of the first."""

    items: tuple[Item, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``width`` is relative to the others, None lets the writer measure the content."""

    header: Inlines
    align: Alignment = "left"
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: str = ""
    landscape: bool = False


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class SignOff:
    """署名 and 成文日期; ``sealed`` leaves room for a seal (7.3.5.1), a seal itself is never drawn."""

    organisations: tuple[Inlines, ...]
    date: Inlines
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """An annex on a page of its own; one without blocks is only listed in the 附件说明."""

    title: str
    blocks: tuple[Block, ...] = ()
    landscape: bool = False


_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Document:
    """One official document.

    A newline in ``title`` (or in an annex's title) is a break the author wants kept.
    ``properties`` go into the file's own properties, such as the plan's id and hash.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    addressee: Inlines = ()
    sign_off: SignOff | None = None
    attachments: tuple[Attachment, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def date(self) -> date | None:
        """The 成文日期, or None when it is missing or still to be filled in."""
        found = _DATE.search(plain_text(self.sign_off.date)) if self.sign_off else None
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None
