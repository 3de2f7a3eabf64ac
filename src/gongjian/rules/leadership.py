"""GJ20x: who leads."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule


@rule("GJ201", title="领导小组要有组长")
def leadership_without_leader(plan: Plan, context: Context) -> Iterator[Finding]:
    """没有组长，工作就没有人负总责。组长可以写姓名，也可以只写职务。

    方案所按的政策包要求有组长的，由 GJ310 报出，写明条款。

    坏例：
    ```yaml
    leadership:
      members: [刘某, 黄某某]
    ```
    好例：
    ```yaml
    leadership:
      leader: {post: 校长}
      members: [刘某, 黄某某]
    ```
    """
    if _asked_for_by_a_pack(context):
        return
    if plan.leadership is None:
        yield Finding(
            message="方案没有写领导小组",
            hint="加上 leadership，至少写组长，如 leadership: {leader: {name: 王某某, post: 校长}}",
        )
    elif plan.leadership.leader is None:
        yield Finding(
            at=("leadership",),
            message=f"“{plan.leadership.name}”没有组长",
            hint="在 leadership 下面写 leader: {name: 王某某, post: 校长}；只写职务也可以",
        )


def _asked_for_by_a_pack(context: Context) -> bool:
    """Tell whether a requirement asks for a leader: its finding says more, and one is enough."""
    if not context.packs:
        return False
    from gongjian.model.policy import LeadershipRequirement
    from gongjian.rules.requirements.matching import binding

    return any(requirement.role == "组长" for _, requirement in binding(context, LeadershipRequirement))
