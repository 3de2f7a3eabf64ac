"""What is a slip of the pen, and what is another word."""

import pytest

from gongjian.model.spelling import is_slip, meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("集体背课", "集体备课"),
        ("结对共健", "结对共建"),
        ("学其", "学期"),
        ("标提", "标题"),
        ("履导小组", "旅导小组"),
        ("dmo", "demo"),
        ("dmeo", "demo"),
        ("demoo", "demo"),
        ("Title", "title"),
        ("leadershp", "leadership"),
        ("comittments", "commitments"),
        ("yonglii-2022", "yongli-2022"),
    ],
)
def test_slips(word: str, known: str) -> None:
    assert is_slip(word, known)
    assert is_slip(known, word)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("demo", "demo"),
        ("集体听课", "集体备课"),
        ("语文示范课", "示范课"),
        ("机体背课", "集体备课"),
        ("背", "备"),
        ("囧课", "备课"),
        ("備课", "备课"),
        ("课a", "课b"),
        ("lead2", "lead"),
        ("shiyan-1", "shiyan-2"),
        ("shiyan1", "shiyan2"),
        ("school-a", "school-b"),
        ("ab", "a"),
        ("abc", "abd"),
        ("members", "menbars"[:-2]),
        ("x" * 10**6, "title"),
    ],
)
def test_other_words(word: str, known: str) -> None:
    assert not is_slip(word, known)


def test_only_one_word_can_be_meant() -> None:
    assert meant("dmo", ["demo", "prep"]) == "demo"
    assert meant("cadrs", ["cadre", "cadets", "cards"]) is None
    assert meant("prep", ["demo"]) is None
    assert meant("dmo", ["demo", "demo"]) == "demo"
