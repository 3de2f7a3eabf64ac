"""The examples inside the packs: every pack has a plan that meets all, and every requirement one that does not."""

import pytest

from gongjian.rules.pack_examples import run_examples, untested
from gongjian.rules.packs import built_in_pack, pack_ids

EXAMPLES = [(name, outcome) for name in pack_ids() for outcome in run_examples(built_in_pack(name))]


@pytest.mark.parametrize(("name", "outcome"), EXAMPLES, ids=[f"{n}-{o.example.title}" for n, o in EXAMPLES])
def test_the_example_reports_exactly_what_it_says(name, outcome):
    assert outcome.problem == ""
    assert sorted(outcome.reported) == sorted(outcome.example.unmet)


@pytest.mark.parametrize("name", pack_ids())
def test_some_plan_meets_everything(name):
    assert any(not example.unmet for example in built_in_pack(name).examples)


@pytest.mark.parametrize("name", pack_ids())
def test_every_requirement_is_left_unmet_by_some_example(name):
    assert untested(built_in_pack(name)) == ()


@pytest.mark.parametrize("name", pack_ids())
def test_examples_have_titles_of_their_own_and_name_requirements_that_are_there(name):
    pack = built_in_pack(name)
    titles = [example.title for example in pack.examples]
    assert len(set(titles)) == len(titles)
    ids = {requirement.id for requirement in pack.requirements}
    assert {name for example in pack.examples for name in example.unmet} <= ids


@pytest.mark.parametrize("name", pack_ids())
def test_a_slip_is_told_from_a_plan_without_it(name):
    """What meets everything is the ground of every slip, so that nothing else can be what is reported."""
    sound = {example.title for example in built_in_pack(name).examples if not example.unmet}
    assert {example.like for example in built_in_pack(name).examples if example.unmet} <= sound
