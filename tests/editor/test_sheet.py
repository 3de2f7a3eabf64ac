import pytest

pytest.importorskip("pygls", reason="没有安装 pygls（gongjian[lsp]）")

from lsprotocol.types import Position as Told
from lsprotocol.types import PositionEncodingKind
from pygls.workspace import PositionCodec

from gongjian.editor.positions import Position, Range
from gongjian.editor.sheet import Sheet

TEXT = "a\u2028b\r\n校𠀀😀x\n"


@pytest.mark.parametrize(
    ("encoding", "column"),
    [
        (PositionEncodingKind.Utf16, 5),
        (PositionEncodingKind.Utf8, 11),
        (PositionEncodingKind.Utf32, 3),
    ],
)
def test_columns_in_the_units_that_were_agreed_on(encoding: PositionEncodingKind, column: int) -> None:
    sheet = Sheet(TEXT, PositionCodec(encoding))
    told = sheet.told(Range(Position(1, 5), Position(1, 6)))
    assert (told.start, told.end) == (Told(1, column), Told(1, column + 1))
    assert sheet.heard(Told(1, column)) == Position(1, 5)
    assert sheet.heard(Told(1, 99)) == Position(1, 6)
    assert sheet.heard(Told(9, 9)) == Position(9, 0)


def test_lines_end_where_editors_end_them() -> None:
    assert Sheet(TEXT, PositionCodec()).lines == ["a\u2028b", "校𠀀😀x", ""]
