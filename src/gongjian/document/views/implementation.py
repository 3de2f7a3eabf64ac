"""The words of an 实施方案."""

from dataclasses import dataclass

from gongjian.document import wording
from gongjian.document.grid import Grid
from gongjian.document.material import Material
from gongjian.document.tables import annexes
from gongjian.document.views.parts import Part, measure_part, part_of, phase_part
from gongjian.document.wording import Wording
from gongjian.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Pairings:
    """The pairings of one mode, a line each."""

    mode: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImplementationView:
    """Everything an 实施方案 is made of, in words.

    Attributes:
        period: `2022年9月1日至2025年7月31日`, or the plan's own words.
        leaders: (role, people) a line.
        pairings: who is paired with whom, by mode; empty when a single pairing goes
            without saying.
        after: the author's own sections, by the part they stand behind.
        schedule: how many activities there are, in a sentence without its end.
        annexes: the tables that go with the document.
        issued: whether the plan is printed inside the notice that issues it, without a head
            and a sign-off of its own.
    """

    plan: Plan
    period: str
    leaders: tuple[tuple[str, str], ...]
    pairings: tuple[Pairings, ...]
    measures: tuple[Part, ...]
    phases: tuple[Part, ...]
    after: dict[str, tuple[Part, ...]]
    parts: dict[str, Part]
    schedule: str
    annexes: tuple[Grid, ...]
    issued: bool


HEADINGS = {
    "guiding": "指导思想",
    "principles": "基本原则",
    "goals": "工作目标",
    "pairing": "结对安排",
    "assessment": "考核评价",
    "safeguards": "保障措施",
    "requirements": "工作要求",
}
"""The customary heading of each part, for authors who name none."""


def implementation(material: Material) -> ImplementationView:
    """Put a plan into words."""
    plan = material.plan
    words = Wording(plan)
    sections: dict[str, list[Part]] = {}
    for section in plan.sections:
        sections.setdefault(section.after, []).append(part_of(section, section.heading))
    blocks = {name: getattr(plan, name) for name in HEADINGS}
    return ImplementationView(
        plan=plan,
        period=wording.period(plan.period),
        leaders=tuple(words.leaders(plan.leadership)) if plan.leadership else (),
        pairings=_pairings(plan, words),
        measures=tuple(measure_part(measure, words) for measure in plan.measures),
        phases=tuple(map(phase_part, plan.phases)),
        after={name: tuple(parts) for name, parts in sections.items()},
        parts={name: part_of(block, HEADINGS[name]) for name, block in blocks.items() if block},
        schedule=wording.count_activities(plan) if plan.activities else "",
        annexes=tuple(annexes(material)),
        issued=False,
    )


def _pairings(plan: Plan, words: Wording) -> tuple[Pairings, ...]:
    """List the pairings by mode, in the order the modes first come."""
    if not plan.groups and not plan.pairing:
        return ()
    lines: dict[str, list[str]] = {}
    for group in plan.pairings():
        lines.setdefault(group.mode or plan.mode, []).append(words.pairing(group))
    return tuple(Pairings(mode, tuple(found)) for mode, found in lines.items())
