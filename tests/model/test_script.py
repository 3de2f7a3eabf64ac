"""The two scripts: which one a text is in, and the table that reading needs."""

import runpy
from pathlib import Path
from typing import get_args

import pytest

from gongjian.model.keys import models, names_of
from gongjian.model.kinds import DEFAULT_KINDS
from gongjian.model.ledger import Ledger
from gongjian.model.names import _OTHER, _POST
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.model.quota import UNITS, VAGUE_WORDS
from gongjian.model.quota.bound import MARKERS, TAILS
from gongjian.model.quota.scope import PERIOD_WORDS, SPAN_WORDS, SUBJECT_WORDS, TOTAL_WORDS
from gongjian.model.quota.units import UNIT_WORDS
from gongjian.model.repository import Repository
from gongjian.model.script import has_simplified, has_traditional, script_of, simplified
from gongjian.model.script_table import SIMPLIFIED, TRADITIONAL
from gongjian.model.surnames import COMMON, COMPOUND

ROOT = Path(__file__).parents[2]


def vocabulary() -> set[str]:
    """Every word that something is looked up by when a file is read."""
    schemas = {model for root in (Plan, Policy, Repository, Ledger) for model in models(root)}
    words = {key for schema in schemas for key in names_of(schema)}
    annotations = [field.annotation for schema in schemas for field in schema.model_fields.values()]
    while annotations:
        for each in get_args(annotations.pop()):
            (words.add if isinstance(each, str) else annotations.append)(each)
    words |= {*PERIOD_WORDS, *SPAN_WORDS, *SUBJECT_WORDS, *TOTAL_WORDS, *UNIT_WORDS, *UNITS, *VAGUE_WORDS}
    words |= {
        *MARKERS.meanings,
        *TAILS.meanings,
        *(name for kind in DEFAULT_KINDS for name in (kind.name, *kind.aliases)),
        *COMMON,
        *COMPOUND,
    }
    return words | set(_POST.split("|")) | set(_OTHER.split("|"))


def test_the_table_is_one_to_one_character_for_character() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL)) > 2500
    assert set(TRADITIONAL).isdisjoint(SIMPLIFIED)


def test_our_own_words_are_in_simplified_characters() -> None:
    assert {word for word in vocabulary() if simplified(word) != word} == set()


@pytest.mark.parametrize("configuration", ["s2t", "s2tw", "s2hk"])
def test_every_word_of_ours_comes_back_from_traditional(configuration: str) -> None:
    convert = pytest.importorskip("opencc", reason="OpenCC is not installed").OpenCC(configuration).convert
    assert {word: convert(word) for word in vocabulary() if simplified(convert(word)) != word} == {}


def test_the_table_is_what_its_script_writes() -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    assert runpy.run_path(str(ROOT / "docs/script_table.py"))["main"](["--check"]) == 0


@pytest.mark.parametrize(
    ("traditional", "plain"),
    [
        ("不少於2人/學期", "不少于2人/学期"),
        ("臺灣的裡面、香港的裏面", "台湾的里面、香港的里面"),
        ("衞生、衛生、羣眾、群眾", "卫生、卫生、群众、群众"),
        ("什麼", "什么"),
        ("什么、范某、abc", "什么、范某、abc"),
    ],
)
def test_simplified(traditional: str, plain: str) -> None:
    assert simplified(traditional) == plain


@pytest.mark.parametrize(
    ("text", "script", "traditional"),
    [
        ("", "hans", False),
        ("plan/v1", "hans", False),
        ("城乡学校发展共同体建设实施方案", "hans", False),
        ("城鄉學校發展共同體建設實施方案", "hant", True),
        ("乾隆、後、於、徵（简体文字里也有）", "hans", False),
        ("书法课：臨《蘭亭集序》一段，其余各段学生自选", "hans", True),
        ("𠮷野家、·、emoji 🎉", "hans", False),
    ],
)
def test_which_script_a_text_is_in(text: str, script: str, traditional: bool) -> None:
    assert (script_of(text), has_traditional(text)) == (script, traditional)


@pytest.mark.parametrize(
    ("text", "simplified_only"), [("里后干范余台", False), ("共同体", True), ("學校", False)]
)
def test_what_only_simplified_texts_have(text: str, simplified_only: bool) -> None:
    assert has_simplified(text) is simplified_only
