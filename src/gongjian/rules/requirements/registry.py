"""The rules that hold a plan against its policy packs, in the order they run.

They are apart from the others so that a plan that names no pack is checked without
loading the packs, their schema, and the comparison of quotas.
"""

from gongjian.rules.requirements import deadlines, expressions, form, people, quotas, ratios, structure
from gongjian.rules.rule import Rule

REQUIREMENT_RULES: tuple[Rule, ...] = (
    quotas.unknown_policy,
    quotas.quota_below_requirement,
    quotas.quota_not_guaranteed,
    quotas.requirement_without_commitment,
    ratios.ratio_requirement,
    form.leadership_requirement,
    form.section_requirement,
    structure.structure_requirement,
    deadlines.deadline_requirement,
    form.milestone_requirement,
    form.assessment_requirement,
    expressions.expression_requirement,
    people.eligibility,
    people.exclusion,
    people.coverage,
)
"""A rule stands after those it requires."""
