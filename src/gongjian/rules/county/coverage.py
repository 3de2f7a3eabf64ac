"""GJ621: every weak school is paired."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.view import County


@county_rule("GJ621", title="薄弱校没有结对")
def weak_school_not_paired(county: County) -> Iterator[Finding]:
    """学校名册里的薄弱校，每一所都要是一份方案的成员校，方案在检查的那一天（`--as-of`，不写为今天）有效。

    它的学部、校区，或者它所属的学校已经结对的，也算。例子按 2023-03-01 检查。

    坏例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学, level: 薄弱}, {name: 丙小学, level: 薄弱}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # 名册.yaml
    schools: [{name: 甲小学}, {name: 乙小学, level: 薄弱}, {name: 丙小学, level: 薄弱}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
      - {id: bing, name: 丙小学, role: 成员校}
    ```
    """
    registry = county.standards.registry
    if registry is None:
        return
    weak = [(index, school) for index, school in enumerate(registry.schools) if school.level == "薄弱"]
    covered = _covered(county)
    missing = [(index, school) for index, school in weak if school.key not in covered]
    share = f"{len(weak)} 所薄弱校中有 {len(weak) - len(missing)} 所结对"
    for index, school in missing:
        yield Finding(
            file=county.registry_file,
            at=("schools", index),
            message=f"薄弱校“{school.name}”在 {county.day} 没有结对（{share}）",
            hint=f"为它安排一所牵头校，写进方案；已经不是薄弱校的，改名册{county.unread_too}",
        )


def _covered(county: County) -> set[str]:
    """Give the keys of the schools that are members somewhere, with those they belong to and their parts."""
    members = {pair.member.key for plan in county.plans if county.in_force(plan) for pair in plan.pairs}
    return {key for member in members for key in county.with_kin(member)}
