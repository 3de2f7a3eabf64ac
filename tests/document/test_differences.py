"""How two texts differ, and how that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.differences import Difference, differences, lines_of

A, B, C, D = "甲", "乙", "丙", "丁"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], []),
        ([], [], []),
        ([A, B, C], [A, D, C], [Difference(A, (B,), (D,), C)]),
        ([A, B, C], [A, C], [Difference(A, (B,), (), C)]),
        ([A, C], [A, B, C], [Difference(A, (), (B,), C)]),
        ([A], [B, A], [Difference("", (), (B,), A)]),
        ([A], [A, B], [Difference(A, (), (B,), "")]),
        ([A, B, C, D], ["子", B, C, "丑"], [Difference("", (A,), ("子",), B), Difference(C, (D,), ("丑",), "")]),
        ([], [A], [Difference("", (), (A,), "")]),
    ],
)  # fmt: skip
def test_differences(old, new, expected):
    assert differences(old, new) == expected


@given(st.lists(st.sampled_from("甲乙丙"), max_size=8), st.lists(st.sampled_from("甲乙丙"), max_size=8))
def test_differences_make_the_new_of_the_old(old, new):
    found = differences(old, new)
    assert (found == []) == (old == new)
    assert all(each.old != each.new for each in found)
    assert len(old) - sum(len(each.old) for each in found) == len(new) - sum(len(each.new) for each in found)


def test_too_much_is_one_difference():
    old, new = [f"a{number}" for number in range(3000)], [f"b{number}" for number in range(3000)]
    (found,) = differences([A, *old, B], [A, *new, B])
    assert (found.before, len(found.old), len(found.new), found.after) == (A, 3000, 3000, B)


@pytest.mark.parametrize(
    ("difference", "lines"),
    [
        (Difference(A, (B,), (D,), C), ["  甲", "− 乙", "+ 丁", "  丙"]),
        (Difference("", (), (D,), ""), ["+ 丁"]),
        (Difference("长" * 60, (B, C), (D,), ""), [f"  {'长' * 32}…", "− 乙", "− 丙", "+ 丁"]),
        (
            Difference("", ("前" * 40 + "二" + "后" * 40,), ("前" * 40 + "三" + "后" * 40,), ""),
            [f"− …{'前' * 16}二{'后' * 16}…", f"+ …{'前' * 16}三{'后' * 16}…"],
        ),
        (Difference("", ("甲" * 30,), ("甲" * 31,), ""), [f"− {'甲' * 30}", f"+ {'甲' * 31}"]),
        (Difference("a\nb", ("1\t2\x9b",), (), ""), ["  a↵b", "− 1 │ 2?"]),
    ],
)
def test_lines(difference, lines):
    assert list(lines_of(difference)) == lines
