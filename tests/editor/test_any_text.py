"""Texts in any state: nothing is raised, and what can be read whole is read as YAML reads it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.editor.completion import complete
from gongjian.editor.hovering import hover
from gongjian.editor.outline import Outline
from gongjian.editor.positions import Position, units
from gongjian.source.file import SourceFile
from small_plans import SMALL

ROOT = Path(__file__).parents[2]
FILES = sorted((*ROOT.glob("plans/**/*.yaml"), *ROOT.glob("tests/cases/good/*.yaml")))

SCRAPS = st.lists(
    st.sampled_from([
        "gongjian: plan/v1", "schools", "activities", "host", "学校", "a", "≥1次/学年", "😀", ":", ": ", "：", "- ", "-", "{", "}",
        "[", "]", ",", ", ", "'", '"', "#", " # ", "|", ">-", "\n", "\n  ", "\n    ", "\r\n", " ", "\t", "ignore[", "# gongjian: ignore[",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@given(SCRAPS, st.integers(0, 400))
def test_scraps_raise_nothing(text: str, at: int) -> None:
    before = text[:at]
    position = Position(before.count("\n"), units(before[before.rfind("\n") + 1 :]))
    complete(text, position)
    hover(text, position, "方案.yaml")


def test_a_plan_cut_off_anywhere_raises_nothing() -> None:
    for end in range(len(SMALL)):
        before = SMALL[:end]
        position = Position(before.count("\n"), units(before[before.rfind("\n") + 1 :]))
        complete(before, position)
        complete(SMALL, position)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_can_be_read_is_read_as_yaml_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    exact = dict(_scalars(SourceFile.of(text).exact, ()))
    found = {each.path: each.value for each in Outline.of(text.split("\n")).entries}
    assert {path for path in exact if path not in found} == set()
    assert set(found) <= {path[: end + 1] for path in exact for end in range(len(path))} | _empty(found)
    one_line = {path: value for path, value in found.items() if value and exact.get(path) is not None}
    plain = {path: value for path, value in one_line.items() if value[0] not in "&*"}
    assert {path: value for path, value in plain.items() if not exact[path].startswith(value)} == {}


def _scalars(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _scalars(value, (*path, index))
    else:
        yield path, data


def _empty(found: dict[Any, str]) -> set[Any]:
    """Give the keys without a scalar: those of empty lists and mappings are among them."""
    return {path for path, value in found.items() if not value}
