"""GJ30x: does the plan promise what the policy demands?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from gongjian.model.entailment import (
    Entailment,
    IncomparableError,
    direction_entails,
    entails,
)
from gongjian.model.entailment.verdict import SEVERITY
from gongjian.model.finding import Finding, Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy, QuotaRequirement
from gongjian.model.quota import Quota
from gongjian.rules.requirements.matching import binding, parties_of, unmet, weighed
from gongjian.rules.rule import Context, rule
from gongjian.rules.suggestions import asked, mend_of

_VERDICTS = {"不足": "承诺不够", "无法保证": "承诺不能保证做到"}

_entails = lru_cache(maxsize=4096)(entails)
"""Plans of one county promise the same things over the same years."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How the plan answers one quota of a requirement.

    `path` and `commitment` name the best answer; without one, nothing that is promised can
    be held against the requirement, and `refusal` says why if something comes near.
    """

    pack: Policy
    requirement: QuotaRequirement
    quota: Quota
    path: Path = ()
    commitment: Commitment | None = None
    entailment: Entailment | None = None
    refusal: str = ""


def answers(context: Context) -> list[Answer]:
    """Work out how the plan answers every quota that its packs demand; once a plan."""
    found = context.memo.get("answers")
    if found is None:
        found = context.memo["answers"] = [
            _answer(context, pack, requirement, quota)
            for pack, requirement in binding(context, QuotaRequirement)
            for quota in requirement.quota
            if isinstance(quota, Quota)
        ]
    return list(found)


def _answer(context: Context, pack: Policy, requirement: QuotaRequirement, quota: Quota) -> Answer:
    """Find the commitment that answers a quota best."""
    best = Answer(pack, requirement, quota)
    for path, commitment in context.commitments:
        if not _speaks_of(commitment, requirement, context):
            continue
        for index, promised in enumerate(commitment.quota):
            if not isinstance(promised, Quota):
                continue
            where = (*path, "quota", index)
            if promised == quota and not commitment.soft:  # by far the most common answer
                return Answer(pack, requirement, quota, where, commitment, Entailment("满足", ""))
            try:
                entailment = weighed(
                    _entails(promised, quota, context.calendar, parties_of(context)), commitment, requirement
                )
            except IncomparableError as refusal:
                if best.entailment is None:
                    best = Answer(pack, requirement, quota, where, commitment, refusal=str(refusal))
                continue
            if best.entailment is None or SEVERITY[entailment.verdict] < SEVERITY[best.entailment.verdict]:
                best = Answer(pack, requirement, quota, where, commitment, entailment)
    return best


def _speaks_of(commitment: Commitment, requirement: QuotaRequirement, context: Context) -> bool:
    """Tell whether a commitment is about what a requirement demands: kind, side, direction, people."""
    return (
        context.is_a(commitment.activity, requirement.activity)
        and _is_done_by(commitment, requirement, context)
        and (not commitment.direction or direction_entails(commitment.direction, requirement.direction))
        and (not commitment.audience or requirement.audience in (None, commitment.audience))
    )


def _is_done_by(commitment: Commitment, requirement: QuotaRequirement, context: Context) -> bool:
    if requirement.by is None or not commitment.by or requirement.by in commitment.by:
        return True
    groups = context.pairings
    leads = {group.lead for group in groups}
    members = {name for group in groups for name in group.members}
    side = leads if requirement.by == "牵头校" else members
    return any(name in side for name in commitment.by)


@rule("GJ300", title="没有这个政策包")
def unknown_policy(plan: Plan, context: Context) -> Iterator[Finding]:
    """方案按哪些政策检查，用政策包的编号写明；编号写错了就没有按它检查。

    坏例：
    ```yaml
    policies: [songyag]
    ```
    好例：
    ```yaml
    policies: []
    ```
    """
    for index, name in enumerate(plan.policies):
        known = context.standards.pack_ids()
        if name not in known:
            mend = mend_of(name, known)
            yield Finding(
                at=("policies", index),
                message=f"没有政策包“{name}”",
                hint=asked(mend, "用 gongjian policies 看全部政策包"),
                mend=mend,
            )


@rule("GJ301", title="承诺低于政策要求", requires=("GJ211", "GJ224"))
def quota_below_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """承诺的数量不够：就是照着承诺做满，也达不到要求。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥3次/学年}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥2次/学期}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    """
    yield from _findings(context, "不足")


@rule("GJ302", severity="warning", title="承诺不能保证达到政策要求", requires=("GJ211", "GJ224"))
def quota_not_guaranteed(plan: Plan, context: Context) -> Iterator[Finding]:
    """照着承诺做，可能达到要求，也可能达不到，要看怎样安排；例如全年四次可能都排在一个学期。

    只写“争取”（soft）的承诺也是这样：数量再够，也不保证做到。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥4次/学年}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥2次/学期}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    """
    yield from _findings(context, "无法保证")


def _findings(context: Context, verdict: str) -> Iterator[Finding]:
    for answer in answers(context):
        entailment = answer.entailment
        if entailment is None or entailment.verdict != verdict or answer.commitment is None:
            continue
        finding = unmet(
            answer.pack,
            answer.requirement,
            answer.path,
            f"“{answer.commitment.activity}”{_VERDICTS[verdict]}：{entailment.reason.rstrip('。')}",
            entailment.hint,
        )
        mild = verdict == "无法保证" and finding.grade == "error"  # it may still be met
        yield replace(finding, grade="warning") if mild else finding


@rule("GJ303", title="没有政策要求的承诺", requires=("GJ211", "GJ224"))
def requirement_without_commitment(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策要求了数量的事，方案里没有相应的承诺，或者承诺与要求没有办法比较。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: prep, activity: 集体备课, quota: ≥2次/学期}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥2次/学期}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
    ```
    """
    for answer in answers(context):
        if answer.entailment is not None:
            continue
        requirement, quota = answer.requirement, answer.quota
        if answer.commitment:
            message = f"“{answer.commitment.activity}”的承诺不能与要求的{quota.prose}比较：{answer.refusal}"
            hint = f"按要求的说法写，如 quota: {quota}"
            yield unmet(answer.pack, requirement, answer.path, message, hint)
        else:
            message = f"没有“{requirement.activity}”的承诺，要求{quota.prose}"
            hint = f"加上承诺，如 {{id: …, activity: {requirement.activity}, quota: {quota}}}"
            yield unmet(answer.pack, requirement, ("measures",), message, hint, key=True)
