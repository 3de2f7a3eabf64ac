"""GJ21x: dates in order."""

from collections.abc import Iterator
from datetime import date

from gongjian.model.calendar import Calendar
from gongjian.model.dates import Period
from gongjian.model.finding import Finding, Path
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule


@rule("GJ211", title="结束不能早于开始")
def period_reversed(plan: Plan, context: Context) -> Iterator[Finding]:
    """方案、阶段、交流人员的起止时间，结束都不能早于开始。

    坏例：
    ```yaml
    period: {start: 2025-09-01, end: 2025-07-31}
    ```
    好例：
    ```yaml
    period: {start: 2022-09-01, end: 2025-07-31}
    ```
    """
    for path, period in _periods(plan):
        if period.end < period.start:
            yield Finding(
                at=(*path, "end"),
                message=f"结束（{period.end}）早于开始（{period.start}）",
                hint="核对年份；跨年的时间，结束的年份要加一",
            )


def _periods(plan: Plan) -> Iterator[tuple[Path, Period]]:
    yield ("period",), plan.period
    for index, phase in enumerate(plan.phases):
        if phase.period:
            yield ("phases", index, "period"), phase.period
    for index, assignment in enumerate(plan.assignments):
        yield ("assignments", index, "period"), assignment.period


@rule("GJ212", title="活动不在方案的起止时间内", requires=("GJ211",))
def activity_outside_period(plan: Plan, context: Context) -> Iterator[Finding]:
    """排在方案期限之外的活动，不能算作落实了方案的承诺。

    坏例：
    ```yaml
    activities:
      - {date: 2026-03-05, activity: 示范课, commitment: demo}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2023-03-06, activity: 示范课, commitment: demo}
    ```
    """
    for index, activity in enumerate(plan.activities):
        if not plan.period.covers(activity.date):
            name = activity.title or activity.activity
            yield Finding(
                at=("activities", index, "date"),
                message=f"活动“{name}”（{activity.date}）不在方案期限 {plan.period.start} 至 {plan.period.end} 之内",
                hint="改日期，或者调整方案的起止时间（period）",
            )


@rule("GJ213", title="交流人员的起止时间超出方案", severity="warning", requires=("GJ211",))
def assignment_outside_period(plan: Plan, context: Context) -> Iterator[Finding]:
    """交流人员在方案开始之前派出、或在方案结束之后才回来，多出的时间不在方案管的范围里。

    坏例：
    ```yaml
    assignments:
      - {kind: 跟岗, origin: partner, destination: yongli, period: 2025-2026学年}
    ```
    好例：
    ```yaml
    assignments:
      - {kind: 跟岗, origin: partner, destination: yongli, period: 2023-2024学年}
    ```
    """
    limit = until_the_holidays_end(plan.period, context.calendar)
    for index, assignment in enumerate(plan.assignments):
        period = assignment.period
        if period.start not in plan.period or period.end > limit:
            who = assignment.teacher or f"第 {index + 1} 名{assignment.kind}人员"
            yield Finding(
                at=("assignments", index, "period"),
                message=f"{who}的交流时间 {period.start} 至 {period.end}"
                f" 超出方案期限 {plan.period.start} 至 {plan.period.end}",
                hint="改交流时间，或者调整方案的起止时间（period）",
            )


def until_the_holidays_end(period: Period, calendar: Calendar) -> date:
    """Give the last day of a plan; one that lasts to the end of a term's teaching lasts through its holidays."""
    term = calendar.cell_of("学期", period.end)
    whole = calendar.covers("学期", term, period.start, period.end)
    return max(period.end, term.last) if whole else period.end
