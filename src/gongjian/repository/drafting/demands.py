"""What the packs demand, put into the draft: a commitment for every quota, a stub for everything else.

Each function here answers one kind of requirement so that its rule (in
`gongjian.rules.requirements`) finds nothing. What no draft can answer (expressions, people
who are sent) is left to the check of the finished plan.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from gongjian.model.policy import (
    AssessmentRequirement,
    CoverageRequirement,
    DeadlineRequirement,
    LeadershipRequirement,
    MilestoneRequirement,
    Policy,
    QuotaRequirement,
    RatioRequirement,
    Requirement,
    SectionRequirement,
)
from gongjian.model.quota import Quota
from gongjian.repository.drafting.draft import Draft, MonthDay, Officer, Part, Passage, Promise
from gongjian.rules.requirements.form import holds
from gongjian.rules.requirements.matching import binding
from gongjian.rules.rule import Context

_SENT = "教师交流"
_SUMMARY = "总结"
_BUNDLE = re.compile(r"([二两三四五六七八九十])个一")
_NUMERALS = "一二三四五六七八九十"


def meet(draft: Draft, context: Context) -> None:
    """Put into the draft what the packs in force demand of it, but for the words it must have."""
    for kind, answer in _ANSWERS:
        for pack, requirement in binding(context, kind):
            answer(draft, context, requirement, cited(pack, requirement))


def speak_of(draft: Draft, context: Context, texts: list[str]) -> None:
    """Add a passage for everything the packs want written that none of the plan's texts has."""
    texts = list(texts)
    for pack, requirement in binding(context, SectionRequirement):
        if not any(word in text for word in requirement.topic for text in texts):
            _write_of(draft, requirement, cited(pack, requirement))
            texts += [requirement.topic[0], requirement.text]


def cited(pack: Policy, requirement: Requirement) -> str:
    """Name the clause that something comes from, with what it asks."""
    return f"{pack.id} {requirement.clause}：{requirement.text}"


def _quota(draft: Draft, context: Context, requirement: QuotaRequirement, source: str) -> None:
    quota = tuple(str(each) for each in requirement.quota if isinstance(each, Quota))
    if quota:
        promise = Promise(
            requirement.id, requirement.activity, quota, requirement.by, requirement.direction,
            audience=requirement.audience, soft=requirement.soft, source=source,
        )  # fmt: skip
        draft.promise(promise, context.kinds)


def _ratio(draft: Draft, context: Context, requirement: RatioRequirement, source: str) -> None:
    quota = tuple(map(str, requirement.quota))
    promise = Promise(
        requirement.id, _SENT, quota, base=requirement.denominator, audience=requirement.numerator,
        soft=requirement.soft, source=source,
    )  # fmt: skip
    draft.promise(promise, context.kinds)


def _coverage(draft: Draft, context: Context, requirement: CoverageRequirement, source: str) -> None:
    quota = (f"={requirement.percent:g}%" if requirement.percent == 100 else f"≥{requirement.percent:g}%",)
    promise = Promise(requirement.id, requirement.activity, quota, soft=requirement.soft, source=source)
    draft.promise(promise, context.kinds)


def _milestone(draft: Draft, context: Context, requirement: MilestoneRequirement, source: str) -> None:
    for promise in draft.promises:
        if context.is_a(promise.activity, requirement.activity):
            for step in requirement.milestones:
                promise.reach(step.percent, step.by, context.calendar)


def _deadline(draft: Draft, context: Context, requirement: DeadlineRequirement, source: str) -> None:
    if requirement.of == "方案":
        draft.date = min(draft.date, _nearest(requirement.by, draft))
        return
    topic = requirement.topic or (_SUMMARY,)
    about = [part for part in draft.parts if any(word in part.heading for word in topic)]
    part = about[0] if about else Part(topic[0], source=source)
    if not about:
        draft.parts.append(part)
    part.deadline = min(part.deadline or requirement.by, requirement.by)


def _nearest(by: MonthDay, draft: Draft) -> date:
    """The day of a year that is nearest to the plan's beginning."""
    start = draft.request.period.start
    month, day = by
    years = (start.year - 1, start.year, start.year + 1)
    days = [date(year, month, min(day, monthrange(year, month)[1])) for year in years]
    return min(days, key=lambda due: abs(due - start))


def _leadership(draft: Draft, context: Context, requirement: LeadershipRequirement, source: str) -> None:
    post = requirement.post[:1]
    if requirement.role == "组长":
        _give(draft.leader, requirement)
    elif requirement.role == "办公室主任":
        draft.office_head = draft.office_head or Officer([], name="李某某")
        _give(draft.office_head, requirement)
    else:
        officers = draft.deputies if requirement.role == "副组长" else draft.members
        if not any(not post or _fits(officer, requirement) for officer in officers):
            officers.append(Officer(list(post) or [requirement.role]))


def _give(officer: Officer, requirement: LeadershipRequirement) -> None:
    if requirement.post and not _fits(officer, requirement):
        officer.posts.append(requirement.post[0])


def _fits(officer: Officer, requirement: LeadershipRequirement) -> bool:
    return holds(officer.person(), requirement.post)


def _assessment(draft: Draft, context: Context, requirement: AssessmentRequirement, source: str) -> None:
    if not draft.bundling:
        rise = f", exempt_rise: {requirement.exempt_rise}" if requirement.exempt_rise is not None else ""
        draft.bundling = f"{{lead: {requirement.lead:g}%, members: {requirement.members:g}%{rise}}}"
        draft.bundling_source = source


def _write_of(draft: Draft, requirement: SectionRequirement, source: str) -> None:
    topic = requirement.topic[0]
    if bundle := _BUNDLE.search(topic):
        count = _NUMERALS.index(bundle[1].replace("两", "二")) + 1
        points = [f"第{numeral}项：（待填）" for numeral in _NUMERALS[:count]]
        draft.parts.append(Part(f"“{topic}”", points=points, source=source))
    elif topic.endswith("阶段"):
        draft.phases.append(Passage(topic, requirement.text, source))
    else:
        draft.passages.append(Passage(topic, requirement.text, source))


_ANSWERS: tuple[tuple[type[Any], Callable[[Draft, Context, Any, str], None]], ...] = (
    (QuotaRequirement, _quota),
    (RatioRequirement, _ratio),
    (CoverageRequirement, _coverage),
    (MilestoneRequirement, _milestone),
    (DeadlineRequirement, _deadline),
    (LeadershipRequirement, _leadership),
    (AssessmentRequirement, _assessment),
)
"""How each kind is answered; milestones come behind the commitments that they divide."""


_ARRANGEMENTS = ("组织建设", "结对帮扶", "支教教师条件", "文件材料", "考核评价")
"""Kinds that say how the work is arranged; a plan that promises nothing else promises nothing to do."""


def demands_deeds(context: Context) -> bool:
    """Tell whether the packs in force demand anything that is done together."""
    demanded = [each.activity for _, each in binding(context, QuotaRequirement)]
    demanded += [_SENT for _ in binding(context, RatioRequirement)]
    return any(not any(context.is_a(activity, kind) for kind in _ARRANGEMENTS) for activity in demanded)


def wrong_numbers(context: Context) -> Iterator[str]:
    """Say what is wrong with the numbers of schools, which no stub can mend."""
    from gongjian.rules.requirements.structure import structure_requirement

    for finding in structure_requirement.check(context.plan, context):
        yield finding.message
