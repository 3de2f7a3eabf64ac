"""A spreadsheet of schools (and teachers) → the data of a registry, every part with the cell it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from gongjian.model.finding import Path, Place
from gongjian.model.school_registry import RegisteredSchool, Teacher
from gongjian.source.spreadsheet.reading import read_tables
from gongjian.source.spreadsheet.records import Records, Shape, records_of
from gongjian.source.spreadsheet.table import Cell, Table

_SHAPES = {
    "schools": Shape(
        RegisteredSchool,
        telling="name",
        also={
            "学校名称": "name", "学校全称": "name", "学校": "name", "简称": "aliases", "曾用名": "aliases",
            "标识码": "code", "学校代码": "code", "强弱": "level", "办学层次": "stage", "上级学校": "parent",
        },
        without=frozenset({"姓名", "教师姓名"}),
        choices=frozenset({"area", "stage", "level", "kind"}),
    ),
    "teachers": Shape(
        Teacher,
        telling="name",
        also={
            "教师姓名": "name", "学校名称": "school", "所在学校": "school", "单位": "school", "工号": "id",
            "学科": "subject", "科目": "subject", "出生日期": "born",
        },
        without=frozenset({"校名", "学校标识码"}),
        choices=frozenset({"sex"}),
    ),
}  # fmt: skip
"""For each list of a registry, how it is laid out as a table."""


@dataclass(frozen=True, slots=True)
class SheetRecords:
    """The records of one sheet: of which list they are, and from which of its items on."""

    sheet: str
    listed: str
    first: int
    records: Records


class RegistrySheets:
    """The sheets of a spreadsheet as a registry."""

    def __init__(self, tables: Iterable[Table], text: str = "") -> None:
        """Find in each table the list it is."""
        self.tables = list(tables)
        self.text = text
        self.sheets: list[SheetRecords] = []
        self.data: dict[str, Any] = {"gongjian": "registry/v1", "schools": [], "teachers": []}
        for table in self.tables:
            for listed, shape in _SHAPES.items():
                if records := records_of(table, shape):
                    items = self.data[listed]
                    self.sheets.append(SheetRecords(table.name, listed, len(items), records))
                    items.extend(records.rows)
                    break

    @classmethod
    def read(cls, path: FilePath) -> "RegistrySheets":
        """Read a spreadsheet; one that was read just now is not read again, for that takes seconds.

        Raises:
            SourceError: it cannot be opened or read.
        """
        try:
            told = path.stat()
        except OSError:
            return cls(*read_tables(path))  # which says why not
        return _read(path.absolute(), told.st_mtime_ns, told.st_size)

    def cell(self, path: Path) -> tuple[str, Cell] | None:
        """Give the sheet and the cell of a path: of what a row leaves out, the row's first cell."""
        if len(path) < 2 or not isinstance(path[1], int):
            return None
        for each in self.sheets:
            number = path[1] - each.first
            if each.listed == path[0] and 0 <= number < len(each.records.rows):
                name = path[2] if len(path) > 2 else ""
                found = each.records.cells.get((number, str(name)))
                return each.sheet, found or each.records.starts[number]
        return None

    def anchor(self, path: Path) -> Path:
        """Put the name of a row's school or teacher in the place of its number: rows come and go."""
        listed, number, *rest = path
        name = self.data[str(listed)][number].get("name")
        return (listed, name or number, *rest)

    def troubles(self) -> Iterator[tuple[str, Cell, int]]:
        """Yield cells whose text is not to be used: for each column and trouble the sheet, the first, how many."""
        for table in self.tables:
            counted: dict[tuple[int, str], list[Cell]] = {}
            for row in table.rows:
                for column, cell in row.items():
                    if cell.trouble:
                        counted.setdefault((column, cell.trouble), []).append(cell)
            yield from ((table.name, cells[0], len(cells)) for cells in counted.values())


@lru_cache(maxsize=1)
def _read(path: FilePath, changed: int, size: int) -> RegistrySheets:
    return RegistrySheets(*read_tables(path))


def place_of_cell(cell: Cell) -> Place:
    """Give the place of a cell."""
    length = 1 if cell.name else max(1, len(cell.text.partition("\n")[0]))
    return Place(line=cell.line, column=cell.column, end_line=cell.line, end_column=cell.column + length)
