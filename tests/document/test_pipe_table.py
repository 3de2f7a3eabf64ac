"""Pipe tables: cells, alignment, widths."""

import pytest

from gongjian.document.pipe_table import parse_table
from gongjian.document.reader import Reader
from gongjian.document.tree import Text


def table(source):
    return parse_table(Reader(source))


def cells(source):
    return [["".join(inline.text for inline in cell) for cell in row] for row in table(source).rows]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 1 | 2 |", ["1", "2"]),
        ("|1|2|", ["1", "2"]),
        ("| 1 | 2", ["1", "2"]),
        ("| | |", ["", ""]),
        (r"| a\|b | \\ |", ["a|b", "\\"]),
        ("|　1　| 上<br>下 |", ["1", "上\n下"]),
    ],
)
def test_cells(row, expected):
    source = f"| 甲 | 乙 |\n|---|---|\n{row}"
    if not row.endswith("|"):
        source = source + " |"
    assert cells(source) == [expected]


def test_alignment():
    columns = table("|a|b|c|d|\n|---|:--|:-:|--:|").columns
    assert [column.align for column in columns] == ["left", "left", "center", "right"]


@pytest.mark.parametrize(
    ("rules", "widths"),
    [
        ("|:-:|---|", [None, None]),
        ("|:-----:|---|", [None, None]),
        ("|:--:|------------|", [4, 12]),
    ],
)
def test_only_long_rules_are_widths(rules, widths):
    assert [column.width for column in table(f"|a|b|\n{rules}").columns] == widths


def test_a_header_may_be_bold():
    assert table("|**a**|\n|---|").columns[0].header == (Text("a", "strong"),)
