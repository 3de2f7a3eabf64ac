"""GJ32x: what papers ask of the people who are sent, and of whom they reach."""

from collections.abc import Iterator
from datetime import date

from gongjian.model.activity import Assignment
from gongjian.model.finding import Finding, Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.policy import CoverageRequirement, EligibilityRequirement, ExclusionRequirement
from gongjian.model.quota import Quota
from gongjian.rules.requirements.matching import binding, unmet, within
from gongjian.rules.rule import Context, rule


@rule("GJ320", title="交流人员不合条件")
def eligibility(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策对交流人员的年龄、周课时、时长有规定时，逐人检查；年龄按派出那一天算。

    坏例：
    ```yaml
    assignments:
      - {teacher: 孟某某, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年, sex: 男, born: 1970-05}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: eligibility, clause: 三（3）, text: 男教师不超过50周岁。, of: 支教, attribute: 年龄, sex: 男, quota: ≤50岁}
    ```
    好例：
    ```yaml
    assignments:
      - {teacher: 孟某某, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年, sex: 男, born: 1985-05}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: eligibility, clause: 三（3）, text: 男教师不超过50周岁。, of: 支教, attribute: 年龄, sex: 男, quota: ≤50岁}
    ```
    """
    for pack, requirement in binding(context, EligibilityRequirement):
        for index, assignment in enumerate(plan.assignments):
            if assignment.kind not in requirement.of or not _concerns(assignment, requirement, context):
                continue
            for quota in requirement.quota:
                value = (
                    _value(assignment, requirement, quota.unit.name, context)
                    if isinstance(quota, Quota)
                    else None
                )
                if value is not None and isinstance(quota, Quota) and not within(value, quota):
                    yield unmet(
                        pack,
                        requirement,
                        ("assignments", index, _KEYS[requirement.attribute]),
                        f"{assignment.teacher or assignment.kind}的{requirement.attribute}是{value}"
                        f"{quota.unit.name}，应为{quota.prose}",
                        "换人，或者核对填写的内容",
                    )


_KEYS = {"年龄": "born", "周课时": "lessons", "时长": "period"}


def _concerns(assignment: Assignment, requirement: EligibilityRequirement, context: Context) -> bool:
    """Tell whether a condition is about this person: by sex, by the stage of the receiving school."""
    school = context.schools.get(assignment.destination)
    stage = school.stage if school else None
    return (requirement.sex is None or assignment.sex == requirement.sex) and (
        not requirement.stage or stage in requirement.stage
    )


def _value(
    assignment: Assignment, requirement: EligibilityRequirement, unit: str, context: Context
) -> int | None:
    """Give what the plan says of a person, in a unit; None when it does not say."""
    if requirement.attribute == "年龄":
        return _age(assignment.born, assignment.period.start) if assignment.born else None
    if requirement.attribute == "周课时":
        return assignment.lessons
    return context.calendar.length(unit, assignment.period.start, assignment.period.end)


def _age(born: date, day: date) -> int:
    """Full years on a day (周岁)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@rule("GJ321", title="不得选派的人")
def exclusion(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策规定有某些情形的人不得选派，如患病、怀孕、哺乳期；情形写在交流人员的 conditions 里。

    坏例：
    ```yaml
    assignments:
      - {teacher: 孟某某, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年, conditions: 哺乳期}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: exclusion, clause: 三（4）, text: 哺乳期教师不选派。, of: 支教, conditions: [怀孕, 哺乳期]}
    ```
    好例：
    ```yaml
    assignments:
      - {teacher: 孟某某, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年, sex: 女}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: exclusion, clause: 三（4）, text: 哺乳期教师不选派。, of: 支教, conditions: [怀孕, 哺乳期]}
    ```
    """
    for pack, requirement in binding(context, ExclusionRequirement):
        for index, assignment in enumerate(plan.assignments):
            for position, condition in enumerate(assignment.conditions):
                if assignment.kind in requirement.of and any(
                    word in condition for word in requirement.conditions
                ):
                    yield unmet(
                        pack,
                        requirement,
                        ("assignments", index, "conditions", position),
                        f"{assignment.teacher or '这名教师'}有“{condition}”的情形，不得选派",
                        "换人",
                    )


@rule("GJ322", title="没有覆盖到每一所学校", requires=("GJ224",))
def coverage(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策要求覆盖每一所成员校的，活动安排或交流人员要到每一所；还没有排任何活动和人员的，要有覆盖的承诺。

    承诺写了百分数的，不能更低。

    坏例：
    ```yaml
    measures: []
    activities:
      - {date: 2022-10-20, activity: 送教, host: yongli}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: coverage, clause: 三（五）, text: 送教到每一所成员校。, of: 成员校, activity: 送教}
    ```
    好例：
    ```yaml
    measures: []
    activities:
      - {date: 2022-10-20, activity: 送教, host: partner}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: coverage, clause: 三（五）, text: 送教到每一所成员校。, of: 成员校, activity: 送教}
    ```
    """
    for pack, requirement in binding(context, CoverageRequirement):
        kind = requirement.activity
        reached = {name for name, activity in _reached(plan) if context.is_a(activity, kind)}
        promises = [
            (path, each)
            for path, each in plan.commitments()
            if context.is_a(each.activity, kind) and (requirement.soft or not each.soft)
        ]
        members = plan.member_schools()
        missing = [school.name for school in members if school.id not in reached]
        share = 100 * (len(members) - len(missing)) / max(1, len(members))
        if share >= requirement.percent:
            continue
        if reached or not promises:
            yield unmet(
                pack, requirement, ("activities",) if plan.activities else ("measures",),
                f"“{kind}”应覆盖{requirement.percent:g}%的成员校，还没有到：{'、'.join(missing)}",
                f"给这些学校安排{kind}，或者写明覆盖每一所成员校的承诺", key=True,
            )  # fmt: skip
        elif shares := [share for path, each in promises for share in _shares(each, path)]:
            promised, at = max(shares, key=lambda share: share[0])
            if promised < requirement.percent:
                yield unmet(
                    pack, requirement, at,
                    f"“{kind}”应覆盖{requirement.percent:g}%的成员校，承诺的是{promised:g}%",
                    f"改为 {requirement.percent:g}%",
                )  # fmt: skip


def _shares(commitment: Commitment, path: Path) -> Iterator[tuple[float, Path]]:
    """Yield the shares of the schools that a commitment promises to reach, with where they stand."""
    for index, quota in enumerate(commitment.quota):
        if isinstance(quota, Quota) and quota.unit.name == "%":
            yield float(quota.minimum or 0), (*path, "quota", index)


def _reached(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield every school that has a share in something, with what it is: by its kind, by its commitment's."""
    promised = {commitment.id: commitment.activity for _, commitment in plan.commitments()}
    for activity in plan.activities:
        everybody = not (activity.host or activity.schools)
        schools = (
            [school.id for school in plan.schools] if everybody else [activity.host or "", *activity.schools]
        )
        for kind in {activity.activity, promised.get(activity.commitment or "", activity.activity)}:
            yield from ((school, kind) for school in schools)
    for assignment in plan.assignments:
        yield assignment.destination, assignment.kind
        if assignment.commitment in promised:
            yield assignment.destination, promised[assignment.commitment]
