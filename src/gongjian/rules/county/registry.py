"""The rules over all plans of a repository, in the order they run."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.rules.county import coverage, identity, leads, ledgers, pairings, papers, people
from gongjian.rules.county.view import County
from gongjian.rules.rule import Rule

COUNTY_RULES: tuple[Rule, ...] = (
    identity.duplicate_plan_id,
    identity.two_names_of_one_id,
    identity.contradictory_facts,
    coverage.weak_school_not_paired,
    leads.led_twice,
    leads.lead_overloaded,
    pairings.paired_twice,
    papers.paired_without_plan,
    papers.plan_without_paper,
    people.sent_twice,
    ledgers.ledger_without_plan,
    ledgers.record_id_in_two_ledgers,
    ledgers.not_in_the_plan,
    ledgers.teacher_not_in_the_plan,
)


def check_county(county: County) -> Iterator[Finding]:
    """Yield the findings about all plans, each with its file, none placed yet."""
    for rule in COUNTY_RULES:
        yield from map(rule.stamp, rule.check(county))
