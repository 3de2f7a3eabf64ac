"""GJ610–612: the schools a plan names are schools of the registry."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule
from gongjian.rules.suggestions import did_you_mean, listed

if TYPE_CHECKING:  # a plan without a registry is checked without loading its schema
    from gongjian.model.school import School
    from gongjian.model.school_registry import Registry


@rule("GJ610", title="学校没有写校名")
def school_without_name(plan: Plan, context: Context) -> Iterator[Finding]:
    """学校要写校名；只有编号是学校名册里的编号时才可以不写，公文里印名册上的校名。

    坏例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, role: 成员校}
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校}
    ```
    """
    registry = context.registry
    for index, school in enumerate(plan.schools):
        if school.has_name or context.standards.registry_unread:
            continue
        if registry is None:
            message, hint = "缺少“校名（name）”", "补上这一项，例如 name: 永利小学"
        else:
            message = f"没有写校名（name），学校名册里也没有编号“{school.id}”"
            hint = did_you_mean(school.id, registry.by_id, "补上校名，或者核对编号")
        yield Finding(at=("schools", index, "name"), message=message, hint=hint)


@rule("GJ611", title="学校不在学校名册里")
def unregistered_school(plan: Plan, context: Context) -> Iterator[Finding]:
    """仓库有学校名册时，方案里的校名要与名册上的规范全称一致，才知道几份方案说的是不是同一所学校。机构不检查。

    坏例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 已小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校}
    ```
    """
    registry = context.registry
    assert registry is not None
    for index, school in enumerate(plan.schools):
        if school.has_name and school.kind != "机构" and registry.named(school.name) is None:
            yield Finding(
                at=("schools", index, "name"),
                message=f"学校名册里没有“{school.name}”",
                hint=_hint(school, registry),
            )


def _hint(school: "School", registry: "Registry") -> str:
    from gongjian.rules.registered.nearest import nearest_schools

    near = nearest_schools(school.name, registry)
    if near:
        return f"相近的有：{listed(f'“{name}”' for name in near)}；新设的学校先写进名册"
    same_id = registry.by_id.get(school.id)
    return f"编号 {school.id} 在名册里是“{same_id.name}”" if same_id else "核对校名；新设的学校先写进名册"


@rule("GJ612", severity="warning", title="校名不是规范全称")
def school_by_alias(plan: Plan, context: Context) -> Iterator[Finding]:
    """公文里写规范全称；别名、旧称在名册里查得到，但不宜印在方案里。简称写在 `short` 里。

    坏例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 某县乙小学, aliases: 乙小学}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 某县乙小学, aliases: 乙小学}]
    # a.yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 某县乙小学, short: 乙小学, role: 成员校}
    ```
    """
    registry = context.registry
    assert registry is not None
    for index, school in enumerate(plan.schools):
        known = registry.named(school.name) if school.has_name else None
        if known and not registry.is_official(school.name):
            yield Finding(
                at=("schools", index, "name"),
                message=f"“{school.name}”是别名，规范全称是“{known.name}”",
                hint=f"写成 name: {known.name}，简称另写 short: {school.name}",
            )
