"""What the packs ask of one commitment, and whether it does it: for those who want to see all of it, not only findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from gongjian.model.entailment.verdict import SEVERITY
from gongjian.model.finding import Finding
from gongjian.model.policy import (
    CoverageRequirement,
    MilestoneRequirement,
    Policy,
    RatioRequirement,
    Requirement,
)
from gongjian.model.quota import Quota
from gongjian.rules.requirements.form import milestone_requirement
from gongjian.rules.requirements.matching import binding, cite
from gongjian.rules.requirements.people import coverage
from gongjian.rules.requirements.quotas import Answer, Promise, answers, answers_of
from gongjian.rules.requirements.ratios import ratio_answers
from gongjian.rules.rule import Context

if TYPE_CHECKING:
    from gongjian.model.entailment import Entailment

State: TypeAlias = Literal["满足", "不足", "无法保证", "无法比较", "没有写数量"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a requirement asks of a commitment.

    Attributes:
        source: the paper with its number, and the clause.
        demand: how much, in official prose and in canonical form; "" where it is no matter of a quota.
        reason: why the state is not 满足.
        otherwise: the id of another commitment that does it.
    """

    pack: Policy
    requirement: Requirement
    state: State
    demand: str = ""
    reason: str = ""
    otherwise: str = ""

    @property
    def source(self) -> str:
        """The paper with its number, and the clause."""
        return cite(self.pack, self.requirement).document + self.requirement.clause


def asked_of(context: Context, promise: Promise) -> Iterator[Asked]:
    """Yield what is asked of a commitment: its quotas, shares, milestones and whom it must reach."""
    best = {(each.pack.id, each.requirement.id, each.quota): each for each in answers(context)}
    for answer in answers_of(context, promise):
        other = best[answer.pack.id, answer.requirement.id, answer.quota]
        yield _of_quota(answer, other, promise)
    yield from _ratios(context, promise)
    yield from _milestones(context, promise)
    yield from _coverage(context, promise)


def _of_quota(answer: Answer, other: Answer, promise: Promise) -> Asked:
    state: State = "无法比较"
    if answer.entailment:
        state = answer.entailment.verdict
    elif answer.commitment is None:
        state = "没有写数量"
    reason = answer.entailment.reason if answer.entailment else answer.refusal
    does = other.entailment is not None and other.entailment.satisfied
    elsewhere = does and other.commitment is not None and other.commitment.id != promise[1].id
    return Asked(
        answer.pack,
        answer.requirement,
        state,
        demand_of(answer.quota),
        "" if state == "满足" else reason,
        other.commitment.id if elsewhere and other.commitment and state != "满足" else "",
    )


def demand_of(quota: Quota) -> str:
    """Say how much is asked for, in prose and in canonical form."""
    return f"{quota.prose}（`{quota}`）"


def _ratios(context: Context, promise: Promise) -> Iterator[Asked]:
    commitment = promise[1]
    for pack, requirement in binding(context, RatioRequirement):
        if requirement.numerator not in (commitment.activity, commitment.audience):
            continue
        for quota in requirement.quota:
            if not isinstance(quota, Quota):
                continue
            found = list(ratio_answers(commitment, quota, requirement, context))
            best: Entailment | None = min(found, key=lambda each: SEVERITY[each.verdict], default=None)
            share = f"{requirement.numerator}占{requirement.denominator}的比例{demand_of(quota)}"
            state: State = best.verdict if best else "没有写数量"
            reason = best.reason if best and not best.satisfied else ""
            yield Asked(pack, requirement, state, share, reason)


def _milestones(context: Context, promise: Promise) -> Iterator[Asked]:
    path, commitment = promise
    found = [
        each for each in milestone_requirement.check(context.plan, context) if each.at[: len(path)] == path
    ]
    for pack, requirement in binding(context, MilestoneRequirement):
        if context.is_a(commitment.activity, requirement.activity):
            yield _by_findings(pack, requirement, found)


def _coverage(context: Context, promise: Promise) -> Iterator[Asked]:
    found = list(coverage.check(context.plan, context))
    for pack, requirement in binding(context, CoverageRequirement):
        if context.is_a(promise[1].activity, requirement.activity):
            yield _by_findings(pack, requirement, found)


def _by_findings(pack: Policy, requirement: Requirement, found: list[Finding]) -> Asked:
    """Tell by the findings of a requirement's own rule whether it is met."""
    cited = cite(pack, requirement)
    unmet = [each for each in found if each.policy == cited]
    citation = f"（{cited.document}{requirement.clause}"
    reasons = (each.message.partition(citation)[0] for each in unmet)
    return Asked(pack, requirement, "不足" if unmet else "满足", "", "；".join(reasons))
