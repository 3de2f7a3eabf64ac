"""Comparing one quota with another, and lists of them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar
from gongjian.model.entailment.decision import Failure, decide
from gongjian.model.entailment.dimension import comparable
from gongjian.model.entailment.mending import mend
from gongjian.model.entailment.parties import Parties
from gongjian.model.entailment.question import Question, pose
from gongjian.model.entailment.verdict import SEVERITY, Entailment, IncomparableError, Shortfall
from gongjian.model.entailment.wording import explain, number, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongjian.model.quota import Quota


class Ratio(NamedTuple):
    """What is divided by what: 交流教师 by 符合条件教师, 骨干 by 交流教师. None where nobody says."""

    numerator: str | None = None
    denominator: str | None = None


UNNAMED = Ratio()


def entails(
    commitment: Quota,
    requirement: Quota,
    calendar: Calendar = DEFAULT_CALENDAR,
    parties: Parties | None = None,
    *,
    commitment_ratio: Ratio = UNNAMED,
    requirement_ratio: Ratio = UNNAMED,
) -> Entailment:
    """Whether every schedule that keeps the commitment keeps the requirement.

    满足: every one does. 不足: not even one that keeps the commitment with nothing to spare. 无法保证: it
    depends on how the schedule falls. `decision` defines these exactly. Without `parties`: one lead
    and one member school, one school year.

    Raises:
        IncomparableError: they measure different things, or nothing relates their subjects.
    """
    _refuse_ratios(commitment_ratio, requirement_ratio)
    return _entails(commitment, requirement, calendar, parties or default_parties(calendar))


@lru_cache(maxsize=4096)  # the plans of a county promise much the same, under the same papers
def _entails(commitment: Quota, requirement: Quota, calendar: Calendar, parties: Parties) -> Entailment:
    question = pose(commitment, requirement, calendar, parties)
    verdict, failures = decide(question)
    reason = explain(question, verdict, failures)
    if not failures:
        return Entailment(verdict, reason)
    quota, hint = mend(commitment, requirement, calendar, parties)
    return Entailment(verdict, reason, _shortfall(question, failures[0]), quota, hint)


def entails_all(
    commitments: Sequence[Quota],
    requirements: Sequence[Quota],
    calendar: Calendar = DEFAULT_CALENDAR,
    parties: Parties | None = None,
) -> tuple[Entailment, ...]:
    """How the commitments, taken together, answer each requirement, in order.

    A requirement is held against the commitments that measure the same thing, and the best one
    counts: ≥20节 answers ≥20节, ≥2门 answers ≥2门. The two ends of a range may be kept by two of them.
    Where none measures the same thing, nothing is promised: 不足.

    Raises:
        IncomparableError: something measures the same thing, but nothing relates the subjects.
    """
    return tuple(_answer(commitments, requirement, calendar, parties) for requirement in requirements)


def worst(entailments: Iterable[Entailment]) -> Entailment:
    """The one that decides about a list of requirements.

    Raises:
        ValueError: there are none.
    """
    return max(entailments, key=lambda each: SEVERITY[each.verdict])


def default_parties(calendar: Calendar = DEFAULT_CALENDAR) -> Parties:
    """One lead school and one member school for one school year."""
    year = calendar.school_year(2024)
    return Parties(year.first, year.last)


def _answer(
    commitments: Sequence[Quota], requirement: Quota, calendar: Calendar, parties: Parties | None
) -> Entailment:
    candidates = [each for each in commitments if comparable(each.unit, requirement.unit)]
    if not candidates:
        reason = f"承诺里没有按“{requirement.unit}”计的指标，要求{requirement.prose}"
        return Entailment("不足", reason, mend=requirement, hint=f"加上 {requirement}")
    best = _best(candidates, requirement, calendar, parties)
    if best.satisfied or len(candidates) == 1:
        return best
    ends = [_best(candidates, end, calendar, parties) for end in _ends(requirement)]
    if len(ends) == 2 and all(end.satisfied for end in ends):
        return Entailment("满足", "；".join(end.reason for end in ends))
    return best


def _best(
    commitments: Sequence[Quota], requirement: Quota, calendar: Calendar, parties: Parties | None
) -> Entailment:
    answers, refusals = [], []
    for commitment in commitments:
        try:
            answers.append(entails(commitment, requirement, calendar, parties))
        except IncomparableError as refusal:
            refusals.append(refusal)
    if not answers:
        raise refusals[0]
    return min(answers, key=lambda each: SEVERITY[each.verdict])


def _ends(quota: Quota) -> tuple[Quota, ...]:
    """The lower bound and the upper bound of a range as two quotas."""
    if quota.minimum is None or quota.maximum is None:
        return (quota,)
    return replace(quota, maximum=None), replace(quota, minimum=None)


def _shortfall(question: Question, failure: Failure) -> Shortfall:
    promised = None if failure.promised is None else number(failure.promised)
    return Shortfall(failure.side, place(question, failure), number(failure.required), promised)


def _refuse_ratios(commitment: Ratio, requirement: Ratio) -> None:
    for name, one, other in zip(("分子", "分母"), commitment, requirement, strict=True):
        if one and other and one != other:
            raise IncomparableError(f"两个比例的{name}不同：承诺是“{one}”，要求是“{other}”，不能比较")
