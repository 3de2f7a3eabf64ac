"""The kinds of document (文种): which template prints each, what its words are, what it needs.

A new kind is a line here, a room in `views`, a template, and its name in `gongjian.cli.render`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from gongjian.document.errors import DocumentError
from gongjian.document.material import Material
from gongjian.document.tables import assigned, records, scheduled
from gongjian.document.views.agreement import agreeing, agreement
from gongjian.document.views.implementation import implementation
from gongjian.document.views.notice import notice
from gongjian.document.views.sheets import (
    comparison_sheet,
    leaders_sheet,
    ledger_sheet,
    roster_sheet,
    schedule_sheet,
    scores_sheet,
)
from gongjian.document.views.summary import has_done, summary
from gongjian.document.views.term_plan import has_work, term_of, term_plan
from gongjian.model.plan import Plan
from gongjian.model.school import Group

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class NothingToPrintError(DocumentError):
    """The plan has not what a kind of document is made of; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a kind of document is made of.

    Attributes:
        name: what is missing when it is not there, as in 没有交流人员.
        given: whether the material has it.
        hint: where to write it.
    """

    name: str
    given: Callable[[Material], object]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    Attributes:
        words: makes what the template sees: a dataclass whose fields are its names.
        needs: what it cannot be printed without.
        per_pairing: a plan with several pairings has a document of this kind for each.
        time: whether it is about the whole plan, may be about a term, or is about the first
            whole term unless another is asked for.
        uses_ledger: it takes the ledger, if there is any.
        uses_compliance: it takes the comparison with the policy packs.
    """

    name: str
    words: Callable[[Material], "DataclassInstance"]
    needs: tuple[Need, ...] = ()
    per_pairing: bool = False
    time: Literal["plan", "any", "term"] = "plan"
    uses_ledger: bool = False
    uses_compliance: bool = False

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"{self.name}.md.j2"

    def prepared(self, material: Material) -> Material:
        """Complete the material by what goes without saying.

        Raises:
            NothingToPrintError: what the kind needs is not there.
        """
        material = self._in_time(material)
        for need in self.needs:
            if not need.given(material):
                raise NothingToPrintError(f"没有{need.name}，印不出{self.name}", need.hint)
        return material

    def pairings(self, material: Material) -> tuple[Group | None, ...]:
        """Give the pairings to print a document for; one None when a single document is for all."""
        found = tuple(agreeing(material)) if self.per_pairing else ()
        return found if len(found) > 1 else (None,)

    def compares(self, plan: Plan) -> bool:
        """Tell whether the comparison with the policy packs is printed."""
        return self.uses_compliance or "指标对照表" in (plan.document.annexes or ())

    def _in_time(self, material: Material) -> Material:
        term, period = material.term, material.plan.period
        if self.time == "plan":
            return replace(material, term=None)
        if period.end < period.start:
            raise NothingToPrintError(f"方案的起止时间颠倒了，印不出{self.name}", "先改方案的 period")
        if term is None:
            first = self.time == "term"
            return replace(material, term=term_of(material.plan, material.calendar)) if first else material
        if term.last < period.start or period.end < term.first:
            raise NothingToPrintError(f"方案的起止时间里没有{term.name}，印不出{self.name}")
        return material


_IMPLEMENTATION = Kind("实施方案", implementation)
_ALL = (
    _IMPLEMENTATION,
    Kind("印发通知", notice),
    Kind(
        "结对协议书",
        agreement,
        (
            Need("结对关系", lambda it: it.plan.pairings(), "在方案里写 groups，或者写明各校的 role"),
            Need("结对双方的任务", agreeing, "承诺要写明承担方：by: 牵头校、成员校或学校编号"),
        ),
        per_pairing=True,
    ),
    Kind("工作计划", term_plan, (Need("这一时期的工作", has_work),), time="term"),
    Kind(
        "工作总结",
        summary,
        (Need("承诺、活动安排和台账", has_done),),
        uses_ledger=True,
        time="any",
    ),
    Kind(
        "指标对照表",
        comparison_sheet,
        (Need("可以对照的政策要求", lambda it: it.compliance, "在方案里写 policies，列出政策包"),),
        uses_compliance=True,
    ),
    Kind(
        "活动安排表",
        schedule_sheet,
        (Need("活动安排", scheduled, "在方案里写 activities"),),
        time="any",
    ),
    Kind(
        "交流人员花名册",
        roster_sheet,
        (Need("交流人员", assigned, "在方案里写 assignments"),),
        time="any",
    ),
    Kind(
        "台账",
        ledger_sheet,
        (Need("活动安排，也没有台账记录", records, "在方案里写 activities，或者记台账"),),
        uses_ledger=True,
        time="any",
    ),
    Kind(
        "考核评分表",
        scores_sheet,
        (
            Need(
                "评分项目",
                lambda it: it.plan.assessment and it.plan.assessment.items,
                "在方案里写 assessment 的 items",
            ),
        ),
    ),
    Kind(
        "领导小组名单",
        leaders_sheet,
        (
            Need(
                "领导小组的人员",
                lambda it: it.plan.leadership and it.plan.leadership.people(),
                "在方案里写 leadership",
            ),
        ),
    ),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
"""The kinds of document, by name."""

DEFAULT_KIND = _IMPLEMENTATION.name
