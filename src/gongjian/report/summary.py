"""Count findings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongjian.model.finding import SEVERITIES, Finding, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files were checked and how many findings of each severity there are."""

    files: int
    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0

    @classmethod
    def of(cls, files: int, findings: Iterable[Finding]) -> "Summary":
        """Count."""
        counts: Counter[str] = Counter(
            "waived" if finding.waived else finding.severity for finding in findings
        )
        return cls(files, counts["error"], counts["warning"], counts["info"], counts["waived"])

    def count(self, severity: Severity) -> int:
        """Give the number of findings of one severity."""
        return {"error": self.error, "warning": self.warning, "info": self.info}[severity]

    def __str__(self) -> str:
        """Say it in a sentence."""
        found = [
            f"{self.count(severity)} 个{word}"
            for severity, word in SEVERITIES.items()
            if self.count(severity)
        ]
        waived = f"（另有 {self.waived} 个已豁免）" if self.waived else ""
        return f"检查了 {self.files} 个文件，" + ("、".join(found) if found else "没有发现问题") + waived


def at_least(severity: Severity) -> frozenset[Severity]:
    """Give the severities that are as bad as this one, or worse."""
    ordered = list(SEVERITIES)
    return frozenset(ordered[: ordered.index(severity) + 1])
