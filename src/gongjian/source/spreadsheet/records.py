"""A table with a header row → records for a schema: one a row, keys by the Chinese titles of its fields."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gongjian.model.base import Model
from gongjian.model.keys import names_of
from gongjian.model.script import simplified
from gongjian.source.spreadsheet.table import Cell, Row, Table

_DECORATION = re.compile(r"[\s*＊]|（[^）]*）|\([^)]*\)")
_HEADER_WITHIN = 20
"""In so many rows from the top the header must come; above it there may be a title."""

_NOTHING = frozenset({"-", "—", "——", "/", "\\", "无"})
_SERIAL = "序号"
_APART = re.compile(r"[、，,；;\n]+")


@dataclass(frozen=True, slots=True)
class Records:
    """What a table says, and where.

    Attributes:
        header: the header row.
        columns: for each field, the cell of its title.
        rows: the data of each row, as a file would have it.
        cells: the cell that a field of a row comes from.
        starts: the first cell of each row.
        unknown: titles that are no field's.
        repeated: titles of a field that has a column already.
    """

    header: Row
    columns: dict[str, Cell] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    cells: dict[tuple[int, str], Cell] = field(default_factory=dict)
    starts: list[Cell] = field(default_factory=list)
    unknown: list[Cell] = field(default_factory=list)
    repeated: list[Cell] = field(default_factory=list)

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the columns that are read, without what forms add to them."""
        return frozenset(_plain(cell.text) for cell in self.columns.values())


@dataclass(frozen=True, slots=True)
class Shape:
    """How a schema is laid out as a table.

    Attributes:
        model: the schema of a row.
        telling: the field whose column shows that the table is of this shape.
        also: what columns are called beside the titles of the fields.
        without: fields whose column shows that it is not.
        choices: fields that hold one of a few words, which may be written in Traditional characters.
    """

    model: type[Model]
    telling: str
    also: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()

    def field_of(self, title: str) -> str | None:
        """Give the field that a column is for."""
        plain = _plain(title)
        return names_of(self.model).get(plain) or self.also.get(plain)


def records_of(table: Table, shape: Shape) -> Records | None:
    """Read a table of one shape; None when it has no such header."""
    for number, row in enumerate(table.rows[:_HEADER_WITHIN]):
        titles = {_plain(cell.text) for cell in row.values()}
        fields = {shape.field_of(cell.text) for cell in row.values()}
        if shape.telling in fields and titles.isdisjoint(shape.without):
            return _read(row, table.rows[number + 1 :], shape)
    return None


def _read(header: Row, rows: Iterable[Row], shape: Shape) -> Records:
    records = Records(header)
    fields: dict[int, str] = {}
    for column, cell in header.items():
        name = shape.field_of(cell.text)
        if name is None:
            if _plain(cell.text) != _SERIAL:
                records.unknown.append(cell)
        elif name in records.columns and not _holds_list(shape.model, name):
            records.repeated.append(cell)
        else:
            fields[column] = name
            records.columns.setdefault(name, cell)
    for row in rows:
        used: dict[str, list[Cell]] = {}
        for column, cell in row.items():
            if column in fields and cell.text not in _NOTHING:
                used.setdefault(fields[column], []).append(cell)
        if used:
            _add(records, used, shape)
    return records


def _add(records: Records, used: Mapping[str, list[Cell]], shape: Shape) -> None:
    """Add the record of a row; a list may stand in several columns (简称, 曾用名)."""
    number = len(records.rows)
    records.starts.append(next(iter(used.values()))[0])
    records.cells.update({(number, name): cells[0] for name, cells in used.items()})
    records.rows.append({name: _value(name, cells, shape) for name, cells in used.items()})


def _value(name: str, cells: list[Cell], shape: Shape) -> str | list[str]:
    if _holds_list(shape.model, name):
        return [part for cell in cells for part in _parts(cell.text)]
    return simplified(cells[0].text) if name in shape.choices else cells[0].text


def _parts(text: str) -> list[str]:
    return [part for each in _APART.split(text) if (part := each.strip())]


def _holds_list(model: type[Model], name: str) -> bool:
    return bool(model.model_fields[name].default == ())


def _plain(title: str) -> str:
    """Take off a title what forms add: spaces, stars, remarks in brackets; in Simplified characters."""
    return simplified(_DECORATION.sub("", title))
