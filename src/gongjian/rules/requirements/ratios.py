"""GJ304: shares of some people or things in others."""

from collections.abc import Iterator

from gongjian.model.entailment import Entailment, IncomparableError, Ratio, entails
from gongjian.model.finding import Finding, Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.policy import RatioRequirement
from gongjian.model.quota import Quota
from gongjian.rules.requirements.matching import binding, parties_of, unmet, weighed
from gongjian.rules.rule import Context, rule


@rule("GJ304", title="比例不合政策要求", requires=("GJ211", "GJ224"))
def ratio_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策要求某些人占另一些人的比例时，承诺里写明占什么的比例（base），比例不能更低。

    坏例：
    ```yaml
    measures:
      - heading: 交流轮岗
        commitments:
          - {id: rotate, activity: 教师交流, audience: 交流教师, base: 符合条件教师, quota: ≥5%/学年}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: ratio, clause: 六, text: 交流不低于一成。, numerator: 交流教师, denominator: 符合条件教师, quota: ≥10%/学年}
    ```
    好例：
    ```yaml
    measures:
      - heading: 交流轮岗
        commitments:
          - {id: rotate, activity: 教师交流, audience: 交流教师, base: 符合条件教师, quota: ≥10%/学年}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: ratio, clause: 六, text: 交流不低于一成。, numerator: 交流教师, denominator: 符合条件教师, quota: ≥10%/学年}
    ```
    """
    for pack, requirement in binding(context, RatioRequirement):
        for quota in requirement.quota:
            if not isinstance(quota, Quota):
                continue
            share = f"{requirement.numerator}占{requirement.denominator}的比例"
            near = [
                (path, commitment, answer)
                for path, commitment in plan.commitments()
                if requirement.numerator in (commitment.activity, commitment.audience)
                for answer in ratio_answers(commitment, quota, requirement, context)
            ]
            if any(answer.satisfied for _, _, answer in near):
                continue
            if near:
                path, _, answer = near[0]
                where: Path = (*path, "quota")
                message, hint = f"{share}：{answer.reason.rstrip('。')}", answer.hint
            else:
                where, message = ("measures",), f"没有{share}的承诺，要求{quota.prose}"
                hint = (
                    f"加上承诺，如 {{id: …, activity: 教师交流, audience: {requirement.numerator}, "
                    f"base: {requirement.denominator}, quota: {quota}}}"
                )
            yield unmet(pack, requirement, where, message, hint, key=not near)


def ratio_answers(
    commitment: Commitment, quota: Quota, requirement: RatioRequirement, context: Context
) -> Iterator[Entailment]:
    """Yield how a commitment answers a share, where it is a share of the same things."""
    for promised in commitment.quota:
        if isinstance(promised, Quota) and promised.unit.name == quota.unit.name:
            try:
                answer = entails(
                    promised,
                    quota,
                    context.calendar,
                    parties_of(context),
                    commitment_ratio=Ratio(requirement.numerator, commitment.base),
                    requirement_ratio=Ratio(requirement.numerator, requirement.denominator),
                )
                yield weighed(answer, commitment, requirement)
            except IncomparableError:
                continue
