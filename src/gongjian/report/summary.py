"""Count findings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongjian.model.finding import SEVERITIES, Finding, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files were checked and how many findings of each severity there are.

    Findings that are waived or known to the baseline are counted apart; `gone` are those of
    the baseline that are no more.
    """

    files: int
    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0
    baseline: int = 0
    gone: int = 0

    @classmethod
    def of(cls, files: int, findings: Iterable[Finding], gone: int = 0) -> "Summary":
        """Count."""
        counts = Counter(map(_counted_as, findings))
        return cls(
            files,
            counts["error"],
            counts["warning"],
            counts["info"],
            counts["waived"],
            counts["baseline"],
            gone,
        )

    def count(self, severity: Severity) -> int:
        """Give the number of findings of one severity."""
        return {"error": self.error, "warning": self.warning, "info": self.info}[severity]

    @property
    def found(self) -> str:
        """The findings, in words."""
        return self._counted() + self._apart()

    def _counted(self) -> str:
        found = [
            f"{self.count(severity)} 个{word}"
            for severity, word in SEVERITIES.items()
            if self.count(severity)
        ]
        return "、".join(found) if found else f"没有发现{'新' if self.baseline else ''}问题"

    def _apart(self) -> str:
        apart = ((self.waived, "已豁免"), (self.baseline, "在基线里"))
        told = "、".join(f"{count} 个{why}" for count, why in apart if count)
        gone = f"基线里有 {self.gone} 个已经改好" if self.gone else ""
        both = "，".join(filter(None, (f"另有 {told}" if told else "", gone)))
        return f"（{both}）" if both else ""

    def __str__(self) -> str:
        """Say it in a sentence."""
        return f"检查了 {self.files} 个文件，{self.found}"


def _counted_as(finding: Finding) -> str:
    if finding.waived:
        return "waived"
    return "baseline" if finding.known else finding.severity


def at_least(severity: Severity) -> frozenset[Severity]:
    """Give the severities that are as bad as this one, or worse."""
    ordered = list(SEVERITIES)
    return frozenset(ordered[: ordered.index(severity) + 1])
