"""Run the examples of a policy pack: plans that must meet its requirements, or leave some unmet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from gongjian.model.plan import Plan
from gongjian.model.policy import Example, Policy
from gongjian.rules.engine import check_plan
from gongjian.rules.standards import Standards


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an example.

    Attributes:
        unmet: the requirements of the pack that were reported, in order, each once.
        problem: why the example is no plan; empty when it is one.
    """

    example: Example
    unmet: tuple[str, ...] = ()
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether exactly the expected requirements were reported."""
        return not self.problem and set(self.unmet) == set(self.example.unmet)


def run_examples(pack: Policy) -> Iterator[Outcome]:
    """Check every example of a pack against the pack alone."""
    standards = Standards(in_force=(pack,))
    for example in pack.examples:
        try:
            plan = Plan.model_validate(_base(pack) | example.plan)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            yield Outcome(example, problem=f"{'.'.join(map(str, first['loc']))}：{first['msg']}")
            continue
        cited = [finding.policy.requirement for finding in check_plan(plan, standards) if finding.policy]
        yield Outcome(example, tuple(dict.fromkeys(cited)))


def _base(pack: Policy) -> dict[str, Any]:
    """Give the plan that examples are laid over: one lead, one member, one school year."""
    modes = pack.applies.mode if pack.applies else ()
    return {
        "gongjian": "plan/v1",
        "id": "example",
        "title": "结对共建实施方案",
        "mode": modes[0] if modes else "结对共建",
        "period": "2022-2023学年",
        "document": {"issuer": "甲小学", "date": "2022-08-20"},
        "schools": [
            {"id": "lead", "name": "甲小学", "role": "牵头校"},
            {"id": "member", "name": "乙小学", "role": "成员校"},
        ],
        "leadership": {"leader": {"post": "校长"}},
    }
