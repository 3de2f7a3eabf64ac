"""The examples inside the packs: what must be met is met, what must be reported is reported."""

import pytest

from gongjian.model.policy import Policy
from gongjian.rules.pack_examples import run_examples
from gongjian.rules.packs import built_in_pack, pack_ids

EXAMPLES = [(name, outcome) for name in pack_ids() for outcome in run_examples(built_in_pack(name))]


@pytest.mark.parametrize(("name", "outcome"), EXAMPLES, ids=[f"{n}-{o.example.title}" for n, o in EXAMPLES])
def test_the_example_holds(name, outcome):
    assert outcome.problem == ""
    assert set(outcome.unmet) == set(outcome.example.unmet)


def test_an_example_that_is_no_plan_says_why():
    pack = Policy.model_validate(
        {
            "gongjian": "policy/v1",
            "id": "a",
            "title": "甲",
            "document": {"title": "甲", "issuer": "乙"},
            "examples": [{"title": "没有学校", "plan": {"schools": []}}],
        }
    )
    (outcome,) = run_examples(pack)
    assert not outcome.passed
    assert outcome.problem.startswith("schools：")
