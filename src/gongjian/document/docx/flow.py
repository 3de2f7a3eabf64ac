"""A Document as the pieces of a Word file, one after another, each with its style."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongjian.document.docx.columns import column_widths
from gongjian.document.docx.pieces import Grid, Line, Piece, runs_of
from gongjian.document.docx.sign_off import sign_off_lines
from gongjian.document.layout import PAGE_HEIGHT, Profile
from gongjian.document.numbering import number_blocks
from gongjian.document.titles import break_title
from gongjian.document.tree import Alignment, Attachment, Block, Document, Heading, Items, Signing, Table

_CELLS: dict[Alignment, str] = {"left": "TableLeft", "center": "TableCenter", "right": "TableRight"}

Placed = tuple[bool, Piece]
"""A piece, and whether it goes on a landscape page."""


@dataclass(slots=True)
class Section:
    """Pieces on pages of one orientation; the last is always a line."""

    landscape: bool
    pieces: list[Piece] = field(default_factory=list)

    def end(self, properties: str) -> None:
        """Put the section's properties where OOXML wants them: into its last line."""
        last = self.pieces[-1]
        assert isinstance(last, Line)
        last.section = properties


def sections_of(document: Document, profile: Profile) -> list[Section]:
    """The whole document."""
    sections = [Section(document.opens_landscape, pieces=list(_opening(document)))]
    for landscape, piece in _placed(document, profile):
        if landscape != sections[-1].landscape:
            sections.append(Section(landscape))
        sections[-1].pieces.append(piece)
    return sections


def _opening(document: Document) -> Iterator[Line]:
    """Title, subtitle and addressee (7.3.1, 7.3.2)."""
    yield Line("TitleAboveSubtitle" if document.subtitle else "Title", _title_runs(document.title))
    if document.subtitle:
        yield Line("Subtitle", [("", document.subtitle)])
    if document.addressee:
        yield Line("Addressee", runs_of(document.addressee))


def _title_runs(title: str) -> list[tuple[str, str]]:
    return [("", "\n".join(break_title(title)))]


def _placed(document: Document, profile: Profile) -> Iterator[Placed]:
    """Everything after the opening."""
    body = list(_blocks(document.blocks, profile, landscape=False))
    ending = [*_annex_notes(document.annex_titles)]
    if document.sign_off:
        # No page may hold a sign-off without a line of the text itself (7.3.5.5).
        last = [piece for _, piece in body[-1:] if isinstance(piece, Line)]
        for line in (*last, *ending):
            line.keep_next = True
        ending += sign_off_lines(document.sign_off, profile)
    yield from body
    yield from ((False, line) for line in ending)
    for mark, attachment in zip(document.annex_marks, document.attachments, strict=True):
        if attachment.blocks:
            yield from _annex(attachment, mark, profile)


def _annex_notes(titles: tuple[str, ...]) -> Iterator[Line]:
    """附件说明 (7.3.4): a single annex has no number."""
    if len(titles) == 1:
        yield Line("AnnexNote", [("", f"附件：{titles[0]}")])
        return
    for number, title in enumerate(titles, start=1):
        first = number == 1
        yield Line(
            "AnnexNoteFirst" if first else "AnnexNoteNext",
            [("", f"{'附件：' if first else ''}{number}.{title}")],
        )


def _annex(attachment: Attachment, mark: str, profile: Profile) -> Iterator[Placed]:
    """An annex: 附件1 on the first line of a page, its title on the third (7.3.7)."""
    yield attachment.landscape, Line("AnnexMark", [("", mark)])
    yield attachment.landscape, Line("AnnexTitle", _title_runs(attachment.title))
    yield from _blocks(attachment.blocks, profile, landscape=attachment.landscape)


def _blocks(blocks: Iterable[Block], profile: Profile, *, landscape: bool) -> Iterator[Placed]:
    for block in number_blocks(blocks):
        if isinstance(block, Table):
            wide = landscape or block.landscape
            yield from ((wide, piece) for piece in _table(block, profile, landscape=wide))
        else:
            yield from ((landscape, line) for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading(body=()):
            yield Line(f"Heading{block.level}", runs_of(block.inlines, block.number))
        case Heading():
            style = f"Heading{block.level}Char"
            heading = [(mark or style, text) for mark, text in runs_of(block.inlines, block.number)]
            yield Line("BodyText", heading + runs_of(block.body))
        case Items():
            for item in block.items:
                yield Line("BodyText", runs_of(item.inlines, item.number))
        case Signing():
            for party in block.parties:
                for line in party:
                    yield Line("BodyText", runs_of(line))
        case Table():
            raise TypeError("tables are pieces of their own")
        case _:
            yield Line("BodyText", runs_of(block.inlines))


def _table(table: Table, profile: Profile, *, landscape: bool) -> Iterator[Piece]:
    """Caption, table, and a line of no height: two tables in a row would be one to Word."""
    available = PAGE_HEIGHT - profile.top - profile.bottom if landscape else profile.text_width
    widths = column_widths(table, available)
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
