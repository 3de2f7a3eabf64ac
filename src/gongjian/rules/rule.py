"""What a rule is: a small function with an id, and a docstring that is its page.

The docstring is what `gongjian explain` and `docs/rules/` print, so it is Chinese.
It has a paragraph of why, then `坏例` and `好例`: fenced YAML that the tests lay
over a sound plan and check (`tests/rules/test_examples.py` tells how).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, TypeAlias

from gongjian.model.calendar import Calendar
from gongjian.model.finding import Finding, Path, Severity
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.school import Group, School
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards

if TYPE_CHECKING:
    from gongjian.model.kinds import Kinds
    from gongjian.model.policy import Policy
    from gongjian.model.school_registry import Registry


@dataclass(frozen=True)
class Context:
    """What rules share about one plan, looked up once."""

    plan: Plan
    standards: Standards = DEFAULT_STANDARDS

    @cached_property
    def packs(self) -> "tuple[Policy, ...]":
        """The packs that bind the plan."""
        return self.standards.packs_of(self.plan)

    @property
    def calendar(self) -> Calendar:
        """When school years and terms begin."""
        return self.standards.calendar

    @property
    def registry(self) -> "Registry | None":
        """The schools there are, where the repository has a registry."""
        return self.standards.registry

    @cached_property
    def kinds(self) -> "Kinds":
        """The tree of kinds of activity."""
        return self.standards.kinds_with(self.packs)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether a kind of activity is the other or a kind of it."""
        return self.kinds.is_a(kind, ancestor)

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What one rule has worked out and another can use."""
        return {}

    @cached_property
    def schools(self) -> dict[str, School]:
        """The schools by id; of two with one id, the first."""
        return {school.id: school for school in reversed(self.plan.schools)}

    @cached_property
    def commitments(self) -> list[tuple[Path, Commitment]]:
        """The commitments in the order of the file, each with its path."""
        return self.plan.commitments()

    @cached_property
    def pairings(self) -> tuple[Group, ...]:
        """Who is paired with whom."""
        return self.plan.pairings()

    @cached_property
    def member_schools(self) -> list[School]:
        """The member schools of all pairings, each once, in the order of the plan."""
        return self.plan.member_schools()

    @cached_property
    def commitment_ids(self) -> frozenset[str]:
        """The ids of all commitments."""
        return frozenset(commitment.id for _, commitment in self.commitments)


PlanCheck: TypeAlias = Callable[[Plan, Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id (never used again for another), and what users read of it.

    Attributes:
        check: a `PlanCheck`; for rules about files and schemas, the function that
            words their findings.
        requires: ids of rules that must have found nothing for this one to run.
    """

    id: str
    name: str
    severity: Severity
    title: str
    documentation: str
    check: Callable[..., Any] = field(compare=False)
    requires: tuple[str, ...] = ()

    def stamp(self, finding: Finding) -> Finding:
        """Put the rule's id, name and severity on a finding."""
        return replace(
            finding,
            message=brief(finding.message),
            hint=brief(finding.hint),
            rule=self.id,
            name=self.name,
            severity=finding.grade or self.severity,
        )


_QUOTED = re.compile("(?<=[“《])[^”》]{60,}(?=[”》])")
_LONG, _SHORT, _LONGEST = 300, 40, 4_000
"""Characters: a message that may hold something long; what is shown of a long quotation; what no message passes."""


def brief(text: str) -> str:
    """Shorten what a message quotes, such as a title of ten thousand characters."""
    if len(text) <= _LONG:
        return text
    text = _QUOTED.sub(lambda match: f"{match[0][:_SHORT]}…", text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def make_rule(
    id: str,  # noqa: A002 (the word of design.md)
    check: Callable[..., Any],
    severity: Severity,
    title: str,
    requires: tuple[str, ...] = (),
) -> Rule:
    """Make a rule of a function: its name and its docstring become the rule's."""
    name = check.__name__.strip("_").replace("_", "-")
    return Rule(id, name, severity, title, cleandoc(check.__doc__ or ""), check, requires)


def rule(
    id: str,  # noqa: A002 (the word of design.md)
    *,
    severity: Severity = "error",
    title: str,
    requires: tuple[str, ...] = (),
) -> Callable[[PlanCheck], Rule]:
    """Make a rule of a generator that yields findings about a plan."""

    def decorate(check: PlanCheck) -> Rule:
        return make_rule(id, check, severity, title, requires)

    return decorate
