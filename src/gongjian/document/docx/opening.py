"""Word files of others opened with care: they may be no Word files, damaged, or made to do harm."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import SEEK_END
from posixpath import normpath
from typing import BinaryIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from gongjian.document.errors import DocumentError

MAX_FILE, MAX_PART, MAX_READ = 100_000_000, 32_000_000, 64_000_000
"""Bytes: of the file, of one unpacked part, of all parts that are looked into. A plan with 500
activities prints to a part of one million."""

MAX_PARTS = 5_000
MAX_DEPTH = 300

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RESAVE = "在 Word 或 WPS 里打开，另存为 .docx 再试"

_OTHERS = {
    "xl/workbook.xml": "这是 Excel 表格，不是 Word 文件",
    "ppt/presentation.xml": "这是演示文稿，不是 Word 文件",
    "content.xml": "这是 ODF 文件，不是 .docx",
}
"""Zip files that are something else, by a part they have."""

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]


class WordFileError(DocumentError):
    """A Word file cannot be read."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one part is related to another: the last word of the type, the target, whether that is another file."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a file, as far as they may be looked into."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = MAX_READ
        self.names = frozenset(archive.namelist())
        if len(self.names) > MAX_PARTS:
            raise WordFileError(f"里面的零件超过 {MAX_PARTS} 个，不像 Word 文件")

    def read(self, name: str) -> bytes:
        """Unpack a part."""
        entry = self._archive.getinfo(name)
        if entry.flag_bits & 1:
            raise WordFileError("文件加了密，读不了", "去掉密码再试")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise WordFileError("文件的压缩方式不认识", _RESAVE)
        most = min(MAX_PART, self._left)
        try:
            with self._archive.open(entry) as part:
                content = part.read(most + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise WordFileError(f"文件坏了，{_shown(name)} 解不开", _RESAVE) from error
        if len(content) > most:
            raise WordFileError(f"文件解开以后太大，超过 {most // 1_000_000} 兆字节")
        self._left -= len(content)
        return content

    def scan(self, name: str, start: Start, end: End, text: Callable[[str], None]) -> None:
        """Go through a part's XML; elements and attributes are called by namespace, a space and name."""
        depth = 0

        def deeper(element: str, attributes: Mapping[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_DEPTH:
                raise WordFileError(f"{_shown(name)} 里的元素套了 {MAX_DEPTH} 多层，不像 Word 文件")
            start(element, attributes)

        def back(element: str) -> None:
            nonlocal depth
            depth -= 1
            end(element)

        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = deeper, back
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype  # no document type, no entities
        try:
            parser.Parse(self.read(name), True)
        except ExpatError as error:
            raise WordFileError(f"文件坏了，{_shown(name)} 不是完整的 XML", _RESAVE) from error

    def relations(self, name: str) -> list[Relation]:
        """The relationships in a part that holds them; none when it is missing."""
        found: list[Relation] = []

        def start(element: str, attributes: Mapping[str, str]) -> None:
            if element.endswith(" Relationship"):
                kind = attributes.get("Type", "").rpartition("/")[2]
                outside = attributes.get("TargetMode") == "External"
                found.append(Relation(kind, attributes.get("Target", ""), outside))

        if name in self.names:
            self.scan(name, start, lambda _: None, lambda _: None)
        return found


@contextmanager
def open_package(file: BinaryIO) -> Iterator[Package]:
    """Look into a file that should be a Word file.

    Raises:
        WordFileError: it is none, or holds what no printed document has.
    """
    _refuse_others(file)
    try:
        archive = ZipFile(file)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise WordFileError("不是 Word 文件（.docx）") from error
    with archive:
        package = Package(archive)
        _refuse_macros(package)
        yield package


def main_part(package: Package) -> str:
    """The part that holds the document's text."""
    named = (each.target for each in package.relations("_rels/.rels") if each.kind == "officeDocument")
    part = normpath(next(named, "word/document.xml")).lstrip("/")
    other = next((words for name, words in _OTHERS.items() if name in package.names), "")
    if other or part not in package.names:
        raise WordFileError(other or "里面没有正文，不是 Word 文件（.docx）")
    return part


def related(package: Package, part: str, kinds: Iterable[str]) -> list[str]:
    """The parts that a part is related to in one of some ways."""
    folder, _, name = part.rpartition("/")
    found = package.relations(f"{folder}/_rels/{name}.rels")
    targets = [normpath(f"{folder}/{each.target}") for each in found if each.kind in kinds]
    return [target for target in targets if target in package.names]


def refuse_outside_links(package: Package) -> None:
    """Refuse what Word would fetch from elsewhere; a link that a reader may click is none.

    Raises:
        WordFileError: there is such a link.
    """
    for name in sorted(name for name in package.names if name.endswith(".rels")):
        for each in package.relations(name):
            if each.outside and each.kind != "hyperlink":
                raise WordFileError(f"文件链接到外部的内容 {_shown(each.target)}", "去掉这个链接再试")


def _refuse_others(file: BinaryIO) -> None:
    head = file.read(len(_OLE))
    if head == _OLE:
        if _ENCRYPTED in file.read(MAX_PART):
            raise WordFileError("文件设了打开密码，读不了", "在 Word 里去掉密码，再试")
        raise WordFileError("这是旧的 .doc 格式", _RESAVE)
    if file.seek(0, SEEK_END) > MAX_FILE:
        raise WordFileError(f"文件太大，超过 {MAX_FILE // 1_000_000} 兆字节")
    file.seek(0)


def _refuse_macros(package: Package) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        raise WordFileError("文件带宏，gongjian 印的文件没有宏", _RESAVE)


def _refuse_doctype(*_: object) -> None:
    raise WordFileError("文件里有 DTD，Word 文件没有这样的内容")


def _shown(name: str) -> str:
    """A name out of the file, harmless on a terminal."""
    return "".join(character if character.isprintable() else "?" for character in name[:80])
