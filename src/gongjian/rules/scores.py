"""GJ26x: numbers of a plan that must add up."""

from collections.abc import Iterator

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule

_WHOLE = 100


@rule("GJ261", title="考核分值加起来不是 100")
def scores_not_whole(plan: Plan, context: Context) -> Iterator[Finding]:
    """评分项目的分值合起来应是 100 分；捆绑考核的两个权重合起来应是 100%。

    坏例：
    ```yaml
    assessment:
      items:
        - {item: 教师交流, points: 40}
        - {item: 教学研究, points: 50}
    ```
    好例：
    ```yaml
    assessment:
      items:
        - {item: 教师交流, points: 40}
        - {item: 教学研究, points: 60}
    ```
    """
    if plan.assessment is None:
        return
    total = sum(item.points for item in plan.assessment.items)
    if plan.assessment.items and total != _WHOLE:
        yield Finding(
            at=("assessment", "items"),
            message=f"评分项目的分值合起来是 {total} 分，不是 100 分",
            hint="调整分值",
            key=True,
        )
    bundling = plan.assessment.bundling
    if bundling and bundling.lead + bundling.members != _WHOLE:
        yield Finding(
            at=("assessment", "bundling"),
            message=f"捆绑考核的权重 {bundling.lead:g}% 和 {bundling.members:g}% 合起来不是 100%",
            hint="调整权重，如 {lead: 80%, members: 20%}",
        )


@rule("GJ262", title="进度没有递增")
def milestones_not_rising(plan: Plan, context: Context) -> Iterator[Finding]:
    """进度要一步比一步晚、一步比一步多。指标按学年的，从学年开始算起：12月底在前，6月底在后。

    坏例：
    ```yaml
    measures:
      - heading: 同步课堂
        commitments:
          - {id: demo, activity: 同步课堂, quota: ≥20节/年, milestones: [{by: 6月底, percent: 60}, {by: 9月底, percent: 30}]}
    ```
    好例：
    ```yaml
    measures:
      - heading: 同步课堂
        commitments:
          - {id: demo, activity: 同步课堂, quota: ≥20节/年, milestones: [{by: 6月底, percent: 30}, {by: 11月底, percent: 100}]}
    ```
    """
    for path, commitment in context.commitments:
        steps = [
            (context.calendar.order(commitment.period, step.by), step.percent)
            for step in commitment.milestones
        ]
        for index in range(1, len(steps)):
            (earlier, less), (later, more) = steps[index - 1 : index + 1]
            if later <= earlier or more <= less:
                yield Finding(
                    at=(*path, "milestones", index),
                    message="这一步没有比上一步更晚、更多",
                    hint="按时间先后写，比例逐步增加",
                )
