"""What makes an item the same in two versions, the surest first."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeAlias

from gongjian.model.activity import Activity, Assignment
from gongjian.model.base import Model
from gongjian.model.ledger import Record
from gongjian.model.measure import Commitment, Measure
from gongjian.model.policy import Example, Requirement, Unchecked
from gongjian.model.repository import Waiver
from gongjian.model.school import Group, School
from gongjian.model.school_registry import RegisteredSchool, Teacher

Key: TypeAlias = Callable[[Any], Hashable | None]


def keys_of(items: Sequence[Model]) -> tuple[Key, ...]:
    """Give what the items of a list are paired by."""
    for kind in type(items[0]).__mro__:
        if kind in _KEYS:
            return _KEYS[kind]
    return (_whole, *(_by(name) for name in ("id", "name", "heading", "title", "item", "text")))


def _by(*names: str) -> Key:
    """Make a key of fields, for items that have them all."""

    def key(item: Any) -> Hashable | None:
        values = tuple(getattr(item, name, None) for name in names)
        return None if any(value in (None, ()) for value in values) else (names, values)

    return key


def _in(*names: str) -> Key:
    """Make a key of fields, which may be empty."""
    return lambda item: (names, tuple(getattr(item, name, None) for name in names))


def _commitments(item: Any) -> Hashable | None:
    """The ids of the commitments of a measure."""
    return tuple(each.id for each in item.commitments) or None


def _first_commitment(item: Any) -> Hashable | None:
    return item.commitments[0].id if item.commitments else None


def _last_commitment(item: Any) -> Hashable | None:
    return item.commitments[-1].id if item.commitments else None


def _whole(item: Any) -> Hashable:
    """All that an item says."""
    return item.model_dump_json()  # type: ignore[no-any-return]


_KEYS: dict[type[Model], tuple[Key, ...]] = {
    School: (_by("id"), _by("name")),
    Group: (_by("id"), _by("lead"), _by("name")),
    Measure: (_by("heading"), _commitments, _by("text"), _by("points"), _first_commitment, _last_commitment),
    Commitment: (_by("id"), _in("activity", "quota", "by"), _by("activity", "text"), _in("activity", "by")),
    Activity: (
        _whole, _in("commitment", "activity", "title", "date"), _by("activity", "title"),
        _in("activity", "commitment", "date"), _in("activity", "commitment"),
    ),
    Assignment: (
        _whole, _by("teacher", "kind"), _by("teacher"), _in("kind", "origin", "destination", "commitment"),
    ),
    Requirement: (_by("id"), _in("kind", "clause", "text")),
    Unchecked: (_in("clause", "text"), _in("clause")),
    Example: (_by("title"),),
    Record: (_by("id"), _in("date", "activity", "title")),
    RegisteredSchool: (_by("id"), _by("name")),
    Teacher: (_by("id"), _by("name", "school"), _by("name")),
    Waiver: (_whole, _in("rule", "requirement", "file", "place")),
}  # fmt: skip
