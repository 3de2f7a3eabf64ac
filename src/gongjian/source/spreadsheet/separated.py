"""Comma-separated text → a table, every cell with the line and column where it begins.

The module `csv` does not tell where a cell is, which is all that a message is about.
"""

from collections.abc import Iterator

from gongjian.source.spreadsheet.table import Cell, Row, Table, Trouble, looks_like_formula

_SEPARATORS = (",", "\t", ";", "，")


def read_separated(text: str) -> Table:
    """Read a text: cells apart by whichever separator the first line has most of, in quotes where need be."""
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = (row for row in _rows(text, separator) if row)
    return Table("", tuple(rows))


def _rows(text: str, separator: str) -> Iterator[Row]:
    row: Row = {}
    at, line, begin, number = 0, 1, 0, 1  # begin: where the line begins; number: of the cell in the row
    while at < len(text):
        cell_line, cell_column = line, at - begin + 1
        trouble: Trouble = ""
        if text[at] == '"':
            value, at, closed = _quoted(text, at + 1)
            trouble = "" if closed else "unclosed"
            if newlines := value.count("\n"):
                line += newlines
                begin = text.rfind("\n", 0, at) + 1
            rest, at = _bare(text, at, separator)
            value += rest
        else:
            value, at = _bare(text, at, separator)
        if value := value.strip():
            trouble = trouble or ("injection" if looks_like_formula(value) else "")
            row[number] = Cell(value, cell_line, cell_column, trouble=trouble)
        number += 1
        if at >= len(text) or text[at] == "\n":
            yield row
            row, number, line, begin = {}, 1, line + 1, at + 1
        at += 1
    if row:
        yield row


def _quoted(text: str, at: int) -> tuple[str, int, bool]:
    """Read to the closing quote, `""` being one; give the value, the offset behind it, and whether there is one."""
    parts: list[str] = []
    while (end := text.find('"', at)) >= 0:
        parts.append(text[at:end])
        if text[end + 1 : end + 2] != '"':
            return "".join(parts), end + 1, True
        parts.append('"')
        at = end + 2
    return "".join((*parts, text[at:])), len(text), False


def _bare(text: str, at: int, separator: str) -> tuple[str, int]:
    """Read to the next separator or the end of the line; give the value and the offset there."""
    ends = (found for mark in (separator, "\n") if (found := text.find(mark, at)) >= 0)
    end = min(ends, default=len(text))
    return text[at:end], end
