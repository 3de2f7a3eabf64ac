"""What is kept of the check of a file, and how it is written."""

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from gongjian.model.finding import Finding
from gongjian.rules.county.ledger_summary import Summary


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a file, but for its text.

    Attributes:
        findings: what was found in it.
        summary: of a plan or a ledger, what the rules over all plans need.
        sound: whether its schema was met.
        foreign: whether it is none of ours.
    """

    findings: tuple[Finding, ...] = ()
    summary: Summary | None = None
    sound: bool = True
    foreign: bool = False

    @classmethod
    def parse(cls, text: str) -> "Result":
        """Read a result.

        Raises:
            ValueError: it is none.
        """
        return _adapter().validate_json(text)

    def __str__(self) -> str:
        """Write the result as JSON.

        Raises:
            ValueError: it has characters that are none; a file's name may.
        """
        return _adapter().dump_json(self).decode()


@cache
def _adapter() -> TypeAdapter[Result]:
    return TypeAdapter(Result)
