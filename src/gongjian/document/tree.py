"""The Document tree: all that writers know of a document.

Nothing here knows Markdown, OOXML or the plan. Numbers (一、（一）1.（1）) are not part
of the text: `gongjian.document.numbering` lays them on just before writing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gongjian.model.script import Script

Mark = Literal["plain", "strong", "pending"]
"""``pending`` is a place still to be filled in (待补), printed highlighted."""

Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text of one kind; a newline in it is a line break within the paragraph.

    A ``comment`` is a reviewer's remark on the paragraph and no part of its words: it hangs on
    an empty stretch, and writers that know no comments print nothing.
    """

    text: str
    mark: Mark = "plain"
    comment: str = ""


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


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the parties to an agreement sign, side by side: a column a party, its lines from the top.

    A line that ends in a colon has room behind it to write in.
    """

    parties: tuple[tuple[Inlines, ...], ...]


Block = Heading | Paragraph | Items | Table | Signing


@dataclass(frozen=True, slots=True)
class Letterhead:
    """版头 (7.2): all above the title. Empty parts are left out.

    Attributes:
        issuers: 发文机关, 主办 first.
        word: what follows the issuers' names in the red mark, mostly 文件.
        number: 发文字号, such as 松教〔2021〕12号.
        copy: 份号, six digits.
        secrecy: 密级和保密期限, such as 秘密★1年.
        urgency: 紧急程度, 特急 or 加急.
        signers: 签发人, of a paper that goes to a superior body (上行文).
        signer_word: what stands before their names, in the document's script.
    """

    issuers: tuple[str, ...]
    word: str = "文件"
    number: Inlines = ()
    copy: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    signer_word: str = "签发人"


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4), at the foot of the last page: 抄送, 印发机关, 印发日期.

    ``copies_word`` and ``word`` are what stands before the 抄送 and behind the date, in the document's script.
    """

    printer: Inlines
    printed: Inlines
    copies_to: Inlines = ()
    copies_word: str = "抄送"
    word: str = "印发"


@dataclass(frozen=True, slots=True)
class SignOff:
    """署名 and 成文日期; ``sealed`` leaves room for a seal (7.3.5.1), a seal itself is never drawn."""

    organisations: tuple[Inlines, ...]
    date: Inlines
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """An annex on a page of its own; one without blocks is only listed in the 附件说明.

    An annex that is not ``listed`` is the very paper that a notice issues (印发): it begins a
    page with its title, bears no mark, and stands in no 附件说明.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    landscape: bool = False
    listed: bool = True


_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Document:
    """One official document.

    A newline in ``title`` (or in an annex's title) is a break the author wants kept.
    ``note`` is the 附注 (7.3.6), without its brackets. ``properties`` go into the file's own properties, such as the plan's id and hash.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    addressee: Inlines = ()
    sign_off: SignOff | None = None
    attachments: tuple[Attachment, ...] = ()
    letterhead: Letterhead | None = None
    note: Inlines = ()
    imprint: Imprint | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    script: Script = "hans"

    @property
    def annex_marks(self) -> tuple[str, ...]:
        """For each annex its mark on the page: 附件 for a single one, else 附件1, 附件2 … (7.3.7); "" if not listed."""
        listed = sum(attachment.listed for attachment in self.attachments)
        numbers = iter([""] if listed == 1 else map(str, range(1, listed + 1)))
        return tuple(f"附件{next(numbers)}" if each.listed else "" for each in self.attachments)

    @property
    def annex_titles(self) -> tuple[str, ...]:
        """The titles of the listed annexes, as the 附件说明 has them (7.3.4)."""
        return tuple(each.title.replace("\n", "") for each in self.attachments if each.listed)

    @property
    def opens_landscape(self) -> bool:
        """Whether the title goes across the page: a title never stands on a page without what it is of."""
        first = self.blocks[0] if self.blocks and not self.letterhead else None
        return isinstance(first, Table) and first.landscape

    @property
    def date(self) -> date | None:
        """The 成文日期, or None when it is missing or still to be filled in."""
        found = _DATE.search(plain_text(self.sign_off.date)) if self.sign_off else None
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None
