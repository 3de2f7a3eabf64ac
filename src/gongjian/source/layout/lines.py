"""Offsets in a text as lines and columns."""

from bisect import bisect_right


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Note where they begin."""
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, at: int) -> int:
        """Give the line of an offset, from 0."""
        return bisect_right(self._starts, at) - 1

    def column(self, at: int) -> int:
        """Give the column of an offset, from 0."""
        return at - self._starts[self.line(at)]

    def before(self, at: int) -> str:
        """Give what stands before an offset on its line."""
        return self._lines[self.line(at)][: self.column(at)]

    def blank_above(self, at: int) -> bool:
        """Tell whether the line above is blank."""
        line = self.line(at)
        return line > 0 and not self._lines[line - 1].strip()
