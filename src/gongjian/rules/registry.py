"""The rules about a plan by itself, in the order they run."""

from gongjian.rules import commitments, exchange, leadership, references, schedule, scores, time
from gongjian.rules.rule import Rule

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
)
"""A rule stands after those it requires."""
