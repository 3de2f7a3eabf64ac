"""A spreadsheet file → its tables."""

from pathlib import Path

from gongjian.source.decoding import decode_any, read_bytes
from gongjian.source.errors import SourceError
from gongjian.source.spreadsheet.separated import read_separated
from gongjian.source.spreadsheet.table import Table

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TEXTS = frozenset({".csv", ".tsv"})
FOREIGN = frozenset({".xls", ".et", ".ods"})
"""Spreadsheets that must be saved as another kind first."""

SPREADSHEETS = WORKBOOKS | TEXTS | FOREIGN
"""How the names of spreadsheets end."""


def read_tables(path: Path) -> tuple[list[Table], str]:
    """Read a spreadsheet: its tables, and its text when it is a text file.

    Raises:
        SourceError: it cannot be opened or read.
    """
    raw = read_bytes(path)
    suffix = path.suffix.lower()
    if suffix in FOREIGN:
        raise SourceError("spreadsheet", what="old")
    if suffix in WORKBOOKS:
        from gongjian.source.spreadsheet.workbook import read_workbook

        return read_workbook(raw), ""
    text = decode_any(raw)
    return [read_separated(text)], text
