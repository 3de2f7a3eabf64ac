"""The one sentence that explains a verdict to a clerk."""

from __future__ import annotations

from decimal import Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from gongjian.model.entailment.decision import Failure, guaranteed, possible
from gongjian.model.quota.number import EXACT, Number, tidy, written
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE

if TYPE_CHECKING:
    from gongjian.model.entailment.question import Question
    from gongjian.model.entailment.verdict import Verdict
    from gongjian.model.quota import Subject

_COUNTED: Final[dict[Subject, str]] = {
    "校": "所学校", "成员校": "所成员校", "牵头校": "所牵头校", "对": "对", "人": "人", "班": "个班",
}  # fmt: skip
_MEASURE: Final[dict[str, str]] = {"学期": "个", "学年": "个", "年": "年", "月": "个", "周": "周"}


def number(value: Fraction) -> Number:
    """The value as quotas have it, to two places where no finite decimal says it."""
    try:
        return tidy(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))
    except (Inexact, InvalidOperation, ValueError):
        return tidy(Decimal(round(value * 100)) / 100)


def explain(question: Question, verdict: Verdict, failure: Failure | None) -> str:
    """Why the verdict is what it is, with both numbers and the place."""
    if failure is None:
        return _satisfied(question)
    return _beyond(question) if failure.beyond else _SENTENCES[verdict, failure.side](question, failure)


def place(question: Question, failure: Failure) -> str:
    """Where it fails: the cells by name, or 每学期 where all cells are alike."""
    first, last = failure.cells[0], failure.cells[-1]
    alike = question.promised == question.required and len(failure.cells) == 1 and first.whole
    if alike or not first.name:
        return _scope(question)
    subject = SUBJECT_PROSE[question.requirement.per] if question.requirement.per else ""
    when = first.name if first == last else f"{first.name}至{last.name}"
    return when + subject


def _scope(question: Question) -> str:
    quota = question.requirement
    if question.attribute and not quota.period:
        return SUBJECT_PROSE[quota.per] if quota.per else ""
    subject = SUBJECT_PROSE[quota.per] if quota.per else ""
    return subject + PERIOD_PROSE[quota.period or "全程"].replace("累计", "全程")


def _amount(question: Question, value: Fraction | None) -> str:
    assert value is not None
    return f"{written(number(value))}{question.requirement.unit.prose}"


def _satisfied(question: Question) -> str:
    seen, parts = question.seen(), []
    if question.requirement.minimum is not None:
        least = min(guaranteed(question, overlap) for overlap in seen)
        parts.append(f"至少{_amount(question, least)}，达到要求的{_amount(question, question.minimum)}")
    if question.maximum is not None:
        most = max(possible(question, overlap) or Fraction(0) for overlap in seen)
        parts.append(f"最多{_amount(question, most)}，不超过要求的{_amount(question, question.maximum)}")
    return f"{_scope(question)}按承诺{_summed(question)}{'；'.join(parts)}"


def _summed(question: Question) -> str:
    """Where several subjects are added up, how many."""
    per, sums = question.commitment.per, question.relation.sums
    if per is None or not sums.may_exceed_one or sums.high is None or sums.low != sums.high:
        return ""
    return f"，{sums.low}{_COUNTED[per]}合计"


def _beyond(question: Question) -> str:
    commitment, requirement = question.commitment.per, question.requirement.per
    assert commitment
    assert requirement
    return (
        f"承诺只说到{SUBJECT_PROSE[commitment]}，没有说到{question.relation.beyond}，"
        f"而要求{SUBJECT_PROSE[requirement]}{question.requirement.bounds_in_prose}"
    )


def _short(question: Question, failure: Failure) -> str:
    where, required = place(question, failure), _amount(question, failure.required)
    if not failure.promised:
        return f"{where}要求不少于{required}，承诺没有涉及"
    promised = _amount(question, failure.promised)
    if parts := _parts(question, failure):
        return f"{where}{parts}要求合计不少于{required}，按承诺合计只有{promised}"
    return f"{where}按承诺{_summed(question)}只有{promised}，少于要求的{required}"


def _parts(question: Question, failure: Failure) -> str:
    """What the required total is made of: 2个学期, 3所成员校."""
    quota, shared = question.requirement, question.relation.splits
    cells = len(failure.cells)
    period = quota.period or "全程"
    each = "每" if cells > 1 or shared.low > 1 else ""
    times_ = f"{cells}{_MEASURE[period]}{period if _MEASURE[period] == '个' else ''}" if cells > 1 else ""
    subjects = f"{shared.low}{_COUNTED[quota.per]}" if quota.per and shared.low > 1 else ""
    total = "、".join(filter(None, (times_, subjects)))
    return f"，{total}{each and ''}" if total else ""


_SENTENCES: Final = {("不足", "下限"): _short}
