"""Which requirements bind a plan, and how findings cite them."""

from collections.abc import Iterator
from typing import TypeVar

from gongjian.model.entailment import Entailment, Parties
from gongjian.model.finding import Citation, Finding, Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.policy import Applies, Policy, Requirement
from gongjian.model.quota import Quota
from gongjian.model.school import Role
from gongjian.rules.rule import Context

R = TypeVar("R", bound=Requirement)


def binding(context: Context, kind: type[R]) -> Iterator[tuple[Policy, R]]:
    """Yield the requirements of one kind that apply to the plan, pack by pack."""
    for pack, requirement in _all_binding(context):
        if isinstance(requirement, kind):
            yield pack, requirement


def _all_binding(context: Context) -> list[tuple[Policy, Requirement]]:
    """Give the requirements of all kinds that apply to the plan; once a plan."""
    found: list[tuple[Policy, Requirement]] | None = context.memo.get("binding")
    if found is None:
        found = context.memo["binding"] = [
            (pack, requirement)
            for pack in context.packs
            if applies(context.plan, pack.applies)
            for requirement in pack.requirements
            if applies(context.plan, requirement.applies)
        ]
    return found


def applies(plan: Plan, scope: Applies | None) -> bool:
    """Tell whether something applies to a plan; what the plan leaves open does not rule it out."""
    if scope is None:
        return True
    return (
        (not scope.mode or not {plan.mode, *(group.mode for group in plan.groups)}.isdisjoint(scope.mode))
        and (not scope.level or plan.level in scope.level)
        and (not scope.stage or any(each.stage in (None, *scope.stage) for each in plan.member_schools()))
        and (not scope.area or any(each.area in (None, *scope.area) for each in plan.member_schools()))
        and (scope.role is None or _issued_by(plan, scope.role))
        and (not scope.region or plan.region is None or plan.region.startswith(scope.region))
    )


def _issued_by(plan: Plan, role: Role) -> bool:
    """Tell whether a school of that role issues the plan; one issued by no school of the plan is not ruled out."""
    issuers = {
        school.role or _ROLES[any(group.lead == school.id for group in plan.groups)]
        for school in plan.schools
        if {school.name, school.short} & set(plan.document.issuer)
    }
    return not issuers or role in issuers


_ROLES: dict[bool, Role] = {True: "牵头校", False: "成员校"}
"""By whether a school leads a group, for schools that have their role from the groups."""


def parties_of(context: Context) -> Parties:
    """Count who takes part: members, leads and pairs of all pairings; once a plan."""
    found: Parties | None = context.memo.get("parties")
    if found is None:
        plan, groups = context.plan, context.pairings
        found = context.memo["parties"] = Parties(
            plan.period.start,
            plan.period.end,
            members=len(context.member_schools),
            leads=len({group.lead for group in groups}),
            pairs=sum(len(group.members) for group in groups),
        )
    return found


def unmet(
    pack: Policy, requirement: Requirement, at: Path, message: str, hint: str, *, key: bool = False
) -> Finding:
    """Make a finding about a requirement that is not met: it cites the clause and has its severity.

    What a paper only aims at (争取、一般、原则上) is never more than a note.
    """
    citation = cite(pack, requirement)
    return Finding(
        at=at,
        key=key,
        message=f"{message}（{citation.document}{requirement.clause}：{requirement.text.rstrip('。')}）",
        hint=hint,
        policy=citation,
        grade="info" if requirement.soft else requirement.severity,
    )


def cite(pack: Policy, requirement: Requirement) -> Citation:
    """Cite the clause of a requirement."""
    paper = pack.document
    document = f"《{paper.title}》" + (f"（{paper.number}）" if paper.number else "")
    return Citation(pack.id, requirement.id, document, requirement.clause)


def weighed(entailment: Entailment, commitment: Commitment, requirement: Requirement) -> Entailment:
    """Weigh a verdict by how firmly it is promised: what is only aimed at (争取) guarantees nothing."""
    if entailment.satisfied and commitment.soft and not requirement.soft:
        return Entailment(
            "无法保证", "数量够，但写的是争取做到（soft），不是承诺做到", hint="定下来做的，删去 soft"
        )
    return entailment


def within(value: int, quota: Quota) -> bool:
    """Tell whether a number, in the quota's unit, keeps its bounds."""
    return (quota.minimum is None or value >= quota.minimum) and (
        quota.maximum is None or value <= quota.maximum
    )
