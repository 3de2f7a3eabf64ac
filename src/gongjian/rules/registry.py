"""The rules about a plan by itself, in the order they run."""

from gongjian.rules import (
    bundles,
    commitments,
    days_off,
    exchange,
    leadership,
    parties,
    references,
    responsible,
    schedule,
    scores,
    time,
)
from gongjian.rules.registered import names
from gongjian.rules.rule import Rule

PLAN_RULES: tuple[Rule, ...] = (
    leadership.leadership_without_leader,
    time.period_reversed,
    time.activity_outside_period,
    time.assignment_outside_period,
    references.duplicate_id,
    parties.school_listed_twice,
    names.school_without_name,
    references.unknown_school,
    references.unknown_commitment,
    references.pairing_unclear,
    references.unknown_kind,
    responsible.unknown_responsible,
    commitments.vague_quota,
    commitments.commitment_without_quota,
    commitments.vague_text,
    bundles.incomplete_bundle,
    schedule.scheduled_below_commitment,
    days_off.activity_on_a_day_off,
    exchange.overlapping_assignments,
    exchange.unequal_exchange,
    scores.scores_not_whole,
    scores.milestones_not_rising,
    schedule.scheduled_behind_milestones,
)
"""A rule stands after those it requires."""
