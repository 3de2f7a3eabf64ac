"""版记 (7.4)."""

from gongjian.document.docx.imprint import imprint_pieces
from gongjian.document.layout import COMMON
from gongjian.document.tree import Imprint, Text


def sheet(copies):
    imprint = Imprint(
        (Text("松阳县教育局办公室"),), (Text("2021年4月9日"),), (Text(copies),) if copies else ()
    )
    made, end = imprint_pieces(imprint, COMMON)
    assert (end.style, end.runs) == ("TableEnd", [])
    return made


def texts(made):
    return ["".join(text for _, text in row[0].lines[0].runs) for row in made.rows]


def test_copies_and_printer():
    made = sheet("县财政局。")
    assert texts(made) == ["抄送：县财政局。", "松阳县教育局办公室\t2021年4月9日印发"]
    assert (made.style, made.width, made.floats) == ("ImprintTable", COMMON.text_width, True)


def test_copies_end_with_a_full_stop():
    assert texts(sheet("县财政局"))[0] == "抄送：县财政局。"


def test_without_copies():
    assert texts(sheet("")) == ["松阳县教育局办公室\t2021年4月9日印发"]


def test_one_longer_than_a_page_runs_on():
    short, long = sheet("县财政局，" * 50), sheet("县财政局，" * 300)
    assert (short.floats, short.keeps_rows) == (True, True)
    assert (long.floats, long.keeps_rows) == (False, False)
