"""The words of documents that are a table: 活动安排表, 花名册, 台账, 评分表, 名单, 对照表."""

from dataclasses import dataclass, replace

from gongjian.document.compliance import OUTCOMES, Compliance
from gongjian.document.grid import Grid
from gongjian.document.material import Material
from gongjian.document.naming import days_of, issuers, title_for
from gongjian.document.tables import comparison_tables, leaders, records, roster, schedule, scores
from gongjian.document.wording import booked
from gongjian.model.plan import Bundling, Plan


@dataclass(frozen=True, slots=True)
class SheetView:
    """A title and tables.

    Attributes:
        subtitle: the lines under the title.
        tables: mostly one.
        recorded: of a 台账, whether there is a ledger; else it is to be filled in.
        notes: remarks after the tables.
        total: of a 考核评分表, the sum of the points.
    """

    plan: Plan
    title: str
    subtitle: tuple[str, ...]
    tables: tuple[Grid, ...]
    recorded: bool = True
    notes: tuple[str, ...] = ()
    total: int = 0


def _sheet(material: Material, title: str, *grids: Grid) -> SheetView:
    return SheetView(material.plan, title, (f"（{days_of(material)}）",), tuple(filter(None, grids)))


def schedule_sheet(material: Material) -> SheetView:
    """Make a 活动安排表."""
    return _sheet(material, title_for(material, "活动安排表"), schedule(material))


def roster_sheet(material: Material) -> SheetView:
    """Make a 交流人员花名册."""
    return _sheet(material, title_for(material, "交流人员花名册"), roster(material))


def ledger_sheet(material: Material) -> SheetView:
    """Make a 台账."""
    made = _sheet(material, title_for(material, "工作台账"), records(material))
    return replace(made, recorded=material.ledger is not None)


def leaders_sheet(material: Material) -> SheetView:
    """Make a 领导小组名单."""
    plan = material.plan
    assert plan.leadership is not None
    body = plan.leadership.name
    title = title_for(material, f"{body}名单") if body == "领导小组" else f"{issuers(plan)}{body}名单"
    return SheetView(plan, title, (), (leaders(material),))


def scores_sheet(material: Material) -> SheetView:
    """Make a 考核评分表; the columns for the scores are the template's."""
    assessment = material.plan.assessment
    assert assessment is not None
    made = _sheet(material, title_for(material, "考核评分表"), scores(material))
    total = sum(item.points for item in assessment.items)
    notes = (_bundled(assessment.bundling),) if assessment.bundling else ()
    return replace(made, total=total, notes=notes)


def comparison_sheet(material: Material) -> SheetView:
    """Make a 指标对照表."""
    compliance = material.compliance
    subtitle = (f"（对照{'、'.join(compliance.papers)}）", _outcome(compliance))
    title = f"{booked(material.plan.title)}指标对照表"
    return SheetView(material.plan, title, subtitle, tuple(comparison_tables(compliance)))


def _outcome(compliance: Compliance) -> str:
    """Count the verdicts: 量化指标5项：满足4项、无法保证1项；其他要求7项：满足7项."""
    verdicts = [each.verdict for each in compliance.comparisons]
    quotas = [f"{name}{verdicts.count(name)}项" for name in OUTCOMES if name in verdicts]
    met = sum(each.met for each in compliance.checks)
    unmet = len(compliance.checks) - met
    others = [f"{name}{count}项" for name, count in (("满足", met), ("不足", unmet)) if count]
    parts = [
        f"{name}{len(found)}项：{'、'.join(counted)}"
        for name, found, counted in (
            ("量化指标", compliance.comparisons, quotas),
            ("其他要求", compliance.checks, others),
        )
        if found
    ]
    return "；".join(parts)


def _bundled(bundling: Bundling) -> str:
    """Say how the scores of lead and members are put together."""
    rise = bundling.exempt_rise
    exempt = f"成员校名次比上一年上升{rise}名以上（含{rise}名）的，牵头校按自身得分计算。" if rise else ""
    return f"捆绑考核：牵头校最终得分＝自身得分×{bundling.lead:g}%＋成员校平均得分×{bundling.members:g}%。{exempt}"
