"""What stands where in a YAML text that may not be whole yet: told by indentation and brackets, not by its grammar.

A bracket or quotation mark that is never closed ends where the next line is indented no further than its owner.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongjian.editor.brackets import CLOSED, COMMENT, Brackets
from gongjian.model.finding import Path

_ITEM = re.compile(r"-(?: +|$)")
_KEY = re.compile(
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)'|(?P<plain>[^\s'"#{}\[\],:&*!|>%@`-][^'"#{}\[\],:：]*?)) *:(?: +|$)"""
)
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")


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
        brackets: what is open of brackets.
        comment: the column of the comment on the last line, if it ends in one.
        tail: what the last line has behind its keys, unless it is one of brackets or of a longer text.
    """

    entries: list[Entry] = field(default_factory=list)
    brackets: Brackets = field(init=False)
    comment: int | None = None
    tail: Tail | None = None
    _block: list[_Level] = field(default_factory=list)
    _text_beyond: int | None = None
    _quote: str = ""
    _quoted_on: int = -1

    def __post_init__(self) -> None:
        self.brackets = Brackets(self._enter)

    @property
    def path(self) -> Path:
        """The path of what is being read."""
        return (*self._outer, *self.brackets.path)

    @property
    def _outer(self) -> Path:
        return tuple(level.part for level in self._block)

    @property
    def quote(self) -> str:
        """The quotation mark that is open."""
        return self._quote or self.brackets.quote

    @property
    def quoted_on(self) -> int:
        """The line on which it was opened."""
        return self._quoted_on if self._quote else self.brackets.quoted_on

    def read(self, row: int, line: str) -> None:
        """Read one line."""
        self.comment = self.tail = None
        depth = len(line) - len(line.lstrip(" "))
        if (self.brackets.frames or self.quote) and self._is_left(line, depth):
            self.brackets.leave()
            self._quote = ""
        if self._quote:
            self._quote = "" if CLOSED[self._quote].match(self._quote + line) else self._quote
        elif self.brackets.frames:
            self.brackets.read(row, line)
            self.comment = self.brackets.comment
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
                self._enter((), "", (row, start))
            self.brackets.read(row, line, at)
            self.comment = self.brackets.comment
            return
        if _BLOCK_TEXT.match(rest):
            self._text_beyond = self._block[-1].column if self._block else -1
        elif rest[:1] in CLOSED:
            told = self._quoted(row, line, at, tail)
        else:
            comment = COMMENT.search(rest)
            told = (rest[: comment.start()] if comment else rest).strip()
            self.comment = at + comment.end() - 1 if comment else None
            tail.text = rest
            self.tail = tail
        if tail.behind_key or (tail.behind_item and (told or _BLOCK_TEXT.match(rest))):
            self._enter((), told, (row, start))

    def _quoted(self, row: int, line: str, at: int, tail: Tail) -> str:
        """Read a quoted text that begins in a column."""
        if closed := CLOSED[line[at]].match(line, at):
            comment = COMMENT.search(line, closed.end())
            self.comment = comment.end() - 1 if comment else None
            return closed[1]
        self._quote, self._quoted_on = line[at], row
        tail.text, tail.column = line[at + 1 :], at + 1
        self.tail = tail
        return tail.text

    def _enter(self, inner: Path, value: str, at: tuple[int, int]) -> None:
        self.entries.append(Entry((*self._outer, *inner), value, *at))


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
