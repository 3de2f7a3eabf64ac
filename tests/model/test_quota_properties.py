"""What holds for every quota there is, and for every text there might be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from strategies import quantities, quotas

from gongjian.model.quota import VAGUE_WORDS, Quota, QuotaError, VagueQuota, parse_quantity, parse_quota
from gongjian.model.quota.bound import MARKERS, TAILS
from gongjian.model.quota.schema import ANY_NUMERAL
from gongjian.model.quota.scope import PERIOD_WORDS, SPAN_WORDS, SUBJECT_WORDS, TOTAL_WORDS
from gongjian.model.quota.units import UNIT_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = [
    *MARKERS.meanings, *TAILS.meanings, *UNIT_WORDS, *PERIOD_WORDS, *SUBJECT_WORDS, *SPAN_WORDS, *TOTAL_WORDS,
    *VAGUE_WORDS, *"0123456789０９一二两十百千万亿〇零半.,，、。/／-～至到每各个 分之", "分之", "每一",
]  # fmt: skip
nearly = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(quantities)
def test_the_canonical_form_reads_back(quantity):
    assert parse_quantity(str(quantity)) == quantity


@given(quotas())
def test_prose_reads_back(quota):
    assert parse_quota(quota.prose) == quota


@given(quotas())
def test_equal_quotas_hash_and_print_alike(quota):
    again = Quota.parse(quota.prose)
    assert (hash(again), str(again)) == (hash(quota), str(quota))


@given(quotas(), st.data())
def test_width_and_spacing_do_not_matter(quota, data):
    spaces = st.sampled_from(["", "", " ", "\u3000", "\u200b", "\n"])
    wide = {chr(code - 0xFEE0): chr(code) for code in range(0xFF01, 0xFF5F)}
    text = data.draw(st.sampled_from([quota.canonical, quota.prose]))
    loose = ""
    for character, after in zip(text, text[1:] + " ", strict=True):
        loose += wide.get(character, character) if data.draw(st.booleans()) else character
        loose += "" if character.isdigit() and after.isdigit() else data.draw(spaces)
    assert parse_quota(loose) == quota


@given(st.text() | nearly)
def test_any_text_is_read_or_refused_in_its_place(text):
    outcome = attempt(parse_quantity, text)
    if isinstance(outcome, QuotaError):
        assert outcome.text == text
        assert 0 <= outcome.offset <= outcome.offset + outcome.length <= len(text)
        assert outcome.message
        assert outcome.hint
    else:
        assert parse_quantity(str(outcome)) == outcome


@given(nearly)
def test_only_what_is_not_vague_is_a_quota(text):
    quantity, quota = attempt(parse_quantity, text), attempt(parse_quota, text)
    if isinstance(quantity, VagueQuota):
        assert isinstance(quota, QuotaError)
        assert text[quota.offset : quota.offset + quota.length] == quantity.word
    else:
        assert str(quota) == str(quantity)


@given(nearly)
def test_the_json_schema_pattern_lets_every_quota_through(text):
    if isinstance(attempt(parse_quantity, text), Quota):
        assert re.search(ANY_NUMERAL, text)


def attempt(parse: Callable[[str], Quota | VagueQuota], text: str) -> Quota | VagueQuota | QuotaError:
    try:
        return parse(text)
    except QuotaError as error:
        return error
