"""All that a report needs of one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongjian.model.finding import Finding
from gongjian.report.summary import Summary


@dataclass(frozen=True, slots=True)
class Run:
    """The findings of a run, in the order of files and places, and the texts they point into.

    Attributes:
        findings: every finding, placed.
        files: how many files were checked.
        texts: the text of each file that has findings, by the file's name.
        skipped: names of YAML files that are none of ours.
    """

    findings: tuple[Finding, ...]
    files: int
    texts: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not waived."""
        return tuple(finding for finding in self.findings if not finding.waived)

    @property
    def summary(self) -> Summary:
        """The counts."""
        return Summary.of(self.files, self.findings)
