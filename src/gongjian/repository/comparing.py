"""Hold a plan against its policy packs for the 指标对照表: what every requirement comes to."""

from collections.abc import Iterator

from gongjian.document.compliance import Check, Comparison, Compliance, Outcome
from gongjian.model.counting import scheduled_amount
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy, QuotaRequirement, Requirement
from gongjian.model.quota import Quota, VagueQuota
from gongjian.model.twin import twin_of_model
from gongjian.rules.requirements.matching import binding
from gongjian.rules.requirements.quotas import Answer, answers
from gongjian.rules.requirements.registry import REQUIREMENT_RULES
from gongjian.rules.rule import Context
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards


def compliance_of(plan: Plan, standards: Standards = DEFAULT_STANDARDS) -> Compliance:
    """Compare a plan with everything that binds it."""
    context = Context(twin_of_model(plan), standards)  # rules look for words in Simplified characters
    comparisons = tuple(_comparison(context, answer) for answer in answers(context))
    return Compliance(comparisons, tuple(_checks(context)))


def _comparison(context: Context, answer: Answer) -> Comparison:
    return Comparison(
        document=_paper(answer.pack),
        clause=answer.requirement.clause,
        requirement=answer.requirement.text,
        demanded=answer.quota.prose,
        commitment=_promised(answer),
        scheduled=_scheduled(context, answer),
        verdict=_verdict(answer),
        reason=_reason(answer),
    )


def _verdict(answer: Answer) -> Outcome:
    if answer.entailment:
        return answer.entailment.verdict
    return "无法比较" if answer.commitment else "没有承诺"


def _reason(answer: Answer) -> str:
    """Say why it is not 满足."""
    if not answer.entailment:
        return answer.refusal
    return "" if answer.entailment.verdict == "满足" else answer.entailment.reason


def _promised(answer: Answer) -> str:
    """Give the promise that answers best: what is promised, and how much of it."""
    if not answer.commitment:
        return ""
    *_, index = answer.path
    assert isinstance(index, int)
    quota: Quota | VagueQuota = answer.commitment.quota[index]
    return f"{answer.commitment.activity}{quota.prose if isinstance(quota, Quota) else quota.word}"


def _scheduled(context: Context, answer: Answer) -> str:
    if not answer.commitment:
        return ""
    amount = scheduled_amount(context.plan, answer.commitment, answer.quota, None, context.kinds)
    return f"{amount[0]}{amount[1]}" if amount and amount[0] else ""


def _checks(context: Context) -> Iterator[Check]:
    """Yield the requirements that are no quotas, each met when no rule finds anything about it."""
    reasons: dict[tuple[str, str], str] = {}
    for finding in _findings(context):
        if finding.policy:
            key = (finding.policy.pack, finding.policy.requirement)
            reasons.setdefault(key, _without_citation(finding.message))
    for pack, requirement in binding(context, Requirement):
        if not isinstance(requirement, QuotaRequirement):
            reason = reasons.get((pack.id, requirement.id), "")
            yield Check(_paper(pack), requirement.clause, requirement.text, not reason, reason)


def _findings(context: Context) -> Iterator[Finding]:
    for rule in REQUIREMENT_RULES:
        yield from rule.check(context.plan, context)


def _without_citation(message: str) -> str:
    """Drop the clause that a message cites in brackets: it has a column of its own."""
    return message.partition("（《")[0]


def _paper(pack: Policy) -> str:
    """Name a pack's paper: 《…》, with its number where it has one."""
    paper = pack.document
    return f"《{paper.title}》" + (f"（{paper.number}）" if paper.number else "")
