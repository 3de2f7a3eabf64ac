"""The layout of official documents: GB/T 9704-2012 as named numbers.

Lengths are twips (1/20 pt, 1/1440 inch) unless a name says otherwise; font sizes are
half-points, as OOXML has them. Where the standard leaves room, the choice and its
reason stand beside the number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from gongjian.model.script import Script

if TYPE_CHECKING:
    from gongjian.model.repository import Layout

LANGUAGES: Mapping[Script, str] = {"hans": "zh-CN", "hant": "zh-TW", "hant-hk": "zh-HK"}
"""The language tag of each script."""

PageNumber = Literal["outside", "center"]
"""Outside as the standard has it (7.5), or centred as is common for plans and reports."""

Numbering = Literal["literal", "auto"]
"""一、 as text, which every reader of docx files keeps; or as Word's own numbers, for further editing."""

RedHead = Literal["none", "preprinted", "electronic"]
"""The 版头: left out; left white for paper that has it in print (套红); printed in red."""

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4, 210 mm × 297 mm (5.1)."""

SIZE_TITLE = 44
"""2号, 22 pt: the title (7.3.1)."""

SIZE_BODY = 32
"""3号, 16 pt: everything else unless said otherwise (5.2.2)."""

SIZE_FOOTER = 28
"""4号, 14 pt: page numbers (7.5)."""

SIZE_TABLE = 24
"""小4号, 12 pt: tables; the standard is silent, 3号 would not fit."""

LINES_PER_PAGE, CHARACTERS_PER_LINE = 22, 28
"""The grid (5.2.3)."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of the font classes the standard asks for (5.2.2, 7.3); it names no font files."""

    title: str
    body: str
    level_1: str
    level_2: str
    footer: str = "宋体"
    latin: str = "Times New Roman"
    """Digits and Latin letters; the standard is silent, this is what most offices use."""


FONTS = {
    "gb2312": Fonts("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"),
    "windows": Fonts("宋体", "仿宋", "黑体", "楷体"),
    "fzgbk": Fonts("方正小标宋_GBK", "方正仿宋_GBK", "方正黑体_GBK", "方正楷体_GBK"),
}
"""Fonts by profile: those of the old national set, those every Windows has, 方正's large set."""

_TRADITIONAL = Fonts("方正小标宋_GBK", "仿宋", "黑体", "楷体")
"""For papers in Traditional characters: those of GB 2312 have Simplified ones only."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to lay out a document; the defaults are common practice within the standard."""

    fonts: Fonts = field(default=FONTS["gb2312"])

    top: int = 2098
    """天头 37 mm (5.2.1)."""

    left: int = 1588
    """订口 28 mm (5.2.1)."""

    bottom: int = 1984
    """35 mm: the paper less 天头 and a 版心 of 225 mm (5.2.1)."""

    right: int = 1474
    """26 mm: the paper less 订口 and a 版心 of 156 mm (5.2.1)."""

    line: int = 579
    """28.95 pt, the largest pitch of which 22 lines fit into 225 mm (5.2.3); 29 pt gives 21."""

    tracking: int = -5
    """-0.25 pt a character: 28 characters of 16 pt are 448 pt, the line has 442 (5.2.3)."""

    character: int = 315
    """One 字 (3.1): 16 pt and the tracking."""

    digit: int = 155
    """A digit or Latin letter beside them: half of 16 pt and the tracking."""

    footer: int = 1446
    """From the bottom edge; the dashes of the page number come to stand 7 mm under the 版心 (7.5)."""

    page_number: PageNumber = "outside"
    numbering: Numbering = "literal"
    red_head: RedHead = "electronic"

    bold: frozenset[int] = frozenset()
    """Levels of heading set bold; the standard has none (7.3.3), many offices 2 and 3."""

    mirror: bool = False
    """Whether inner and outer margins change sides on even pages, for duplex print."""

    archive: bool = False
    """Whether PDF files are made for the archives, as PDF/A-2b."""

    font_folders: tuple[str, ...] = ()
    """Folders with fonts for PDF files, besides the system's."""

    language: str = LANGUAGES["hans"]
    """The language tag of the text."""

    def for_script(self, script: Script) -> "Profile":
        """The same layout for a script: its language, and fonts that have its characters."""
        narrow = script != "hans" and self.fonts == FONTS["gb2312"]
        return replace(self, language=LANGUAGES[script], fonts=_TRADITIONAL if narrow else self.fonts)

    @property
    def text_width(self) -> int:
        """The width of the 版心, 156 mm."""
        return PAGE_WIDTH - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the 版心, 225 mm."""
        return PAGE_HEIGHT - self.top - self.bottom


COMMON = Profile()

LAYOUTS = {
    "common": COMMON,
    "gbt33476": Profile(top=1960, bottom=1847, line=589, footer=1309),
    "ink": Profile(top=1871, bottom=1871, line=594),
}
"""By name: common practice, whose margins are those of the standard; the numbers of GB/T 33476.2-2016 (34.58 mm,
32.58 mm, 29.45 pt); and margins that make up for the room word processors leave above the first line and below
the last, so that the ink itself stands 37 mm from the top and 35 mm from the bottom (33 mm each, 29.7 pt)."""


def profile_of(layout: "Layout") -> Profile:
    """Give the profile that a repository or a command line asks for."""
    return replace(
        LAYOUTS[layout.page],
        fonts=FONTS[layout.fonts],
        page_number=layout.page_number,
        numbering=layout.numbering,
        red_head=layout.red_head,
        bold=frozenset(layout.bold),
        mirror=layout.mirror,
        archive=layout.archive,
        font_folders=tuple(layout.font_folders),
    )
