"""Every rule there is, in the order they run and are listed."""

from gongjian.rules import commitments, exchange, leadership, references, schedule, scores, time
from gongjian.rules.files import FILE_RULES
from gongjian.rules.requirements import form, people, quotas, ratios
from gongjian.rules.rule import Rule
from gongjian.rules.schema import SCHEMA_RULES
from gongjian.rules.waivers import WAIVER_RULES

PLAN_RULES: tuple[Rule, ...] = (
    leadership.leadership_without_leader,
    time.period_reversed,
    time.activity_outside_period,
    time.assignment_outside_period,
    references.duplicate_id,
    references.unknown_school,
    references.unknown_commitment,
    references.pairing_unclear,
    references.unknown_kind,
    commitments.vague_quota,
    commitments.commitment_without_quota,
    commitments.vague_text,
    schedule.scheduled_below_commitment,
    schedule.activity_on_a_day_off,
    exchange.overlapping_assignments,
    exchange.unequal_exchange,
    scores.scores_not_whole,
    scores.milestones_not_rising,
    quotas.unknown_policy,
    quotas.quota_below_requirement,
    quotas.quota_not_guaranteed,
    quotas.requirement_without_commitment,
    ratios.ratio_requirement,
    form.leadership_requirement,
    form.section_requirement,
    form.structure_requirement,
    form.deadline_requirement,
    form.milestone_requirement,
    form.assessment_requirement,
    people.eligibility,
    people.exclusion,
    people.coverage,
)
"""Rules about a plan; a rule stands after those it requires."""

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in sorted(
        {*FILE_RULES.values(), *SCHEMA_RULES.values(), *PLAN_RULES, *WAIVER_RULES}, key=lambda rule: rule.id
    )
}
"""All rules by id, in order of their ids."""
