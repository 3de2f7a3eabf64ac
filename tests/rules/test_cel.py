"""Expressions: what they give, what is told of bad ones, what they may take."""

import pytest

from gongjian.rules.requirements.cel import ExpressionError, compile_expression, evaluate

pytest.importorskip("cel", reason="pip install gongjian[cel] 后才检查")

NUMBERS = {"numbers": [1, 2, 3], "nested": {"name": "甲", "empty": None}}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("numbers.exists(n, n > 2)", True),
        ("numbers.all(n, n > 2)", False),
        ("numbers.filter(n, n > 1).size() == 2", True),
        ('nested.name == "甲"', True),
        ("nested.empty == null", True),
        ("has(nested.other)", False),
        ("twice(5) > 9", True),
        ("1.5 < 2", True),
    ],
)
def test_expressions(text, result):
    assert evaluate(text, NUMBERS, {"twice": lambda number: 2 * number}) is result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("numbers.size( > 2", "第1行第15个字看不懂"),
        ("甲 > 2", "第1行第1个字看不懂"),
        ("nmbers.size() > 2", "没有“nmbers”这个名字或函数"),
        ("nested.nme == 'x'", "没有“nme”这一项"),
        ("duoble(5) > 9", "没有“duoble”这个名字或函数"),
        ("numbers.size()", "结果应是 true 或 false，算出来是 3"),
    ],
)
def test_errors_are_told_in_chinese(text, message):
    with pytest.raises(ExpressionError) as error:
        evaluate(text, NUMBERS, {})
    assert str(error.value) == message


def test_what_cannot_be_added_says_so():
    with pytest.raises(ExpressionError, match=r"^不能这样算（"):
        evaluate("numbers + 1 == 2", NUMBERS, {})


LONG = {"list": list(range(1500))}


def test_nesting_over_long_lists_is_refused_before_it_runs():
    with pytest.raises(ExpressionError, match="算不完"):
        evaluate("list.all(a, list.all(b, a + b >= 0))", LONG, {})


def test_lists_joined_count_as_longer():
    with pytest.raises(ExpressionError, match="算不完"):
        evaluate("(list + list).all(a, list.all(b, a == b))", {"list": list(range(900))}, {})


def test_one_after_another_is_not_nesting():
    assert evaluate("list.all(a, a >= 0) && list.all(b, b < 1500)", LONG, {})
    assert evaluate('"list.all(a, list.all(b, list.all(c, true)))" != "" && list.all(a, a >= 0)', LONG, {})


@pytest.mark.parametrize("depth", [30, 900])
def test_deep_brackets_do_no_harm(depth):
    try:
        compile_expression("(" * depth + "true" + ")" * depth)
    except ExpressionError as error:
        assert str(error)
