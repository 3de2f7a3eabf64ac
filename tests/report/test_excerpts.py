"""Of a text that findings are in, the lines that reports show."""

from gongjian.model.finding import Finding, Mend, Place
from gongjian.report.excerpts import excerpt, kept_text, united

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


def test_a_text_stays_whole_where_an_edit_needs_more_of_it() -> None:
    mend = Mend("三", "叁")
    found = Finding(message="", place=at(3), mend=mend)
    long = Finding(message="", place=Place(line=3, column=1, end_line=4, end_column=2), mend=mend)
    assert kept_text(TEXT, [found]) == "\n二\n三\n\n"
    assert kept_text(TEXT.replace("五", "國"), [found]) == TEXT.replace("五", "國")
    assert kept_text(TEXT, [found, long]) == TEXT
    assert kept_text(TEXT, []) == ""
