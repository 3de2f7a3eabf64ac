"""GJ622, GJ623: who leads whom, and how many at a time."""

from collections.abc import Iterator
from itertools import islice

from gongjian.model.finding import Finding
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.summary import Limit
from gongjian.rules.county.view import County, Paired, about, days, several
from gongjian.rules.suggestions import listed


@county_rule("GJ622", title="一所学校同时有两所牵头校")
def led_twice(county: County) -> Iterator[Finding]:
    """同一段时间、同一种结对模式，一所成员校只能有一所牵头校，不然不知道由谁负责、与谁捆绑考核。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    # b.yaml
    schools:
      - {id: bing, name: 丙小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
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
    for group in several(county.paired, lambda each: (each.pair.member.key, each.pair.mode)):
        if len({each.pair.lead.key for each in group}) == 1:
            continue
        ordered = sorted(group, key=lambda each: each.plan.start)
        for number, later in enumerate(ordered):
            earlier = next((each for each in ordered[:number] if _contradict(county, each, later)), None)
            if earlier:
                plan = earlier.plan
                yield about(
                    later.plan,
                    later.pair.at,
                    f"“{later.pair.member.name}”已由“{earlier.pair.lead.name}”牵头"
                    f"（{later.pair.mode}，{days(plan.start, plan.end)}），这里又由“{later.pair.lead.name}”牵头",
                    "留下一所牵头校，或者把时间错开；模式不同的，写明结对模式",
                    earlier.related(),
                )


def _contradict(county: County, one: Paired, other: Paired) -> bool:
    return (
        one.pair.lead.key != other.pair.lead.key
        and one.overlaps(other)
        and county.one_county(one.plan, other.plan)
    )


@county_rule("GJ623", severity="warning", title="牵头校带的学校太多")
def lead_overloaded(county: County) -> Iterator[Finding]:
    """一所牵头校同时带的成员校，各份方案合起来不能超过上限。

    政策包规定了上限的（如“1+3”）按政策包，没有规定的按 `gongjian.yaml` 里的 `members_per_lead`，不写为 3。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
      - {id: bing, name: 丙小学, role: 成员校}
    # b.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: ding, name: 丁小学, role: 成员校}
      - {id: wu, name: 戊小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # gongjian.yaml
    members_per_lead: 4
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
      - {id: bing, name: 丙小学, role: 成员校}
    # b.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: ding, name: 丁小学, role: 成员校}
      - {id: wu, name: 戊小学, role: 成员校}
    ```
    """
    for group in several(county.paired, lambda each: each.pair.lead.key):
        said = sorted(_said(group), key=lambda limit: (limit.members, limit.modes))
        for limits in (said, _unsaid(county, said, group)):  # of several papers the strictest is told
            yield from islice(filter(None, (_over(county, limit, group) for limit in limits)), 1)


def _said(group: list[Paired]) -> set[Limit]:
    """Give what papers say of a lead's pairs."""
    return {limit for each in group for limit in each.plan.limits}


def _unsaid(county: County, said: list[Limit], group: list[Paired]) -> list[Limit]:
    """Give what the settings say of the modes of which no paper says anything."""
    if not said:
        return [Limit(county.standards.members_per_lead)]
    limited = {mode for limit in said for mode in limit.modes}
    free = dict.fromkeys(each.pair.mode for each in group if each.pair.mode not in limited)
    silent = free and all(limit.modes for limit in said)
    return [Limit(county.standards.members_per_lead, tuple(free))] if silent else []


def _over(county: County, limit: Limit, group: list[Paired]) -> Finding | None:
    """Tell of the first day on which a lead has more members than that."""
    counted = [each for each in group if not limit.modes or each.pair.mode in limit.modes]
    for (day, _), last in sorted({(each.plan.start, each.plan.region): each for each in counted}.items()):
        active = [
            each
            for each in counted
            if each.plan.start <= day <= each.plan.end and county.one_county(each.plan, last.plan)
        ]
        if len({each.pair.member.key for each in active}) <= limit.members:
            continue
        if limit.citation and len({each.plan.file for each in active}) == 1:
            continue  # within one plan it is for GJ312 to say
        return _overloaded(limit, active)
    return None


def _overloaded(limit: Limit, active: list[Paired]) -> Finding:
    last = sorted(active, key=lambda each: each.plan.start)[-1]  # of several, the last in the order of files
    names = {each.pair.member.key: each.pair.member.name for each in active}
    others = {each.plan.file: each.related() for each in reversed(active) if each.plan is not last.plan}
    paper = limit.citation
    return about(
        last.plan,
        last.pair.at,
        f"“{last.pair.lead.name}”从 {last.plan.start} 起同时带 {len(names)} 所成员校"
        f"（{listed(names.values(), 8)}），{f'{paper.document}{paper.clause}规定' if paper else ''}最多 {limit.members} 所",
        "分给别的牵头校" + ("" if paper else "；本地规定不同的，在 gongjian.yaml 里写 members_per_lead"),
        *[others[file] for file in sorted(others)],
        policy=paper,
        grade=limit.grade,
    )
