"""The fast reader never says anything else than the exact one, as far as models can tell."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from ruamel.yaml import YAML

from gongjian.model.plan import Plan
from gongjian.source import fast
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("tests/cases/*/*.yaml"), *ROOT.glob("plans/**/*.yaml")])


def same(quick: Any, exact: Any) -> bool:
    """Compare data; a number or a truth value matches any text, for models refuse it where they want text."""
    if isinstance(exact, dict) and isinstance(quick, dict):
        return list(quick) == list(exact) and all(map(same, quick.values(), exact.values()))
    if isinstance(exact, list) and isinstance(quick, list):
        return len(quick) == len(exact) and all(map(same, quick, exact))
    if isinstance(quick, bool | int | float):
        return isinstance(exact, str)
    return type(quick) is type(exact) and quick == exact


def fits_no_model(data: Any) -> bool:
    """Tell data that every model refuses: keys that are no text, or no mapping at the top."""

    def odd(value: Any) -> bool:
        if isinstance(value, dict):
            return any(not isinstance(key, str) for key in value) or any(map(odd, value.values()))
        return isinstance(value, list) and any(map(odd, value))

    return not isinstance(data, dict) or odd(data)


def source_of(path: Path) -> SourceFile | None:
    try:
        return SourceFile.read(path, path.name)
    except SourceError:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_readers_agree_on_every_file(path: Path) -> None:
    source = source_of(path)
    if source is None:
        return
    quick = fast.parse(source.text)
    try:
        exact = source.exact
    except SourceError:
        assert quick is None
    else:
        assert quick is None or same(quick, exact)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_models_agree_on_every_file(path: Path) -> None:
    source = source_of(path)
    if source is None or (quick := fast.parse(source.text)) is None:
        return
    try:
        model = Plan.model_validate(quick)
    except ValidationError:
        return  # the exact data are asked then
    assert model == Plan.model_validate(source.exact)


keys = st.text("abc甲乙丙 -:#'\"", min_size=1, max_size=6)
scalars = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["no", "on", "08", "12:30", "1_000", "0x1F", "1e3", "~", "null", "2022-09-01", "true", ".inf", "<<"]
    ),
    st.integers().map(str),
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(keys, trees, min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from([None, "'", '"', "|", ">"]),
)
def test_readers_agree_on_generated_files(tree: dict[str, Any], flow: bool, style: str | None) -> None:
    text = yaml.dump(tree, allow_unicode=True, default_flow_style=flow, default_style=style, width=30)
    try:
        source = SourceFile.of(text)
        exact = source.exact
    except SourceError:
        return
    quick = fast.parse(source.text)
    assert fits_no_model(quick) or same(quick, exact)


@given(st.text("ab甲: -#'\"[]{},&*!|>%@`\n\t?.<=0123", max_size=40))
def test_readers_agree_on_scraps(text: str) -> None:
    source = SourceFile.of(text)
    quick = fast.parse(source.text)
    try:
        exact = source.exact
    except SourceError:
        assert fits_no_model(quick)
    else:
        assert fits_no_model(quick) or same(quick, exact)


block_lines = st.lists(st.text("甲乙a #:-'\"|>", max_size=8), min_size=1, max_size=6)


@given(
    st.sampled_from(["|", "|-", ">", ">-"]), block_lines, st.lists(st.integers(0, 3), min_size=6, max_size=6)
)
def test_readers_agree_on_block_texts(style: str, lines: list[str], indents: list[int]) -> None:
    block = "".join(f"  {' ' * indent}{line}\n" for indent, line in zip(indents, lines, strict=False))
    source = SourceFile.of(f"a: {style}\n{block}b: 1\n")
    quick = fast.parse(source.text)
    try:
        exact = source.exact
    except SourceError:
        assert fits_no_model(quick)
    else:
        assert fits_no_model(quick) or same(quick, exact)


@given(st.dictionaries(keys, trees, min_size=1, max_size=5))
def test_exact_reader_agrees_with_an_independent_one(tree: dict[str, Any]) -> None:
    """ruamel.yaml's pure reader, an implementation of YAML 1.2 of its own, reads the same texts."""
    text = yaml.dump(tree, allow_unicode=True, default_style='"', width=30)
    try:
        exact = SourceFile.of(text).exact
    except SourceError:
        return
    assert YAML(typ="safe", pure=True).load(text) == exact


def test_without_the_fast_reader_everything_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "yaml_rs", None)
    source = SourceFile.read(ROOT / "tests/cases/good/base.yaml", "base.yaml")
    assert fast.parse(source.text) is None
    assert Plan.model_validate(source.fast).id == "base"


def test_a_panic_of_the_fast_reader_is_no_panic_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    def panic(*_: object, **__: object) -> None:
        raise Panic

    monkeypatch.setattr(fast.yaml_rs, "loads", panic)
    assert fast.parse("a: 1") is None
