"""What of a plan's schedule, or of its ledger, counts for a commitment, and how much it comes to.

The one place that says so: an entry counts for the commitment it names; one that names none
counts by its kind.
"""

from collections.abc import Iterable
from typing import TypeVar

from gongjian.model.activity import Activity, Assignment
from gongjian.model.calendar import Cell
from gongjian.model.kinds import DEFAULT_KINDS, Kinds
from gongjian.model.ledger import Record
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota

Entry = TypeVar("Entry", Activity, Record)

OCCASIONS = frozenset({"次数", "课时"})
"""Families of units in which activities themselves are counted."""


def carries_out(entry: Activity | Record, commitment: Commitment, kinds: Kinds = DEFAULT_KINDS) -> bool:
    """Tell whether an activity or a record counts for a commitment."""
    if entry.commitment:
        return entry.commitment == commitment.id
    return kinds.is_a(entry.activity, commitment.activity)


def counting(
    entries: Iterable[Entry], commitment: Commitment, cell: Cell | None = None, kinds: Kinds = DEFAULT_KINDS
) -> list[Entry]:
    """List the entries that count for a commitment, those that begin in a cell only."""
    return [
        entry
        for entry in entries
        if (cell is None or entry.date.first in cell) and carries_out(entry, commitment, kinds)
    ]


def sent(
    plan: Plan, commitment: Commitment, cell: Cell | None = None, kinds: Kinds = DEFAULT_KINDS
) -> list[Assignment]:
    """List the people who are sent for a commitment: by name, or for one that is a kind of it."""
    activities = {each.id: each.activity for _, each in plan.commitments()}
    return [
        each
        for each in plan.assignments
        if (cell is None or (each.period.start <= cell.last and cell.first <= each.period.end))
        and (
            each.commitment == commitment.id
            or kinds.is_a(activities.get(each.commitment or "", each.kind), commitment.activity)
        )
    ]


def scheduled_amount(
    plan: Plan,
    commitment: Commitment,
    quota: Quota,
    cell: Cell | None = None,
    kinds: Kinds = DEFAULT_KINDS,
) -> tuple[int, str] | None:
    """Give how much is scheduled for a quota of a commitment, and its unit.

    None where a schedule cannot tell: ratios, ages, numbers of schools.
    """
    activities = counting(plan.activities, commitment, cell, kinds)
    match quota.unit.family:
        case "人数":
            people = sent(plan, commitment, cell, kinds)
            return (len(people), "人") if people or not activities else (_times(activities), "次")
        case "学科":
            return len({each.subject for each in activities if each.subject}), quota.unit.name
        case "时长" if quota.unit.name == "天":
            return _days(activities), "天"
        case "件数" | "金额" | "时长":
            return (_times(activities), "次") if activities else None
        case family if family in OCCASIONS:
            return _times(activities), quota.unit.name
    return None


def done_amount(records: Iterable[Record], quota: Quota) -> tuple[int, str] | None:
    """Give how much these records come to in a quota's unit; None where counting cannot tell."""
    records = list(records)
    match quota.unit.family:
        case "人数":
            return sum(max(each.count, len(each.teacher)) for each in records), "人"
        case "学科":
            return len({each.subject for each in records if each.subject}), quota.unit.name
        case "时长" if quota.unit.name == "天":
            return _days(records), "天"
        case "比例" | "年龄" | "机构" | "时长":
            return None
    return _times(records), quota.unit.name


def _times(entries: Iterable[Activity | Record]) -> int:
    return sum(entry.count for entry in entries)


def _days(entries: Iterable[Activity | Record]) -> int:
    return sum((entry.date.last - entry.date.first).days + 1 for entry in entries)
