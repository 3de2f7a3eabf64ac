"""All plans of a repository at once, and how findings about them are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any, Self, TypeVar

from gongjian.model.dates import Period
from gongjian.model.finding import Finding, Path, Related
from gongjian.rules.county.ledger_summary import LedgerSummary, Summary
from gongjian.rules.county.summary import Pair, PlanSummary
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.rules.suggestions import listed
from gongjian.rules.time import until_the_holidays_end

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair, and the plan that says so."""

    plan: PlanSummary
    pair: Pair

    def related(self) -> Related:
        """The place of the pair."""
        return Related(self.plan.file, self.pair.at)

    def overlaps(self, other: "Paired") -> bool:
        """Whether the plans of both are in force on a day together."""
        return self.plan.overlaps(other.plan)


@dataclass(frozen=True)
class County:
    """The plans of a repository, in the order of their files.

    Attributes:
        summaries: every plan that could be read.
        ledgers: every ledger that could be read.
        standards: what they are held against; the registry, where there is one.
        day: the day for which plans are asked whether they are in force, or late.
        registry_file: the file of the registry.
        unread: plan files that could not be read.
    """

    summaries: tuple[PlanSummary, ...]
    standards: Standards = DEFAULT_STANDARDS
    day: date = field(default_factory=date.today)
    registry_file: str = ""
    unread: tuple[str, ...] = ()
    ledgers: tuple[LedgerSummary, ...] = ()

    @classmethod
    def of(
        cls,
        summaries: Iterable[Summary],
        standards: Standards,
        day: date,
        registry_file: str,
        unread: Iterable[str],
    ) -> Self:
        """Put plans and ledgers in the order of their files, in whatever order they were read.

        So a finding about two files is always in the same one of them.
        """
        ordered = sorted(summaries, key=lambda each: walking_order(each.file))
        plans = tuple(each for each in ordered if isinstance(each, PlanSummary))
        ledgers = tuple(each for each in ordered if isinstance(each, LedgerSummary))
        return cls(plans, standards, day, registry_file, tuple(sorted(unread, key=walking_order)), ledgers)

    @cached_property
    def plans(self) -> tuple[PlanSummary, ...]:
        """The plans, copies left out: what is in them twice is told once, by their ids.

        A plan that has the id of another one, but other pairs or another time, is none; only its id is wrong.
        """
        first: dict[object, PlanSummary] = {}
        for plan in self.summaries:
            said = (plan.id, plan.start, plan.end, tuple(pair.schools for pair in plan.pairs))
            first.setdefault(said, plan)
        return tuple(first.values())

    @property
    def unread_too(self) -> str:
        """What to say of plans that could not be read, where something may only seem to be missing."""
        if not self.unread:
            return ""
        return f"；有 {len(self.unread)} 个文件读不了（{listed(self.unread, 3)}），先改好再看"

    def paired(self) -> Iterator[Paired]:
        """Yield every pair of schools (a body that leads schools is no school), by plan."""
        for plan in self.plans:
            for pair in plan.pairs:
                if not (pair.lead.body or pair.member.body):
                    yield Paired(plan, pair)

    @cached_property
    def _kin(self) -> dict[str, set[str]]:
        """For each school of the registry that belongs to another, or has parts: those, by their keys."""
        registry = self.standards.registry
        kin: dict[str, set[str]] = {}
        for school in registry.schools if registry else ():
            above = registry.parent_of(school) if registry else None
            if above:
                kin.setdefault(school.key, set()).add(above.key)
                kin.setdefault(above.key, set()).add(school.key)
        return kin

    def with_kin(self, school: str) -> set[str]:
        """Give the key of a school with those of what it belongs to and of its parts (学部, 校区)."""
        return {school, *self._kin.get(school, ())}

    def as_pairs(self, pair: Pair) -> Iterator[tuple[str, str]]:
        """Yield the keys of a pair, and of the pairs that are the same but for a part or the whole of a school."""
        lead, member = pair.schools
        return product(self.with_kin(lead), self.with_kin(member))

    def in_force(self, plan: PlanSummary) -> bool:
        """Whether a plan is in force on the day; one that lasts to the end of a term, through its holidays."""
        if plan.start <= self.day <= plan.end:
            return True
        period = Period.of(plan.start, plan.end)
        return plan.start <= self.day <= until_the_holidays_end(period, self.standards.calendar)

    def one_county(self, one: PlanSummary, other: PlanSummary) -> bool:
        """Whether the same name in two plans is the same school: a registry has one of each, else regions tell."""
        if self.standards.registry is not None or not one.region or not other.region:
            return True
        return one.region.startswith(other.region) or other.region.startswith(one.region)


def walking_order(name: str) -> list[tuple[bool, str]]:
    """Give what orders names of files as they are met: in a folder the files come first, then its folders."""
    *folders, file = name.split("/")
    return [*((True, folder) for folder in folders), (False, file)]


def grouped(items: Iterable[V], key: Any) -> dict[Any, list[V]]:
    """Sort items into lists by a key, in their order."""
    found: dict[Any, list[V]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def several(items: Callable[[], Iterable[V]], key: Any) -> Iterator[list[V]]:
    """Yield the groups of more than one, in the order of their first items.

    Of many plans most are alone in their group: only what may not be is sorted into groups at all.

    Args:
        items: gives the items, twice.
        key: gives what items of one group have in common.
    """
    met = bytearray(_SLOTS)
    again: set[int] = set()
    for item in items():
        slot = hash(key(item)) % _SLOTS
        if met[slot]:
            again.add(slot)
        met[slot] = 1
    if again:
        found = grouped((item for item in items() if hash(key(item)) % _SLOTS in again), key)
        yield from (group for group in found.values() if len(group) > 1)


_SLOTS = 1 << 18
"""Several times as many as there are schools in the plans of a large repository."""


def about(plan: Summary, at: Path, message: str, hint: str, *related: Related, **more: Any) -> Finding:
    """Make a finding about a place in a plan or a ledger; the places of what is related are put behind the message."""
    return Finding(file=plan.file, at=at, message=message, hint=hint, related=related, **more)


def days(start: date, end: date) -> str:
    """Write a stretch of days."""
    return f"{start} 至 {end}"
