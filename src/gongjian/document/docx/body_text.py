"""The words of a Word file's body, as they read once tracked changes are accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_WORDS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
}
"""Namespaces of text: WordprocessingML and formulas, transitional and strict."""

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SPACE = "http://www.w3.org/XML/1998/namespace space"

_GONE = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
"""Elements of a run that stand for a character."""

_PLACES = frozenset({"body", "tc", "txbxContent"})
"""Where paragraphs stand: the text itself, a table's cell, a text box."""

_NO_LINE_BREAKS = frozenset({"page", "column"})


@dataclass(slots=True)
class Row:
    """A table row that is being read."""

    cells: list[str] = field(default_factory=list)
    gone: bool = False


@dataclass(slots=True)
class Open:
    """A paragraph that is being read; ``joined`` when its mark was deleted, and the next goes on in it."""

    pieces: list[str] = field(default_factory=list)
    joined: bool = False


class BodyText:
    """Reads the body from the events of an XML parser.

    Attributes:
        lines: the paragraphs with words in them; a table row is one, a tab between its cells.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._path: list[str] = []
        self._skipped = 0
        self._places: list[list[str]] = [self.lines]
        self._rows: list[Row] = []
        self._paragraphs: list[Open] = []
        self._carried: list[str] = []
        self._stretch: list[str] | None = None
        self._keeps_space = False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = _short(element)
        self._path.append(name)
        if self._skipped or self._is_gone(name) or element == _FALLBACK:
            self._skipped += 1
        elif name == "t":
            self._stretch, self._keeps_space = [], attributes.get(_SPACE) == "preserve"
        elif name == "p":
            self._paragraphs.append(Open(self._carried))
            self._carried = []
        elif name == "tr":
            self._rows.append(Row())
        elif name in _PLACES:
            self._places.append([])
        elif self._path[-2:-1] == ["r"]:
            self._add(_sign(name, {_short(key): value for key, value in attributes.items()}))

    def text(self, words: str) -> None:
        """Some text comes."""
        if self._stretch is not None and not self._skipped:
            self._stretch.append(words)

    def end(self, element: str) -> None:
        """An element ends."""
        name = self._path.pop()
        if self._skipped:
            self._skipped -= 1
        elif name == "t" and self._stretch is not None:
            words = "".join(self._stretch)
            self._stretch = None
            self._add(words if self._keeps_space else words.strip(" \t\r\n"))
        elif name == "p":
            self._end_paragraph(self._paragraphs.pop())
        elif name == "tr":
            self._end_row(self._rows.pop())
        elif name in _PLACES:
            self._put("".join(self._carried))
            self._carried = []
            self._end_place(name)

    def _is_gone(self, name: str) -> bool:
        """Whether what an element holds was deleted; deleted paragraph marks and rows are noted."""
        if name not in _GONE:
            return False
        within = self._path[-3:-1]
        if within == ["pPr", "rPr"] and self._paragraphs:
            self._paragraphs[-1].joined = True
        elif within[-1:] == ["trPr"] and self._rows:
            self._rows[-1].gone = True
        return True

    def _add(self, words: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(words)

    def _end_paragraph(self, paragraph: Open) -> None:
        if paragraph.joined:
            self._carried = paragraph.pieces
        else:
            self._put("".join(paragraph.pieces))

    def _end_row(self, row: Row) -> None:
        if not row.gone and any(row.cells):
            self._put("\t".join(row.cells))

    def _end_place(self, name: str) -> None:
        lines = self._places.pop()
        if name == "tc" and self._rows:
            self._rows[-1].cells.append("\n".join(lines))
        else:
            self._places[-1].extend(lines)

    def _put(self, line: str) -> None:
        if line.strip():
            self._places[-1].append(line)


def _short(name: str) -> str:
    """The bare name of an element or attribute of text, "" for any other."""
    namespace, _, bare = name.rpartition(" ")
    return bare if namespace in _WORDS else ""


def _sign(name: str, attributes: Mapping[str, str]) -> str:
    """The character that an element of a run stands for."""
    if name == "br":
        return "" if attributes.get("type") in _NO_LINE_BREAKS else "\n"
    if name == "sym":
        try:
            return chr(int(attributes.get("char", ""), 16))
        except (ValueError, OverflowError):
            return ""
    return _SIGNS.get(name, "")
