"""Run the examples of a policy pack: plans that must meet its requirements, or leave some unmet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.policy import Example, Policy
from gongjian.rules.engine import check_plan
from gongjian.rules.example_plan import Data, ExampleError, plan_of
from gongjian.rules.registry import PLAN_RULES
from gongjian.rules.requirements.registry import REQUIREMENT_RULES
from gongjian.rules.schema import schema_findings
from gongjian.rules.standards import Standards
from gongjian.source.loading import SchemaError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an example.

    Attributes:
        reported: the requirements of the pack that were reported, in order, each once, with
            the first message.
        problem: why the example could not be checked; empty when it could.
    """

    example: Example
    reported: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether exactly the expected requirements were reported."""
        return not (self.problem or self.missed or self.surplus)

    @property
    def missed(self) -> tuple[str, ...]:
        """The requirements that should have been reported and were not."""
        return tuple(name for name in self.example.unmet if name not in self.reported)

    @property
    def surplus(self) -> tuple[str, ...]:
        """The requirements that were reported and should not have been."""
        return tuple(name for name in self.reported if name not in self.example.unmet)


def run_examples(pack: Policy) -> Iterator[Outcome]:
    """Check every example of a pack against the pack alone."""
    standards = Standards(in_force=(pack,))
    plans: dict[str, Data] = {}
    for example in pack.examples:
        try:
            plans[example.title] = data = plan_of(example, pack, plans)
            plan = Plan.model_validate(data)
        except ExampleError as error:
            yield Outcome(example, problem=str(error))
        except ValidationError as error:
            first = schema_findings(SchemaError(Plan, error.errors(include_url=False)))[0]
            yield Outcome(example, problem=f"不是一份方案：{_said(first)}")
        else:
            yield _outcome(example, list(check_plan(plan, standards)), pack)


def untested(pack: Policy) -> tuple[str, ...]:
    """List the requirements that no example leaves unmet."""
    expected = {name for example in pack.examples for name in example.unmet}
    return tuple(each.id for each in pack.requirements if each.id not in expected)


def _outcome(example: Example, findings: list[Finding], pack: Policy) -> Outcome:
    reported: dict[str, str] = {}
    for finding in findings:
        if finding.policy and finding.policy.pack == pack.id:
            reported.setdefault(finding.policy.requirement, finding.message)
        elif finding.rule in _NEEDED:
            return Outcome(example, problem=f"没有办法检查：{_said(finding)}")
    return Outcome(example, reported)


def _said(finding: Finding) -> str:
    return f"{finding.message}。{finding.hint}" if finding.hint else finding.message


def _needed() -> frozenset[str]:
    """List the rules that must find nothing of their own for the requirements to be checked at all."""
    needed = {name for rule in REQUIREMENT_RULES for name in (rule.id, *rule.requires)}
    for rule in reversed(PLAN_RULES):
        if rule.id in needed:
            needed.update(rule.requires)
    return frozenset(needed)


_NEEDED = _needed()
