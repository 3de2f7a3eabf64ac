"""What a new plan is to be: its archetype, its schools, its time, the packs it is held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongjian.model.dates import Period
from gongjian.model.plan import Plan
from gongjian.repository.drafting.archetypes import LEAD, MEMBER, Archetype

LEADER = "王某某"
"""Who leads until somebody says who: surname and 某, as in published papers."""


@dataclass(frozen=True, slots=True)
class Party:
    """A school of the plan."""

    id: str
    name: str
    role: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One lead with its members, by name."""

    lead: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Request:
    """What is wanted of a new plan.

    Attributes:
        bureau: the education bureau's name, for the plans that it issues.
        policies: the ids of the packs that the plan names.
    """

    archetype: Archetype
    id: str
    pairings: tuple[Pairing, ...]
    period: Period
    date: date
    leader: str = LEADER
    bureau: str = "某某县教育局"
    office: str = ""
    policies: tuple[str, ...] = ()
    title: str = ""

    @property
    def has_groups(self) -> bool:
        """Whether the plan lists its groups: with several leads, roles alone do not tell who is with whom."""
        return self.archetype.is_county or len(self.pairings) > 1

    def parties(self) -> list[Party]:
        """The schools, each once: leads first in their group; with short ids of their own."""
        leads = list(dict.fromkeys(pairing.lead for pairing in self.pairings))
        members = [name for pairing in self.pairings for name in pairing.members]
        members = [name for name in dict.fromkeys(members) if name not in leads]
        ids = dict(zip(leads, _numbered("lead", len(leads)), strict=True))
        ids |= dict(zip(members, _numbered("member", len(members)), strict=True))
        first = {name: pairing.lead for pairing in reversed(self.pairings) for name in pairing.members}
        campus = self.archetype.member_kind == "校区"
        return [Party(ids[name], name, LEAD) for name in leads] + [
            Party(ids[name], name, MEMBER, ids[first[name]] if campus else "") for name in members
        ]

    @property
    def issuer(self) -> str:
        """Who issues the plan."""
        return self.bureau if self.archetype.is_county else self.pairings[0].lead

    @property
    def full_title(self) -> str:
        """The title, made of the schools' names unless one is given."""
        return self.title or self.filled(self.archetype.title)

    def filled(self, text: str) -> str:
        """Put the schools' names into a text of the archetype."""
        pairing = self.pairings[0]
        return text.format(lead=pairing.lead, members=_listed(pairing.members))

    def bare_plan(self) -> Plan:
        """Give the plan without any content: which requirements apply to it can be told already."""
        ids = {party.name: party.id for party in self.parties()}
        groups = [
            {"lead": ids[pairing.lead], "members": [ids[name] for name in pairing.members]}
            for pairing in self.pairings
        ]
        return Plan.model_validate(
            {
                "gongjian": "plan/v1",
                "id": self.id,
                "title": self.full_title,
                "mode": self.archetype.mode,
                "level": self.archetype.level,
                "period": self.period,
                "document": {"issuer": [self.issuer], "date": self.date},
                "policies": self.policies,
                "schools": [
                    {"id": party.id, "name": party.name, "role": party.role} for party in self.parties()
                ],
                "groups": groups if self.has_groups else [],
            }
        )


def _numbered(word: str, count: int) -> Sequence[str]:
    return [word] if count == 1 else [f"{word}-{number}" for number in range(1, count + 1)]


def _listed(names: Sequence[str]) -> str:
    """List names as prose does: 甲、乙和丙."""
    return "和".join(filter(None, ("、".join(names[:-1]), names[-1])))
