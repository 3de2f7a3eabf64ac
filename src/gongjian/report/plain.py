"""Findings as lines: `file:line:column: GJ101 message`, for pipes, editors and logs."""

from collections.abc import Iterator

from gongjian.model.finding import SEVERITIES, Finding
from gongjian.report.run import Run
from gongjian.report.words import grade, sentence, visible


def lines(run: Run) -> Iterator[str]:
    """Yield one line a finding."""
    return map(line, run.shown)


def line(finding: Finding) -> str:
    """Write a finding as one line."""
    told = grade(finding)
    mark = "" if told == SEVERITIES["error"] else f"[{told}] "
    return f"{spot(finding)}: {finding.rule} {mark}{sentence(finding)}"


def spot(finding: Finding) -> str:
    """Say where: `file:line:column`."""
    place = finding.place
    name = visible(finding.file)
    name = f"./{name}" if name.startswith("::") else name  # nothing that a CI service would obey
    return f"{name}:{place.line}:{place.column}" if place else name
