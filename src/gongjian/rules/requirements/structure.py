"""GJ312: who may be paired with how many."""

from collections.abc import Iterator

from gongjian.model.finding import Finding, Path
from gongjian.model.plan import Plan
from gongjian.model.policy import StructureRequirement
from gongjian.model.quota import Quota
from gongjian.model.school import Group
from gongjian.rules.requirements.matching import binding, unmet, within
from gongjian.rules.rule import Context, rule


@rule("GJ312", title="结对结构不合政策要求", requires=("GJ224",))
def structure_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策对一所牵头校带几所成员校、全县结几对有规定时，结对关系要在规定之内。

    政策只数城区（镇区、乡村）学校的，学校的所在地（area）要合；没有写所在地的不追究。

    坏例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: a, name: 乙小学, role: 成员校}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: structure, clause: 三, text: 一校带两校或三校。, what: 成员校, per: 牵头校, quota: 2-3所}
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: a, name: 乙小学, role: 成员校}
      - {id: b, name: 丙小学, role: 成员校}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: structure, clause: 三, text: 一校带两校或三校。, what: 成员校, per: 牵头校, quota: 2-3所}
    ```
    """
    for pack, requirement in binding(context, StructureRequirement):
        area = "或".join(requirement.area)
        for path, whose, count in _counts(plan, context, requirement):
            for quota in requirement.quota:
                if isinstance(quota, Quota) and not within(count, quota):
                    yield unmet(
                        pack,
                        requirement,
                        path,
                        f"{whose}的{area}{requirement.what}有{count}个，应为{quota.prose}",
                        f"核对结对名单（schools 的 role{'、area' if area else ''}，或 groups）",
                    )


def _counts(
    plan: Plan, context: Context, requirement: StructureRequirement
) -> Iterator[tuple[Path, str, int]]:
    """Count what a structure requirement is about, for each thing it counts per: where, whose, how many."""
    for path, whose, groups in _counted_per(plan, context, requirement):
        members = [member for group in groups for member in group.members]
        counted = {
            "结对": members,
            "牵头校": list(dict.fromkeys(group.lead for group in groups)),
            "成员校": list(dict.fromkeys(members)),
        }[requirement.what]
        areas = [context.schools[name].area for name in counted]
        yield path, whose, sum(not requirement.area or area in (None, *requirement.area) for area in areas)


def _counted_per(
    plan: Plan, context: Context, requirement: StructureRequirement
) -> Iterator[tuple[Path, str, list[Group]]]:
    """Yield the groups of the plan, of each lead, or one by one: where they stand, whose they are."""
    modes = requirement.applies.mode if requirement.applies else ()
    groups = [group for group in plan.pairings() if not modes or (group.mode or plan.mode) in modes]
    top: Path = ("groups",) if plan.groups else ("schools",)
    if requirement.per == "方案":
        yield top, "方案", groups
        return
    by_lead: dict[str, list[Group]] = {}
    for group in groups:
        by_lead.setdefault(group.lead, []).append(group)
    parts = by_lead.values() if requirement.per == "牵头校" else ([group] for group in groups)
    for part in parts:
        path: Path = ("groups", plan.groups.index(part[0]), "members") if plan.groups else top
        lead = context.schools[part[0].lead].name
        yield path, f"“{lead}”" + ("这一对" if requirement.what == "牵头校" else ""), part
    if requirement.per == "牵头校" and not modes:
        for index, school in enumerate(plan.schools):
            if school.role == "牵头校" and school.id not in by_lead:
                yield ("schools", index), f"“{school.name}”", []
