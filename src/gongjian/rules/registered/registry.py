"""The rules that hold a plan against the registry, in the order they run; without a registry none of them does."""

from gongjian.rules.registered import facts, names, teachers
from gongjian.rules.rule import Rule

REGISTERED_RULES: tuple[Rule, ...] = (
    names.unregistered_school,
    names.school_by_alias,
    facts.contradicts_registry,
    teachers.unregistered_teacher,
)
"""A rule stands after those it requires."""
