"""One comparison, posed in numbers: two rows of cells, how they relate, and the bounds on each.

Three kinds of quantity:

- **Counts** (次, 人, 节, 篇, 元, 所): a schedule puts so many into each stretch of days and each subject;
  a quota bounds the sum over each of its cells. Without a period it is the sum over the whole plan.
- **Distinct subjects** (门): a schedule puts a set into each; a quota bounds the size of the union.
- **Attributes** of a person or thing (时长, 年龄, 比例): a quota bounds each value; the plan's dates do not
  matter (=3年 in a one-year plan is still three years). A quota without a subject holds for each.
  Durations with a period (≥1周/学期) add up like counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from gongjian.model.calendar import Calendar, Cell
from gongjian.model.entailment.dimension import conversion
from gongjian.model.entailment.overlap import Overlap, Row, overlaps
from gongjian.model.entailment.span import ONE, Span
from gongjian.model.entailment.subjects import SAME, Relation, relate
from gongjian.model.entailment.verdict import IncomparableError
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE

if TYPE_CHECKING:
    from gongjian.model.entailment.parties import Parties
    from gongjian.model.quota import Number, Quota, Subject

TIMELESS: Final = frozenset({"比例", "年龄"})
"""Families whose values do not add up over time."""

ATTRIBUTES: Final = TIMELESS | {"时长"}
"""Families whose values belong to each person or thing."""

DISTINCT: Final = frozenset({"学科"})
"""Families that count different things, however often each occurs."""


@dataclass(frozen=True, slots=True)
class Question:
    """Does the commitment entail the requirement? Numbers are in the requirement's unit.

    `promised` and `required` are the cells that each quota binds; `rate` is how much of the
    requirement's unit one of the commitment's is.
    """

    commitment: Quota
    requirement: Quota
    promised: Row
    required: Row
    rate: Span
    relation: Relation

    @property
    def distinct(self) -> bool:
        """Whether unions are bounded, not sums."""
        return self.requirement.unit.family in DISTINCT

    @property
    def attribute(self) -> bool:
        """Whether it is about a value that each person or thing has."""
        return self.requirement.unit.family in ATTRIBUTES

    @property
    def minimum(self) -> Fraction:
        """What the requirement asks for in each cell; 0 when nothing."""
        return Fraction(self.requirement.minimum or 0)

    @property
    def maximum(self) -> Fraction | None:
        """What the requirement allows in each cell."""
        return _fraction(self.requirement.maximum)

    @property
    def ends(self) -> tuple[Span, ...]:
        """What one promised cell of one subject holds in a tight schedule: the lower end, the upper end."""
        bounds = (self.commitment.minimum, self.commitment.maximum)
        ends = dict.fromkeys(Fraction(bound) for bound in bounds if bound is not None)
        return tuple(Span(end, end) * self.rate for end in ends)

    def seen(self) -> tuple[Overlap, ...]:
        """For each required cell, the promised ones it meets."""
        return overlaps(self.required, self.promised)

    def seen_back(self) -> tuple[Overlap, ...]:
        """For each promised cell, the required ones it meets."""
        return overlaps(self.promised, self.required)


def pose(commitment: Quota, requirement: Quota, calendar: Calendar, parties: Parties) -> Question:
    """Put both quotas on the plan's time line.

    Raises:
        IncomparableError: they measure different things, or nothing relates their subjects or periods.
    """
    rate = conversion(commitment.unit, requirement.unit)
    family = requirement.unit.family
    subjects = (_attributed if family in ATTRIBUTES else relate)(commitment.per, requirement.per, parties)
    if family in TIMELESS:
        _refuse_periods(commitment, requirement)
        only = (Cell(parties.start, parties.end, ""),)
        return Question(commitment, requirement, only, only, rate, subjects)
    promised, required = (
        calendar.binding(quota.period or "全程", parties.start, parties.end)
        for quota in (commitment, requirement)
    )
    return Question(commitment, requirement, promised, required, rate, subjects)


def _attributed(commitment: Subject | None, requirement: Subject | None, parties: Parties) -> Relation:
    """Values of each person or thing do not add up over subjects."""
    if commitment is None or requirement is None:
        return SAME
    relation = relate(commitment, requirement, parties)
    if (relation.sums, relation.splits) != (ONE, ONE):
        one, other = SUBJECT_PROSE[commitment], SUBJECT_PROSE[requirement]
        raise IncomparableError(f"承诺说的是“{one}”，要求说的是“{other}”，不能折算")
    return relation


def _refuse_periods(commitment: Quota, requirement: Quota) -> None:
    periods = (commitment.period, requirement.period)
    if None not in periods and periods[0] != periods[1]:
        one, other = (PERIOD_PROSE[period] for period in periods if period)
        raise IncomparableError(f"承诺按“{one}”算，要求按“{other}”算，{requirement.unit.family}不能这样折算")


def _fraction(number: Number | None) -> Fraction | None:
    return None if number is None else Fraction(number)
