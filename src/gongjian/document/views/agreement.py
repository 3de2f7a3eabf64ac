"""The words of a 结对协议书: the same commitments, as the duties of 甲方 and 乙方."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongjian.document.grid import Grid
from gongjian.document.material import Material
from gongjian.document.naming import matter
from gongjian.document.prose import hanzi
from gongjian.document.sides import Side, Sides
from gongjian.document.tables import roster
from gongjian.document.views.parts import Point, plain_points, points_of
from gongjian.document.wording import Wording, booked, day
from gongjian.model.agreement import Agreement
from gongjian.model.measure import Measure
from gongjian.model.plan import Plan
from gongjian.model.school import Group


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Everything an agreement is made of, in words.

    Attributes:
        title: `永利小学与共建小学结对共建协议书`.
        booked: the plan's title in 《》.
        matter: what the agreement is about: 结对共建.
        lead: the name of 甲方.
        members: the names of 乙方.
        together: what both are called as one: 双方.
        period: `自2022年9月1日起至2025年7月31日止`.
        content: what they do together, a point a measure.
        lead_duties, member_duties, shared_duties: duties, one a point.
        funds: who pays for what; may be empty.
        breach: what happens when a side fails.
        copies: how many copies there are and who keeps them.
        signing: who signs, two side by side, the last maybe alone.
        people: the people sent between them; a wide table becomes an annex.
    """

    plan: Plan
    title: str
    booked: str
    matter: str
    lead: str
    members: tuple[str, ...]
    together: str
    period: str
    content: tuple[Point, ...]
    lead_duties: tuple[Point, ...]
    member_duties: tuple[Point, ...]
    shared_duties: tuple[Point, ...]
    funds: tuple[str, ...]
    breach: tuple[str, ...]
    copies: str
    signing: tuple[tuple[str, ...], ...]
    people: Grid


def agreement(material: Material) -> AgreementView:
    """Put the agreement of one pairing into words."""
    plan, group = material.plan, agreeing(material)[0]
    sides = Sides(plan, group, material.kinds)
    words = Wording(plan)
    terms = plan.agreement or Agreement()
    lead, members = sides.lead.name, tuple(school.name for school in sides.members)
    what = matter(plan.model_copy(update={"mode": group.mode or plan.mode}))
    filed = "、".join(terms.filed_with) or "教育行政部门"
    return AgreementView(
        plan=plan,
        title=f"{_parties(lead, members)}{what}协议书",
        booked=booked(plan.title),
        matter=what,
        lead=lead,
        members=members,
        together="双方" if sides.alone else "各方",
        period=f"自{day(plan.period.start)}起至{day(plan.period.end)}止",
        content=tuple(_content(each, sides) for each in _measures(sides) if each.text or each.points),
        lead_duties=_duties(sides, words, "甲方", terms.lead),
        member_duties=_duties(sides, words, "乙方", terms.members),
        shared_duties=_duties(sides, words, "双方", terms.both),
        funds=terms.funds,
        breach=terms.breach
        or (f"一方没有履行本协议的，对方可以书面要求其限期改正；逾期不改正的，报请{filed}协调处理。",),
        copies=_copies(terms, len(members)),
        signing=_signing(members),
        people=roster(replace(material, group=group)),
    )


def _parties(lead: str, members: tuple[str, ...]) -> str:
    """Name the parties in the title; more than two are counted."""
    if len(members) == 1:
        return f"{lead}与{members[0]}"
    return f"{lead}等{hanzi(len(members) + 1, '校')}"


def agreeing(material: Material) -> list[Group]:
    """List the pairings that have anything to agree on."""
    return [
        group
        for group in material.plan.pairings()
        if material.group in (None, group) and _measures(Sides(material.plan, group, material.kinds))
    ]


def _measures(sides: Sides) -> list[Measure]:
    return [measure for measure in sides.plan.measures if sides.concerns(measure)]


def _content(measure: Measure, sides: Sides) -> Point:
    """Say what a measure is: its text, without one its points."""
    text = sides.spoken("".join(measure.text))
    return Point(measure.heading, text, () if text else _spoken(points_of(measure.points), sides))


def _spoken(points: Sequence[Point], sides: Sides) -> tuple[Point, ...]:
    return tuple(
        Point(point.heading, sides.spoken(point.text), _spoken(point.points, sides)) for point in points
    )


def _duties(sides: Sides, words: Wording, side: Side, more: tuple[str, ...]) -> tuple[Point, ...]:
    promised = [
        sides.spoken(words.commitment(sides.promised(commitment)))
        for measure in _measures(sides)
        for commitment in measure.commitments
        if sides.side_of(commitment) == side
    ]
    return plain_points([*promised, *more])


def _copies(terms: Agreement, members: int) -> str:
    """Say how many copies there are: each party keeps as many, the rest is filed."""
    parties, filed = members + 1, len(terms.filed_with)
    copies = max(terms.copies or 0, parties + filed)
    each, left = divmod(copies - filed, parties)
    keep = "甲方、乙方" if members == 1 else "甲方和乙方各校"
    parts = [f"本协议一式{hanzi(copies, '份')}", f"{keep}各执{hanzi(each, '份')}"]
    if filed:
        parts.append(f"报{'、'.join(terms.filed_with)}备案{'各' if filed > 1 else ''}一份")
    if left:
        parts.append(f"另{hanzi(left, '份')}存档")
    return "，".join(parts)


def _signing(members: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Set the parties two by two."""
    parties = ["甲方", "乙方"] if len(members) == 1 else ["甲方", *(f"乙方{name}" for name in members)]
    return tuple(tuple(parties[start : start + 2]) for start in range(0, len(parties), 2))
