"""GJ24x: does the calendar hold what the plan promises?"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from gongjian.model.activity import Activity
from gongjian.model.calendar import Cell
from gongjian.model.finding import Finding
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.quota import Period, Quota
from gongjian.model.school import School
from gongjian.rules.rule import Context, rule

_COUNTED = frozenset({"次数", "课时"})
"""Families that activities count in: occurrences and lessons."""

_EACH_MEMBER = frozenset({"成员校", "对"})
"""Subjects that stand for every member school."""


@rule("GJ241", title="安排的活动少于承诺", requires=("GJ211", "GJ212", "GJ222", "GJ223"))
def scheduled_below_commitment(plan: Plan, context: Context) -> Iterator[Finding]:
    """承诺每学期（学年、年）做几次的，活动安排里每学期就要排够几次；承诺到每所成员校的，每所都要排够。

    还没有排任何活动的学期、学年不检查，等排了再查。活动用“对应承诺”（commitment）指明落实哪一项；
    没有指明的，按活动类型算。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥2次/学期}
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥2次/学期}
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo}
      - {date: 2022-11-17, activity: 示范课, commitment: demo}
    ```
    """
    for path, commitment in context.commitments:
        for index, quota in enumerate(commitment.quota):
            if isinstance(quota, Quota) and _is_counted(commitment, quota):
                for where, count in _shortfalls(plan, commitment, quota, context):
                    unit = quota.unit.name
                    yield Finding(
                        at=(*path, "quota", index),
                        message=f"{where}：承诺{commitment.activity}不少于{quota.minimum}{unit}，安排了{count}{unit}",
                        hint=f"在 activities 里补上，写明 commitment: {commitment.id}",
                    )


def _is_counted(commitment: Commitment, quota: Quota) -> bool:
    """Tell whether activities can be counted against a quota: so many occurrences, not per person or class."""
    return (
        quota.unit.family in _COUNTED
        and quota.minimum is not None
        and (quota.per is None or quota.per in _EACH_MEMBER)
        and not commitment.soft
        and not commitment.audience
    )


def _shortfalls(
    plan: Plan, commitment: Commitment, quota: Quota, context: Context
) -> Iterator[tuple[str, int]]:
    """Yield where too little is scheduled, and how much is."""
    schools = _each(quota, context)
    for cell, activities in _drawn_up(plan, quota.period or "全程", context):
        counted = activities.for_commitment(commitment, context)
        for school in schools:
            count = _count(counted, school)
            if quota.minimum is not None and count < quota.minimum:
                yield f"{cell.name}{school.name if school else ''}", count


def _each(quota: Quota, context: Context) -> Sequence[School | None]:
    """Give the schools that a quota holds for one by one; a single None when it holds for all together."""
    return context.member_schools if quota.per in _EACH_MEMBER else (None,)


def _count(activities: Sequence[Activity], school: School | None) -> int:
    """Count what is scheduled, for one school or for all."""
    return sum(activity.count for activity in activities if school is None or _reaches(activity, school))


@rule("GJ243", title="安排的活动赶不上进度", requires=("GJ241", "GJ262"))
def scheduled_behind_milestones(plan: Plan, context: Context) -> Iterator[Finding]:
    """承诺分几步完成的（milestones），到每一步的日子，排了的活动要够那个比例。

    坏例：
    ```yaml
    period: 2023年
    document: {issuer: 永利小学, date: 2023-01-08}
    measures:
      - heading: 同步课堂
        commitments:
          - {id: sync, activity: 同步课堂, quota: ≥4节/年, milestones: [{by: 6月底, percent: 50%}, {by: 11月底, percent: 100%}]}
    activities:
      - {date: 2023-03-06, activity: 同步课堂, commitment: sync}
      - {date: 2023-09-06, activity: 同步课堂, commitment: sync, count: 3}
    ```
    好例：
    ```yaml
    period: 2023年
    document: {issuer: 永利小学, date: 2023-01-08}
    measures:
      - heading: 同步课堂
        commitments:
          - {id: sync, activity: 同步课堂, quota: ≥4节/年, milestones: [{by: 6月底, percent: 50%}, {by: 11月底, percent: 100%}]}
    activities:
      - {date: 2023-03-06, activity: 同步课堂, commitment: sync, count: 2}
      - {date: 2023-09-06, activity: 同步课堂, commitment: sync, count: 2}
    ```
    """
    for path, commitment in context.commitments:
        for quota in commitment.quota if commitment.milestones else ():
            if isinstance(quota, Quota) and _is_counted(commitment, quota):
                for index, where, wanted, count in _behind(plan, commitment, quota, context):
                    step, unit = commitment.milestones[index], quota.unit.name
                    yield Finding(
                        at=(*path, "milestones", index),
                        message=f"{where}：{commitment.activity}应完成{step.percent:g}%，即{wanted}{unit}，"
                        f"到那时安排了{count}{unit}",
                        hint=f"把 commitment: {commitment.id} 的活动提前，或者再排几次",
                    )


def _behind(
    plan: Plan, commitment: Commitment, quota: Quota, context: Context
) -> Iterator[tuple[int, str, int, int]]:
    """Yield where the schedule is behind a milestone: its index, the place, what is due, what is scheduled."""
    schools = _each(quota, context)
    for cell, activities in _drawn_up(plan, quota.period or "全程", context):
        counted = activities.for_commitment(commitment, context)
        for index, step in enumerate(commitment.milestones):
            for due in _occurrences(step.by, cell):
                done = [activity for activity in counted if activity.date.last <= due]
                wanted = ceil(step.percent * float(quota.minimum or 0) / 100)
                for school in schools:
                    count = _count(done, school)
                    if count < wanted:
                        name = school.name if school else ""
                        yield index, f"{name}到{due.year}年{due.month}月{due.day}日", wanted, count


def _occurrences(month_day: tuple[int, int], cell: Cell) -> Iterator[date]:
    """Yield the days of a cell that bear a month and day; of 2月29日 the last of February."""
    month, day = month_day
    for year in range(cell.first.year, cell.last.year + 1):
        due = date(year, month, min(day, monthrange(year, month)[1]))
        if due in cell:
            yield due


class _Scheduled:
    """The activities of one cell, by the commitment that they name."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self._naming: dict[str, list[Activity]] = {}
        self._naming_none: list[Activity] = []
        for activity in activities:
            if activity.commitment:
                self._naming.setdefault(activity.commitment, []).append(activity)
            else:
                self._naming_none.append(activity)

    def for_commitment(self, commitment: Commitment, context: Context) -> list[Activity]:
        """Give those that count for a commitment: they name it, or name none and are of its kind."""
        named = self._naming.get(commitment.id, [])
        alike = [each for each in self._naming_none if context.is_a(each.activity, commitment.activity)]
        return named + alike


def _drawn_up(plan: Plan, period: Period, context: Context) -> list[tuple[Cell, _Scheduled]]:
    """Give the cells for which anything is scheduled, each with what is; once a plan and period."""
    found: list[tuple[Cell, _Scheduled]] | None = context.memo.get(period)
    if found is None:
        cells = context.calendar.binding(period, plan.period.start, plan.period.end)
        within = [(cell, [each for each in plan.activities if each.date.first in cell]) for cell in cells]
        found = [(cell, _Scheduled(activities)) for cell, activities in within if activities]
        context.memo[period] = found
    return found


def _reaches(activity: Activity, school: School) -> bool:
    """Tell whether a school has a share in an activity; one that names no school is for all."""
    named = {activity.host, *activity.schools, *activity.by} - {None}
    return not (activity.schools or activity.host) or school.id in named
