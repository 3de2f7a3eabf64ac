"""What the rules over all plans need of one ledger, small like what they need of a plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from gongjian.model.finding import Path
from gongjian.rules.county.summary import PlanSummary

if TYPE_CHECKING:
    from gongjian.model.ledger import Ledger

Named: TypeAlias = Literal["承诺", "学校", "交流人员"]
"""What a record of a ledger names that its plan must have."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What records name: where they do first, and how many times."""

    kind: Named
    name: str
    at: Path
    times: int = 1


@dataclass(frozen=True, slots=True)
class LedgerSummary:
    """One ledger, as far as its plan and the plan's other ledgers are concerned by it.

    Attributes:
        file: its file.
        plan: the id of the plan whose ledger it is.
        records: the ids of its records, in their order.
        mentions: what they name, each once.
    """

    file: str
    plan: str
    records: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()


Summary: TypeAlias = PlanSummary | LedgerSummary
"""Of a file that the rules over all plans look at."""


def summarize_ledger(ledger: "Ledger", file: str) -> LedgerSummary:
    """Sum up a ledger."""
    found: dict[tuple[Named, str], Mention] = {}
    for kind, name, at in _mentioned(ledger):
        known = found.get((kind, name))
        found[kind, name] = replace(known, times=known.times + 1) if known else Mention(kind, name, at)
    return LedgerSummary(file, ledger.plan, tuple(each.id for each in ledger.records), tuple(found.values()))


def _mentioned(ledger: "Ledger") -> Iterator[tuple[Named, str, Path]]:
    """Yield every name in the records that is a name of something in the plan."""
    for index, record in enumerate(ledger.records):
        at: Path = ("records", index)
        if record.commitment:
            yield "承诺", record.commitment, (*at, "commitment")
        if record.host:
            yield "学校", record.host, (*at, "host")
        for key, schools in (("by", record.by), ("schools", record.schools)):
            yield from (("学校", school, (*at, key, number)) for number, school in enumerate(schools))
        yield from (
            ("交流人员", teacher, (*at, "teacher", number)) for number, teacher in enumerate(record.teacher)
        )
