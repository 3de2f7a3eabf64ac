"""Document → the bytes of a Word file."""

from datetime import date

from gongjian.document.docx.constant import constant
from gongjian.document.docx.flow import sections_of
from gongjian.document.docx.package import FAST, Part, assemble, pack
from gongjian.document.docx.printed_text import with_digest
from gongjian.document.docx.templates import encode, template
from gongjian.document.layout import COMMON, Profile
from gongjian.document.tree import Document, plain_text

_NO_DATE = date(1980, 1, 1)
"""For a document whose 成文日期 is still to be filled in: the same bytes on every day."""


def write_docx(document: Document, profile: Profile = COMMON) -> bytes:
    """Lay out a document; the same document gives the same bytes."""
    shared = constant(profile)
    sections = sections_of(document, profile)
    for section in sections[:-1]:
        section.end(shared.sections[section.landscape])
    body = template("document.xml").render(
        flow=[piece for section in sections for piece in section.pieces],
        section=shared.sections[sections[-1].landscape],
    )
    own = (
        _part("word/document.xml", body),
        _part("docProps/core.xml", _core(document)),
        _part(
            "docProps/custom.xml",
            template("custom.xml").render(properties=with_digest(document.properties, body)),
        ),
    )
    return assemble([*shared.head, *own, *shared.tail])


def _core(document: Document) -> str:
    """Title, author and dates, the dates being those of the document and not of the machine."""
    issuers = document.sign_off.organisations if document.sign_off else ()
    return template("core.xml").render(
        title=document.title.replace("\n", ""),
        creator="、".join(map(plain_text, issuers)),
        date=(document.date or _NO_DATE).isoformat(),
    )


def _part(name: str, xml: str) -> Part:
    return pack(name, encode(xml), FAST)
