"""A cursor over the lines of official Markdown."""

from gongjian.document.errors import MarkdownError
from gongjian.document.inline import parse_inlines
from gongjian.document.tree import Inlines

_MARGIN = " \t\u3000"
"""What is trimmed from a line: people indent Chinese paragraphs with full-width spaces."""


class Reader:
    """Lines, and where reading has come to."""

    def __init__(self, source: str) -> None:
        self._lines = source.split("\n")
        self._next = 0

    @property
    def number(self) -> int:
        """The current line's number, from 1."""
        return self._next + 1

    @property
    def raw(self) -> str:
        """The current line with its indent, empty at the end."""
        return self._lines[self._next].rstrip(_MARGIN) if self._next < len(self._lines) else ""

    @property
    def line(self) -> str:
        """The current line without its margins."""
        return self.raw.lstrip(_MARGIN)

    def advance(self) -> None:
        """Go on to the next line."""
        self._next += 1

    def skip_blank(self) -> bool:
        """Go on to the next line that is not blank; False when there is none."""
        while self._next < len(self._lines):
            if self.line:
                return True
            self.advance()
        return False

    def inlines(self, source: str, line: int) -> Inlines:
        """Text of the given line; raises MarkdownError when its marks do not pair."""
        try:
            return parse_inlines(source)
        except ValueError as error:
            raise MarkdownError(line, str(error), "要印出符号本身，在前面加 \\") from None
