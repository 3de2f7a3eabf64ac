"""The pattern of quantities in JSON Schema: it takes every quantity that is understood."""

from __future__ import annotations

import re

import pytest
import test_quota_reading
from hypothesis import given
from hypothesis import strategies as st
from strategies import quantities

from gongjian.model.quota import QuotaError, parse_quantity
from gongjian.model.quota.bound import MARKERS, TAILS
from gongjian.model.quota.pattern import quantity_pattern
from gongjian.model.quota.scope import PERIOD_WORDS, SPAN_WORDS, SUBJECT_WORDS, TOTAL_WORDS
from gongjian.model.quota.units import UNIT_WORDS
from gongjian.model.quota.vague import VAGUE_WORDS

PATTERN = re.compile(quantity_pattern())
UNDERSTOOD = sorted(
    text
    for name, table in vars(test_quota_reading).items()
    if isinstance(table, dict) and name.isupper()
    for text in table
    if isinstance(text, str)
)
LISTS = (PERIOD_WORDS, SUBJECT_WORDS, SPAN_WORDS, TOTAL_WORDS, UNIT_WORDS, VAGUE_WORDS)
MARKS = [
    "每",
    "/",
    "1",
    "2.5",
    "1,000",
    "一两",
    "百分之三十",
    "半",
    "-",
    "至",
    "。",
    " ",
    "\u200b",
    "應",
    "學期",
]
WORDS = [*MARKERS.meanings, *TAILS.meanings, *(word for words in LISTS for word in words), *MARKS]


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_what_the_reading_tests_understand_is_taken(text: str) -> None:
    try:
        parse_quantity(text)
    except QuotaError:
        return
    assert PATTERN.search(text)


@given(quantities)
def test_every_quantity_is_taken(quantity) -> None:
    assert PATTERN.search(str(quantity))
    assert PATTERN.search(getattr(quantity, "prose", "定期"))


@given(st.lists(st.sampled_from(WORDS), max_size=7).map("".join), st.booleans())
def test_whatever_is_understood_is_taken(text: str, wide: bool) -> None:
    if wide:
        text = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    try:
        parse_quantity(text)
    except QuotaError:
        return
    assert PATTERN.search(text)


@pytest.mark.parametrize(
    "text",
    ["≥2次/学其", "很多次", "≥次", "每学期次", "≥2", "2", "", "two", "每学期2次左右", "≥2次/学期（含）"],
)
def test_what_cannot_be_a_quantity_is_refused(text: str) -> None:
    assert not PATTERN.search(text)
