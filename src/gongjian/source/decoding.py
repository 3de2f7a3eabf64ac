"""Bytes → text: UTF-8 and nothing else, with the place of the first byte that is not."""

import codecs
import os
import re
import stat
from pathlib import Path

from gongjian.source.errors import SourceError

SIZE_LIMIT = 8 * 1024 * 1024
"""The largest file that is read, in bytes; a plan of 20,000 activities has about 2 MiB."""

_HANDED_OVER = ("/dev/std", "/dev/fd/", "/proc/self/fd/")
"""How the paths of what is open already begin: `/dev/stdin`, and `/dev/fd/63`, which a shell gives for `<(…)`."""

_UTF16 = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_HARMLESS = bytes((*b"\t\n\r", *range(0x20, 0x7F), *range(0x80, 0x100)))
_CONTROLS_START = b"\xc2"
"""How U+0080–009F begin in UTF-8."""
_SUSPECTS = "\u2028\u2029\ufeff\ufffe\uffff"


def read_text(path: Path) -> str:
    """Read a file as text, its byte-order mark taken off and its line ends made `\\n`.

    Raises:
        SourceError: the file cannot be opened, is too big, is not UTF-8, or has
            control characters in it.
    """
    return decode(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Read a file that is not too big, or a pipe that a shell hands over.

    Raises:
        SourceError: it cannot be opened, is too big, or is no file.
    """
    try:
        told = path.stat()
        if stat.S_ISREG(told.st_mode) and 0 < told.st_size <= SIZE_LIMIT:
            return path.read_bytes()
        return _read_warily(path, told)
    except OSError as error:
        reason = error.strerror or str(error)
        link = os.path.islink(path)  # noqa: PTH114 (Path.is_symlink raises what was just caught)
        raise SourceError("unreadable", reason=reason, errno=error.errno, link=link) from error


def _read_warily(path: Path, told: os.stat_result) -> bytes:
    """Read what is not simply a file with something in it: never wait for nobody, never read without end."""
    if told.st_size > SIZE_LIMIT:
        raise SourceError("too-big", size=told.st_size, limit=SIZE_LIMIT)
    pipe = stat.S_ISFIFO(told.st_mode) and is_handed_over(path)
    if not (stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode) or pipe):
        raise SourceError("unreadable", special=True)
    with path.open("rb") as file:  # which says that a folder is one
        content = file.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise SourceError("too-big", limit=SIZE_LIMIT)
    return content


def is_handed_over(path: Path) -> bool:
    """Tell whether a path stands for a file or pipe that is open already, by whoever started this program."""
    return path.absolute().as_posix().startswith(_HANDED_OVER)


def decode_any(raw: bytes) -> str:
    """Decode the bytes of a spreadsheet's text in whatever encoding it was saved: UTF-8, UTF-16 with a mark, GBK.

    Raises:
        SourceError: it is none of these (`encoding`), or holds control characters (`character`).
    """
    encodings = ("utf-16",) if raw[:2] in _UTF16 else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        check_characters(text)
        return text
    raise SourceError("encoding", guess=None)


def decode(raw: bytes) -> str:
    """Decode the bytes of a file.

    Raises:
        SourceError: the bytes are not UTF-8 (`encoding`), or hold characters that
            YAML forbids or editors do not show (`character`).
    """
    for mark, name in _UTF16.items():
        if raw.startswith(mark):
            raise SourceError("encoding", guess=name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = _guess(raw)
        place = (1, 1) if guess == "UTF-16" else place_of(raw[: error.start].decode("utf-8", "replace"))
        raise SourceError("encoding", *place, guess=guess) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _may_have_forbidden(raw, text):
        check_characters(text)
    return text if text.endswith("\n") or not text else f"{text}\n"


def dressed_like(raw: bytes, text: str) -> bytes:
    """Encode a text with the byte-order mark and the line ends that the bytes of a file have, mostly."""
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    windows = 2 * raw.count(b"\r\n") > raw.count(b"\n")
    return mark + (text.replace("\n", "\r\n") if windows else text).encode()


def dressed_line_by_line(raw: bytes, text: str) -> bytes:
    """Encode a text whose lines are those of the bytes of a file, edited: each keeps its own line end."""
    ends = [b"\r\n" if line.endswith(b"\r") else b"\n" for line in raw.split(b"\n")[:-1]]
    lines = text.split("\n")
    if len(lines) != len(ends) + 1:
        return dressed_like(raw, text)
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return mark + b"".join(line.encode() + end for line, end in zip(lines, [*ends, b""], strict=True))


def _may_have_forbidden(raw: bytes, text: str) -> bool:
    """Tell quickly whether `check_characters` must look closely: single bytes and characters are soon found."""
    return (
        bool(raw.translate(None, _HARMLESS))
        or _CONTROLS_START in raw
        or any(suspect in text for suspect in _SUSPECTS)
    )


def check_characters(text: str) -> None:
    """Refuse characters that YAML forbids or editors do not show.

    Raises:
        SourceError: `character`, at the first of them.
    """
    if match := _FORBIDDEN.search(text):
        raise SourceError("character", *place_of(text[: match.start()]), code=ord(match[0]))


def place_of(before: str) -> tuple[int, int]:
    """Give line and column, both from 1, of what comes after the text `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def offset_of(text: str, line: int, column: int = 1) -> int:
    """Give the offset of a line and column, both from 1."""
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + column - 1


def _guess(raw: bytes) -> str | None:
    """Guess the encoding of bytes that are not UTF-8."""
    if raw[:200].count(0) * 3 > len(raw[:200]):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GBK"
