"""Text → nodes → data as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.source.errors import SourceError
from gongjian.source.nesting import DEPTH_LIMIT
from gongjian.source.nodes import ALIAS_LIMIT, compose, to_data


def data(text: str) -> object:
    return to_data(compose(text))


def refusal(text: str) -> tuple[str, int, int, object]:
    with pytest.raises(SourceError) as caught:
        data(text)
    error = caught.value
    return error.kind, error.line, error.column, error.details.get("what")


@pytest.mark.parametrize(
    "word",
    ["no", "on", "yes", "08", "012", "12:30", "12:30:45", "1_000", "0x1F", "1e3", "2022-09-01", "1.10"],
)
def test_plain_scalars_stay_text(word: str) -> None:
    assert data(f"a: {word}") == {"a": word}


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL", ""])
def test_null_is_none_unless_quoted(word: str) -> None:
    assert data(f"a: {word}") == {"a": None}
    assert data(f"a: '{word}'") == {"a": word}


@pytest.mark.parametrize("flow", ["{时间: 14:30}", "{网址: http://a.cn}", "{比例: 3:1}", "[14:30, 15:30]"])
def test_colons_inside_flow_text(flow: str) -> None:
    assert data(f"a: {flow}") is not None


def test_aliases_stand_for_their_anchors() -> None:
    assert data("a: &x {b: [1]}\nc: *x\n") == {"a": {"b": ["1"]}, "c": {"b": ["1"]}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb:\n  - {c: 1, c: 2}\n", ("duplicate-key", 3, 12, None)),
        ("a: 1\n'a': 2\n", ("duplicate-key", 2, 1, None)),
        ("a: 1\nb: {<<: {c: 1}}\n", ("unsupported", 2, 5, "merge")),
        ("a: !x 1\n", ("unsupported", 1, 4, "tag")),
        ("!!map {a: 1}\n", ("unsupported", 1, 1, "tag")),
        ("[1]: a\n", ("unsupported", 1, 1, "complex-key")),
        ("a: &x [*x]\n", ("unsupported", 1, 4, "recursive-alias")),
        ("", ("empty", 1, 1, None)),
        ("# 注释\n", ("empty", 1, 1, None)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1, None)),
        ("a:\n\tb: 1\n", ("tab", 2, 1, None)),
        ("a: '方案\nb: 2\n", ("syntax", 1, 4, None)),
    ],
)
def test_refusals_have_a_place(text: str, expected: tuple[str, int, int, object]) -> None:
    assert refusal(text) == expected


def test_alias_bomb_is_counted_not_built() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert refusal("\n".join(lines))[3] == "alias-bomb"


def test_as_many_aliases_as_a_plan_may_need() -> None:
    items = "\n".join(["- *x"] * (ALIAS_LIMIT // 3))
    assert len(data(f"a: &x {{b: 1}}\nc:\n{items}\n")["c"]) == ALIAS_LIMIT // 3  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    ["[" * 30_000, "{a: " * 30_000, "- " * 50_000, "? " * 50_000, "a: [" + "[" * 100 + "]" * 100 + "]"],
)
def test_deep_nesting_is_refused_before_it_can_kill(text: str) -> None:
    assert refusal(text)[0] == "too-big"


def test_deep_indentation_is_refused() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(DEPTH_LIMIT + 2))
    assert refusal(text)[0] == "too-big"


def test_brackets_in_text_are_no_nesting() -> None:
    assert data("a:\n" + "- 附件[1]\n" * 500) is not None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        data(text.translate(dict.fromkeys((*range(9), 11, 12, *range(14, 32)))))
    except SourceError as error:
        assert error.line >= 1
        assert error.column >= 1


@pytest.mark.parametrize("step", ["a:", "-", "?"])
def test_nesting_by_indentation_is_refused_by_libyaml_and_told_as_such(step: str) -> None:
    text = "".join(f"{' ' * depth}{step}\n" for depth in range(1_010))
    kind, line, _, _ = refusal(text)
    assert (kind, line) == ("too-big", 1_000)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\u3000- {b: 1, c: 2}\n", (2, 1)),
        ("a:\n  \u00a0b: c: 1\n", (2, 3)),
        ("a:\u00a0x\nb: 1\n", (1, 3)),
    ],
)
def test_a_space_that_is_none_for_yaml_is_told(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(SourceError) as caught:
        data(text)
    assert (caught.value.line, caught.value.column) == place
    assert caught.value.details["problem"] == "wide space"


def test_full_width_spaces_in_texts_are_nobodys_mistake() -> None:
    assert data("a: |\n  \u3000\u3000为了\u3000教学\nb: 甲\u3000乙\n") == {
        "a": "\u3000\u3000为了\u3000教学\n",
        "b": "甲\u3000乙",
    }
    with pytest.raises(SourceError) as caught:
        data("a: |\n  \u3000\u3000为了教学\nb：1\nc: 2\n")
    assert caught.value.details["problem"] != "wide space"
