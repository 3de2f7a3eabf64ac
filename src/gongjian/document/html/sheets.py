"""A Document as sheets: the text itself, then a sheet an annex, each with what the template needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongjian.document.columns import column_widths
from gongjian.document.html.fonts import Role
from gongjian.document.layout import PAGE_HEIGHT, Fonts, Profile
from gongjian.document.numbering import number_blocks
from gongjian.document.titles import break_title
from gongjian.document.tree import (
    Attachment,
    Block,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Paragraph,
    Signing,
    Table,
    plain_text,
)
from gongjian.document.widths import width_of

_SHORT = 9
"""Characters: on a narrow screen a column with nothing longer is kept on one line."""

_DEEPEST = 4
"""Levels of items within items; a number has no more forms either."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A heading that can be linked to; ``tag`` is h2 to h6."""

    kind = "heading"
    heading: Heading
    tag: str
    id: str

    @property
    def label(self) -> str:
        """Its words in the table of contents."""
        return self.heading.number + plain_text(self.heading.inlines)


@dataclass(frozen=True, slots=True)
class Listed:
    """An item and the items below it."""

    item: Item
    below: list["Listed"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbered paragraphs, nested by their depth."""

    kind = "items"
    items: list[Listed]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its share of the width where there is room, and the classes of its cells."""

    header: Inlines
    percent: float
    classes: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    kind = "table"
    table: Table
    columns: tuple[GridColumn, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class Plain:
    """What the template takes as it is: a paragraph, or where the parties sign."""

    kind: str
    block: Paragraph | Signing


Piece = Anchored | Listing | Grid | Plain


@dataclass(frozen=True, slots=True)
class Sheet:
    """What begins on a page of its own. The first is the document's text, the others are its annexes."""

    title: tuple[str, ...]
    """Its lines on paper."""

    pieces: tuple[Piece, ...]
    id: str = ""
    mark: str = ""
    landscape: bool = False

    @property
    def label(self) -> str:
        """Its words in the table of contents."""
        title = "".join(self.title)
        return f"{self.mark}　{title}" if self.mark else title


def heading_levels(fonts: Fonts) -> tuple[tuple[str, Role], ...]:
    """The fonts of the four levels of heading (7.3.3)."""
    return (fonts.level_1, "level_1"), (fonts.level_2, "level_2"), (fonts.body, "body"), (fonts.body, "body")


def sheets_of(document: Document, profile: Profile) -> tuple[Sheet, ...]:
    """The whole document; an annex that is only listed has no sheet."""
    wide = document.opens_landscape
    pieces = _pieces(document.blocks, profile, "section-", 2, landscape=wide)
    text = Sheet(break_title(document.title), tuple(pieces), landscape=wide)
    annexes = enumerate(zip(document.annex_marks, document.attachments, strict=True), start=1)
    return text, *(_annex(number, mark, each, profile) for number, (mark, each) in annexes if each.blocks)


def _annex(number: int, mark: str, attachment: Attachment, profile: Profile) -> Sheet:
    name = f"annex-{number}"
    pieces = _pieces(attachment.blocks, profile, f"{name}-", 3, landscape=attachment.landscape)
    return Sheet(break_title(attachment.title), tuple(pieces), name, mark, attachment.landscape)


def _pieces(
    blocks: Iterable[Block], profile: Profile, prefix: str, highest: int, *, landscape: bool = False
) -> Iterator[Piece]:
    """Blocks made ready; the outermost headings are h``highest``, and ids begin with ``prefix``."""
    headings = 0
    for block in number_blocks(blocks):
        match block:
            case Heading():
                headings += 1
                yield Anchored(block, f"h{block.level + highest - 1}", f"{prefix}{headings}")
            case Items():
                yield Listing(_nested(block.items))
            case Table():
                yield _grid(block, profile, landscape=landscape)
            case Signing():
                yield Plain("signing", block)
            case Paragraph():
                yield Plain("paragraph", block)


def _nested(items: Iterable[Item]) -> list[Listed]:
    """Items below the item they belong to."""
    branch: list[list[Listed]] = [[]]
    for item in items:
        depth = min(item.depth, len(branch) - 1, _DEEPEST)
        listed = Listed(item)
        branch[depth].append(listed)
        branch[depth + 1 :] = [listed.below]
    return branch[0]


def _grid(table: Table, profile: Profile, *, landscape: bool) -> Grid:
    turned = landscape or table.landscape
    available = PAGE_HEIGHT - profile.top - profile.bottom if turned else profile.text_width
    columns = tuple(
        GridColumn(column.header, round(100 * width / available, 2), f"{column.align} {_room(table, index)}")
        for index, (column, width) in enumerate(
            zip(table.columns, column_widths(table, available), strict=True)
        )
    )
    return Grid(table, columns, landscape=table.landscape and not landscape)


def _room(table: Table, index: int) -> str:
    """Whether a column's cells are ``short``, and need no second line, or ``long``."""
    cells = (table.columns[index].header, *(row[index] for row in table.rows))
    is_short = all(width_of(line) <= _SHORT for cell in cells for line in plain_text(cell).split("\n"))
    return "short" if is_short else "long"
