"""What templates see of a plan: the plan itself, and its facts already put into words.

A template is changed by people who do not program, so it calls nothing: sentences,
lists and tables stand ready under names that say what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gongjian.document import wording
from gongjian.document.tables import Grid, annexes
from gongjian.document.wording import Wording
from gongjian.model.measure import Block, Measure
from gongjian.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point: an optional heading that runs in, its text, and points below it."""

    heading: str
    text: str
    points: "tuple[Point, ...]" = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document under a heading: paragraphs, then points, then who answers for it."""

    heading: str
    text: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    duty: str = ""


@dataclass(frozen=True, slots=True)
class Pairings:
    """The pairings of one mode, a line each."""

    mode: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything an 实施方案 is made of, in words.

    Attributes:
        period: `2022年9月1日至2025年7月31日`, or the plan's own words.
        leaders: (role, people) a line.
        pairings: who is paired with whom, by mode; empty when a single pairing goes
            without saying.
        after: the author's own sections, by the part they stand behind.
        schedule: how many activities there are, in a sentence without its end.
        annexes: the tables that go with the document.
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


def view_of(plan: Plan) -> View:
    """Put a plan into words."""
    words = Wording(plan)
    sections: dict[str, list[Part]] = {}
    for section in plan.sections:
        sections.setdefault(section.after, []).append(_part(section, section.heading))
    blocks = {name: getattr(plan, name) for name in HEADINGS}
    return View(
        plan=plan,
        period=wording.period(plan.period),
        leaders=tuple(words.leaders(plan.leadership)) if plan.leadership else (),
        pairings=_pairings(plan, words),
        measures=tuple(_measure(measure, words) for measure in plan.measures),
        phases=tuple(_phase(plan, index) for index in range(len(plan.phases))),
        after={name: tuple(parts) for name, parts in sections.items()},
        parts={name: _part(block, HEADINGS[name]) for name, block in blocks.items() if block},
        schedule=wording.count_activities(plan) if plan.activities else "",
        annexes=tuple(annexes(plan)),
    )


def _part(block: Block, heading: str) -> Part:
    return Part(block.heading or heading, block.text, _points(block.points))


def _points(blocks: Sequence[Block]) -> tuple[Point, ...]:
    return tuple(Point(block.heading or "", "".join(block.text), _points(block.points)) for block in blocks)


def _measure(measure: Measure, words: Wording) -> Part:
    """Put the points first, then the commitments, in one run of numbers; a single one needs no number."""
    points = _points(measure.points) + tuple(
        Point("", words.commitment(each)) for each in measure.commitments
    )
    text = measure.text
    if len(points) == 1 and not points[0].heading and not points[0].points:
        text, points = (*text, points[0].text), ()
    return Part(measure.heading, text, points, words.duty(measure))


def _phase(plan: Plan, index: int) -> Part:
    phase = plan.phases[index]
    when = f"（{_months(plan, index)}）" if phase.period else ""
    return Part(phase.heading + when, phase.text, _points(phase.points))


def _months(plan: Plan, index: int) -> str:
    """Write a phase's time by months, as phases are told."""
    span = plan.phases[index].period
    assert span is not None
    if span.label:
        return span.label
    first, last = f"{span.start.year}年{span.start.month}月", f"{span.end.year}年{span.end.month}月"
    return first if first == last else f"{first}至{last}"


def _pairings(plan: Plan, words: Wording) -> tuple[Pairings, ...]:
    """List the pairings by mode, in the order the modes first come."""
    if not plan.groups and not plan.pairing:
        return ()
    lines: dict[str, list[str]] = {}
    for group in plan.pairings():
        lines.setdefault(group.mode or plan.mode, []).append(words.pairing(group))
    return tuple(Pairings(mode, tuple(found)) for mode, found in lines.items())
