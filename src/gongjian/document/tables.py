"""The lists of a plan and of its ledger as tables: what the annexes print."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gongjian.document.compliance import Check, Comparison, Compliance
from gongjian.document.grid import Column, Grid, blank, make_grid
from gongjian.document.material import Material
from gongjian.document.wording import Wording, period, spaced, span
from gongjian.model.activity import Activity, Assignment
from gongjian.model.ledger import Record
from gongjian.model.people import Person
from gongjian.model.plan import Annex, ScoreItem

if TYPE_CHECKING:
    from gongjian.model.school import Group

CUSTOMARY: tuple[Annex, ...] = ("活动安排表", "交流人员花名册")
"""The annexes of a plan that names none; those without entries are left out."""


def annexes(material: Material) -> list[Grid]:
    """Make the tables that go with the plan: those it names, else one for each list it has."""
    wanted = material.plan.document.annexes
    made = (grid for annex in (CUSTOMARY if wanted is None else wanted) for grid in TABLES[annex](material))
    return [grid for grid in made if grid]


def schedule(material: Material) -> Grid:
    """活动安排表: what is scheduled, in the order of time."""
    words = Wording(material.plan)
    columns: tuple[Column[Activity], ...] = (
        Column("时间", lambda a: span(a.date)),
        Column("活动类型", lambda a: a.activity),
        Column("活动名称", lambda a: a.title or ""),
        Column("次数", lambda a: str(a.count) if a.count > 1 else "", centred=True),
        Column("学科", lambda a: a.subject or "", centred=True),
        Column("年级", lambda a: a.grade or "", centred=True),
        Column("承担学校", lambda a: words.party(a.by)),
        Column("活动地点", words.venue),
        Column("参加学校", lambda a: words.party(a.schools)),
        Column("人数", lambda a: str(a.people or ""), centred=True),
        Column("责任人", lambda a: words.party(a.responsible), centred=True),
        Column("备注", lambda a: a.note or ""),
    )
    return make_grid("活动安排表", columns, scheduled(material))


def scheduled(material: Material) -> list[Activity]:
    """List the activities of the term (of the plan without one) in the order of time."""
    term = material.term
    found = [each for each in material.plan.activities if term is None or each.date.first in term]
    return sorted(found, key=lambda each: (each.date.first, each.date.last))


def roster(material: Material) -> Grid:
    """交流人员花名册: who is sent where."""
    words = Wording(material.plan)
    columns: tuple[Column[Assignment], ...] = (
        Column("姓名", lambda a: spaced(a.teacher or ""), centred=True, kept=True),
        Column("性别", lambda a: a.sex or "", centred=True),
        Column("出生年月", lambda a: f"{a.born.year}年{a.born.month}月" if a.born else "", centred=True),
        Column("职务", lambda a: "、".join(a.post)),
        Column("任教学科", lambda a: "、".join(a.subject)),
        Column("形式", lambda a: a.kind, centred=True),
        Column("派出学校", lambda a: words.school(a.origin)),
        Column("接收学校", lambda a: words.school(a.destination)),
        Column("起止时间", lambda a: period(a.period)),
        Column("周课时", lambda a: str(a.lessons or ""), centred=True),
        Column("备注", lambda a: a.note or ""),
    )
    return make_grid("交流人员花名册", columns, assigned(material))


def assigned(material: Material) -> list[Assignment]:
    """List the people sent in the term, between the schools of the group."""
    term, group = material.term, material.group
    schools = {group.lead, *group.members} if group else set()
    return [
        each
        for each in material.plan.assignments
        if (term is None or (each.period.start <= term.last and term.first <= each.period.end))
        and (group is None or {each.origin, each.destination} <= schools)
    ]


def leaders(material: Material) -> Grid:
    """领导小组名单: who leads."""
    words = Wording(material.plan)

    def office(person: Person) -> str:
        where = words.full_name(person.school) if person.school else person.unit or ""
        return where + "、".join(person.post)

    columns: tuple[Column[tuple[str, Person]], ...] = (
        Column("组内职务", lambda it: it[0], centred=True),
        Column("姓名", lambda it: spaced(it[1].name or ""), centred=True, kept=True),
        Column("单位及职务", lambda it: office(it[1])),
        Column("分工", lambda it: it[1].duty or ""),
        Column("联系电话", lambda it: it[1].phone or "", centred=True),
    )
    leadership = material.plan.leadership
    people = leadership.people() if leadership else []
    return make_grid("领导小组名单", columns, [(role, person) for _, role, person in people])


def pairings(material: Material) -> Grid:
    """结对学校名单: who is paired with whom."""
    words = Wording(material.plan)
    columns: tuple[Column[Group], ...] = (
        Column("模式", lambda group: group.mode or material.plan.mode, centred=True),
        Column("牵头校", lambda group: words.full_name(group.lead)),
        Column("成员校", lambda group: "、".join(map(words.full_name, group.members))),
        Column("备注", lambda group: group.note or ""),
    )
    return make_grid("结对学校名单", columns, material.plan.pairings())


def scores(material: Material) -> Grid:
    """考核评分表: what is worth how many points."""
    columns: tuple[Column[ScoreItem], ...] = (
        Column("考核项目", lambda item: item.item),
        Column("分值", lambda item: str(item.points), centred=True),
        Column("评分标准", lambda item: item.standard or ""),
    )
    assessment = material.plan.assessment
    return make_grid("考核评分表", columns, assessment.items if assessment else ())


def records(material: Material) -> Grid:
    """台账: what was carried out; without a ledger, what is scheduled, with columns to fill in."""
    if material.ledger:
        return _recorded(material)
    words = Wording(material.plan)
    evidence = {each.id: each.evidence for _, each in material.plan.commitments()}
    columns: tuple[Column[Activity], ...] = (
        Column("计划时间", lambda a: span(a.date)),
        Column("活动类型", lambda a: a.activity),
        Column("活动名称", lambda a: a.title or ""),
        Column("活动地点", words.venue),
        blank("实际时间"),
        blank("参加人数"),
        blank("完成情况与成效"),
        Column("佐证材料", lambda a: "、".join(evidence.get(a.commitment or "", ())), kept=True),
        Column("责任人", lambda a: words.party(a.responsible), centred=True, kept=True),
    )
    return make_grid("台账", columns, scheduled(material))


def _recorded(material: Material) -> Grid:
    words = Wording(material.plan)
    columns: tuple[Column[Record], ...] = (
        Column("时间", lambda r: span(r.date)),
        Column("活动类型", lambda r: r.activity),
        Column("活动名称", lambda r: r.title or ""),
        Column("数量", lambda r: str(r.count), centred=True),
        Column("学科", lambda r: r.subject or "", centred=True),
        Column("承担学校", lambda r: words.party(r.by)),
        Column("活动地点", words.venue),
        Column("参加学校", lambda r: words.party(r.schools)),
        Column("交流人员", lambda r: "、".join(r.teacher), centred=True),
        Column("人数", lambda r: str(r.people or ""), centred=True),
        Column("成效", lambda r: (r.result or "").removesuffix("。")),
        Column("佐证材料", lambda r: "、".join(r.evidence)),
        Column("责任人", lambda r: words.party(r.responsible), centred=True),
        Column("备注", lambda r: r.note or ""),
    )
    return make_grid("台账", columns, recorded(material))


def recorded(material: Material) -> list[Record]:
    """List the records of the term in the order of time."""
    if not material.ledger:
        return []
    term = material.term
    found = [each for each in material.ledger.records if term is None or each.date.first in term]
    return sorted(found, key=lambda each: (each.date.first, each.date.last))


def comparison_tables(compliance: Compliance) -> list[Grid]:
    """指标对照表: quotas in one table, the other requirements in another; each with anything in it.

    Where all is from one paper the rows name the clause alone.
    """
    papers = compliance.papers

    def clause(of: Comparison | Check) -> str:
        return of.clause if len(papers) == 1 else of.document + of.clause

    quotas: tuple[Column[Comparison], ...] = (
        Column("政策要求", lambda it: it.requirement.removesuffix("。")),
        Column("条款", clause, centred=len(papers) == 1),
        Column("要求指标", lambda it: it.demanded),
        Column("方案承诺", lambda it: it.commitment or "—"),
        Column("已作安排", lambda it: it.scheduled or "—"),
        Column("结论", lambda it: it.verdict, centred=True),
        Column("说明", lambda it: it.reason.removesuffix("。")),
    )
    others: tuple[Column[Check], ...] = (
        Column("政策要求", lambda it: it.requirement.removesuffix("。")),
        Column("条款", clause, centred=len(papers) == 1),
        Column("结论", lambda it: "满足" if it.met else "不足", centred=True),
        Column("说明", lambda it: it.reason.removesuffix("。")),
    )
    made = (
        make_grid("量化指标对照表", quotas, compliance.comparisons),
        make_grid("其他要求对照表", others, compliance.checks),
    )
    return [grid for grid in made if grid]


TABLES: dict[Annex, Callable[[Material], list[Grid]]] = {
    "活动安排表": lambda material: [schedule(material)],
    "交流人员花名册": lambda material: [roster(material)],
    "领导小组名单": lambda material: [leaders(material)],
    "结对学校名单": lambda material: [pairings(material)],
    "考核评分表": lambda material: [scores(material)],
    "指标对照表": lambda material: comparison_tables(material.compliance),
}
"""The tables that a plan may name as annexes."""
