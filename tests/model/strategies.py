"""Hypothesis strategies over the whole space of quantities."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from gongjian.model.quota import UNITS, VAGUE_WORDS, Number, Period, Quota, Subject, Unit, VagueQuota

periods = st.none() | st.sampled_from(get_args(Period))
subjects = st.none() | st.sampled_from(get_args(Subject))
units = st.sampled_from(list(UNITS.values()))


def numbers(unit: Unit) -> st.SearchStrategy[Number]:
    """Small and huge numbers that the unit may count, up to 30 digits."""
    whole = st.integers(0, 20) | st.integers(0, 10**30 - 1)
    fractional = st.builds(Decimal, st.from_regex(r"[0-9]{1,3}\.[0-9]{1,27}", fullmatch=True))
    return whole if unit.whole else whole | fractional


@st.composite
def quotas(draw: st.DrawFn) -> Quota:
    """Any quota there is."""
    unit = draw(units)
    low, high = sorted((draw(numbers(unit)), draw(numbers(unit))))
    minimum, maximum = draw(st.sampled_from([(low, None), (None, high), (low, low), (low, high)]))
    return Quota(unit, minimum, maximum, draw(periods), draw(subjects))


vague_quotas = st.builds(VagueQuota, st.sampled_from(VAGUE_WORDS), st.none() | units, periods, subjects)
quantities = quotas() | vague_quotas
