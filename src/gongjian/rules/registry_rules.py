"""GJ60x: registries (学校名册) that hold together."""

from collections.abc import Iterable, Iterator

from gongjian.model.finding import Finding, Path
from gongjian.model.school_names import name_key
from gongjian.model.school_registry import RegisteredSchool, Registry
from gongjian.rules.registered.nearest import nearest_schools
from gongjian.rules.rule import Rule, make_rule
from gongjian.rules.suggestions import nearest


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Yield the findings about a registry."""
    for rule in REGISTRY_RULES:
        yield from map(rule.stamp, rule.check(registry))


def _duplicate_registry_id(registry: Registry) -> Iterator[Finding]:
    """学校、教师的编号在名册里各自不能重复，学校标识码也不能重复，否则不知道指的是哪一个。

    坏例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {id: yongli, name: 永利小学}
      - {id: yongli, name: 共建小学}
    ```
    好例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {id: yongli, name: 永利小学}
      - {id: gongjian, name: 共建小学}
    ```
    """
    for kind, listed, fact in _UNIQUE:
        first: dict[str, int] = {}
        entries = getattr(registry, listed)
        for index, each in enumerate(entries):
            value = getattr(each, fact)
            if value and first.setdefault(value, index) != index:
                yield Finding(
                    at=(listed, index, fact),
                    message=f"{kind}“{value}”已经用过了，是“{entries[first[value]].name}”的",
                    hint="核对以后改一处",
                )


_UNIQUE = (
    ("学校编号", "schools", "id"),
    ("学校标识码", "schools", "code"),
    ("教师编号", "teachers", "id"),
)


def _ambiguous_name(registry: Registry) -> Iterator[Finding]:
    """一个校名（别名）只能指一所学校：同一所学校不要写两次，两所学校不能有同样的别名。

    坏例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {name: 某县实验小学, aliases: 实验小学}
      - {name: 某县第二实验小学, aliases: [实验小学, 实小]}
    ```
    好例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {name: 某县实验小学, aliases: 实验小学}
      - {name: 某县第二实验小学, aliases: [实验二小, 实小]}
    ```
    """
    official: dict[str, int] = {}
    for index, school in enumerate(registry.schools):
        if official.setdefault(school.key, index) != index:
            yield Finding(
                at=("schools", index, "name"),
                message=f"“{school.name}”已经写过了（第 {official[school.key] + 1} 所）",
                hint="留下一处；确实是两所的，写规范全称区别开",
            )
    taken = {key: registry.schools[index] for key, index in official.items()}
    for index, position, alias, school in _aliases(registry.schools):
        owner = taken.setdefault(name_key(alias), school)
        if owner is not school and owner.key != school.key:
            yield Finding(
                at=("schools", index, "aliases", position),
                message=f"“{alias}”也是“{owner.name}”的名称，不知道指哪一所",
                hint="只留给一所学校",
            )


def _aliases(schools: Iterable[RegisteredSchool]) -> Iterator[tuple[int, int, str, RegisteredSchool]]:
    """Yield every other name with the indexes of school and name."""
    for index, school in enumerate(schools):
        for position, alias in enumerate(school.aliases):
            yield index, position, alias, school


def _unknown_parent(registry: Registry) -> Iterator[Finding]:
    """学部、校区的“所属学校”要在名册里，也不能绕回自己。

    坏例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {id: huangtian, name: 黄田中心学校}
      - {name: 黄田中心学校初中部, kind: 学部, parent: huantian}
    ```
    好例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools:
      - {id: huangtian, name: 黄田中心学校}
      - {name: 黄田中心学校初中部, kind: 学部, parent: huangtian}
    ```
    """
    for index, school in enumerate(registry.schools):
        if not school.parent:
            continue
        at: Path = ("schools", index, "parent")
        if registry.parent_of(school) is None:
            near = nearest(school.parent, registry.by_id) or next(
                iter(nearest_schools(school.parent, registry)), None
            )
            yield Finding(
                at=at,
                message=f"名册里没有编号或校名为“{school.parent}”的学校",
                hint=f"你是不是想写“{near}”？" if near else "先把所属学校写进名册",
            )
        elif _comes_back(school, registry):
            yield Finding(at=at, message=f"“{school.name}”的所属学校绕回了自己", hint="改正所属学校")


def _comes_back(school: RegisteredSchool, registry: Registry) -> bool:
    """Tell whether a school is among those it belongs to."""
    seen: set[str] = set()
    above = registry.parent_of(school)
    while above and above.key not in seen:
        if above.key == school.key:
            return True
        seen.add(above.key)
        above = registry.parent_of(above)
    return False


def _teacher_without_school(registry: Registry) -> Iterator[Finding]:
    """教师所在的学校要在名册里，写编号或校名。

    坏例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools: [{name: 永利小学}]
    teachers: [{name: 孟某某, school: 永力小学}]
    ```
    好例：
    ```yaml 整个文件
    gongjian: registry/v1
    schools: [{name: 永利小学}]
    teachers: [{name: 孟某某, school: 永利小学}]
    ```
    """
    missing: dict[str, list[int]] = {}
    for index, teacher in enumerate(registry.teachers):
        if registry.find(teacher.school) is None:
            missing.setdefault(teacher.school, []).append(index)
    for name, indexes in missing.items():
        near = nearest_schools(name, registry)
        count = f"（{len(indexes)} 名教师）" if len(indexes) > 1 else ""
        yield Finding(
            at=("teachers", indexes[0], "school"),
            message=f"名册里没有编号或校名为“{name}”的学校{count}",
            hint=f"你是不是想写“{near[0]}”？" if near else "先把学校写进名册",
        )


def _unreadable_registry(message: str, hint: str) -> Finding:
    """`gongjian.yaml` 里写的学校名册要在仓库里，而且读得了；读不了时，学校一律没有核对。

    坏例：
    ```yaml 仓库设置
    registry: 没有这个文件.xlsx
    ```
    好例：
    ```yaml 仓库设置
    name: 某县方案
    ```
    """
    return unreadable_registry.stamp(Finding(at=("registry",), message=message, hint=hint))


unreadable_registry: Rule = make_rule("GJ600", _unreadable_registry, "error", "学校名册读不了")
duplicate_registry_id: Rule = make_rule("GJ601", _duplicate_registry_id, "error", "名册里的编号重复")
ambiguous_name: Rule = make_rule("GJ602", _ambiguous_name, "error", "名册里一个名称指两所学校")
unknown_parent: Rule = make_rule("GJ603", _unknown_parent, "error", "名册里没有所属学校")
teacher_without_school: Rule = make_rule("GJ604", _teacher_without_school, "error", "教师的学校不在名册里")
REGISTRY_RULES = (duplicate_registry_id, ambiguous_name, unknown_parent, teacher_without_school)
