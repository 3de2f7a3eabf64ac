"""GJ641–643: plans and schools that are told apart, and schools of which all plans say the same."""

from collections.abc import Iterator
from functools import lru_cache

from gongjian.model.finding import Finding, Related
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.summary import Party, PlanSummary
from gongjian.rules.county.view import County, about, several

_FACTS = {"area": "所在地", "stage": "学段", "code": "学校标识码"}


@county_rule("GJ641", title="方案的编号重复")
def duplicate_plan_id(county: County) -> Iterator[Finding]:
    """方案的编号在仓库里不能重复：台账、印好的文件都靠它找到方案。

    坏例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # b.yaml
    id: yongli-2022
    period: 2025—2026学年
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # b.yaml
    id: yongli-2025
    period: 2025—2026学年
    ```
    """
    for first, *others in several(lambda: county.summaries, lambda plan: plan.id):
        for plan in others:
            yield about(
                plan,
                ("id",),
                f"方案编号“{plan.id}”已经用过了",
                "换一个编号，如在后面加年份；同一份方案存了两次的，删去一份",
                Related(first.file, ("id",)),
            )


@county_rule("GJ642", severity="warning", title="同一个编号在两份方案里是两个校名")
def two_names_of_one_id(county: County) -> Iterator[Finding]:
    """同一个学校编号，在一份方案里叫这个、在另一份里叫那个：多半是校名写错了，或者编号借用了别的学校的。

    有学校名册的按名册检查（GJ611、GJ613）。一个编号有三个以上校名的，看作各份方案自己的编号；
    lead、member、a、b 之类各份方案都会用的编号，也不检查。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    # b.yaml
    schools:
      - {id: bing, name: 丙小学, role: 牵头校}
      - {id: yi, name: 乙镇小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    # b.yaml
    mode: 支教
    schools:
      - {id: bing, name: 丙小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    """
    if county.standards.registry is not None:
        return
    for group in several(lambda: _telling_ids(county), lambda each: each[1].id):
        if len({party.key for _, party in group}) != 2:
            continue
        (first_plan, first), *others = group
        plan, party = next(each for each in others if each[1].key != first.key)
        if county.one_county(first_plan, plan):
            yield about(
                plan,
                ("schools", party.index, "name"),
                f"编号“{party.id}”在这里是“{party.name}”，在另一份方案里是“{first.name}”",
                "是同一所学校的，统一成规范全称；不是的，换一个编号",
                Related(first_plan.file, ("schools", first.index, "name")),
            )


_COMMON = frozenset({
    "lead", "leader", "member", "members", "partner", "main", "school", "host", "support", "recipient",
    "urban", "rural", "city", "village", "town", "county", "strong", "weak", "bureau", "one", "two", "three",
    "primary", "middle", "high", "centre", "center", "core", "branch", "first", "second", "third",
})  # fmt: skip
"""Ids that say what a school is in its plan, rather than which one it is."""


@lru_cache(maxsize=1024)
def _is_common(name: str) -> bool:
    """Tell whether an id is one that any plan may use: one letter, or a word of role, a number behind it or not."""
    word = name.casefold().rstrip("0123456789").rstrip("-_.")
    return len(word) <= 1 or all(
        part in _COMMON or len(part) == 1 for part in word.replace("_", "-").split("-")
    )


@county_rule("GJ643", title="两份方案说的学校情况矛盾")
def contradictory_facts(county: County) -> Iterator[Finding]:
    """同一所学校的所在地、学段、标识码，各份方案要写得一样。学校名册里写了的，按名册检查（GJ613）。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校, area: 乡村}
    # b.yaml
    mode: 支教
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校, area: 镇区}
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校, area: 乡村}
    # b.yaml
    mode: 支教
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校, area: 乡村}
    ```
    """
    for group in several(lambda: _parties(county), lambda each: each[1].key):
        for fact, title in _FACTS.items():
            if _is_registered(county, group[0][1], fact):
                continue
            said = [(plan, party, value) for plan, party in group if (value := party.fact(fact))]
            if len({value for *_, value in said}) < 2:
                continue
            for number, (plan, party, value) in enumerate(said):
                earlier = next(
                    (each for each in said[:number] if each[2] != value and county.one_county(each[0], plan)),
                    None,
                )
                if earlier:
                    yield about(
                        plan,
                        ("schools", party.index, fact),
                        f"“{party.name}”的{title}在这里是“{value}”，在另一份方案里是“{earlier[2]}”",
                        "核对以后统一",
                        Related(earlier[0].file, ("schools", earlier[1].index, fact)),
                    )


def _telling_ids(county: County) -> Iterator[tuple[PlanSummary, Party]]:
    """Yield the schools whose ids are not those that any plan may use."""
    return (each for each in _parties(county) if not _is_common(each[1].id))


def _parties(county: County) -> Iterator[tuple[PlanSummary, Party]]:
    return ((plan, party) for plan in county.plans for party in plan.parties)


def _is_registered(county: County, party: Party, fact: str) -> bool:
    """Tell whether the registry says a fact of a school: then plans are held against it one by one."""
    registry = county.standards.registry
    known = registry.by_name.get(party.key) if registry and party.registered else None
    return known is not None and getattr(known, fact) is not None
