"""Path in the model → line and column."""

import pytest

from gongjian.model.finding import Path, Place, Span
from gongjian.source.nodes import compose
from gongjian.source.places import locate

TEXT = """\
标题: 甲小学
leader: {name: 王某, post: [书记, 校长]}
measures:
  - heading: 教学
    text: |
      第一段
    quota: '≥2次/学期'
  - heading: "引\\u53f7"
empty:
by: 牵头校
"""
TITLES = {"title": frozenset({"标题"})}


def place(*path: str | int, key: bool = False, within: Span | None = None) -> tuple[int, int, int]:
    found = locate(compose(TEXT), path, TITLES, key=key, within=within)
    assert found.end_line == found.line
    return found.line, found.column, found.end_column


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), (1, 5, 8)),
        (("leader",), (2, 9, 35)),
        (("leader", "name"), (2, 16, 18)),
        (("leader", "post", 1), (2, 31, 33)),
        (("measures",), (3, 1, 9)),
        (("measures", 0), (4, 5, 12)),
        (("measures", 0, "heading"), (4, 14, 16)),
        (("measures", 0, "text"), (5, 5, 9)),
        (("measures", 0, "text", 0), (5, 5, 9)),
        (("measures", 1), (8, 5, 12)),
        (("empty",), (9, 1, 6)),
        (("by", 0), (10, 5, 8)),
        ((), (1, 1, 3)),
    ],
)
def test_values(path: Path, expected: tuple[int, int, int]) -> None:
    assert place(*path) == expected


def test_key_is_pointed_at_when_asked() -> None:
    assert place("leader", "name", key=True) == (2, 10, 14)


def test_what_the_file_lacks_is_placed_at_what_is_around_it() -> None:
    assert place("measures", 0, "points", 3, "text") == (4, 5, 12)
    assert place("leader", "school", key=True) == (2, 9, 35)


def test_part_of_a_quoted_scalar() -> None:
    assert place("measures", 0, "quota", within=Span(3, 3)) == (7, 16, 19)


def test_part_of_an_escaped_scalar_is_the_whole() -> None:
    assert place("measures", 1, "heading", within=Span(1, 1)) == (8, 14, 23)


def test_part_past_the_end_points_behind_the_last_character() -> None:
    assert place("title", within=Span(3, 0)) == (1, 8, 9)


def test_a_list_written_as_a_mapping_is_passed_through() -> None:
    root = compose("goals: [一, 二]\n")
    assert locate(root, ("goals", "text", 1), {}) == Place(line=1, column=12, end_line=1, end_column=13)
