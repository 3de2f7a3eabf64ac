"""Two versions of a file, part by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from gongjian.model.base import Model
from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar
from gongjian.model.changes.change import Change, ChangeKind
from gongjian.model.changes.fields import details, is_list, is_part, value_details
from gongjian.model.changes.items import Items
from gongjian.model.changes.saying import Names
from gongjian.model.entailment import Parties
from gongjian.model.plan import Plan

Fields: TypeAlias = frozenset[str]

_NONE: Final[Fields] = frozenset()


def changes(old: Model, new: Model, calendar: Calendar = DEFAULT_CALENDAR) -> list[Change]:
    """List what changed, in the order of the schema; the two are of one schema."""
    if isinstance(old, Plan) and isinstance(new, Plan):
        from gongjian.model.changes.plans import plan_changes

        return list(plan_changes(old, new, calendar))
    return list(Comparison(calendar).parts(old, new))


@dataclass(frozen=True)
class Comparison:
    """What a comparison goes by.

    Attributes:
        calendar: when terms begin.
        parties: who takes part, in the old version and in the new; None where nobody says.
        names: the names of schools by their ids.
    """

    calendar: Calendar = DEFAULT_CALENDAR
    parties: Sequence[Parties | None] = (None,)
    names: Names = field(default_factory=dict)

    def parts(self, old: Model, new: Model) -> Iterator[Change]:
        """Yield the changes of every field of a file."""
        for name in type(new).model_fields:
            yield from self.part(name, old, new)

    def part(self, name: str, old: Model, new: Model, skipped: Fields = _NONE) -> Iterator[Change]:
        """Yield the changes of one field of a file.

        Args:
            name: the field.
            old: the old file.
            new: the new file.
            skipped: fields of the part, or of the items in it, that are looked at elsewhere.
        """
        before, after = getattr(old, name), getattr(new, name)
        title = type(new).model_fields[name].title or name
        if before == after:
            return
        if is_list(before) or is_list(after):
            yield from self.items(name, title, skipped).changes(before, after, (name,))
        elif is_part(before) and is_part(after):
            yield from self.inside(name, title, before, after, skipped)
        else:
            yield self.value(name, title, before, after)

    def inside(self, area: str, title: str, old: Model, new: Model, skipped: Fields) -> Iterator[Change]:
        """Yield the changes of a part with fields of its own, its lists apart."""
        lists = {
            name: described.title or name
            for name, described in type(new).model_fields.items()
            if name not in skipped and (is_list(getattr(old, name)) or is_list(getattr(new, name)))
        }
        if told := tuple(details(old, new, self.names, skipped | lists.keys())):
            yield Change(
                area=area, title=title, kind="changed", what=title, details=told, old=(area,), new=(area,)
            )
        for name, list_title in lists.items():
            found = self.items(area, list_title)
            yield from found.changes(getattr(old, name), getattr(new, name), (area, name))

    def items(self, area: str, title: str, skipped: Fields = _NONE) -> Items:
        """Give what compares the lists of a part."""
        return Items(area, title, self.calendar, self.parties, self.names, skipped)

    def value(self, name: str, title: str, before: object, after: object) -> Change:
        """Make the change of a part that is compared as a whole, or is new or gone as a whole."""
        told = () if is_part(before) or is_part(after) else value_details(name, title, before, after, {})
        kind: ChangeKind = "removed" if _is_nothing(after) else "added" if _is_nothing(before) else "changed"
        return Change(
            area=name,
            title=title,
            kind=kind,
            what=title,
            details=tuple(told),
            old=None if kind == "added" else (name,),
            new=None if kind == "removed" else (name,),
        )


def _is_nothing(value: object) -> bool:
    return value is None or value in ((), "")
