"""Of a text that findings are in, the lines that reports show."""

from gongjian.model.finding import Place
from gongjian.report.excerpts import excerpt, united

TEXT = "一\n二\n三\n四\n五"


def at(line: int) -> Place:
    return Place(line=line, column=1, end_line=line, end_column=2)


def test_a_line_and_the_one_before_stay_where_they_are() -> None:
    assert excerpt(TEXT, [at(3), None]) == "\n二\n三\n\n"
    assert excerpt(TEXT, [at(1), at(5)]) == "一\n\n\n四\n五"
    assert excerpt(TEXT, [at(9)]) == "\n\n\n\n"


def test_two_excerpts_make_one() -> None:
    assert united(excerpt(TEXT, [at(2)]), excerpt(TEXT, [at(5)])) == "一\n二\n\n四\n五"
    assert united("", excerpt(TEXT, [at(2)])) == "一\n二\n\n\n"
