"""What a comparison of two quotas comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from gongjian.model.quota import Number, Quota

Verdict = Literal["满足", "不足", "无法保证"]

SEVERITY: Final[dict[Verdict, int]] = {"满足": 0, "无法保证": 1, "不足": 2}
"""Verdicts from best to worst."""


class IncomparableError(ValueError):
    """Two quotas that no arithmetic relates (次 and 元, 每人 and 每校); the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Where a requirement fails, in numbers of the requirement's unit.

    `promised` is what a tight schedule holds there (不足), or the worst the commitment allows
    (无法保证); None when it sets no limit at all. `where` is empty for values at any time (≤50岁).
    """

    side: Literal["下限", "上限"]
    where: str
    required: Number
    promised: Number | None


@dataclass(frozen=True, slots=True)
class Entailment:
    """A verdict, why (one sentence for a clerk), and what would mend it.

    `mend` is the least quota in the requirement's shape that would satisfy it, beside or instead of
    the commitment as `hint` says; both say nothing when the requirement is satisfied.
    """

    verdict: Verdict
    reason: str
    shortfall: Shortfall | None = None
    mend: Quota | None = None
    hint: str = ""

    @property
    def satisfied(self) -> bool:
        """Whether every schedule that keeps the commitment keeps the requirement."""
        return self.verdict == "满足"
