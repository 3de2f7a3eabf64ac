"""Two versions of a list: what is new, what is gone, what is another, what stands elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gongjian.model.base import Model
from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar
from gongjian.model.changes.change import Change, ChangeKind, Detail
from gongjian.model.changes.fields import detail, details
from gongjian.model.changes.identity import keys_of
from gongjian.model.changes.pairing import Pairing, out_of_order, pair_up
from gongjian.model.changes.quotas import quota_change
from gongjian.model.changes.saying import Names, label, said
from gongjian.model.entailment import Parties
from gongjian.model.finding import Path

_PLACES = frozenset({"date", "period", "origin", "destination", "host"})
"""Fields of an item that say when or where it is: when they change, it is moved."""

_CALLED = frozenset({"id", "heading", "name"})
"""Fields of an item that it is called by."""

_ORDERED = frozenset({"measures", "phases", "sections"})
"""Lists whose order readers notice: that of the printed document."""

_APART = frozenset({"quota", "soft"})
"""Fields whose changes are told for themselves."""


@dataclass(frozen=True)
class Items:
    """The lists of one part of a file.

    Attributes:
        area: the part.
        title: what users call it.
        calendar: when terms begin.
        parties: who takes part, in the old version and in the new; None where nobody says.
        names: the names of schools by their ids.
        skipped: fields of the items that are looked at elsewhere.
    """

    area: str
    title: str
    calendar: Calendar = DEFAULT_CALENDAR
    parties: Sequence[Parties | None] = (None,)
    names: Names = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()

    def changes(self, old: Sequence[Model], new: Sequence[Model], path: Path) -> Iterator[Change]:
        """Yield the changes of a list that stands at a path in both versions."""
        pairing = pair_up(old, new, keys_of((*old, *new)))
        yield from self.paired(
            [((*path, index), item) for index, item in enumerate(old)],
            [((*path, index), item) for index, item in enumerate(new)],
            pairing,
        )
        if self.area in _ORDERED:
            yield from self.elsewhere(new, pairing, path)

    def paired(
        self,
        old: Sequence[tuple[Path, Model]],
        new: Sequence[tuple[Path, Model]],
        pairing: Pairing[Model],
    ) -> Iterator[Change]:
        """Yield the changes of items with their paths, once it is known which is which."""
        for index in pairing.gone:
            path, item = old[index]
            yield replace(self.one_sided("removed", item), old=path)
        for index in pairing.come:
            path, item = new[index]
            yield replace(self.one_sided("added", item), new=path)
        for first, second in pairing.pairs:
            (before, was), (after, now) = old[first], new[second]
            if was != now:
                yield from (replace(each, old=before, new=after) for each in self.item(was, now))

    def elsewhere(self, new: Sequence[Model], pairing: Pairing[Model], path: Path) -> Iterator[Change]:
        """Yield the changes of order."""
        for first, second in out_of_order(pairing.pairs):
            place = detail("", "次序", f"第{first + 1}项", f"第{second + 1}项")
            yield self.change("moved", new[second], (place,), old=(*path, first), new=(*path, second))

    def item(self, old: Model, new: Model, more: Sequence[Detail] = ()) -> Iterator[Change]:
        """Yield the changes of one item: of its quota for itself, and of everything else together."""
        if getattr(old, "quota", None) != getattr(new, "quota", None):
            yield self.quota(old, new)
        if getattr(old, "soft", False) != getattr(new, "soft", False):
            yield self.softness(new)
        found = (*more, *details(old, new, self.names, _APART | self.skipped))
        if found:
            yield self.change(_kind_of(found), new, found)

    def quota(self, old: Model, new: Model) -> Change:
        """Make the change of the quota of an item."""
        before, after = (getattr(each, "quota", ()) for each in (old, new))
        kind, note = quota_change(before, after, self.calendar, self.parties)
        return self.change(kind, new, (Detail("quota", "指标", said(before), said(after), note=note),))

    def softness(self, new: Model) -> Change:
        """Make the change of what is aimed at into what is promised, or the other way round."""
        hard, aim = "硬指标", "努力方向（争取）"
        soft = bool(getattr(new, "soft", False))
        told = Detail("soft", "性质", *((hard, aim) if soft else (aim, hard)))
        return self.change("loosened" if soft else "tightened", new, (told,))

    def one_sided(self, kind: ChangeKind, item: Model) -> Change:
        """Make the change of an item that is new or gone, with its quota."""
        quota = said(getattr(item, "quota", ()))
        words = ("", quota) if kind == "added" else (quota, "")
        return self.change(kind, item, (Detail("quota", "指标", *words),) if quota else ())

    def change(
        self,
        kind: ChangeKind,
        item: Model,
        told: tuple[Detail, ...],
        *,
        old: Path | None = None,
        new: Path | None = None,
    ) -> Change:
        """Make a change of an item."""
        return Change(
            area=self.area,
            title=self.title,
            kind=kind,
            what=label(item, self.names),
            id=getattr(item, "id", None) or "",
            details=told,
            old=old,
            new=new,
        )


def _kind_of(found: Sequence[Detail]) -> ChangeKind:
    """Tell from what changed in an item how it changed."""
    fields = {each.field for each in found}
    if fields & _CALLED:
        return "renamed"
    return "moved" if fields & _PLACES else "changed"
