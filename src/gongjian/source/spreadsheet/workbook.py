"""A workbook (.xlsx) of somebody else → tables, read with care by openpyxl."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from gongjian.source.errors import SourceError
from gongjian.source.spreadsheet.table import Cell, Row, Table, Trouble, looks_like_formula

MAX_UNPACKED, MAX_PARTS = 100_000_000, 2_000
"""Bytes of all parts together, and how many there may be; a registry of 50,000 teachers unpacks to 15 MB."""

MAX_ROWS, MAX_COLUMNS, MAX_SHEETS = 200_000, 64, 32
"""What is looked at of a sheet: rows that are not empty, columns from the left."""

_LAST_ROW = 1_048_576
"""The last row that a sheet can have."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def read_workbook(raw: bytes) -> list[Table]:
    """Read the sheets of a workbook, values as they were last worked out; hidden ones, which nobody sees, are left out.

    Raises:
        SourceError: `spreadsheet`: it is none, is damaged, or is made to do harm; or openpyxl is missing.
    """
    _refuse_others(raw)
    try:
        with ZipFile(BytesIO(raw)) as archive:
            _refuse_bombs(archive)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        what = "damaged" if raw.startswith(_ZIP) else "not-xlsx"
        raise SourceError("spreadsheet", what=what) from error
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise SourceError("spreadsheet", what="library") from error
    try:
        values = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        with ZipFile(BytesIO(raw)) as archive:
            seen = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
            return [_table(sheet, raw, archive) for sheet in seen[:MAX_SHEETS]]
    except SourceError:
        raise
    except Exception as error:  # openpyxl fails in every way on a damaged file
        raise SourceError("spreadsheet", what="damaged") from error


def _refuse_others(raw: bytes) -> None:
    if raw.startswith(_OLE):
        raise SourceError("spreadsheet", what="encrypted" if _ENCRYPTED in raw else "old")


def _refuse_bombs(archive: ZipFile) -> None:
    """Refuse what unpacks to more than a registry can have; zipfile unpacks no more than is declared."""
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise SourceError("spreadsheet", what="not-xlsx")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise SourceError("spreadsheet", what="bomb")
    for part in parts:
        if part.flag_bits & 1:
            raise SourceError("spreadsheet", what="encrypted")
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise SourceError("spreadsheet", what="damaged")
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                if b"<!DOCTYPE" in opened.read(4096):
                    raise SourceError("spreadsheet", what="bomb")


def _table(sheet: Any, raw: bytes, archive: ZipFile) -> Table:
    """Read a sheet; what is merged over several rows stands in each of them."""
    part = archive.read(sheet._worksheet_path)  # noqa: SLF001 (nothing public says where a sheet is)
    formulas = _formulas(raw, sheet.title) if _FORMULA.search(part) else {}
    rows: dict[int, Row] = {}
    for cell in _cells(sheet):
        if made := _cell(cell):
            rows.setdefault(made.line, {})[made.column] = made
            if len(rows) > MAX_ROWS:
                raise SourceError("spreadsheet", what="rows", limit=MAX_ROWS)
    for (line, column), (name, formula) in formulas.items():
        rows.setdefault(line, {}).setdefault(column, Cell(formula, line, column, name, "formula"))
    _spread_merged(rows, _merged(part))
    return Table(sheet.title, tuple(dict(sorted(rows[number].items())) for number in sorted(rows)))


def _formulas(raw: bytes, title: str) -> dict[tuple[int, int], tuple[str, str]]:
    """Give the formulas of a sheet by row and column, each with the cell's name."""
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(raw), read_only=True)[title]
    return {
        (cell.row, cell.column): (cell.coordinate, str(cell.value))
        for cell in _cells(sheet)
        if cell.data_type == "f"
    }


def _cells(sheet: Any) -> Iterator[Any]:
    """Yield the cells of a sheet; the size that it says it has is often wrong and is not believed."""
    gap = None  # openpyxl gives one and the same row for all that are missing, up to a million
    for row in sheet.iter_rows(1, _LAST_ROW, 1, MAX_COLUMNS):
        if row is not gap:
            found = [cell for cell in row if cell.value is not None]
            gap = row if not found else gap
            yield from found


def _cell(cell: Any) -> Cell | None:
    """Make a cell of openpyxl's that has a value; a formula's is trusted, being worked out."""
    text = _text(cell.value)
    if not text:
        return None
    trouble: Trouble = ""
    if cell.data_type == "e":
        trouble = "error"
    elif isinstance(cell.value, str) and looks_like_formula(text):
        trouble = "injection"
    return Cell(text, cell.row, cell.column, cell.coordinate, trouble)


def _text(value: object) -> str:
    """Write a value as people would type it."""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _merged(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield what is merged over several rows: column, first and last row.

    openpyxl knows merged cells only when it makes every one of them, and a range may be a whole sheet.
    """
    from openpyxl.utils import column_index_from_string

    found: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element.rpartition(":")[2] == "mergeCell":
            found.append(attributes.get("ref", ""))

    parser = ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(part, True)
    except ExpatError as error:
        raise SourceError("spreadsheet", what="damaged") from error
    for reference in found:
        if match := _RANGE.fullmatch(reference):
            column, first, last = column_index_from_string(match[1]), int(match[2]), int(match[4])
            if first < last and column <= MAX_COLUMNS:
                yield column, first, last


def _spread_merged(rows: dict[int, Row], merged: Iterable[tuple[int, int, int]]) -> None:
    """Put the value of merged cells into each row that they cover and that has something in it."""
    numbers = sorted(rows)
    for column, first, last in merged:
        top = rows.get(first, {}).get(column)
        if top is None:
            continue
        for number in numbers:
            if first < number <= last:
                rows[number].setdefault(column, top)
