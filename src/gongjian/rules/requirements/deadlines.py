"""GJ313: what papers want done by a day of the year: measures, the plan itself, the summary."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from gongjian.model.calendar import Cell
from gongjian.model.finding import Finding
from gongjian.model.measure import Measure
from gongjian.model.plan import Plan
from gongjian.model.policy import DeadlineRequirement, Policy
from gongjian.model.texts import measure_texts
from gongjian.rules.requirements.matching import binding, unmet
from gongjian.rules.rule import Context, rule

_SUMMARY = "总结"


@rule("GJ313", title="完成时限晚于政策要求")
def deadline_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策规定了完成时限的事项，方案里要有这项措施，时限不能更晚。

    几项措施都写到的，看小标题写到的那一项，再看写了时限的那一项。

    规定了方案什么时候报的，看成文日期；规定了总结什么时候报的，活动安排里每学年要排总结，
    或者有一项写总结的措施，时间都不能更晚。

    坏例：
    ```yaml
    measures:
      - {heading: 宣传报道, deadline: 12月底}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: deadline, clause: 三（七）, text: 宣传工作11月底前完成。, topic: [宣传], by: 11-30}
    ```
    好例：
    ```yaml
    measures:
      - {heading: 宣传报道, deadline: 11月底}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: deadline, clause: 三（七）, text: 宣传工作11月底前完成。, topic: [宣传], by: 11-30}
    ```
    """
    checks = {"措施": _measure, "方案": _plan_itself, "总结": _summary}
    for pack, requirement in binding(context, DeadlineRequirement):
        yield from checks[requirement.of](plan, context, pack, requirement)


def _measure(
    plan: Plan, context: Context, pack: Policy, requirement: DeadlineRequirement
) -> Iterator[Finding]:
    found = _measure_about(context, requirement.topic)
    due = day_of_year(requirement.by)
    if found is None:
        yield unmet(
            pack, requirement, ("measures",), f"没有写到“{requirement.topic[0]}”的措施，应在{due}前完成",
            f"加一项措施，写明 deadline: {literal(requirement.by)}", key=True,
        )  # fmt: skip
        return
    index, measure = found
    if measure.deadline is None or measure.deadline > requirement.by:
        yield unmet(
            pack, requirement, ("measures", index, "deadline" if measure.deadline else "heading"),
            f"“{measure.heading}”应在{due}前完成，" + _said(measure), f"写 deadline: {literal(requirement.by)}",
        )  # fmt: skip


def _measure_about(context: Context, words: tuple[str, ...]) -> tuple[int, Measure] | None:
    """Find the measure about something: rather one whose heading says so, rather one that has a deadline."""
    found = [
        (index, each) for index, each in enumerate(context.plan.measures) if _is_about(context, index, words)
    ]

    def distance(found: tuple[int, Measure]) -> tuple[bool, bool]:
        return not any(word in found[1].heading for word in words), found[1].deadline is None

    return min(found, key=distance, default=None)


def _plan_itself(
    plan: Plan, context: Context, pack: Policy, requirement: DeadlineRequirement
) -> Iterator[Finding]:
    """The plan is due on that day of the year which is nearest to its beginning."""
    made, due = plan.document.date, due_day(requirement.by, plan.period.start)
    if made > due:
        yield unmet(
            pack, requirement, ("document", "date"),
            f"方案应在{full_date(due)}前成文，成文日期写的是{full_date(made)}",
            "核对成文日期；确实晚了的，报批后写豁免",
        )  # fmt: skip


def due_day(by: tuple[int, int], start: date) -> date:
    """Give the day by which a plan is due that begins on a day: the nearest such day of a year."""
    dates = [_in_year(by, start.year + shift) for shift in (-1, 0, 1)]
    return min(dates, key=lambda day: abs(day - start))


def _summary(
    plan: Plan, context: Context, pack: Policy, requirement: DeadlineRequirement
) -> Iterator[Finding]:
    """A measure with a deadline is enough for all years; else every school year needs its summary."""
    measures = [
        m for i, m in enumerate(plan.measures) if _is_about(context, i, requirement.topic or (_SUMMARY,))
    ]
    if any(m.deadline and m.deadline <= requirement.by for m in measures):
        return
    held = [each.date.last for each in plan.activities if context.is_a(each.activity, _SUMMARY)]
    for cell in context.calendar.binding("学年", plan.period.start, plan.period.end):
        due = _within(requirement.by, cell)
        if not any(cell.first <= day <= due for day in held):
            yield unmet(
                pack, requirement, ("activities",) if plan.activities else ("measures",),
                f"{cell.name}没有排总结，应在{full_date(due)}前",
                f"在 activities 里排一次 {{date: {due}, activity: {_SUMMARY}}}，或者写一项总结的措施和完成时限", key=True,
            )  # fmt: skip


def _within(month_day: tuple[int, int], cell: Cell) -> date:
    """The first such day in a stretch of days; its end when there is none."""
    days = (_in_year(month_day, year) for year in range(cell.first.year, cell.last.year + 1))
    return next((day for day in days if day in cell), cell.last)


def _in_year(month_day: tuple[int, int], year: int) -> date:
    """That day of a year; of 2月29日 the last of February."""
    month, day = month_day
    return date(year, month, min(day, monthrange(year, month)[1]))


def full_date(day: date) -> str:
    """Write a date as papers do: 2022年9月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _is_about(context: Context, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether a measure speaks of one of the words."""
    texts: dict[int, str] = context.memo.get("measures", {})
    if not texts:
        for path, text in measure_texts(context.plan):
            number = int(path[1])
            texts[number] = f"{texts.get(number, '')}\n{text}"
        context.memo["measures"] = texts
    return any(word in texts[index] for word in words)


def _said(measure: Measure) -> str:
    return f"方案写的是{day_of_year(measure.deadline)}前" if measure.deadline else "方案没有写完成时限"


def day_of_year(day: tuple[int, int]) -> str:
    """Write a day of the year: 6月15日."""
    return f"{day[0]}月{day[1]}日"


def literal(day: tuple[int, int]) -> str:
    """Write a day of the year as plans do: 06-15."""
    return f"{day[0]:02}-{day[1]:02}"
