"""A Word file read back: what it says of itself, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from gongjian.document.docx.body_text import BodyText
from gongjian.document.docx.opening import (
    Package,
    WordFileError,
    main_part,
    open_package,
    refuse_outside_links,
    related,
)
from gongjian.document.docx.printed_text import PROPERTY, digest_of

PLAN, SOURCE, KIND = "gongjian.plan", "gongjian.source", "gongjian.kind"
"""The properties by which a document is known: the plan's id, the digest of its text, the kind of document."""

_CUSTOM = "docProps/custom.xml"
_REASONS = {2: "没有这个文件", 13: "没有权限，或者正在 Word、WPS 里打开", 21: "这是文件夹"}
"""Why a file cannot be opened, by the system's error number."""

_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class WordFile:
    """What a Word file says.

    Attributes:
        properties: its custom properties.
        paragraphs: its paragraphs with words in them, then its notes. A table row is one
            paragraph with tabs between its cells; a line break is a newline. Deleted text
            is left out and inserted text is kept, comments are no part of the words.
    """

    properties: Mapping[str, str]
    paragraphs: tuple[str, ...]

    @property
    def is_as_printed(self) -> bool | None:
        """Whether its words are those that were printed; None when the file does not tell."""
        printed = self.properties.get(PROPERTY)
        return digest_of(self.paragraphs) == printed if printed else None


def read_docx(file: BinaryIO) -> WordFile:
    """Read any Word file.

    Raises:
        WordFileError: it is no sound one.
    """
    with open_package(file) as package:
        body = main_part(package)
        refuse_outside_links(package)
        parts = [body, *related(package, body, _NOTES)]
        return WordFile(_properties(package), tuple(line for part in parts for line in _lines(package, part)))


def read_printed(path: Path) -> WordFile:
    """Read a Word file that gongjian printed.

    Raises:
        WordFileError: it cannot be opened, is no sound Word file, or another program made it.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise WordFileError("打不开：这是管道、设备之类，不是文件")
        with path.open("rb") as opened:
            file = read_docx(opened)
    except OSError as error:
        raise WordFileError(f"打不开：{_REASONS.get(error.errno or 0, error.strerror)}") from error
    if not file.properties.get(PLAN):
        raise WordFileError("不是 gongjian 印的文件", f"文件属性里没有 {PLAN}")
    return file


def _lines(package: Package, part: str) -> list[str]:
    text = BodyText()
    package.scan(part, text.start, text.end, text.text)
    return text.lines


def _properties(package: Package) -> dict[str, str]:
    """The custom properties; any other type than text is given as it is written."""
    found: dict[str, str] = {}
    if _CUSTOM not in package.names:
        return found
    current = ""

    def start(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        if element.endswith(" property"):
            current = attributes.get("name", "")
            found[current] = ""

    def text(words: str) -> None:
        if current:
            found[current] += words

    def end(element: str) -> None:
        nonlocal current
        if element.endswith(" property"):
            current = ""

    package.scan(_CUSTOM, start, end, text)
    return found
