"""Braces and brackets of a YAML text that may not be whole yet, over as many lines as they take."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from gongjian.model.finding import Path

COMMENT = re.compile(r"(?:^|\s)#")
CLOSED = {'"': re.compile(r'"((?:[^"\\]|\\.)*)"'), "'": re.compile(r"'((?:[^']|'')*)'")}
"""A quoted text, by its quotation mark."""

_RUN = re.compile(r"\s+|[^\s,\[\]{}:#]+|.")


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


@dataclass
class Brackets:
    """Reads what is in brackets, and knows afterwards what is still open.

    Attributes:
        enter: is told of each key with its scalar, and of each scalar of a list: the path inside of the
            brackets, the scalar, where the key or the scalar begins.
        frames: the brackets that are open.
        quote: the quotation mark that is open.
        quoted_on: the line on which it was opened.
        comment: the column of the comment on the last line, if it ends in one.
    """

    enter: Callable[[Path, str, tuple[int, int]], None]
    frames: list[Frame] = field(default_factory=list)
    quote: str = ""
    quoted_on: int = -1
    comment: int | None = None

    @property
    def path(self) -> Path:
        """The path, inside of the brackets, of what is being read."""
        return tuple(part for frame in self.frames for part in frame.parts)

    def leave(self) -> None:
        """Take what is open for closed."""
        self.frames.clear()
        self.quote = ""

    def read(self, row: int, line: str, at: int = 0) -> None:
        """Read on in a line, or from the first bracket in it."""
        self.comment = None
        if self.quote:
            closed = CLOSED[self.quote].match(self.quote + line)
            if not closed:
                return
            self.quote, at = "", closed.end() - 1
        while at < len(line):
            at = self._step(row, line, at)

    def _step(self, row: int, line: str, at: int) -> int:
        """Read what begins in a column; give where it ends."""
        sign = line[at]
        frame = self.frames[-1] if self.frames else None
        if sign in "{[":
            self._open(sign)
            return at + 1
        if frame is None:
            comment = COMMENT.search(line, at)
            self.comment = comment.end() - 1 if comment else None
            return len(line)
        if sign in "}],":
            self._finish(frame)
            if sign == ",":
                frame.next()
            else:
                self.frames.pop()
            return at + 1
        if sign == "#" and (at == 0 or line[at - 1].isspace()):
            self.comment = at
            return len(line)
        return self._scalar(row, line, at, frame)

    def _open(self, bracket: str) -> None:
        if self.frames:
            frame = self.frames[-1]
            if frame.key is not None:
                self.enter(self.path, "", frame.key_start)
            frame.text, frame.filled = "", True
        self.frames.append(Frame(bracket))

    def _scalar(self, row: int, line: str, at: int, frame: Frame) -> int:
        """Read a part of a scalar, or the colon behind a key; give where it ends."""
        sign = line[at]
        if sign == ":" and frame.bracket == "{" and _ends_key(line, at):
            if frame.key is not None:  # the comma before it is not written yet
                self.enter(self.path, "", frame.key_start)
            frame.name()
            return at + 1
        if sign in CLOSED and not frame.text.strip():
            return self._quoted(row, line, at, frame)
        run = _RUN.match(line, at)
        assert run
        if not run[0].isspace():
            frame.write(run[0], row, at)
        elif frame.text:
            frame.text += run[0]
        return run.end()

    def _quoted(self, row: int, line: str, at: int, frame: Frame) -> int:
        frame.start = (row, at)
        if closed := CLOSED[line[at]].match(line, at):
            frame.text = closed[1]
            return closed.end()
        self.quote, self.quoted_on = line[at], row
        frame.text, frame.start = line[at + 1 :], (row, at + 1)
        return len(line)

    def _finish(self, frame: Frame) -> None:
        """Take what was read before a comma or the end of the brackets."""
        if frame.filled:
            return
        if frame.key is not None:
            self.enter(self.path, frame.scalar, frame.key_start)
        elif frame.bracket == "[" and frame.scalar:
            self.enter(self.path, frame.scalar, frame.start)


def _ends_key(line: str, colon: int) -> bool:
    after = line[colon + 1 : colon + 2]
    return not after or after in " ,[]{}" or line[colon - 1 : colon] in ("'", '"')
