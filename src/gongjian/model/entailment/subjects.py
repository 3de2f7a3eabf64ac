"""How the subjects of two quotas relate: each school, member, lead, pair, person, class, or the plan.

What is counted belongs to one member school (and so to its pair and its lead school), to one person, to
one class. A quota without a subject counts it all. A quota 每校 counts for every school by itself, lead
schools included, so 每校 covers 每所成员校, and not the reverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from gongjian.model.entailment.span import AT_LEAST_ONE, ONE, Span, exactly
from gongjian.model.entailment.verdict import IncomparableError
from gongjian.model.quota.scope import SUBJECT_PROSE, Subject

if TYPE_CHECKING:
    from gongjian.model.entailment.parties import Parties


@dataclass(frozen=True, slots=True)
class Relation:
    """For one subject of the requirement and one of the commitment.

    `sums`: how many subjects of the commitment one of the requirement adds up.
    `splits`: among how many subjects of the requirement one of the commitment is divided.
    `beyond`: the subjects of the requirement about which the commitment says nothing.
    """

    sums: Span = ONE
    splits: Span = ONE
    beyond: Subject | None = None


SAME: Final = Relation()

_SCHOOLS: Final = ("成员校", "牵头校")
_PAIRED: Final = ("成员校", "对")


def relate(commitment: Subject | None, requirement: Subject | None, parties: Parties) -> Relation:
    """How the commitment's subjects make up the requirement's.

    Raises:
        IncomparableError: nothing says how many of one are in the other, or there are none.
    """
    for subject in (commitment, requirement):
        if subject and parties.number(subject) == 0:
            raise IncomparableError(f"方案里没有{_NAMES[subject]}，“{SUBJECT_PROSE[subject]}”无从算起")
    if commitment == requirement:
        return SAME
    if requirement is None and commitment is not None:
        return Relation(sums=_number(commitment, parties))
    if commitment is None and requirement is not None:
        return Relation(splits=_number(requirement, parties))
    assert commitment is not None
    assert requirement is not None
    return _between(commitment, requirement, parties)


def _between(commitment: Subject, requirement: Subject, parties: Parties) -> Relation:
    if commitment == "校" and requirement in _SCHOOLS:
        return SAME
    if requirement == "校" and commitment in _SCHOOLS:
        other: Subject = "牵头校" if commitment == "成员校" else "成员校"
        return Relation(beyond=other if parties.number(other) else None)
    if {commitment, requirement} == set(_PAIRED) and parties.number("对") == parties.members:
        return SAME
    if requirement == "牵头校" and commitment in _PAIRED:
        return Relation(sums=_per_lead(commitment, requirement, parties))
    if commitment == "牵头校" and requirement in _PAIRED:
        return Relation(splits=_per_lead(requirement, commitment, parties))
    raise IncomparableError(
        f"承诺按“{SUBJECT_PROSE[commitment]}”算，要求按“{SUBJECT_PROSE[requirement]}”算，不能折算"
    )


def _number(subject: Subject, parties: Parties) -> Span:
    number = parties.number(subject)
    return AT_LEAST_ONE if number is None else exactly(number)


def _per_lead(paired: Subject, lead: Subject, parties: Parties) -> Span:
    """How many members or pairs one lead school has: at least one each."""
    many = parties.number(paired) or 0
    if many < parties.leads:
        raise IncomparableError(f"{_NAMES[paired]}比{_NAMES[lead]}少，不能折算")
    most = many - parties.leads + 1
    least = many if parties.leads == 1 else 1
    return Span(Fraction(least), Fraction(most))


_NAMES: Final[dict[Subject, str]] = {
    "校": "学校",
    "成员校": "成员校",
    "牵头校": "牵头校",
    "对": "结对",
    "人": "人员",
    "班": "教学班",
}
