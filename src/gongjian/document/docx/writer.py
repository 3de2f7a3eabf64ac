"""Document → the bytes of a Word file."""

from collections.abc import Iterator, Sequence
from datetime import date

from gongjian.document.docx.body import BodyWriter
from gongjian.document.docx.constant import constant
from gongjian.document.docx.flow import flow_of
from gongjian.document.docx.package import FAST, Part, assemble, pack
from gongjian.document.docx.printed_text import with_digest
from gongjian.document.docx.sequences import HEADINGS, ITEMS, LEVELS, Sequences
from gongjian.document.docx.templates import encode, template
from gongjian.document.layout import COMMON, Profile
from gongjian.document.tree import Document, plain_text

_NO_DATE = date(1980, 1, 1)
"""For a document whose 成文日期 is still to be filled in: the same bytes on every day."""


def write_docx(document: Document, profile: Profile = COMMON) -> bytes:
    """Lay out a document; the same document gives the same bytes."""
    profile = profile.for_script(document.script)
    flow, body = flow_of(document, profile), BodyWriter()
    sections = constant(profile, comments=False).sections
    for section in flow.sections[:-1]:
        section.end(sections[section.landscape])
    text = body.write(
        (piece for section in flow.sections for piece in section.pieces),
        sections[flow.sections[-1].landscape],
    )
    shared = constant(profile, comments=bool(body.comments))
    own = [
        _part("word/document.xml", text),
        _part("docProps/core.xml", _core(document, profile.language)),
        _part(
            "docProps/custom.xml",
            template("custom.xml").render(properties=with_digest(document.properties, text)),
        ),
        *_extras(document, profile, flow.sequences, body.comments),
    ]
    return assemble([*shared.head, *own, *shared.tail])


def _extras(
    document: Document, profile: Profile, sequences: Sequences | None, comments: Sequence[str]
) -> Iterator[Part]:
    """The parts that only some documents have."""
    if sequences:
        yield _part(
            "word/numbering.xml",
            template("numbering.xml").render(
                profile=profile, sequences=sequences.made, levels=LEVELS, headings=HEADINGS, items=ITEMS
            ),
        )
    if comments:
        yield _part(
            "word/comments.xml", template("comments.xml").render(comments=comments, date=_date(document))
        )


def _core(document: Document, language: str) -> str:
    """Title, author and dates, the dates being those of the document and not of the machine."""
    issuers = [plain_text(issuer) for issuer in document.sign_off.organisations] if document.sign_off else []
    if not issuers and document.letterhead:
        issuers = list(document.letterhead.issuers)
    return template("core.xml").render(
        title=document.title.replace("\n", ""),
        creator="、".join(issuers),
        language=language,
        date=_date(document),
    )


def _date(document: Document) -> str:
    return (document.date or _NO_DATE).isoformat()


def _part(name: str, xml: str) -> Part:
    return pack(name, encode(xml), FAST)
