"""The parts that every document of a profile shares: rendered and deflated once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongjian.document import layout
from gongjian.document.docx.imprint import IMPRINT_CHARACTER, IMPRINT_LINE
from gongjian.document.docx.letterhead import MARK_LINE, MARK_SIZE, MARK_TOP, MOST_ABOVE
from gongjian.document.docx.package import SMALL, Part, pack
from gongjian.document.docx.sequences import BODY, LEVELS
from gongjian.document.docx.templates import encode, template
from gongjian.document.docx.typefaces import typefaces
from gongjian.document.layout import Profile

_TABLE_LINE = 340
"""Twips: 17 pt for 12 pt text."""

_ANNEX_NUMBER = 235
"""Twips: a digit and its full stop in the 附件说明."""

_SIZES = {
    "title": layout.SIZE_TITLE,
    "body": layout.SIZE_BODY,
    "footer": layout.SIZE_FOOTER,
    "table": layout.SIZE_TABLE,
    "mark": MARK_SIZE,
}

_FOOTER_LINE = 280
"""Twips: the line of a page number, 14 pt, and as much indent (7.5: 空一字)."""

_RED, _WHITE = "FF0000", "FFFFFF"


@dataclass(frozen=True, slots=True)
class Footer:
    """A page footer: where it is in the package, and its paragraph style.

    On a landscape page it stands, turned, where it stands on the other pages when the
    document is bound (8): beside the table's left edge.
    """

    id: str
    part: str
    style: str
    landscape: bool


FOOTERS = (
    Footer("rId11", "footer1.xml", "Footer", landscape=False),
    Footer("rId12", "footer2.xml", "FooterEven", landscape=False),
    Footer("rId13", "footer3.xml", "Footer", landscape=True),
    Footer("rId14", "footer4.xml", "FooterEven", landscape=True),
)
"""For odd and for even pages (7.5), upright and landscape."""


@dataclass(frozen=True, slots=True)
class Constant:
    """What is the same in every document of a profile; ``sections`` by orientation, landscape True."""

    head: tuple[Part, ...]
    tail: tuple[Part, ...]
    sections: dict[bool, str]


@lru_cache(maxsize=16)
def constant(profile: Profile, *, comments: bool) -> Constant:
    """The constant parts of a profile, of documents with or without comments."""
    return Constant(
        head=(
            _part("[Content_Types].xml", "content_types.xml", profile, comments=comments),
            _part("_rels/.rels", "package_rels.xml", profile),
        ),
        tail=tuple(_tail(profile, comments=comments)),
        sections={landscape: _section(profile, landscape=landscape) for landscape in (False, True)},
    )


def _section(profile: Profile, *, landscape: bool) -> str:
    odd, even = (footer for footer in FOOTERS if footer.landscape == landscape)
    return _rendered("section.xml", profile, landscape=landscape, odd=odd, even=even)


def _tail(profile: Profile, *, comments: bool) -> Iterator[Part]:
    """What comes after the document itself."""
    yield _part("word/_rels/document.xml.rels", "document_rels.xml", profile, comments=comments)
    yield _part("docProps/app.xml", "app.xml", profile)
    yield _part("word/fontTable.xml", "fontTable.xml", profile)
    for footer in FOOTERS:
        yield _part(f"word/{footer.part}", "footer.xml", profile, footer=footer)
    yield _part("word/settings.xml", "settings.xml", profile)
    yield _part("word/styles.xml", "styles.xml", profile)


def _part(name: str, source: str, profile: Profile, **values: object) -> Part:
    return pack(name, encode(_rendered(source, profile, **values)), SMALL)


def _rendered(source: str, profile: Profile, **values: object) -> str:
    return template(source).render(
        profile=profile,
        auto=profile.numbering == "auto",
        body_sequence=BODY,
        levels=len(LEVELS),
        footers=FOOTERS,
        fonts=typefaces(profile.fonts),
        sizes=_SIZES,
        page_width=layout.PAGE_WIDTH,
        page_height=layout.PAGE_HEIGHT,
        table_line=_TABLE_LINE,
        footer_line=_FOOTER_LINE,
        annex_number=_ANNEX_NUMBER,
        imprint_line=IMPRINT_LINE,
        imprint_character=IMPRINT_CHARACTER,
        mark_line=MARK_LINE,
        mark_room=MARK_TOP - profile.top,
        most_above=MOST_ABOVE,
        red=_WHITE if profile.red_head == "preprinted" else _RED,
        **values,
    )
