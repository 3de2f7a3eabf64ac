"""GJ25x: the people who are sent."""

from collections.abc import Iterator
from itertools import combinations

from gongjian.model.activity import Assignment
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule


@rule("GJ251", title="一个人同时派往两处", requires=("GJ211",))
def overlapping_assignments(plan: Plan, context: Context) -> Iterator[Finding]:
    """同一所学校的同一个人，同一段时间只能派往一处。姓名隐去的（某某）可能是几个人，写明学科或职务就能分清。

    坏例：
    ```yaml
    assignments:
      - {teacher: 钱某, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年}
      - {teacher: 钱某, kind: 跟岗, origin: yongli, destination: partner, period: 2023年秋季学期}
    ```
    好例：
    ```yaml
    assignments:
      - {teacher: 钱某, kind: 支教, origin: yongli, destination: partner, period: 2023年秋季学期}
      - {teacher: 钱某, kind: 跟岗, origin: yongli, destination: partner, period: 2024年春季学期}
    ```
    """
    for (_, earlier), (index, later) in combinations(enumerate(plan.assignments), 2):
        if _is_one_person(earlier, later) and earlier.period.overlaps(later.period):
            yield Finding(
                at=("assignments", index, "period"),
                message=f"{later.teacher}在 {later.period.start} 至 {later.period.end} 已经派去{earlier.kind}",
                hint="改时间，或者换人",
            )


def _is_one_person(one: Assignment, other: Assignment) -> bool:
    """Tell whether two assignments are of one person, as far as the plan tells people apart."""
    return bool(one.teacher) and (one.teacher, one.origin, one.post, one.subject) == (
        other.teacher,
        other.origin,
        other.post,
        other.subject,
    )


@rule("GJ252", title="对等互派的人数不相等", requires=("GJ222", "GJ223"))
def unequal_exchange(plan: Plan, context: Context) -> Iterator[Finding]:
    """承诺对等互派的，派出和派入的人数要相等。交流人员用“对应承诺”（commitment）指明落实哪一项。

    坏例：
    ```yaml
    measures:
      - heading: 教师交流
        commitments:
          - {id: exchange, activity: 教师交流, direction: 对等}
    assignments:
      - {kind: 教师交流, origin: yongli, destination: partner, period: 2023-2024学年, commitment: exchange}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教师交流
        commitments:
          - {id: exchange, activity: 教师交流, direction: 对等}
    assignments:
      - {kind: 教师交流, origin: yongli, destination: partner, period: 2023-2024学年, commitment: exchange}
      - {kind: 教师交流, origin: partner, destination: yongli, period: 2023-2024学年, commitment: exchange}
    ```
    """
    leads = {group.lead for group in context.pairings}
    for path, commitment in context.commitments:
        if commitment.direction != "对等":
            continue
        sent = [each for each in plan.assignments if each.commitment == commitment.id]
        out = sum(each.origin in leads for each in sent)
        back = sum(each.destination in leads and each.origin not in leads for each in sent)
        if out != back:
            yield Finding(
                at=(*path, "direction"),
                message=f"“{commitment.activity}”承诺对等，牵头校派出{out}人，成员校派出{back}人",
                hint="在 assignments 里补齐，两边人数相等",
            )
