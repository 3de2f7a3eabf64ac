"""The words of a 工作计划: what of the plan falls into a term or a school year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongjian.document.doings import doings, postings
from gongjian.document.grid import Column, Grid, make_grid
from gongjian.document.material import Material
from gongjian.document.naming import matter, title_in_time
from gongjian.document.tables import assigned, schedule, scheduled
from gongjian.document.views.parts import Part, phase_part
from gongjian.document.wording import Wording, before, booked
from gongjian.model.activity import Activity
from gongjian.model.calendar import Calendar, Cell
from gongjian.model.counting import carries_out, scheduled_amount
from gongjian.model.dates import Period
from gongjian.model.measure import Commitment, Measure
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota, VagueQuota

_DRAWN_UP = timedelta(days=60)
"""A work plan may bear the plan's own date when that is no earlier than so long before the term."""

_EVERY_TERM = frozenset({"学期", "月", "周"})
"""Periods of which every term has at least one."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something due by a day: what, by whom."""

    day: date
    task: str
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class TermPlanView:
    """Everything a work plan is made of, in words.

    Attributes:
        title: `永利小学2022—2023学年第一学期结对共建工作计划`.
        booked: the plan's title in 《》.
        matter: what the work is: 结对共建.
        term: `2022—2023学年第一学期`.
        this: 本学期, 本学年 or 这一时期.
        quotas: what is promised for the term, and what is arranged.
        work: what is scheduled, a part a measure.
        people: who is sent where, a sentence each.
        phases: the phases of the plan that the term lies in.
        due: what is due when.
        annexes: the schedule of the term.
        date: the date of the document, where it is known.
    """

    plan: Plan
    title: str
    booked: str
    matter: str
    term: str
    this: str
    quotas: Grid
    work: tuple[Part, ...]
    people: tuple[str, ...]
    phases: tuple[Part, ...]
    due: Grid
    annexes: tuple[Grid, ...]
    date: date | None


def term_of(plan: Plan, calendar: Calendar) -> Cell:
    """Give the term that a work plan is for unless another is asked for: the first whole one of the plan."""
    cells = calendar.cells("学期", plan.period.start, plan.period.end)
    whole = [cell for cell in cells if cell.whole]
    return whole[0] if whole else Cell(plan.period.start, plan.period.end, "方案期内")


def term_plan(material: Material) -> TermPlanView:
    """Put the work of a term into words."""
    plan, term = material.plan, material.term
    assert term is not None
    words = Wording(plan)
    table = schedule(material)
    drawn_up = term.first - _DRAWN_UP <= plan.document.date <= term.last
    return TermPlanView(
        plan=plan,
        title=title_in_time(material, "工作计划"),
        booked=booked(plan.title),
        matter=matter(plan),
        term=term.name,
        this=next((f"本{word}" for word in ("学期", "学年", "年") if term.name.endswith(word)), "这一时期"),
        quotas=_quotas(material, term),
        work=tuple(_work(material)),
        people=tuple(postings(assigned(material), words)),
        phases=tuple(phase_part(each) for each in plan.phases if each.period and _meets(each.period, term)),
        due=_due(material, term),
        annexes=(table,) if table else (),
        date=plan.document.date if drawn_up else None,
    )


def has_work(material: Material) -> bool:
    """Tell whether anything of the plan falls into the term."""
    view = term_plan(material)
    return bool(view.quotas or view.work or view.people or view.due or view.phases)


def _quotas(material: Material, term: Cell) -> Grid:
    """List what is promised for the term: what comes round in it, and what is arranged in it."""
    plan = material.plan
    rows = [
        (each, _in_term(material, each, term), arranged)
        for _, each in plan.commitments()
        if (arranged := _arranged(material, each, term)) or _comes_round(each, material)
    ]
    columns: tuple[Column[tuple[Commitment, str, str]], ...] = (
        Column("工作", lambda row: row[0].activity),
        Column("指标", lambda row: row[1]),
        Column("已作安排", lambda row: row[2] or "—", centred=True),
        Column("责任人", lambda row: Wording(plan).party(row[0].responsible), centred=True),
        Column("佐证材料", lambda row: "、".join(row[0].evidence)),
    )
    return make_grid("", columns, rows)


