"""Where the names that a field may refer to come from."""

from collections.abc import Iterator, Mapping

from gongjian.editor import demands, parties
from gongjian.editor.neighbours import Neighbours
from gongjian.editor.proposal import Proposal, Source
from gongjian.editor.written import Written
from gongjian.model.finding import Path


def plans(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    for key, file in around.plans.items():
        yield Proposal(key, "reference", file.name)


def registries(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    names = (*around.of_kind("registry/v1"), *around.spreadsheets())
    yield from (Proposal(name, "reference", "学校名册") for name in names)


def plan_files(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    yield from (Proposal(name, "reference", "方案") for name in around.of_kind("plan/v1"))


NAMED: Mapping[str, Source] = {
    "Activity.by": parties.schools,
    "Activity.host": parties.schools,
    "Activity.schools": parties.schools,
    "Activity.activity": demands.kinds,
    "Activity.commitment": demands.commitments,
    "Activity.responsible": parties.people,
    "Assignment.origin": parties.schools,
    "Assignment.destination": parties.schools,
    "Assignment.commitment": demands.commitments,
    "Assignment.teacher": parties.registered_teachers,
    "Commitment.activity": demands.kinds,
    "Commitment.by": parties.sides_and_schools,
    "Commitment.to": parties.sides_and_schools,
    "Commitment.quota": demands.quotas,
    "Commitment.responsible": parties.people,
    "CoverageRequirement.activity": demands.kinds,
    "DocumentInfo.issuer": parties.school_names,
    "Example.like": demands.earlier_examples,
    "Example.unmet": demands.requirements_of_pack,
    "Group.lead": parties.schools,
    "Group.members": parties.schools,
    "KindEntry.of": demands.kinds,
    "Ledger.plan": plans,
    "Measure.responsible": parties.people,
    "MilestoneRequirement.activity": demands.kinds,
    "Person.post": parties.offices("post"),
    "Person.school": parties.schools,
    "Person.unit": parties.offices("unit"),
    "Plan.policies": demands.packs,
    "QuotaRequirement.activity": demands.kinds,
    "Record.activity": demands.kinds,
    "Record.by": parties.schools,
    "Record.commitment": demands.commitments,
    "Record.host": parties.schools,
    "Record.responsible": parties.people,
    "Record.schools": parties.schools,
    "Record.teacher": parties.people_sent,
    "RegisteredSchool.parent": parties.schools_of_registry,
    "Repository.policies": demands.packs_and_files,
    "Repository.registry": registries,
    "Repository.severity": demands.any_rule,
    "School.id": parties.registered_ids,
    "School.name": parties.registered_names,
    "School.parent": parties.schools,
    "Teacher.school": parties.schools_of_registry,
    "Waiver.file": plan_files,
    "Waiver.requirement": demands.requirements,
    "Waiver.rule": demands.any_rule,
}
"""By schema and field."""

SCHOOL_FIELDS = frozenset(
    name for name, source in NAMED.items() if source in (parties.schools, parties.sides_and_schools)
)
"""The fields that name schools of the plan by their ids."""
