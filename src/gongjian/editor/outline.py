"""What stands where in a YAML text that may not be whole yet: told by indentation and brackets, not by its grammar.

A bracket or quotation mark that is never closed ends where the next line is indented no further than its owner.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongjian.model.finding import Path

_ITEM = re.compile(r"-(?: +|$)")
_KEY = re.compile(
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)'|(?P<plain>[^\s'"#{}\[\],:&*!|>%@`-][^'"#{}\[\],:：]*?)) *:(?: +|$)"""
)
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|\s)#")
_CLOSED = {'"': re.compile(r'"((?:[^"\\]|\\.)*)"'), "'": re.compile(r"'((?:[^']|'')*)'")}
_RUN = re.compile(r"\s+|[^\s,\[\]{}:#]+|.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its scalar, or one scalar of a list.

    Attributes:
        path: the keys around it as written, and the indexes of items.
        value: the scalar on the key's line, quotation marks off; "" when there is none.
        line: where the key, or the scalar of a list, begins: from 0.
        column: the same, in characters.
    """

    path: Path
    value: str
    line: int
    column: int


@dataclass(slots=True)
class _Level:
    """A key or an item that a line of the block opened, and the column it begins in."""

    column: int
    part: str | int


@dataclass(slots=True)
class Frame:
    """A bracket that is open, and what has been read in it since the last comma.

    Attributes:
        bracket: `{` or `[`.
        key: the key whose value is being read.
        text: the scalar being read, quotation marks off.
        start: where it begins.
        continued: where it goes on on its last line.
        key_start: where the key begins.
        filled: brackets have stood there.
    """

    bracket: str
    key: str | None = None
    index: int = 0
    text: str = ""
    start: tuple[int, int] = (0, 0)
    continued: tuple[int, int] = (0, 0)
    key_start: tuple[int, int] = (0, 0)
    filled: bool = False

    @property
    def parts(self) -> Path:
        """The step of the path that what is being read stands for."""
        if self.bracket == "[":
            return (self.index,)
        return () if self.key is None else (self.key,)

    @property
    def scalar(self) -> str:
        """The scalar that was read, on one line."""
        return self.text.replace("\n", "").strip()

    def write(self, text: str, row: int, column: int) -> None:
        """Add to the scalar that is being read."""
        if not self.text:
            self.start = self.continued = (row, column)
        elif self.continued[0] != row:
            self.continued = (row, column)
            self.text += "\n"
        self.text += text

    def name(self) -> None:
        """Take what was read for a key: of several lines the last one, as a comma is not written yet."""
        lines = self.text.split("\n")
        self.key_start = self.continued if len(lines) > 1 else self.start
        self.key, self.text = lines[-1].strip(), ""

    def next(self) -> None:
        """Begin anew behind a comma."""
        self.index += 1
        self.key, self.text, self.filled = None, "", False


@dataclass(slots=True)
class Tail:
    """What the last line of a block has behind its keys and items: a scalar, from a column on."""

    text: str
    column: int
    behind_key: bool
    behind_item: bool


@dataclass
class Reader:
    """Reads a text line by line, and knows afterwards what is still open.

    Attributes:
        entries: what was read.
        flow: the brackets that are open.
        quote: the quotation mark that is open.
        quoted_on: the line on which it was opened.
        comment: the column of the comment on the last line, if it ends in one.
        tail: what the last line has behind its keys, unless it is one of brackets or of a longer text.
    """

    entries: list[Entry] = field(default_factory=list)
    flow: list[Frame] = field(default_factory=list)
    quote: str = ""
    quoted_on: int = -1
    comment: int | None = None
    tail: Tail | None = None
    _block: list[_Level] = field(default_factory=list)
    _text_beyond: int | None = None

    @property
    def path(self) -> Path:
        """The path of what is being read."""
        inner = (part for frame in self.flow for part in frame.parts)
        return (*(level.part for level in self._block), *inner)

    def read(self, row: int, line: str) -> None:
        """Read one line."""
        self.comment = self.tail = None
        depth = len(line) - len(line.lstrip(" "))
        if (self.flow or self.quote) and self._is_left(line, depth):
            self.flow.clear()
            self.quote = ""
        if self.quote:
            self._quoted_on(row, line)
        elif self.flow:
            self._flow(row, line, 0)
        elif line.strip() and not self._is_text(depth):
            self._lines(row, line, depth)

    def settle(self, depth: int) -> None:
        """Leave what an empty line, indented so far, is no part of."""
        if not self._is_text(depth):
            self._leave(depth, is_item=False)

    @property
    def in_text(self) -> bool:
        """Whether the last line is one of a block of text."""
        return self._text_beyond is not None

    def _is_left(self, line: str, depth: int) -> bool:
        """Tell whether a line stands outside of brackets that were never closed."""
        owner = self._block[-1].column if self._block else -1
        closes = not self.quote and line[depth : depth + 1] in ("}", "]")
        return bool(line.strip()) and depth <= owner and not closes

    def _is_text(self, depth: int) -> bool:
        if self._text_beyond is not None and depth <= self._text_beyond:
            self._text_beyond = None
        return self._text_beyond is not None

    def _lines(self, row: int, line: str, at: int) -> None:
        """Read a line that is not inside of brackets."""
        if line[at] == "#":
            self.comment = at
            return
        item = _ITEM.match(line, at)
        index = self._leave(at, is_item=bool(item))
        behind_item = bool(item)
        while item:
            self._block.append(_Level(at, index))
            at, index = item.end(), 0
            item = _ITEM.match(line, at)
        start = at
        if key := _KEY.match(line, at):
            self._block.append(_Level(at, _plain(key)))
            at = key.end()
        self._value(row, line, at, start, Tail("", at, bool(key), behind_item))

    def _leave(self, at: int, *, is_item: bool) -> int:
        """Leave what a line that begins in a column is no part of; give the index it has if it is an item."""
        index = 0
        while self._block and self._block[-1].column >= at:
            top = self._block[-1]
            if is_item and top.column == at and isinstance(top.part, str):
                break  # a list may begin in the column of its key
            if is_item and top.column == at and isinstance(top.part, int):
                index = top.part + 1
            self._block.pop()
        return index

    def _value(self, row: int, line: str, at: int, start: int, tail: Tail) -> None:
        rest = line[at:]
        told = ""
        if rest[:1] in ("{", "[") and rest:
            if tail.behind_key:
                self._enter("", row, start)
            self._flow(row, line, at)
            return
        if _BLOCK_TEXT.match(rest):
            self._text_beyond = self._block[-1].column if self._block else -1
        elif rest[:1] in _CLOSED:
            told = self._quoted(row, line, at, tail)
        else:
            comment = _COMMENT.search(rest)
            told = (rest[: comment.start()] if comment else rest).strip()
            self.comment = at + comment.end() - 1 if comment else None
            tail.text = rest
            self.tail = tail
        if tail.behind_key or (tail.behind_item and (told or _BLOCK_TEXT.match(rest))):
            self._enter(told, row, start)

    def _quoted(self, row: int, line: str, at: int, tail: Tail) -> str:
        """Read a quoted text that begins in a column."""
        if closed := _CLOSED[line[at]].match(line, at):
            comment = _COMMENT.search(line, closed.end())
            self.comment = comment.end() - 1 if comment else None
            return closed[1]
        self.quote, self.quoted_on = line[at], row
        tail.text, tail.column = line[at + 1 :], at + 1
        self.tail = tail
        return tail.text

    def _quoted_on(self, row: int, line: str) -> None:
        """Read on in a quoted text that began on an earlier line."""
        closed = _CLOSED[self.quote].match(self.quote + line)
        if not closed:
            return
        self.quote = ""
        if self.flow:
            self._flow(row, line, closed.end() - 1)

    def _flow(self, row: int, line: str, at: int) -> None:
        """Read on inside of brackets, or from the first of them."""
        while at < len(line):
            sign = line[at]
            frame = self.flow[-1] if self.flow else None
            if sign in "{[":
                self._open(sign)
                at += 1
            elif frame is None:
                comment = _COMMENT.search(line, at)
                self.comment = comment.end() - 1 if comment else None
                return
            elif sign in "}]":
                self._finish(frame)
                self.flow.pop()
                at += 1
            elif sign == ",":
                self._finish(frame)
                frame.next()
                at += 1
            elif sign == "#" and (at == 0 or line[at - 1].isspace()):
                self.comment = at
                return
            else:
                at = self._scalar(row, line, at, frame)

    def _open(self, bracket: str) -> None:
        if self.flow:
            frame = self.flow[-1]
            if frame.key is not None:
                self._enter("", *frame.key_start)
            frame.text, frame.filled = "", True
        self.flow.append(Frame(bracket))

    def _scalar(self, row: int, line: str, at: int, frame: Frame) -> int:
        """Read a part of a scalar, or the colon behind a key; give where it ends."""
        sign = line[at]
        if sign == ":" and frame.bracket == "{" and _ends_key(line, at):
            if frame.key is not None:  # the comma before it is not written yet
                self._enter("", *frame.key_start)
            frame.name()
            return at + 1
        if sign in _CLOSED and not frame.text.strip():
            frame.start = (row, at)
            if closed := _CLOSED[sign].match(line, at):
                frame.text = closed[1]
                return closed.end()
            self.quote, self.quoted_on = sign, row
            frame.text = line[at + 1 :]
            frame.start = (row, at + 1)
            return len(line)
        run = _RUN.match(line, at)
        assert run
        if not run[0].isspace():
            frame.write(run[0], row, at)
        elif frame.text:
            frame.text += run[0]
        return run.end()

    def _finish(self, frame: Frame) -> None:
        """Take what was read before a comma or the end of the brackets."""
        if frame.filled:
            return
        if frame.key is not None:
            self._enter(frame.scalar, *frame.key_start)
        elif frame.bracket == "[" and frame.scalar:
            self._enter(frame.scalar, *frame.start)

    def _enter(self, value: str, row: int, column: int) -> None:
        self.entries.append(Entry(self.path, value, row, column))


def _ends_key(line: str, colon: int) -> bool:
    after = line[colon + 1 : colon + 2]
    return not after or after in " ,[]{}" or line[colon - 1 : colon] in ("'", '"')


def _plain(key: re.Match[str]) -> str:
    return next(part for part in key.groups() if part is not None).strip()


@dataclass(frozen=True)
class Outline:
    """A whole text, as far as it can be told what stands where."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Outline":
        """Read the lines of a text."""
        reader = Reader()
        for row, line in enumerate(lines):
            reader.read(row, line)
        return cls(tuple(reader.entries))

    def inside(self, path: Path) -> Iterator[Entry]:
        """Yield the keys and scalars right inside of what is at a path."""
        depth = len(path)
        return (each for each in self.entries if len(each.path) == depth + 1 and each.path[:depth] == path)
