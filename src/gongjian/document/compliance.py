"""How a plan answers its policy packs, as the 指标对照表 prints it.

Plain facts only: who compares knows the rules, and documents do not
(`gongjian.repository.comparing` makes these).
"""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["满足", "不足", "无法保证", "没有承诺", "无法比较"]

OUTCOMES: tuple[Outcome, ...] = ("满足", "不足", "无法保证", "没有承诺", "无法比较")
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One quota that a policy demands, and what the plan says to it.

    Attributes:
        document: the paper, 《…》 with its number.
        clause: where in the paper.
        requirement: what it asks, in words.
        demanded: the quota, in prose.
        commitment: what the plan promises, in prose; "" without a promise.
        scheduled: what is scheduled; "" where a schedule cannot tell.
        verdict: what comes of it.
        reason: why it is not 满足.
    """

    document: str
    clause: str
    requirement: str
    demanded: str
    commitment: str
    scheduled: str
    verdict: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A requirement that is not a quota, and whether the plan meets it.

    Attributes:
        reason: what is missing; "" when it is met.
    """

    document: str
    clause: str
    requirement: str
    met: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Compliance:
    """Everything that binds a plan, compared."""

    comparisons: tuple[Comparison, ...] = ()
    checks: tuple[Check, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.comparisons or self.checks)

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that bind the plan, each once."""
        found = [each.document for each in self.comparisons] + [each.document for each in self.checks]
        return tuple(dict.fromkeys(found))
