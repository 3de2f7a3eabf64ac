"""All that a report needs of one run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from gongjian.model.finding import Finding, Severity
from gongjian.report.summary import Summary, at_least


class RuleText(Protocol):
    """What reports say of a rule."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def title(self) -> str: ...
    @property
    def documentation(self) -> str: ...


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)  # JUnit wants local time without a zone


@dataclass(frozen=True, slots=True)
class Run:
    """The findings of a run, in the order of files and places, and the texts they point into.

    Attributes:
        findings: every finding, placed.
        files: how many files were checked.
        texts: the text of each file that has findings, by the file's name; lines that none is about may be empty.
        skipped: names of YAML files that are none of ours.
        names: the names of the files that were checked.
        outside: names of links that lead out of the repository, and were not followed.
        gone: how many findings of the baseline are no more; None when there is no baseline.
        fail_on: the mildest severity that fails the run.
        rules: gives every rule by its id; called only by reports that describe rules.
        in_checkout: gives the path of a file, known by its name, below the top of the checkout,
            which is what CI services count from.
        moment: when it was.
    """

    findings: tuple[Finding, ...]
    files: int
    texts: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    gone: int | None = None
    fail_on: Severity = "error"
    rules: Callable[[], Mapping[str, RuleText]] = dict
    in_checkout: Callable[[str], str] = str
    moment: datetime = field(default_factory=_now)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are not waived."""
        return tuple(finding for finding in self.findings if not finding.waived)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are neither waived nor known to the baseline."""
        return tuple(finding for finding in self.shown if not finding.known)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail the run."""
        severities = at_least(self.fail_on)
        return tuple(finding for finding in self.open if finding.severity in severities)

    @property
    def summary(self) -> Summary:
        """The counts."""
        return Summary.of(self.files, self.findings, gone=self.gone or 0)


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Sort findings by their file; files and findings keep their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.file, []).append(finding)
    return found
