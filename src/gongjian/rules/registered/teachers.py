"""GJ614: the people who are sent are teachers of the registry."""

from collections.abc import Iterator

from gongjian.model.activity import Assignment
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.school_names import name_key
from gongjian.model.school_registry import Teacher
from gongjian.rules.rule import Context, rule
from gongjian.rules.suggestions import did_you_mean

_MASK = "某"
_FACTS = {"sex": "性别", "born": "出生年月"}


@rule("GJ614", severity="warning", title="交流人员与教师名册不符")
def unregistered_teacher(plan: Plan, context: Context) -> Iterator[Finding]:
    """名册里列了派出学校的教师时，交流人员要是其中的人，性别、出生年月要一致。隐去的姓名（某某）不检查。

    坏例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学}]
    teachers: [{name: 钱一, school: 甲小学}]
    # a.yaml
    assignments:
      - {teacher: 钱二, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年}
    ```
    好例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学}]
    teachers: [{name: 钱一, school: 甲小学}]
    # a.yaml
    assignments:
      - {teacher: 钱一, kind: 支教, origin: yongli, destination: partner, period: 2023-2024学年}
    ```
    """
    registry = context.registry
    assert registry is not None
    for index, assignment in enumerate(plan.assignments):
        origin = context.schools.get(assignment.origin)
        known = registry.school_of(origin) if origin else None
        staff = registry.teachers_of.get(known.key, []) if known else []
        if not (known and staff and assignment.teacher) or _MASK in assignment.teacher:
            continue
        wanted = name_key(assignment.teacher)
        named = [teacher for teacher in staff if name_key(teacher.name) == wanted]
        if not named:
            yield Finding(
                at=("assignments", index, "teacher"),
                message=f"教师名册里，“{known.name}”没有“{assignment.teacher}”",
                hint=did_you_mean(
                    assignment.teacher, [each.name for each in staff], "核对姓名和派出学校；新来的先写进名册"
                ),
            )
        elif len(named) == 1:
            yield from _contradictions(index, assignment, named[0])


def _contradictions(index: int, assignment: Assignment, teacher: Teacher) -> Iterator[Finding]:
    for fact, title in _FACTS.items():
        said, true = getattr(assignment, fact), getattr(teacher, fact)
        if said and true and said != true:
            yield Finding(
                at=("assignments", index, fact),
                message=f"{teacher.name}的{title}写的是 {said}，教师名册里是 {true}",
                hint="核对以后改一处",
            )
