"""A Document as the pieces of a Word file, one after another, each with its style."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongjian.document.docx.blocks import Blocks
from gongjian.document.docx.imprint import imprint_pieces
from gongjian.document.docx.letterhead import letterhead_pieces
from gongjian.document.docx.pieces import Grid, Line, Piece, Sheet, runs_of
from gongjian.document.docx.sequences import BODY, Sequences
from gongjian.document.docx.sign_off import sign_off_pieces
from gongjian.document.layout import Profile
from gongjian.document.titles import break_title
from gongjian.document.tree import Attachment, Document, Text

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


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole document: its sections, and the sequences that Word is to count, if it is."""

    sections: list[Section]
    sequences: Sequences | None


def flow_of(document: Document, profile: Profile) -> Flow:
    """Lay the whole document out."""
    sequences = Sequences() if profile.numbering == "auto" else None
    sections = [Section(document.opens_landscape, pieces=list(_opening(document, profile)))]
    for landscape, piece in _placed(document, profile, sequences):
        if landscape != sections[-1].landscape:
            sections.append(Section(landscape))
        sections[-1].pieces.append(piece)
    return Flow(sections, sequences)


def _opening(document: Document, profile: Profile) -> Iterator[Piece]:
    """版头, title, subtitle and addressee (7.2, 7.3.1, 7.3.2)."""
    style = "Title"
    if document.letterhead and profile.red_head != "none":
        yield from letterhead_pieces(document.letterhead, profile)
        style = "TitleUnderHead"
    yield Line(style + ("AboveSubtitle" if document.subtitle else ""), _title_runs(document.title))
    if document.subtitle:
        yield Line("Subtitle", [("", document.subtitle)])
    if document.addressee:
        yield Line("Addressee", runs_of(document.addressee))


def _title_runs(title: str) -> list[tuple[str, str]]:
    return [("", "\n".join(break_title(title)))]


def _placed(document: Document, profile: Profile, sequences: Sequences | None) -> Iterator[Placed]:
    """Everything after the opening."""
    body = list(Blocks(profile, sequences, BODY, landscape=False).place(document.blocks))
    yield from body
    yield from ((False, piece) for piece in _ending(document, profile, [piece for _, piece in body[-2:]]))
    for mark, attachment in zip(document.annex_marks, document.attachments, strict=True):
        if attachment.blocks:
            yield from _annex(attachment, mark, profile, sequences)
    if document.imprint:
        yield from ((False, piece) for piece in imprint_pieces(document.imprint, profile))


def _ending(document: Document, profile: Profile, last: list[Piece]) -> Iterator[Piece]:
    """附件说明, 署名, 成文日期 and 附注; no page holds a sign-off without a line of the text (7.3.5.5)."""
    notes = list(_annex_notes(document.annex_titles))
    signed = list(sign_off_pieces(document.sign_off, profile)) if document.sign_off else []
    if signed:
        ends_a_table = isinstance(last[0], Grid) if last else False
        _keep_together([*(last if ends_a_table else last[-1:]), *notes])
    if document.note:
        _keep_together([*([] if signed else notes), *signed])
    yield from notes
    yield from signed
    if document.note:
        yield Line("Note", runs_of((Text("（"), *document.note, Text("）"))))


def _keep_together(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if not isinstance(piece, Sheet):  # its lines do by their style
            piece.keep_next = True


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


def _annex(
    attachment: Attachment, mark: str, profile: Profile, sequences: Sequences | None
) -> Iterator[Placed]:
    """An annex: 附件1 on the first line of a page, its title on the third (7.3.7); what is issued has no mark."""
    landscape = attachment.landscape
    if mark:
        yield landscape, Line("AnnexMark", [("", mark)])
    yield landscape, Line("AnnexTitle" if mark else "IssuedTitle", _title_runs(attachment.title))
    headings = sequences.begin_headings() if sequences else BODY
    yield from Blocks(profile, sequences, headings, landscape=landscape).place(attachment.blocks)
