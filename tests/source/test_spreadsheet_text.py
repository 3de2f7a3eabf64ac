"""CSV read by hand: every cell with its line and column, in whatever encoding it was saved."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.source.decoding import decode_any
from gongjian.source.errors import SourceError
from gongjian.source.spreadsheet.reading import read_tables
from gongjian.source.spreadsheet.separated import read_separated
from gongjian.source.spreadsheet.table import looks_like_formula


def cells(text: str) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.line, cell.column) for cell in read_separated(text).cells()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校名,所在地\n甲小学,城区\n", [("校名", 1, 1), ("所在地", 1, 4), ("甲小学", 2, 1), ("城区", 2, 5)]),
        ("a,b", [("a", 1, 1), ("b", 1, 3)]),
        ("a,,c\n\n,,\n d ,\n", [("a", 1, 1), ("c", 1, 4), ("d", 4, 1)]),
        (
            '"a,1","b""2"\n"x\ny",z\nw',
            [("a,1", 1, 1), ('b"2', 1, 7), ("x\ny", 2, 1), ("z", 3, 4), ("w", 4, 1)],
        ),
        ('"开着', [("开着", 1, 1)]),
        ('"a"后,b', [("a后", 1, 1), ("b", 1, 6)]),
        ("a\tb,c\td\n", [("a", 1, 1), ("b,c", 1, 3), ("d", 1, 7)]),
        ("a;b;c\n", [("a", 1, 1), ("b", 1, 3), ("c", 1, 5)]),
        ("", []),
    ],
)
def test_cells_and_their_places(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert cells(text) == expected


@given(
    st.lists(st.lists(st.text('甲乙ab,"\n ;', max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_cells_are_those_the_library_reads(rows: list[list[str]]) -> None:
    rows[0] = ["h", "i", "j", "k"]  # the separator is told by the first line
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    read = [[part.strip() for part in row] for row in csv.reader(io.StringIO(written.getvalue()))]
    expected = [[part for part in row if part] for row in read]
    found = [[cell.text for cell in row.values()] for row in read_separated(written.getvalue()).rows]
    assert found == [row for row in expected if row]


@pytest.mark.parametrize(
    "raw",
    [
        "校名\n甲小学\n".encode(),
        codecs.BOM_UTF8 + "校名\r\n甲小学\r\n".encode(),
        "校名\r甲小学\r".encode("gbk"),
        "校名\n甲小学\n".encode("utf-16"),
    ],
)
def test_encodings(raw: bytes) -> None:
    assert decode_any(raw) == "校名\n甲小学\n"


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        decode_any(b"\xff\xff\xff")
    assert (caught.value.kind, caught.value.details) == ("encoding", {"guess": None})
    with pytest.raises(SourceError) as caught:
        decode_any("校名\n甲\x07小学".encode())
    assert (caught.value.kind, caught.value.line, caught.value.column) == ("character", 2, 2)
    (tmp_path / "a.xls").write_bytes(b"x")
    with pytest.raises(SourceError) as caught:
        read_tables(tmp_path / "a.xls")
    assert caught.value.details == {"what": "old"}


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("=1+1", True),
        ("+86", True),
        ("-x", True),
        ("@SUM(A1)", True),
        ("＝A1", True),
        ("-", False),
        ("a=b", False),
    ],
)
def test_what_a_spreadsheet_would_take_for_a_formula(text: str, formula: bool) -> None:
    assert looks_like_formula(text) is formula


@pytest.mark.parametrize(
    ("text", "troubles"),
    [
        ('校名,编号\n"甲小学,a\n乙小学,b\n', ["", "", "unclosed"]),
        ('校名,编号\n"甲小学",a\n', ["", "", "", ""]),
        ('校名\n"甲""小学\n', ["", "unclosed"]),
    ],
)
def test_a_quotation_mark_without_its_other_half_is_told(text: str, troubles: list[str]) -> None:
    assert [cell.trouble for cell in read_separated(text).cells()] == troubles
