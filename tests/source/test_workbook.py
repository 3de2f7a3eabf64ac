"""Excel workbooks: dates, numbers, formulas, merged cells; and files made to do harm."""

import datetime
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from gongjian.source.errors import SourceError
from gongjian.source.spreadsheet import workbook
from gongjian.source.spreadsheet.registry import RegistrySheets
from gongjian.source.spreadsheet.workbook import read_workbook

openpyxl = pytest.importorskip("openpyxl", reason="没有装 openpyxl")


def saved(*sheets: tuple[str, list[list[object]]], merged: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(raw: bytes, name: str, change: object) -> bytes:
    """Change one part of a workbook by a function, or add it as bytes."""
    file = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name and callable(change) else content)
        if isinstance(change, bytes):
            new.writestr(name, change)
    return file.getvalue()


def what(raw: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_workbook(raw)
    assert caught.value.kind == "spreadsheet"
    return str(caught.value.details["what"])


def test_values_are_written_as_people_would_type_them() -> None:
    day = datetime.date(1980, 5, 1)
    (table,) = read_workbook(saved(("学校", [["a", 2133001234, 2.0, 2.5, True, day], [None, " b "]])))
    assert table.name == "学校"
    told = [(cell.text, cell.line, cell.column, cell.name, cell.trouble) for cell in table.cells()]
    assert told == [
        ("a", 1, 1, "A1", ""),
        ("2133001234", 1, 2, "B1", ""),
        ("2", 1, 3, "C1", ""),
        ("2.5", 1, 4, "D1", ""),
        ("True", 1, 5, "E1", ""),
        ("1980-05-01", 1, 6, "F1", ""),
        ("b", 2, 2, "B2", ""),
    ]


def test_what_is_merged_over_rows_stands_in_each_that_has_something() -> None:
    rows = [["校名", "所在地"], ["甲", "城区"], ["乙", None], [None, None], ["丙", None]]
    (table,) = read_workbook(saved(("s", rows), merged=("B2:B4", "A1:B1")))
    assert [[cell.text for cell in row.values()] for row in table.rows] == [
        ["校名"], ["甲", "城区"], ["乙", "城区"], ["丙"],
    ]  # fmt: skip


def test_a_merge_of_a_whole_sheet_costs_nothing() -> None:
    raw = saved(("s", [["校名", "所在地"], ["甲", "城区"]]))
    wide = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    raw = repacked(raw, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<pageMargins", wide))
    assert [cell.text for cell in read_workbook(raw)[0].cells()] == ["校名", "所在地", "甲", "城区"]


def test_a_cell_at_the_far_corner_is_not_looked_at() -> None:
    raw = saved(("s", [["校名"], ["甲"]]))
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    raw = repacked(raw, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", far))
    assert [cell.text for cell in read_workbook(raw)[0].cells()] == ["校名", "甲"]


def with_cells(cells: str) -> bytes:
    """A workbook with these cells, as they stand in the XML."""
    data = f"<sheetData>{cells}</sheetData>".encode()
    raw = saved(("s", [["x"]]))
    change = lambda part: re.sub(b"<sheetData>.*</sheetData>", lambda _: data, part)  # noqa: E731
    return repacked(raw, "xl/worksheets/sheet1.xml", change)


def test_a_formula_counts_by_its_value_and_is_a_trouble_without_one() -> None:
    raw = with_cells(
        '<row r="1"><c r="A1" t="str"><f>"校"&amp;"名"</f><v>校名</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f>"丙"</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (table,) = read_workbook(raw)
    told = [(cell.name, cell.line, cell.column, cell.text, cell.trouble) for cell in table.cells()]
    assert told == [
        ("A1", 1, 1, "校名", ""),
        ("B1", 1, 2, "2", ""),
        ("A2", 2, 1, '="丙"', "formula"),
        ("B2", 2, 2, "#DIV/0!", "error"),
    ]


def test_a_text_that_looks_like_a_formula_is_a_trouble() -> None:
    (table,) = read_workbook(
        with_cells('<row r="1"><c r="A1" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c></row>')
    )
    assert [(cell.text, cell.trouble) for cell in table.cells()] == [('=HYPERLINK("x")', "injection")]


def test_a_row_beyond_the_last_is_not_waited_for() -> None:
    far = '<row r="{}"><c t="inlineStr"><is><t>远</t></is></c></row>'
    near = with_cells(far.format(1) + far.format(1_000_000))
    assert [(cell.name, cell.line) for cell in read_workbook(near)[0].cells()] == [
        ("A1", 1),
        ("A1000000", 1_000_000),
    ]
    assert [
        cell.line for cell in read_workbook(with_cells(far.format(1) + far.format(10**12)))[0].cells()
    ] == [1]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not-xlsx"),
        (b"PK\x03\x04", "damaged"),
        ("校名,所在地\n".encode(), "not-xlsx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"Workbook", "old"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_workbook_is_told(raw: bytes, reason: str) -> None:
    assert what(raw) == reason


def test_another_kind_of_package_is_none() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert what(file.getvalue()) == "not-xlsx"


def test_damage_is_told() -> None:
    raw = saved(("s", [["校名"], ["甲"]]))
    assert what(repacked(raw, "xl/worksheets/sheet1.xml", lambda part: part[:-20])) == "damaged"
    assert what(raw[:-30]) == "damaged"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = saved(("s", [["校名"], ["甲"]]))
    assert what(repacked(raw, "xl/media/x.bin", bytes(workbook.MAX_UNPACKED))) == "bomb"
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert what(repacked(raw, "xl/extra.xml", entities)) == "bomb"
    monkeypatch.setattr(workbook, "MAX_PARTS", 3)
    assert what(raw) == "bomb"


def test_too_many_rows_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    assert what(saved(("s", [["校名"], ["甲"], ["乙"]]))) == "rows"


def test_without_the_library_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    assert what(saved(("s", [["校名"]]))) == "library"


def test_sheets_become_the_lists_of_a_registry() -> None:
    schools = [
        ["某县名册"],
        ["序号", "校名*", "所在地（必填）", "别名", "备注"],
        [1, "甲小学", "城区", "一小、甲小", "—"],
    ]
    titles = schools[1]
    teachers = [["姓名", "学校", "任教学科"], ["钱一", "甲小", "数学，语文"]]
    named = (("说明", [["请填写"]]), ("小学", schools), ("初中", [titles, [2, "乙中学"]]), ("教师", teachers))
    sheets = RegistrySheets(read_workbook(saved(*named)))
    assert sheets.data == {
        "gongjian": "registry/v1",
        "schools": [{"name": "甲小学", "area": "城区", "aliases": ["一小", "甲小"]}, {"name": "乙中学"}],
        "teachers": [{"name": "钱一", "school": "甲小", "subject": ["数学", "语文"]}],
    }
    found = [
        sheets.cell(path)
        for path in (("schools", 0, "area"), ("schools", 1, "area"), ("teachers", 0, "subject", 1))
    ]
    assert [(each[0], each[1].name) for each in found if each] == [
        ("小学", "C3"),
        ("初中", "B2"),
        ("教师", "C2"),
    ]
    assert sheets.anchor(("schools", 1, "area")) == ("schools", "乙中学", "area")
    assert sheets.cell(("gongjian",)) is None
    assert sheets.cell(("schools", 7)) is None


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_sheets_that_nobody_sees_are_left_out(state: str) -> None:
    book = openpyxl.load_workbook(
        BytesIO(saved(("名册", [["校名"], ["甲小学"]]), ("旧名册", [["校名"], ["乙小学"]])))
    )
    book["旧名册"].sheet_state = state
    file = BytesIO()
    book.save(file)
    assert [table.name for table in read_workbook(file.getvalue())] == ["名册"]
