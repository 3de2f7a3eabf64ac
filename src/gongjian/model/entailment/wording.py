"""The one sentence that explains a verdict to a clerk: both numbers, and the place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from gongjian.model.entailment.decision import Failure, guaranteed, possible
from gongjian.model.quota.number import EXACT, Number, tidy, written
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gongjian.model.entailment.question import Question
    from gongjian.model.entailment.verdict import Verdict
    from gongjian.model.quota import Period, Quota, Subject

_COUNTED: Final[dict[Subject, str]] = {
    "校": "所学校", "成员校": "所成员校", "牵头校": "所牵头校", "对": "对学校", "人": "个人", "班": "个班",
}  # fmt: skip
_SPANNED: Final[dict[Period, str]] = {
    "周": "周", "月": "个月", "学期": "个学期", "学年": "个学年", "年": "个年度", "全程": "个全程",
}  # fmt: skip


def number(value: Fraction) -> Number:
    """The value as quotas have it; to two places where no finite decimal says it."""
    try:
        return tidy(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))
    except (Inexact, InvalidOperation, ValueError):
        return tidy(Decimal(round(value * 100)) / 100)


def explain(question: Question, verdict: Verdict, failures: Sequence[Failure]) -> str:
    """Why the verdict is what it is."""
    if not failures:
        return _satisfied(question)
    return "；".join(_sentence(question, verdict, failure) for failure in failures)


def place(question: Question, failure: Failure) -> str:
    """Where it fails, and for whom; empty when the requirement is about single things at any time."""
    return _when(question, failure) + _whom(question.requirement)


def _sentence(question: Question, verdict: Verdict, failure: Failure) -> str:
    return _beyond(question) if failure.beyond else _SENTENCES[verdict, failure.side](question, failure)


def _satisfied(question: Question) -> str:
    quota, seen, parts = question.requirement, question.seen(), []
    if quota.minimum is not None:
        least = min(guaranteed(question, overlap) for overlap in seen)
        parts.append(f"至少{_amount(question, least)}，达到要求的{_amount(question, question.minimum)}")
    if question.maximum is not None:
        most = max(possible(question, overlap) or Fraction(0) for overlap in seen)
        parts.append(f"最多{_amount(question, most)}，不超过要求的{_amount(question, question.maximum)}")
    single = question.required[0]
    when = _each(question) if single.whole else single.name
    return f"{when}{_whom(quota)}按承诺{_together(question)}{'，'.join(parts)}"


def _beyond(question: Question) -> str:
    said, asked = question.commitment, question.requirement
    return f"承诺只说到{_whom(said)}，没有说到{question.relation.beyond}，要求是{asked.prose}"


def _short(question: Question, failure: Failure) -> str:
    where, required = place(question, failure), _amount(question, failure.required)
    if not failure.overlap.meets:
        return f"{where}要求不少于{required}，承诺没有涉及"
    promised = _amount(question, failure.promised)
    if parts := _parts(question, failure):
        when = _when(question, failure)
        return f"{when}{parts}，要求合计不少于{required}，{_as_promised(question, failure)}合计只有{promised}"
    return (
        f"{where}{_as_promised(question, failure)}{_together(question)}只有{promised}，少于要求的{required}"
    )


def _over(question: Question, failure: Failure) -> str:
    required, promised = (_amount(question, total) for total in (failure.required, failure.promised))
    total = "合计" if failure.end and failure.promised != failure.end.low else ""
    how = _as_promised(question, failure)
    return f"{place(question, failure)}{how}{total}有{promised}，超过要求的{required}"


def _may_be_short(question: Question, failure: Failure) -> str:
    said, when = question.commitment, _when(question, failure)
    required, promised = (_amount(question, total) for total in (failure.required, failure.promised))
    worst = f"可能只有{promised}，要求不少于{required}"
    subject, relation = question.requirement.per, question.relation
    if said.minimum is None:
        return f"承诺没有写至少多少，{place(question, failure)}{worst}"
    if relation.sums.high is None or relation.splits.high is None:
        return f"不知道有多少{said.per or subject}，{place(question, failure)}{worst}"
    if relation.splits.may_exceed_one and subject:
        one = _COUNTED[subject]
        return f"承诺的{_plain(said)}可以全落在一{one}，{when}别的{one[1:]}{worst}"
    if not failure.overlap.contains:
        other = _SPANNED[question.requirement.period or "全程"].removeprefix("个")
        return f"承诺的{_plain(said)}可以全落在别的{other}，{place(question, failure)}{worst}"
    return f"{place(question, failure)}{_together(question)}{worst}"


def _may_be_over(question: Question, failure: Failure) -> str:
    where, required = place(question, failure), _amount(question, failure.required)
    if question.commitment.maximum is None:
        return f"承诺没有写至多多少，{where}可能超过要求的{required}"
    if failure.promised is None and question.relation.sums.high is None:
        return f"不知道有多少{question.commitment.per}，{where}可能超过要求的{required}"
    if failure.promised is None:
        return f"承诺的上限没有管到{where}的每一天，可能超过要求的{required}"
    return f"{where}{_together(question)}可能多到{_amount(question, failure.promised)}，超过要求的{required}"


_SENTENCES: Final[dict[tuple[Verdict, str], Callable[[Question, Failure], str]]] = {
    ("不足", "下限"): _short,
    ("不足", "上限"): _over,
    ("无法保证", "下限"): _may_be_short,
    ("无法保证", "上限"): _may_be_over,
}


def _when(question: Question, failure: Failure) -> str:
    """The cells by name, or 每学期 where all are alike."""
    first, last = failure.cells[0], failure.cells[-1]
    alike = question.promised == question.required and first == last
    timeless = question.attribute and not question.requirement.period
    if timeless or not first.name or (alike and first.whole):
        return _each(question)
    return first.name if first == last else f"{first.name}至{last.name}"


def _each(question: Question) -> str:
    period = question.requirement.period
    if question.attribute and not period:
        return ""
    return "全程" if period in {None, "全程"} else PERIOD_PROSE[period]


def _whom(quota: Quota) -> str:
    return SUBJECT_PROSE[quota.per] if quota.per else ""


def _parts(question: Question, failure: Failure) -> str:
    """What a required total is made of: 2个学期，3所成员校; nothing where it is a single number."""
    shared, subject = question.relation.splits, question.requirement.per
    cells = len(failure.cells)
    parts = [f"共{cells}{_SPANNED[question.requirement.period or '全程']}"] if cells > 1 else []
    if subject and shared.low > 1 and not question.distinct:
        parts.append(f"{shared.low}{_COUNTED[subject]}")
    return "，".join(parts)


def _together(question: Question) -> str:
    """How many subjects of the commitment are added up, where it is known."""
    per, sums = question.commitment.per, question.relation.sums
    if per is None or sums.low != sums.high or sums.low == 1 or question.distinct:
        return ""
    return f"{sums.low}{_COUNTED[per]}合计"


def _as_promised(question: Question, failure: Failure) -> str:
    """按承诺, or by which end of a range."""
    ends = question.ends
    if len(ends) == 1:
        return "按承诺"
    return f"按承诺的{'下限' if failure.end == ends[0] else '上限'}"


def _amount(question: Question, value: Fraction | None) -> str:
    value = value or Fraction(0)
    shown = number(value)
    return f"{'' if Fraction(shown) == value else '约'}{written(shown)}{question.requirement.unit.prose}"


def _plain(quota: Quota) -> str:
    """The commitment without its subject: 每学年不少于4次."""
    return replace(quota, per=None).prose
