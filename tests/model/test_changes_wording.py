"""How two texts differ, and which items of two lists belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.model.changes.pairing import out_of_order, pair_up
from gongjian.model.changes.wording import paragraph_pairs, pieces

short = st.text("甲乙丙a1 ", max_size=8)


@given(short, short)
def test_pieces_make_both_texts(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "old") == new


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("每学期2次", "每学期12次", (("same", "每学期"), ("old", "2"), ("new", "12"), ("same", "次"))),
        ("甲乙丙", "丁乙戊", (("old", "甲乙丙"), ("new", "丁乙戊"))),
        ("甲", "甲", (("same", "甲"),)),
        ("", "甲", (("new", "甲"),)),
        (
            f"{'前' * 30}甲{'后' * 30}乙",
            f"{'前' * 30}丙{'后' * 30}丁",
            (
                ("same", f"…{'前' * 10}"), ("old", "甲"), ("new", "丙"), ("same", f"{'后' * 10}…{'后' * 10}"),
                ("old", "乙"), ("new", "丁"),
            ),
        ),
    ],
)  # fmt: skip
def test_pieces(old: str, new: str, found: tuple[tuple[str, str], ...]) -> None:
    assert pieces(old, new) == found


def test_long_texts_take_no_time() -> None:
    assert [kind for kind, _ in pieces("甲乙" * 50_000, "乙丙" * 50_000)] == ["old", "new"]
    assert len(list(paragraph_pairs(["甲"] * 5_000, ["乙"] * 5_000))) == 5_000


def test_paragraphs_that_differ_come_in_pairs() -> None:
    assert list(paragraph_pairs(["a", "b", "c"], ["a", "x", "c", "d"])) == [("b", "x"), ("", "d")]
    assert list(paragraph_pairs(["a", "b"], ["b"])) == [("a", "")]


def test_the_surest_key_pairs_first_and_several_in_their_order() -> None:
    old, new = ["a1", "a2", "b1"], ["b1", "a3", "a4", "c1"]
    pairing = pair_up(old, new, (str, lambda item: item[0]))
    assert (pairing.pairs, pairing.gone, pairing.come) == ([(2, 0), (0, 1), (1, 2)], [], [3])


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ([0, 1, 2], []),
        ([2, 0, 1], [2]),
        ([1, 0], [0]),
        ([0, 3, 1, 2], [3]),
        ([3, 2, 1, 0], [3, 2, 1]),
        ([], []),
    ],
)
def test_as_few_as_possible_are_out_of_order(order: list[int], moved: list[int]) -> None:
    pairs = [(first, second) for second, first in enumerate(order)]
    assert len(list(out_of_order(pairs))) == len(moved)
    assert {first for first, _ in out_of_order(pairs)} <= set(order)
