"""Edits at places."""

import pytest

from gongjian.model.finding import Mend, Place
from gongjian.source.splicing import splice, words_at

TEXT = "甲: dmo # dmo\n乙: 'dmo'\n丙: \"dmo\"\n"


def at(line: int, column: int, length: int) -> Place:
    return Place(line=line, column=column, end_line=line, end_column=column + length)


def test_edits_are_made_from_the_end_and_leave_everything_else() -> None:
    mend = Mend("dmo", "demo")
    edits = [(at(1, 4, 3), mend), (at(3, 4, 5), mend), (at(2, 4, 5), mend), (at(1, 4, 3), mend)]
    assert splice(TEXT, edits) == "甲: demo # dmo\n乙: 'demo'\n丙: \"demo\"\n"


@pytest.mark.parametrize(
    "edits",
    [
        [(at(1, 5, 3), Mend("dmo", "demo"))],
        [(at(2, 4, 5), Mend("dmo", "d'emo"))],
        [(at(1, 4, 3), Mend("dmo", "a")), (at(1, 4, 2), Mend("dm", "b"))],
    ],
)
def test_what_does_not_fit_is_not_done(edits: list[tuple[Place, Mend]]) -> None:
    assert splice(TEXT, edits) is None


def test_words_at_a_place() -> None:
    assert [words_at(TEXT, at(1, 4, 3)), words_at(TEXT, at(2, 4, 5)), words_at(TEXT, at(1, 1, 1))] == [
        "dmo",
        "dmo",
        "甲",
    ]
