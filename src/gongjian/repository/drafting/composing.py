"""A new plan composed: numbers of schools settled, the packs' demands met, written, and read back."""

from dataclasses import dataclass, replace

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.texts import plan_texts
from gongjian.repository.checking import check_source
from gongjian.repository.drafting.archetypes import Archetype
from gongjian.repository.drafting.beginning import begin, promise_the_usual
from gongjian.repository.drafting.demands import demands_deeds, meet, speak_of, wrong_numbers
from gongjian.repository.drafting.request import Pairing, Request
from gongjian.repository.drafting.writing import write_plan
from gongjian.rules.rule import Context
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

_MOST = 12
"""So many groups, and so many members of a lead, are tried where nobody says how many."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A new plan's text, and what the check still finds: only what no draft can answer."""

    text: str
    findings: tuple[Finding, ...]


def compose(request: Request, standards: Standards) -> Composed:
    """Compose a plan that meets the packs it names and those in force."""
    context = Context(standards.completed(request.bare_plan()), standards)
    draft = begin(request)
    meet(draft, context)
    if not demands_deeds(context):
        promise_the_usual(draft, context.kinds)
        meet(draft, context)  # milestones of what is usual; all else is there already
    plan = load(SourceFile.of(write_plan(draft)), Plan)
    speak_of(draft, context, [text for _, text in plan_texts(plan)])
    text = write_plan(draft)
    return Composed(text, check_source(SourceFile.of(text), standards).findings)


def wrong_schools(request: Request, standards: Standards) -> list[str]:
    """Say what the packs have against the numbers of schools; nothing when they are right."""
    return list(wrong_numbers(Context(standards.completed(request.bare_plan()), standards)))


def settle(request: Request, standards: Standards, lead: str = "") -> Request:
    """Give the request with as many unnamed schools as the archetype and the packs want.

    When no number will do, the smallest is given, so that `wrong_schools` tells what is wrong.
    """
    archetype = request.archetype
    tries = [
        replace(request, pairings=placeholders(archetype, groups, members, lead))
        for members in range(archetype.fewest, (archetype.most or _MOST) + 1)
        for groups in (range(2, _MOST + 1) if archetype.is_county else (1,))
    ]
    return next((each for each in tries if not wrong_schools(each, standards)), tries[0])


def placeholders(archetype: Archetype, groups: int, members: int, lead: str = "") -> tuple[Pairing, ...]:
    """Name schools that nobody named: 牵头学校, 成员学校1, …; the first lead may be named."""
    leads = _unnamed("牵头学校", groups)
    leads[0] = lead or leads[0]
    names = _unnamed("成员学校", groups * members)
    return tuple(
        Pairing(name, tuple(names[index * members : (index + 1) * members]))
        for index, name in enumerate(leads)
    )


def _unnamed(word: str, count: int) -> list[str]:
    return [word] if count == 1 else [f"{word}{number}" for number in range(1, count + 1)]
