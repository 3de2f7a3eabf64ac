"""What the rules over all plans need of one plan: small, and fit to be sent to another process or kept in a cache.

Nothing here refers to the plan itself, so that a repository of ten thousand plans is held in a few megabytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from gongjian.model.finding import Citation, Path, Severity
from gongjian.model.school_names import name_key
from gongjian.model.sending import sent_by_fields
from gongjian.rules.standards import Standards

if TYPE_CHECKING:
    from gongjian.model.plan import Plan
    from gongjian.model.policy import DeadlineRequirement, Policy, StructureRequirement
    from gongjian.model.school import Group, School

V = TypeVar("V")

SUMMARY_VERSION = 3
"""Another number for another form: summaries that are kept carry it."""


@sent_by_fields
@dataclass(frozen=True, slots=True)
class Party:
    """A school as a plan has it.

    Attributes:
        index: which of the plan's schools.
        id: what the plan calls it.
        name: its name in the plan.
        key: what tells it from all other schools: the registry's key, else its name's.
        registered: whether the registry knows it.
        body: whether it is no school but another body.
        facts: its area, stage and code, as far as the plan says them.
    """

    index: int
    id: str
    name: str
    key: str
    registered: bool = False
    body: bool = False
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """Give its area, stage or code; "" when the plan does not say."""
        return next((said for fact, said in self.facts if fact == name), "")


@dataclass(frozen=True, slots=True)
class Pair:
    """One lead with one of its members, in what mode, where the plan says so."""

    lead: Party
    member: Party
    mode: str
    at: Path

    @property
    def schools(self) -> tuple[str, str]:
        """The keys of both."""
        return self.lead.key, self.member.key

    def __str__(self) -> str:
        """Name both."""
        return f"“{self.lead.name}”与“{self.member.name}”"


Link: TypeAlias = tuple[int, int, str, Path]
"""A pair as plans keep it: the indexes of lead and member among the parties, the mode, the path. Most plans have the
same links as many others, and share them."""


@sent_by_fields
@dataclass(frozen=True, slots=True)
class Sent:
    """A named person who is sent from one school to another for a time."""

    index: int
    teacher: str
    kind: str
    origin: Party
    destination: Party
    start: date
    end: date
    post: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """How many members one lead may have, in which modes (in all without any), by which paper, how strictly."""

    members: int
    modes: tuple[str, ...] = ()
    citation: Citation | None = None
    grade: Severity | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """By which day of the year plans of schools are due, and which paper says so."""

    by: tuple[int, int]
    citation: Citation


@sent_by_fields
@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One plan, as far as other plans are concerned by it."""

    file: str
    id: str
    title: str
    level: str
    region: str
    start: date
    end: date
    parties: tuple[Party, ...]
    links: tuple[Link, ...]
    sent: tuple[Sent, ...] = ()
    limits: tuple[Limit, ...] = ()
    due: Due | None = None
    commitments: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Who leads whom."""
        return tuple(
            Pair(self.parties[lead], self.parties[member], mode, at) for lead, member, mode, at in self.links
        )

    @property
    def of_school(self) -> bool:
        """Whether it is a school's own plan, rather than a paper of an authority."""
        return self.level == "校级"

    def overlaps(self, other: "PlanSummary") -> bool:
        """Whether the two are in force on a day together."""
        return self.start <= other.end and other.start <= self.end


def summarize(plan: "Plan", file: str, standards: Standards) -> PlanSummary:
    """Sum up a plan that was completed from the registry."""
    parties = tuple(_party(index, school, standards) for index, school in enumerate(plan.schools))
    by_id = {party.id: party for party in reversed(parties)}
    packs = standards.packs_of(plan)
    limits, due = _asked(plan, packs) if packs else ((), None)
    return PlanSummary(
        file=file,
        id=plan.id,
        title=plan.title,
        level=intern(plan.level),
        region=plan.region or "",
        start=_shared(plan.period.start),
        end=_shared(plan.period.end),
        parties=parties,
        links=_shared(tuple(_links(plan, by_id))),
        sent=tuple(_sent(plan, by_id)),
        limits=limits,
        due=due,
        commitments=_shared(tuple(intern(commitment.id) for _, commitment in plan.commitments())),
    )


