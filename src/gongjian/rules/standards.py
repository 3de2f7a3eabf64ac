"""What plans are held against, beside themselves: packs in force, the calendar, kinds of a repository's own, the registry."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongjian.model.kinds import Kind, Kinds
    from gongjian.model.plan import Plan
    from gongjian.model.policy import Policy
    from gongjian.model.repository import Bureau
    from gongjian.model.school_registry import Registry


@dataclass(frozen=True, slots=True)
class Standards:
    """What a run holds every plan against.

    Attributes:
        in_force: packs that bind every plan they apply to.
        local: packs of the repository that a plan may name like a built-in one.
        kinds: kinds of activity that the repository adds.
        registry: the schools there are.
        registry_unread: there should be a registry, but it cannot be read: what it may say is not missed.
        members_per_lead: how many members one lead may have at a time, where no pack says so.
        bureau: whose repository it is; only documents say so, no rule asks.
    """

    in_force: "tuple[Policy, ...]" = ()
    local: "tuple[Policy, ...]" = ()
    calendar: Calendar = field(default=DEFAULT_CALENDAR)
    kinds: "tuple[Kind, ...]" = ()
    registry: "Registry | None" = None
    registry_unread: bool = False
    members_per_lead: int = 3
    bureau: "Bureau | None" = None

    def completed(self, plan: "Plan") -> "Plan":
        """Give a plan with what it leaves to the registry."""
        if self.registry is None:
            return plan
        from gongjian.model.completion import completed

        return completed(plan, self.registry)

    def pack_ids(self) -> tuple[str, ...]:
        """List the ids that a plan may name."""
        from gongjian.rules.packs import pack_ids

        return tuple(dict.fromkeys((*(pack.id for pack in self.local), *pack_ids())))

    def packs_of(self, plan: "Plan") -> "tuple[Policy, ...]":
        """Give the packs that bind a plan: those it names, in its order, then those in force, each once.

        Names that no pack has are left to rule GJ300.
        """
        if not (plan.policies or self.in_force):  # else nothing of the packs need be loaded
            return ()
        from gongjian.rules.packs import built_in_pack

        local = {pack.id: pack for pack in self.local}
        known = self.pack_ids()
        named = [local.get(name) or built_in_pack(name) for name in plan.policies if name in known]
        return tuple({pack.id: pack for pack in (*named, *self.in_force)}.values())

    def kinds_with(self, packs: "Iterable[Policy]") -> "Kinds":
        """Give the tree of kinds, with what the repository and these packs add.

        Raises:
            KindError: they contradict each other.
        """
        return _kinds((*self.kinds, *(kind for pack in packs for kind in pack.own_kinds())))

    def fingerprint(self) -> str:
        """Tell the standards from others: the same text for the same standards, in any process."""
        models = (*self.in_force, *self.local, *([self.registry] if self.registry else ()))
        dumped = [model.model_dump_json() for model in models]
        sizes = (len(self.in_force), len(self.local), self.registry is not None)
        return "\n".join(
            [repr((sizes, self.calendar, self.kinds, self.members_per_lead, self.registry_unread)), *dumped]
        )

    def contradiction(self) -> str:
        """Say how the kinds that packs and the repository add contradict each other; "" when they do not."""
        from gongjian.model.kinds import KindError

        try:
            self.kinds_with((*self.local, *self.in_force))
        except KindError as error:
            return str(error)
        return ""


@lru_cache(maxsize=256)
def _kinds(more: "tuple[Kind, ...]") -> "Kinds":
    from gongjian.model.kinds import DEFAULT_KINDS

    return DEFAULT_KINDS.extended(more) if more else DEFAULT_KINDS


DEFAULT_STANDARDS = Standards()
