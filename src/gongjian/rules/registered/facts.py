"""GJ613: what a plan says of a school is what the registry says."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.school import School
from gongjian.model.school_registry import RegisteredSchool, Registry
from gongjian.rules.rule import Context, rule

_FACTS = {"area": "所在地", "stage": "学段", "code": "学校标识码"}


@rule("GJ613", title="与学校名册矛盾")
def contradicts_registry(plan: Plan, context: Context) -> Iterator[Finding]:
    """方案里写了学校的所在地、学段、标识码的，要与学校名册一致；不写则以名册为准。

    编号是名册里的编号时，指的也要是名册里的那一所。

    坏例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学, area: 乡村}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校, area: 镇区}
    ```
    好例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学, area: 乡村}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校, area: 乡村}
    ```
    """
    registry = context.registry
    assert registry is not None
    for index, school in enumerate(plan.schools):
        known = registry.school_of(school)
        if known is None:
            continue
        if other := _other_school(school, known, registry):
            yield Finding(
                at=("schools", index, "id"),
                message=f"编号“{school.id}”在学校名册里是“{other.name}”，不是“{school.name}”",
                hint=f"换一个编号，如 {known.id}" if known.id else "换一个编号",
            )
        for fact, title in _FACTS.items():
            said, true = getattr(school, fact), getattr(known, fact)
            if said and true and said != true:
                yield Finding(
                    at=("schools", index, fact),
                    message=f"“{school.name}”的{title}写的是“{said}”，学校名册里是“{true}”",
                    hint="改成名册里的，或者不写；名册错了的，改名册",
                )


def _other_school(school: School, known: RegisteredSchool, registry: Registry) -> RegisteredSchool | None:
    """Give the school that the registry has the id for, if that is another one."""
    of_that_id = registry.by_id.get(school.id)
    return of_that_id if of_that_id and of_that_id.key != known.key else None
