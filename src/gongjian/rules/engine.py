"""Run the rules over a plan."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.rule import Context, Rule

if TYPE_CHECKING:
    from gongjian.model.policy import Policy


def check_plan(plan: Plan, *, extra: "Sequence[Policy]" = ()) -> Iterator[Finding]:
    """Yield the findings about a plan, rule by rule; `extra` packs bind it beside those it names.

    A rule is left out when one that it requires has found something, so that one
    mistake is reported once.
    """
    rules: tuple[Rule, ...] = PLAN_RULES
    packs = tuple(extra)
    if plan.policies or packs:  # else nothing of the packs need be loaded
        from gongjian.rules.packs import packs_of
        from gongjian.rules.requirements.registry import REQUIREMENT_RULES

        rules = PLAN_RULES + REQUIREMENT_RULES
        packs = tuple({pack.id: pack for pack in packs_of(plan) + packs}.values())
    context = Context(plan, packs)
    failed: set[str] = set()
    for rule in rules:
        if failed.isdisjoint(rule.requires):
            for finding in rule.check(plan, context):
                failed.add(rule.id)
                yield rule.stamp(finding)
        else:
            failed.add(rule.id)
