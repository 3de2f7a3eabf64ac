"""GJ227: each school stands in a plan once."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.school_names import name_key
from gongjian.rules.rule import Context, rule

_MASK = "某"
_TELLING_NOTHING = frozenset(_MASK + "市县区镇乡村城中心完全小初高学校第所")


@rule("GJ227", title="同一所学校写了两次", requires=("GJ221",))
def school_listed_twice(plan: Plan, context: Context) -> Iterator[Finding]:
    """一所学校在方案里只写一次，别处用编号引用；写成两所的，结对、人数都会多算一次。有学校名册的，别名也认得出。

    校名隐去的（某小学）可能是几所，不检查。

    坏例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校}
      - {id: other, name: 乙小学, role: 成员校}
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: partner, name: 乙小学, role: 成员校}
      - {id: other, name: 丙小学, role: 成员校}
    ```
    """
    registry = context.registry
    first: dict[tuple[str, str], int] = {}
    for index, school in enumerate(plan.schools):
        if not school.has_name or _is_masked(school.name):
            continue
        known = registry.school_of(school) if registry else None
        key = (school.kind, known.key if known else name_key(school.name))
        earlier = plan.schools[first.setdefault(key, index)]
        if earlier is not school:
            also = f"（“{earlier.name}”）" if earlier.name != school.name else ""
            yield Finding(
                at=("schools", index, "name"),
                message=f"“{school.name}”已经写过了，编号是 {earlier.id}{also}",
                hint="留下一处；确实是两所的，写规范全称区别开",
            )


def _is_masked(name: str) -> bool:
    """Tell whether a name was taken out before the plan was published, so that it may be any school's."""
    return _MASK in name and _TELLING_NOTHING.issuperset(name_key(name))
