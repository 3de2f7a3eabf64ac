"""Run the rules over a plan."""

from collections.abc import Iterator, Sequence

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.rules.packs import packs_of
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.rule import Context, Rule


def check_plan(
    plan: Plan, rules: Sequence[Rule] = PLAN_RULES, *, extra: Sequence[Policy] = ()
) -> Iterator[Finding]:
    """Yield the findings about a plan, rule by rule; `extra` packs bind it beside those it names.

    A rule is left out when one that it requires has found something, so that one
    mistake is reported once.
    """
    context = Context(plan, (*packs_of(plan), *extra))
    failed: set[str] = set()
    for rule in rules:
        if failed.isdisjoint(rule.requires):
            for finding in rule.check(plan, context):
                failed.add(rule.id)
                yield rule.stamp(finding)
        else:
            failed.add(rule.id)
