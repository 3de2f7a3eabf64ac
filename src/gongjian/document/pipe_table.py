"""Pipe tables of official Markdown."""

import re

from gongjian.document.errors import MarkdownError
from gongjian.document.reader import Reader
from gongjian.document.tree import Alignment, Column, Inlines, Table

_CELL = re.compile(r"((?:\\.|[^\\|])*)(?:\||$)")
_RULE = re.compile(r"(:?)(-+)(:?)")
_LONG = 8
"""Characters of a rule under the header from which on it is meant as a width."""

_ALIGNMENTS: dict[tuple[str, str], Alignment] = {
    ("", ""): "left",
    (":", ""): "left",
    ("", ":"): "right",
    (":", ":"): "center",
}


def parse_table(reader: Reader) -> Table:
    """Read the table that begins on the current line."""
    header = _parse_row(reader)
    columns = _parse_rules(reader, header)
    rows = []
    while reader.line.startswith("|"):
        line, row = reader.number, _parse_row(reader)
        if len(row) != len(header):
            hint = "格子里的竖线要写成 \\|" if len(row) > len(header) else "空着的格子也要写竖线"
            raise MarkdownError(line, f"这一行有{len(row)}格，表头有{len(header)}格", hint)
        rows.append(row)
    return Table(columns, tuple(rows))


def _parse_row(reader: Reader) -> tuple[Inlines, ...]:
    line = reader.number
    return tuple(reader.inlines(cell, line) for cell in _cells(reader))


def _parse_rules(reader: Reader, header: tuple[Inlines, ...]) -> tuple[Column, ...]:
    """Columns from the line under the header; one long rule makes the rules' lengths relative widths."""
    line = reader.number
    rules = [_RULE.fullmatch(cell) for cell in _cells(reader)] if reader.line.startswith("|") else []
    found = [rule for rule in rules if rule]
    if len(found) != len(header) or len(found) != len(rules):
        raise MarkdownError(line, "表头下面要有一行分隔线", f"写成 |{'---|' * len(header)}")
    lengths = [len(rule[0]) for rule in found]
    widths = lengths if max(lengths) >= _LONG else [None] * len(lengths)
    return tuple(
        Column(cell, _ALIGNMENTS[rule[1], rule[3]], width)
        for cell, rule, width in zip(header, found, widths, strict=True)
    )


def _cells(reader: Reader) -> list[str]:
    """The current line's cells, still escaped; goes on to the next line."""
    inner = reader.line.removeprefix("|")
    reader.advance()
    cells = [match[1].strip(" \t\u3000") for match in _CELL.finditer(inner)]
    return cells[:-1] if len(cells) > 1 else cells
