"""GJ24x: does the calendar hold what the plan promises?"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

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
    for path, commitment in plan.commitments():
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
    schools: Sequence[School | None] = plan.member_schools() if quota.per in _EACH_MEMBER else (None,)
    for cell, activities in _drawn_up(plan, quota.period or "全程", context):
        counted = [activity for activity in activities if _carries_out(activity, commitment, context)]
        for school in schools:
            count = sum(
                activity.count for activity in counted if school is None or _reaches(activity, school)
            )
            if quota.minimum is not None and count < quota.minimum:
                yield f"{cell.name}{school.name if school else ''}", count


def _drawn_up(plan: Plan, period: Period, context: Context) -> list[tuple[Cell, list[Activity]]]:
    """Give the cells for which anything is scheduled, each with what is; once a plan and period."""
    found: list[tuple[Cell, list[Activity]]] | None = context.memo.get(period)
    if found is None:
        cells = context.calendar.binding(period, plan.period.start, plan.period.end)
        within = [(cell, [each for each in plan.activities if each.date.first in cell]) for cell in cells]
        found = context.memo[period] = [(cell, activities) for cell, activities in within if activities]
    return found


def _carries_out(activity: Activity, commitment: Commitment, context: Context) -> bool:
    """Tell whether an activity counts for a commitment: by its reference, else by its kind."""
    if activity.commitment:
        return activity.commitment == commitment.id
    return context.is_a(activity.activity, commitment.activity)


def _reaches(activity: Activity, school: School) -> bool:
    """Tell whether a school has a share in an activity; one that names no school is for all."""
    named = {activity.host, *activity.schools, *activity.by} - {None}
    return not (activity.schools or activity.host) or school.id in named


@rule("GJ242", severity="warning", title="活动排在了休息日", requires=("GJ212",))
def activity_on_a_day_off(plan: Plan, context: Context) -> Iterator[Finding]:
    """只有一天的活动不要排在周末和法定节假日；调休上班的周末可以排。

    节假日以国务院公布的为准，由 chinesecalendar 提供；没有安装它（`pip install "gongjian[calendar]"`），
    或者它还不知道那一年的安排时，不检查。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-03, activity: 示范课, commitment: demo}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-08, activity: 示范课, commitment: demo}
    ```
    """
    for index, activity in enumerate(plan.activities):
        if activity.date.is_one_day and (day_off := _day_off(activity.date.first)):
            yield Finding(
                at=("activities", index, "date"),
                message=f"活动“{activity.title or activity.activity}”排在{day_off}",
                hint="改到上班的日子",
            )


@lru_cache(maxsize=4096)
def _day_off(day: date) -> str:
    """Name the day when it is no working day; empty when it is one, or nobody knows."""
    try:
        from chinese_calendar import get_holiday_detail, is_workday
    except ImportError:
        return ""
    try:
        if is_workday(day):
            return ""
        _, holiday = get_holiday_detail(day)
    except NotImplementedError:  # a year it has no data for
        return ""
    return (
        f"法定节假日（{_HOLIDAYS.get(holiday, holiday)}）"
        if holiday
        else f"星期{'一二三四五六日'[day.weekday()]}"
    )


_HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利七十周年纪念日",
}
"""What chinesecalendar calls the holidays."""