@lru_cache(maxsize=1024)
def _shared(value: V) -> V:
    """Give, for the equal values of many plans, one object."""
    return value


def _party(index: int, school: "School", standards: Standards) -> Party:
    known = standards.registry.school_of(school) if standards.registry else None
    key = known.key if known else name_key(school.name)
    return Party(
        index,
        intern(school.id),
        key if key == school.name else school.name,
        key,
        known is not None,
        school.kind == "机构",
        _facts(school.area, school.stage, school.code),
    )


@lru_cache(maxsize=1024)
def _facts(area: str | None, stage: str | None, code: str | None) -> tuple[tuple[str, str], ...]:
    """Give what is said of a school; of thousands that say the same, the same."""
    facts = (("area", area), ("stage", stage), ("code", code))
    return tuple((fact, said) for fact, said in facts if said)


def _links(plan: "Plan", by_id: dict[str, Party]) -> Iterator[Link]:
    """Yield every pair whose schools the plan has; a pair of roles stands where the member does."""
    for index, group in enumerate(plan.pairings()):
        for position, member in enumerate(group.members):
            if group.lead in by_id and member in by_id and group.lead != member:
                at: Path = (
                    ("groups", index, "members", position)
                    if plan.groups
                    else ("schools", by_id[member].index)
                )
                yield by_id[group.lead].index, by_id[member].index, _mode(plan, group), at


def _mode(plan: "Plan", group: "Group") -> str:
    return intern(group.mode or plan.mode)


def _sent(plan: "Plan", by_id: dict[str, Party]) -> Iterator[Sent]:
    for index, each in enumerate(plan.assignments):
        if each.teacher and each.origin in by_id and each.destination in by_id:
            yield Sent(
                index, each.teacher, each.kind, by_id[each.origin], by_id[each.destination],
                each.period.start, each.period.end, each.post, each.subject,
            )  # fmt: skip


def _asked(plan: "Plan", packs: "tuple[Policy, ...]") -> tuple[tuple[Limit, ...], Due | None]:
    """Give what the packs that bind a plan ask of plans together: members of a lead, when plans are due."""
    from gongjian.model.policy import DeadlineRequirement, StructureRequirement
    from gongjian.rules.requirements.matching import applies, cite

    limits: list[Limit] = []
    due: Due | None = None
    for pack in packs:
        for each in pack.requirements:
            if isinstance(each, StructureRequirement):
                if applies(plan, pack.applies) and applies(plan, each.applies):
                    limits += _limits(pack, each)
            elif isinstance(each, DeadlineRequirement) and _binds_schools(pack, each):
                due = Due(each.by, cite(pack, each))
    return tuple(limits), due


def _binds_schools(pack: "Policy", requirement: "DeadlineRequirement") -> bool:
    """Tell whether a deadline is one of plans, those of schools among them."""
    scopes = (pack.applies, requirement.applies)
    return requirement.of == "方案" and all(
        not scope or not scope.level or "校级" in scope.level for scope in scopes
    )


def _limits(pack: "Policy", requirement: "StructureRequirement") -> Iterator[Limit]:
    """Yield how many members a lead may have at most; what counts some members only is left to GJ312."""
    from gongjian.model.quota import Quota
    from gongjian.rules.requirements.matching import cite

    if requirement.what != "成员校" or requirement.per != "牵头校" or requirement.area or requirement.soft:
        return
    modes = requirement.applies.mode if requirement.applies else ()
    for quota in requirement.quota:
        if isinstance(quota, Quota) and quota.maximum is not None:
            yield Limit(int(quota.maximum), modes, cite(pack, requirement), requirement.severity)
