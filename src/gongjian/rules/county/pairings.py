"""GJ631: no pairing in two plans."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.view import County, Paired, about, days, several


@county_rule("GJ631", severity="warning", title="同一对结对写在两份方案里")
def paired_twice(county: County) -> Iterator[Finding]:
    """同一对学校、同一种模式、同一段时间，同一层级只有一份方案，不然指标不知道以哪一份为准。

    谁牵头谁写在前面都算同一对。县级文件里的一对，另有这两所学校自己的方案，是应当的，不算。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    # b.yaml
    period: 2023—2024学年
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    # b.yaml
    period: 2025—2026学年
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    """
    for group in several(
        county.paired, lambda each: (frozenset(each.pair.schools), each.pair.mode, each.plan.level)
    ):
        ordered = sorted(group, key=lambda each: each.plan.start)
        for number, later in enumerate(ordered):
            earlier = next((each for each in ordered[:number] if _same(county, each, later)), None)
            if earlier:
                plan = earlier.plan
                yield about(
                    later.plan,
                    later.pair.at,
                    f"{later.pair}的{later.pair.mode}已经写在《{plan.title}》里（{days(plan.start, plan.end)}）",
                    "并成一份方案，或者把起止时间错开；双方各写一份的，写明理由豁免",
                    earlier.related(),
                )


def _same(county: County, one: Paired, other: Paired) -> bool:
    return one.plan.id != other.plan.id and one.overlaps(other) and county.one_county(one.plan, other.plan)
