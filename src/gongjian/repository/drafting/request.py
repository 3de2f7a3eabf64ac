"""What a new plan is to be: its archetype, its schools, its time, the packs it is held against."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from gongjian.model.dates import Period
from gongjian.model.plan import Plan
from gongjian.repository.drafting.archetypes import LEAD, MEMBER, Archetype

_NO_ID = re.compile("[^0-9A-Za-z\u4e00-\u9fff_.-]")
_LONGEST = 24
"""Characters of an id that is made of a name; longer names are cut."""

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
        ids: the ids that schools have in the registry, by their names.
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
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_groups(self) -> bool:
        """Whether the plan lists its groups: with several leads, roles alone do not tell who is with whom."""
        return self.archetype.is_county or len(self.pairings) > 1

    def parties(self) -> list[Party]:
        """The schools, each once, leads first.

        They have the ids of the registry, else ids made of their names: an id means one school in
        all plans of a repository.
        """
        leads = list(dict.fromkeys(pairing.lead for pairing in self.pairings))
        members = [name for pairing in self.pairings for name in pairing.members]
        members = [name for name in dict.fromkeys(members) if name not in leads]
        ids: dict[str, str] = {}
        for name, role in (*((lead, "lead") for lead in leads), *((member, "member") for member in members)):
            ids[name] = _unlike(self.ids.get(name) or id_like(name) or role, ids.values())
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


def id_like(name: str) -> str:
    """Make an id of a school's name, of what an id may hold; "" when nothing is left."""
    return _NO_ID.sub("", name).lstrip("_.-")[:_LONGEST]


def _unlike(name: str, taken: Iterable[str]) -> str:
    taken = list(taken)
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def _listed(names: Sequence[str]) -> str:
    """List names as prose does: 甲、乙和丙."""
    return "和".join(filter(None, ("、".join(names[:-1]), names[-1])))
