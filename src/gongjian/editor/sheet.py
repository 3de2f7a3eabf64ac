"""One open text, its lines cut once, in the units of columns that the editor and the server agreed on."""

from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types
from pygls.workspace import PositionCodec

from gongjian.editor.positions import Position, Range, characters, lines_of, units


@dataclass(frozen=True)
class Sheet:
    """A text at one moment.

    Attributes:
        codec: counts as the editor does.
        version: the editor's number of it.
    """

    text: str
    codec: PositionCodec
    version: int | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return lines_of(self.text)

    def told(self, found: Range) -> types.Range:
        """Give a range as the editor counts."""
        return types.Range(self._told(found.start), self._told(found.end))

    def heard(self, at: types.Position) -> Position:
        """Give a position of the editor's as we count; what lies behind the end of a line is its end."""
        line = self._line(at.line)
        if self.codec.encoding == types.PositionEncodingKind.Utf16:
            return Position(at.line, min(at.character, units(line)))
        seen = 0
        for index, character in enumerate(line):
            if seen >= at.character:
                return Position(at.line, units(line[:index]))
            seen += self.codec.client_num_units(character)
        return Position(at.line, units(line))

    def _told(self, at: Position) -> types.Position:
        if self.codec.encoding == types.PositionEncodingKind.Utf16:
            return types.Position(at.line, at.character)
        line = self._line(at.line)
        return types.Position(at.line, self.codec.client_num_units(line[: characters(line, at.character)]))

    def _line(self, row: int) -> str:
        return self.lines[row] if row < len(self.lines) else ""
