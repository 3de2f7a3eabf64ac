"""Every quantity that the seed documents state can be read, or is named as what it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from gongjian.model.quota import QuotaError, VagueQuota, parse_quantity, parse_quota

SEEDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("quota_facts.yaml").read_text(encoding="utf-8")
)
FACTS = [
    pytest.param(fact, id=f"{seed}-{n}") for seed, facts in SEEDS.items() for n, fact in enumerate(facts)
]

COMPARATORS = {">=": "≥", "<=": "≤", "<": "<", "==": "="}
PERIODS = {"term": "学期", "school_year": "学年", "year": "年", "week": "周", "total": "全程", "none": None}
SUBJECTS = {"pair": "对", "member": "成员校", "lead": "牵头校", "school": "校", "teacher": "人", "none": None}


def written(comparator: str, number: Any, unit: str, period: str, per: str) -> str:
    amount = "{}-{}".format(*number) if comparator == "range" else f"{COMPARATORS[comparator]}{number}"
    return "/".join(filter(None, (f"{amount}{unit}", PERIODS[period], SUBJECTS[per])))


def having(*keys: str) -> list[Any]:
    return [param for param in FACTS if set(keys) <= set(param.values[0])]


@pytest.mark.parametrize("fact", having("phrase", "reads"))
def test_the_phrase_reads_as_it_says(fact):
    assert str(parse_quota(fact["phrase"])) == fact["reads"]


@pytest.mark.parametrize("fact", having("states"))
def test_the_statement_is_a_quota(fact):
    quota = parse_quota(written(*fact["states"]))
    assert str(quota) == fact["notation"]
    assert parse_quota(quota.prose) == quota


@pytest.mark.parametrize("fact", having("vague"))
def test_a_vague_phrase_is_told_from_a_quota(fact):
    quantity = parse_quantity(fact["phrase"])
    assert isinstance(quantity, VagueQuota)
    assert str(quantity) == fact["vague"]


@pytest.mark.parametrize("fact", having("phrase", "not"))
def test_what_is_no_quantity_is_refused(fact):
    with pytest.raises(QuotaError):
        parse_quantity(fact["phrase"])


def test_no_fact_is_skipped():
    outcomes = Counter(
        next(outcome for outcome in ("notation", "vague", "not") if outcome in param.values[0])
        for param in FACTS
    )
    assert outcomes == {"notation": 71, "vague": 4, "not": 7}
