"""Gather what documents are made of: a plan, its ledger, how it answers its packs."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongjian.document.errors import DocumentError
from gongjian.document.kinds import KINDS
from gongjian.document.material import Material
from gongjian.model.plan import Plan
from gongjian.repository.discovery import Target
from gongjian.repository.ledgers import Ledgers, find_ledgers
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards


@dataclass(frozen=True, slots=True)
class Materials:
    """What plans are printed with.

    Attributes:
        standards: what plans are held against.
        ledgers: the ledgers there are, for the kinds of document that use them.
    """

    standards: Standards = DEFAULT_STANDARDS
    ledgers: Ledgers = field(default_factory=Ledgers)

    @classmethod
    def gather(cls, targets: Iterable[Target], kinds: Iterable[str], standards: Standards) -> "Materials":
        """Look for the ledgers around the files, if one of the kinds of document uses them."""
        wanted = any(KINDS[kind].uses_ledger for kind in kinds)
        return cls(standards, find_ledgers(targets, Path.cwd()) if wanted else Ledgers())

    def of(self, plan: Plan, kind: str) -> Material:
        """Give what a kind of document about a plan is made of.

        Raises:
            DocumentError: the plan's ledger cannot be read.
        """
        if unsound := self.ledgers.unsound.get(plan.id):
            raise DocumentError(f"台账 {unsound} 有问题", f"用 gongjian validate {unsound} 查看")
        standards = self.standards
        material = Material(
            plan,
            ledger=self.ledgers.by_plan.get(plan.id),
            calendar=standards.calendar,
            kinds=standards.kinds_with(standards.packs_of(plan)),
            bureau=standards.bureau,
        )
        if not KINDS[kind].compares(plan):
            return material
        from gongjian.repository.comparing import compliance_of

        return replace(material, compliance=compliance_of(plan, standards))
