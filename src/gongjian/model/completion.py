"""A plan with what it leaves to the registry: names, areas and stages of its schools."""

from typing import Any

from gongjian.model.plan import Plan
from gongjian.model.school import School
from gongjian.model.school_registry import Registry

_FACTS = ("area", "stage", "code", "kind")


def completed(plan: Plan, registry: Registry) -> Plan:
    """Give the plan with what its schools do not say and the registry does; what they say stays."""
    schools = tuple(_completed(school, registry) for school in plan.schools)
    if all(new is old for new, old in zip(schools, plan.schools, strict=True)):
        return plan
    return plan.model_copy(update={"schools": schools})


def _completed(school: School, registry: Registry) -> School:
    known = registry.school_of(school)
    if known is None:
        return school
    told = {fact: getattr(known, fact) for fact in _FACTS if fact not in school.model_fields_set}
    more: dict[str, Any] = {fact: value for fact, value in told.items() if value != getattr(school, fact)}
    if not school.has_name:
        more["name"] = known.name
    return school.model_copy(update=more) if more else school
