"""What would mend a commitment that falls short of a requirement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gongjian.model.entailment.decision import decide
from gongjian.model.entailment.question import ATTRIBUTES, pose
from gongjian.model.entailment.verdict import IncomparableError

if TYPE_CHECKING:
    from gongjian.model.calendar import Calendar
    from gongjian.model.entailment.parties import Parties
    from gongjian.model.quota import Quota


def mend(commitment: Quota, requirement: Quota, calendar: Calendar, parties: Parties) -> tuple[Quota, str]:
    """The least quota in the requirement's shape that satisfies it, and how to use it.

    It takes the commitment's place where nothing promised is lost by that, where the two could
    contradict each other, and of attributes; otherwise it is to stand beside it.
    """
    if _alike(commitment, requirement):
        both = _both(commitment, requirement)
        return both, f"改为 {both}"
    if (
        requirement.unit.family in ATTRIBUTES
        or commitment.maximum is not None
        or _covers(requirement, commitment, calendar, parties)
    ):
        return requirement, f"改为 {requirement}"
    return requirement, f"在 {commitment} 之外加上 {requirement}"


def _alike(one: Quota, other: Quota) -> bool:
    return (one.unit, one.period, one.per) == (other.unit, other.period, other.per)


def _both(commitment: Quota, requirement: Quota) -> Quota:
    """What keeps both; where nothing can, the requirement."""
    lows = [quota.minimum for quota in (commitment, requirement) if quota.minimum is not None]
    highs = [quota.maximum for quota in (commitment, requirement) if quota.maximum is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        return requirement
    return replace(requirement, minimum=low, maximum=high)


def _covers(requirement: Quota, commitment: Quota, calendar: Calendar, parties: Parties) -> bool:
    """Whether keeping the requirement keeps the commitment as well."""
    try:
        return decide(pose(requirement, commitment, calendar, parties))[0] == "满足"
    except IncomparableError:
        return False
