"""The definitions of 满足, 不足 and 无法保证, word for word, by enumerating small schedules.

A schedule says how many occurrences fall into each *atom*: a stretch of days that no cell boundary
cuts, for one subject. Nothing here knows how `gongjian.model.entailment` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise, product
from operator import or_

from hypothesis import assume
from hypothesis import strategies as st

from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar, Cell
from gongjian.model.entailment import Parties, Verdict
from gongjian.model.quota import UNITS, Period, Quota, Subject

Schedule = tuple[int, ...]
Places = tuple[int, ...]
Measure = Callable[[Iterator[int]], int]

DISTINCT = "门"


@dataclass(frozen=True)
class Comparison:
    """Two quotas over one plan; `largest` is the largest number in either."""

    commitment: Quota
    requirement: Quota
    calendar: Calendar
    parties: Parties
    largest: int


def verdict(case: Comparison) -> Verdict:
    """What the definitions say."""
    stretches = stretches_of(case)
    subjects = subjects_of(case)
    atoms = list(product(stretches, subjects))
    commitment, requirement = (
        places(quota, atoms, subjects, case) for quota in (case.commitment, case.requirement)
    )
    distinct = case.commitment.unit.name == DISTINCT
    measure: Measure = size_of_union if distinct else sum
    every, some_tight = True, False
    for schedule in schedules(len(atoms), case.largest, distinct=distinct):
        if not keeps(schedule, case.commitment, commitment, measure):
            continue
        good = keeps(schedule, case.requirement, requirement, measure)
        every = every and good
        some_tight = some_tight or (good and is_tight(schedule, case.commitment, commitment, measure))
        if some_tight and not every:
            return "无法保证"
    return "满足" if every else "无法保证" if some_tight else "不足"


def schedules(atoms: int, largest: int, *, distinct: bool) -> Iterator[Schedule]:
    """All with up to `largest` + 1 in each atom; of subjects, sets of as many, as bits."""
    values = range(2 ** (largest + 1)) if distinct else range(largest + 2)
    return product(values, repeat=atoms)


def size_of_union(sets: Iterator[int]) -> int:
    """How many different elements some sets of bits have."""
    return reduce(or_, sets, 0).bit_count()


def keeps(schedule: Schedule, quota: Quota, cells: list[Places], measure: Measure) -> bool:
    """Whether each cell holds what the quota bounds."""
    low = quota.minimum or 0
    high = float("inf") if quota.maximum is None else quota.maximum
    return all(low <= measure(schedule[place] for place in cell) <= high for cell in cells)


def is_tight(schedule: Schedule, quota: Quota, cells: list[Places], measure: Measure) -> bool:
    """Whether a schedule that keeps the quota has nothing to spare, and nothing outside its cells."""
    inside = {place for cell in cells for place in cell}
    if any(count for place, count in enumerate(schedule) if place not in inside):
        return False
    if measure is size_of_union:  # the numbers are what must not be spared, not each repetition
        held = {measure(schedule[place] for place in cell) for cell in cells}
        return held in ({quota.minimum}, {quota.maximum})
    return is_minimal(schedule, quota, cells) or is_maximal(schedule, quota, cells, inside)


def is_minimal(schedule: Schedule, quota: Quota, cells: list[Places]) -> bool:
    """Whether there are lower bounds, and nothing can be taken away without breaking one."""
    return quota.minimum is not None and not any(
        keeps_low(changed(schedule, place, -1), quota, cells) for place, count in enumerate(schedule) if count
    )


def is_maximal(schedule: Schedule, quota: Quota, cells: list[Places], inside: set[int]) -> bool:
    """Whether there are upper bounds, and nothing can be added in a cell without breaking one."""
    return quota.maximum is not None and not any(
        keeps_high(changed(schedule, place, 1), quota, cells) for place in inside
    )


def keeps_low(schedule: Schedule, quota: Quota, cells: list[Places]) -> bool:
    return all(sum(schedule[place] for place in cell) >= (quota.minimum or 0) for cell in cells)


def keeps_high(schedule: Schedule, quota: Quota, cells: list[Places]) -> bool:
    assert quota.maximum is not None
    return all(sum(schedule[place] for place in cell) <= quota.maximum for cell in cells)


def changed(schedule: Schedule, place: int, by: int) -> Schedule:
    return (*schedule[:place], schedule[place] + by, *schedule[place + 1 :])


def cells_of(quota: Quota, case: Comparison) -> tuple[Cell, ...]:
    return case.calendar.binding(quota.period or "全程", case.parties.start, case.parties.end)


def stretches_of(case: Comparison) -> list[Cell]:
    """The plan's days, cut wherever a cell of either quota begins or ends."""
    cells = (*cells_of(case.commitment, case), *cells_of(case.requirement, case))
    day = timedelta(days=1)
    cuts = {cell.first for cell in cells} | {cell.last + day for cell in cells}
    edges = sorted({case.parties.start, *cuts, case.parties.end + day})
    return [Cell(first, after - day, "") for first, after in pairwise(edges) if after > first]


def subjects_of(case: Comparison) -> list[tuple[str, int]]:
    """Schools by themselves where one quota is about each school; else member schools, or people."""
    parties, scopes = case.parties, {case.commitment.per, case.requirement.per}
    members = [("成员校", each) for each in range(parties.members)]
    if "人" in scopes:
        return [("人", each) for each in range(parties.people or 0)]
    return [*members, *(("牵头校", each) for each in range(parties.leads))] if "校" in scopes else members