def _comes_round(commitment: Commitment, material: Material) -> bool:
    """Tell whether something is promised for every term; or for every year, and arranged for none."""
    periods = {each.period for each in commitment.quota if isinstance(each, Quota)}
    if not periods.isdisjoint(_EVERY_TERM):
        return True
    return not periods.isdisjoint({"学年", "年"}) and not _arranged(material, commitment, None)


def _in_term(material: Material, commitment: Commitment, term: Cell) -> str:
    """Give a commitment's quotas in prose; in a plan for one term, 每学期 goes without saying."""
    terms = material.calendar.cells("学期", term.first, term.last)
    single = len(terms) == 1 and terms[0].whole
    return "，".join(
        _said(
            replace(each, period=None)
            if isinstance(each, Quota) and single and each.period == "学期"
            else each
        )
        for each in commitment.quota
    )


def _said(quota: Quota | VagueQuota) -> str:
    return quota.prose if isinstance(quota, Quota) else quota.word


def _arranged(material: Material, commitment: Commitment, term: Cell | None) -> str:
    amounts = (
        scheduled_amount(material.plan, commitment, quota, term, material.kinds)
        for quota in commitment.quota
        if isinstance(quota, Quota)
    )
    return "、".join(dict.fromkeys(f"{number}{unit}" for number, unit in filter(None, amounts) if number))


def _work(material: Material) -> Iterator[Part]:
    """Say what is scheduled under each measure, and what is not yet; what belongs to none comes last."""
    left = scheduled(material)
    alone = True
    for measure in material.plan.measures:
        mine = [each for each in left if _belongs(each, measure, material)]
        left = [each for each in left if each not in mine]
        open_ = [
            each.activity
            for each in measure.commitments
            if _comes_round(each, material) and not _arranged(material, each, material.term)
        ]
        if mine or open_:
            alone = False
            text = (f"{doings(mine, measure.commitments, material.kinds)}。",) if mine else ()
            missing = f"{'、'.join(dict.fromkeys(open_))}的时间和责任人" if open_ else ""
            yield Part(measure.heading, text, missing=missing)
    if left:
        heading = "开展活动" if alone else "其他活动"
        yield Part(heading, (f"{doings(left, (), material.kinds)}。",))


def _belongs(activity: Activity, measure: Measure, material: Material) -> bool:
    return any(carries_out(activity, each, material.kinds) for each in measure.commitments)


def _meets(period: Period, term: Cell) -> bool:
    return period.start <= term.last and term.first <= period.end


def _due(material: Material, term: Cell) -> Grid:
    """List what is due in the term: measures and shares of commitments."""
    plan = material.plan
    words = Wording(plan)
    found: list[Due] = []
    for measure in plan.measures:
        who = words.party(measure.responsible)
        if measure.deadline:
            found += [Due(it, measure.heading, who) for it in _falling(measure.deadline, term, plan)]
        for each in measure.commitments:
            for step in each.milestones:
                share = "全面完成" if step.percent == 100 else f"完成{step.percent:g}%"
                task, by = f"{each.activity}{share}", words.party(each.responsible) or who
                found += [Due(it, task, by) for it in _falling(step.by, term, plan)]
    columns: tuple[Column[Due], ...] = (
        Column("时限", lambda it: f"{it.day.year}年{before((it.day.month, it.day.day))}"),
        Column("任务", lambda it: it.task),
        Column("责任单位", lambda it: it.responsible, centred=True),
    )
    return make_grid("", columns, sorted(found, key=lambda it: it.day))


def _falling(month_day: tuple[int, int], term: Cell, plan: Plan) -> Iterator[date]:
    """Yield the days of the term, within the plan, that a day of every year falls on."""
    for year in range(term.first.year, term.last.year + 1):
        try:
            found = date(year, *month_day)
        except ValueError:  # 29 February
            continue
        if found in term and found in plan.period:
            yield found
