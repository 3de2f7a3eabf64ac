"""The parts that every document of a profile shares: rendered and deflated once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongjian.document import layout
from gongjian.document.docx.package import SMALL, Part, pack
from gongjian.document.docx.templates import encode, template
from gongjian.document.layout import Fonts, Profile

_TABLE_LINE = 340
"""Twips: 17 pt for 12 pt text."""

_ANNEX_NUMBER = 235
"""Twips: a digit and its full stop in the 附件说明."""

_SIZES = {
    "title": layout.SIZE_TITLE,
    "body": layout.SIZE_BODY,
    "footer": layout.SIZE_FOOTER,
    "table": layout.SIZE_TABLE,
}


_FOOTER_LINE = 280
"""Twips: the line of a page number, 14 pt, and as much indent (7.5: 空一字)."""


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
class Typeface:
    """An entry of the font table; ``instead`` is what to take where the font is not installed."""

    name: str
    instead: str
    panose: str


@dataclass(frozen=True, slots=True)
class Constant:
    """What is the same in every document of a profile; ``sections`` by orientation, landscape True."""

    head: tuple[Part, ...]
    tail: tuple[Part, ...]
    sections: dict[bool, str]


@lru_cache(maxsize=8)
def constant(profile: Profile) -> Constant:
    """The constant parts of a profile."""
    return Constant(
        head=(
            _part("[Content_Types].xml", "content_types.xml", profile),
            _part("_rels/.rels", "package_rels.xml", profile),
        ),
        tail=tuple(_tail(profile)),
        sections={landscape: _section(profile, landscape=landscape) for landscape in (False, True)},
    )


def _section(profile: Profile, *, landscape: bool) -> str:
    odd, even = (footer for footer in FOOTERS if footer.landscape == landscape)
    return _rendered("section.xml", profile, landscape=landscape, odd=odd, even=even)


def _tail(profile: Profile) -> Iterator[Part]:
    """What comes after the document itself."""
    yield _part("word/_rels/document.xml.rels", "document_rels.xml", profile)
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
        footers=FOOTERS,
        fonts=_typefaces(profile.fonts),
        sizes=_SIZES,
        page_width=layout.PAGE_WIDTH,
        page_height=layout.PAGE_HEIGHT,
        table_line=_TABLE_LINE,
        footer_line=_FOOTER_LINE,
        annex_number=_ANNEX_NUMBER,
        **values,
    )


def _typefaces(fonts: Fonts) -> list[Typeface]:
    """The profile's fonts, each once."""
    faces = (
        Typeface(fonts.title, "方正小标宋_GBK,华文中宋,宋体,SimSun", "03000509000000000000"),
        Typeface(fonts.body, "仿宋,FangSong,方正仿宋_GBK", "02010609030101010101"),
        Typeface(fonts.level_1, "黑体,SimHei,方正黑体_GBK", "02010609060101010101"),
        Typeface(fonts.level_2, "楷体,KaiTi,方正楷体_GBK", "02010609030101010101"),
        Typeface(fonts.footer, "宋体,SimSun", "02010600030101010101"),
    )
    return list({face.name: face for face in reversed(faces)}.values())[::-1]
