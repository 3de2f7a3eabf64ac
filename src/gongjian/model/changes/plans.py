"""Two versions of a plan: with commitments wherever they stand, and people whatever they do."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from gongjian.model.base import Model
from gongjian.model.calendar import Calendar
from gongjian.model.changes.change import Change, Detail
from gongjian.model.changes.comparison import Comparison
from gongjian.model.changes.fields import detail, details
from gongjian.model.changes.identity import keys_of
from gongjian.model.changes.items import Items
from gongjian.model.changes.pairing import Pairing, pair_up
from gongjian.model.changes.saying import REFERENCES
from gongjian.model.entailment import Parties
from gongjian.model.finding import Path
from gongjian.model.measure import Commitment
from gongjian.model.people import Person
from gongjian.model.plan import Plan

M = TypeVar("M", bound=Model)

_PEOPLE = frozenset({"leader", "deputies", "members"})


def plan_changes(old: Plan, new: Plan, calendar: Calendar) -> Iterator[Change]:
    """Yield what changed in a plan, in the order of its schema."""
    old = _with_new_ids(old, new)
    parties = tuple(dict.fromkeys((_parties(old), _parties(new))))
    comparison = Comparison(calendar, parties, _school_names(old, new))
    for name in Plan.model_fields:
        if name == "leadership":
            yield from _people(old, new, comparison)
            yield from comparison.part(name, old, new, _PEOPLE)
        elif name == "measures":
            yield from _commitments(old, new, comparison)
            yield from comparison.part(name, old, new, frozenset({"commitments"}))
        else:
            yield from comparison.part(name, old, new)


def _school_names(old: Plan, new: Plan) -> dict[str, str]:
    """Give the names of schools by the ids they go by: not by one that a school had and has no more."""
    renamed = _new_ids(old.schools, new.schools)
    schools = (*(school for school in old.schools if school.id not in renamed), *new.schools)
    return {school.id: school.short or school.name for school in schools}


def _parties(plan: Plan) -> Parties | None:
    """Count who takes part; None when the plan ends before it begins."""
    groups = plan.pairings()
    if plan.period.end < plan.period.start:
        return None
    return Parties(
        plan.period.start,
        plan.period.end,
        members=len(plan.member_schools()),
        leads=len({group.lead for group in groups}),
        pairs=sum(len(group.members) for group in groups),
    )


def _commitments(old: Plan, new: Plan, comparison: Comparison) -> Iterator[Change]:
    """Yield the changes of the commitments, and to which measures they were moved."""
    items = comparison.items("commitments", "承诺")
    olds, news = old.commitments(), new.commitments()
    pairing = _pairing([each for _, each in olds], [each for _, each in news])
    renamed = _renamed_measures(old, new)
    yield from items.paired(olds, news, Pairing([], pairing.gone, pairing.come))
    for first, second in pairing.pairs:
        (before, was), (after, now) = olds[first], news[second]
        place = _heading(old, before, renamed), _heading(new, after, {})
        moved = [Detail("", "所在措施", *place)] if place[0] != place[1] else []
        if was != now or moved:
            for change in items.item(was, now, moved):
                kind = (
                    "moved"
                    if moved and change.details[0] is moved[0] and change.kind == "changed"
                    else change.kind
                )
                yield replace(change, kind=kind, old=before, new=after)


def _pairing(old: list[Commitment], new: list[Commitment]) -> Pairing[Commitment]:
    return pair_up(old, new, keys_of((*old, *new))) if old or new else Pairing()


def _heading(plan: Plan, path: Path, renamed: Mapping[str, str]) -> str:
    heading = plan.measures[int(path[1])].heading
    return renamed.get(heading, heading)


def _renamed_measures(old: Plan, new: Plan) -> dict[str, str]:
    """Give the new headings of measures that have another one."""
    if not old.measures or not new.measures:
        return {}
    pairs = pair_up(old.measures, new.measures, keys_of(old.measures)).pairs
    headings = ((old.measures[first].heading, new.measures[second].heading) for first, second in pairs)
    return {before: after for before, after in headings if before != after}


def _people(old: Plan, new: Plan, comparison: Comparison) -> Iterator[Change]:
    """Yield who came, went, got another role or another post."""
    items = comparison.items("leadership", "组织领导")
    olds, news = _roles(old), _roles(new)
    pairing = pair_up(
        olds, news, (lambda each: each[1:], lambda each: (each[1], _who(each[2])), lambda each: _who(each[2]))
    )
    for index in pairing.gone:
        path, role, person = olds[index]
        yield items.change("removed", person, (Detail("", "组内职务", role, ""),), old=path)
    for index in pairing.come:
        path, role, person = news[index]
        yield items.change("added", person, (Detail("", "组内职务", "", role),), new=path)
    for first, second in pairing.pairs:
        yield from _person(olds[first], news[second], items)


def _roles(plan: Plan) -> list[tuple[Path, str, Person]]:
    people = plan.leadership.people() if plan.leadership else []
    return [(("leadership", *path), role, person) for path, role, person in people]


def _who(person: Person) -> tuple[str, ...]:
    return (person.name,) if person.name else person.post


def _person(old: tuple[Path, str, Person], new: tuple[Path, str, Person], items: Items) -> Iterator[Change]:
    role = [detail("", "组内职务", old[1], new[1])] if old[1] != new[1] else []
    told = (*role, *details(old[2], new[2], items.names))
    if told:
        yield items.change("moved" if role else "changed", new[2], told, old=old[0], new=new[0])


def _with_new_ids(old: Plan, new: Plan) -> Plan:
    """Let the old plan refer to schools and commitments by their new ids, so that only the renaming is told."""
    schools = _new_ids(old.schools, new.schools)
    commitments = _new_ids([each for _, each in old.commitments()], [each for _, each in new.commitments()])
    if not schools and not commitments:
        return old
    return _referring(old, dict.fromkeys(REFERENCES, schools) | {"commitment": commitments})


def _new_ids(old: "list[M] | tuple[M, ...]", new: "list[M] | tuple[M, ...]") -> dict[str, str]:
    if not old or not new:
        return {}
    pairs = pair_up(old, new, keys_of((*old, *new))).pairs
    ids = ((str(getattr(old[a], "id", "")), str(getattr(new[b], "id", ""))) for a, b in pairs)
    return {one: other for one, other in ids if one != other}


def _referring(model: M, ids: Mapping[str, Mapping[str, str]]) -> M:
    """Give a thing with other ids in the fields that refer."""
    changed: dict[str, object] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        known = ids.get(name, {})
        if isinstance(value, str):
            changed[name] = known.get(value, value)
        elif isinstance(value, Model):
            changed[name] = _referring(value, ids)
        elif isinstance(value, tuple):
            changed[name] = tuple(_item(item, known, ids) for item in value)
    return model.model_copy(update=changed)


def _item(item: object, known: Mapping[str, str], ids: Mapping[str, Mapping[str, str]]) -> object:
    if isinstance(item, Model):
        return _referring(item, ids)
    return known.get(item, item) if isinstance(item, str) else item
