"""Run the rules over a plan."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.rule import Context, Rule
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards


def check_plan(plan: Plan, standards: Standards = DEFAULT_STANDARDS) -> Iterator[Finding]:
    """Yield the findings about a plan, rule by rule.

    A rule is left out when one that it requires has found something, so that one
    mistake is reported once.
    """
    rules: tuple[Rule, ...] = PLAN_RULES
    if plan.policies or standards.in_force:  # else nothing of the packs need be loaded
        from gongjian.rules.requirements.registry import REQUIREMENT_RULES

        rules += REQUIREMENT_RULES
    if standards.registry is not None:
        from gongjian.rules.registered.registry import REGISTERED_RULES

        rules += REGISTERED_RULES
    context = Context(plan, standards)
    failed: set[str] = set()
    for rule in rules:
        if failed.isdisjoint(rule.requires):
            for finding in rule.check(plan, context):
                failed.add(rule.id)
                yield rule.stamp(finding)
        else:
            failed.add(rule.id)