def groups(per: Subject | None, subjects: list[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """The subjects for each of which the quota holds; one lead school leads all members."""
    roles = {role for role, _ in subjects}
    if per is None or (per == "牵头校" and "牵头校" not in roles):
        return [subjects]
    role = "成员校" if per == "对" else per
    return [[subject] for subject in subjects if role in {"校", subject[0]}]


def places(
    quota: Quota, atoms: list[tuple[Cell, tuple[str, int]]], subjects: list[tuple[str, int]], case: Comparison
) -> list[Places]:
    """The atoms of each cell of each subject of the quota."""
    return [
        tuple(
            place
            for place, (days, subject) in enumerate(atoms)
            if cell.first <= days.first and days.last <= cell.last and subject in group
        )
        for cell in cells_of(quota, case)
        for group in groups(quota.per, subjects)
    ]


EARLY = Calendar(school_year_start=(8, 25), second_term_start=(2, 20))

STRETCHES: dict[str, tuple[date, date]] = {
    "first term": (date(2022, 9, 1), date(2023, 1, 31)),
    "second term": (date(2023, 3, 1), date(2023, 7, 10)),
    "school year": (date(2022, 9, 1), date(2023, 8, 31)),
    "to the holidays": (date(2022, 9, 1), date(2023, 7, 15)),
    "calendar year": (date(2024, 1, 1), date(2024, 12, 31)),
    "parts of two school years": (date(2024, 4, 1), date(2024, 12, 31)),
    "three terms": (date(2023, 9, 1), date(2024, 12, 31)),
    "two school years": (date(2022, 9, 1), date(2024, 8, 31)),
    "two calendar years": (date(2023, 1, 1), date(2024, 12, 31)),
}
SHORT: dict[str, tuple[date, date]] = {
    "two months": (date(2024, 9, 1), date(2024, 10, 31)),
    "a month and the week across its end": (date(2024, 9, 9), date(2024, 11, 3)),
    "September and a week": (date(2024, 9, 1), date(2024, 10, 6)),
    "a fortnight": (date(2024, 9, 2), date(2024, 9, 15)),
}
LONG_PERIODS: tuple[Period | None, ...] = (None, "学期", "学年", "年", "全程")
SHORT_PERIODS: tuple[Period | None, ...] = (None, "周", "月", "学期", "全程")

Scene = tuple[tuple[date, date], Period | None, Period | None]

SCENES: tuple[Scene, ...] = (
    *product(STRETCHES.values(), LONG_PERIODS, LONG_PERIODS),
    *product(SHORT.values(), SHORT_PERIODS, SHORT_PERIODS),
)
CROSSING: tuple[Scene, ...] = (
    *product(STRETCHES.values(), ("学期", "学年"), ("年",)),
    *product(STRETCHES.values(), ("年",), ("学期", "学年")),
    *product(SHORT.values(), ("周",), ("月",)),
    *product(SHORT.values(), ("月",), ("周",)),
)
"""Those in which cells may cut each other; they are drawn as often as all together."""

SCOPES: tuple[tuple[Subject | None, Subject | None], ...] = (
    (None, None), ("成员校", "成员校"), ("成员校", None), (None, "成员校"), ("对", None), (None, "对"),
    ("校", "校"), ("校", "成员校"), ("成员校", "校"), ("牵头校", "校"), ("校", "牵头校"), (None, "校"),
    ("校", None), ("牵头校", "成员校"), ("成员校", "牵头校"), ("对", "成员校"), ("成员校", "对"),
    ("牵头校", None), (None, "牵头校"), ("人", "人"), ("人", None), (None, "人"),
)  # fmt: skip
"""Subjects of commitment and requirement; school numbers are drawn beside them."""


@st.composite
def comparisons(draw: st.DrawFn, budget: int = 5000) -> Comparison:
    """Two quotas over one real plan, with numbers as large as `budget` schedules allow."""
    (start, end), *periods = draw(st.sampled_from(SCENES) | st.sampled_from(CROSSING))
    scopes = draw(st.sampled_from(SCOPES))
    unit = draw(st.sampled_from(["次", "次", "次", "人", "节", DISTINCT]))
    one, other = (Quota(UNITS[unit], 1, None, *scope) for scope in zip(periods, scopes, strict=True))
    calendar = draw(st.sampled_from([DEFAULT_CALENDAR, DEFAULT_CALENDAR, EARLY]))
    many = draw(st.integers(1, 3))
    for number in dict.fromkeys((many, 1)):  # too many atoms: fewer subjects
        case = Comparison(one, other, calendar, Parties(start, end, members=number, people=number), 1)
        largest = largest_number(case, budget)
        if largest:
            break
    assume(largest)
    one, other = (bounded(draw, quota, largest) for quota in (one, other))
    return Comparison(one, other, calendar, case.parties, largest)


def bounded(draw: st.DrawFn, quota: Quota, largest: int) -> Quota:
    """The quota with other bounds."""
    low, high = sorted(draw(st.tuples(st.integers(0, largest), st.integers(0, largest))))
    minimum, maximum = draw(st.sampled_from([(high, None), (None, high), (high, high), (low, high)]))
    return replace(quota, minimum=minimum, maximum=maximum)


def largest_number(case: Comparison, budget: int) -> int:
    """The largest bound for which all schedules are no more than `budget`; 0 when there is none."""
    atoms = len(stretches_of(case)) * len(subjects_of(case))
    distinct = case.commitment.unit.name == DISTINCT
    largest = 0
    while largest < 8 and (2 ** (largest + 2) if distinct else largest + 3) ** atoms <= budget:
        largest += 1
    return largest
