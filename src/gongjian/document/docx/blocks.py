"""The blocks of a body or an annex as pieces of a Word file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongjian.document.columns import column_widths
from gongjian.document.docx.pieces import Grid, Line, Piece, commented, comments_of, runs_of, without_comments
from gongjian.document.docx.sequences import BODY, LEVELS, Sequences
from gongjian.document.docx.signing import signing_pieces
from gongjian.document.layout import Profile
from gongjian.document.numbering import item_level, number_blocks
from gongjian.document.tree import Alignment, Block, Heading, Items, Signing, Table

_CELLS: dict[Alignment, str] = {"left": "TableLeft", "center": "TableCenter", "right": "TableRight"}


@dataclass(frozen=True, slots=True)
class Blocks:
    """How blocks are set: on which pages, and who counts.

    Attributes:
        profile: the layout.
        sequences: the counts of the document, where Word is to number headings and items.
        headings: the one of the headings.
        landscape: whether the pages are.
    """

    profile: Profile
    sequences: Sequences | None
    headings: int
    landscape: bool

    def place(self, blocks: Iterable[Block]) -> Iterator[tuple[bool, Piece]]:
        """The pieces, each with whether it goes on a landscape page."""
        level, last = 0, None
        for block in number_blocks(blocks):
            if isinstance(block, Table):
                wide = self.landscape or block.landscape
                yield from ((wide, piece) for piece in self._table(block, landscape=wide))
                continue
            if isinstance(block, Heading):
                level = block.level
            if isinstance(block, Signing) and last:
                last.keep_next = True  # parties sign under a line of the text
            for piece in self._pieces(block, level):
                last = piece if isinstance(piece, Line) else None
                yield self.landscape, piece

    def _pieces(self, block: Block, level: int) -> Iterator[Piece]:
        match block:
            case Heading():
                yield self._heading(block)
            case Items():
                yield from self._items(block, level)
            case Signing():
                yield from signing_pieces(block, self._available(landscape=self.landscape))
            case Table():
                raise TypeError("tables know on which pages they go")
            case _:
                yield Line("BodyText", runs_of(block.inlines))

    def _heading(self, heading: Heading) -> Line:
        """A heading; one that its body runs on from is body text with the heading's own characters."""
        counted = self.sequences is not None
        number = (heading.level - 1, self.headings) if counted else None
        written = "" if counted else heading.number
        if not heading.body:
            linked = self.headings == BODY  # by its style
            runs = runs_of(heading.inlines, written)
            return Line(f"Heading{heading.level}", runs, number=None if linked else number)
        style = f"Heading{heading.level}Char"
        bare, body = without_comments(heading.inlines), without_comments(heading.body)
        runs = [(mark or style, text) for mark, text in runs_of(bare, written)] + runs_of(body)
        if comments := comments_of(heading.inlines + heading.body):
            runs = commented(runs, comments)
        return Line("BodyText", runs, number=number, mark=style if counted else "")

    def _items(self, items: Items, heading: int) -> Iterator[Line]:
        if not self.sequences:
            yield from (Line("BodyText", runs_of(item.inlines, item.number)) for item in items.items)
            return
        sequence = self.sequences.begin_items(item_level(heading, 0), items.start)
        for item in items.items:
            level = item_level(heading, item.depth)
            if level > len(LEVELS):  # deeper than the list has forms
                yield Line("BodyText", runs_of(item.inlines, item.number))
                continue
            bold = "Strong" if item.inlines and item.inlines[0].mark == "strong" else ""
            yield Line("BodyText", runs_of(item.inlines), number=(level - 1, sequence), mark=bold)

    def _table(self, table: Table, *, landscape: bool) -> Iterator[Piece]:
        """Caption, table, and a line of no height: two tables in a row would be one to Word."""
        widths = column_widths(table, self._available(landscape=landscape))
        styles = [_CELLS[column.align] for column in table.columns]
        header = [
            ("TableHead", width, runs_of(column.header))
            for column, width in zip(table.columns, widths, strict=True)
        ]
        rows = [
            [(style, width, runs_of(cell)) for style, width, cell in zip(styles, widths, row, strict=True)]
            for row in table.rows
        ]
        if table.caption:
            yield Line("Caption", [("", table.caption)])
        yield Grid(widths, [header, *rows], table.caption)
        yield Line("TableEnd", [])

    def _available(self, *, landscape: bool) -> int:
        return self.profile.text_height if landscape else self.profile.text_width
