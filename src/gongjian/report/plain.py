"""Findings as lines: `file:line:column: GJ101 message`, for pipes, editors and logs."""

from collections.abc import Iterator

from gongjian.model.finding import SEVERITIES, Finding
from gongjian.report.run import Run


def lines(run: Run) -> Iterator[str]:
    """Yield one line a finding."""
    return (_line(finding) for finding in run.open)


def _line(finding: Finding) -> str:
    place = finding.place
    where = f"{finding.file}:{place.line}:{place.column}" if place else finding.file
    grade = "" if finding.severity == "error" else f"[{SEVERITIES[finding.severity]}] "
    stop = "" if finding.message.endswith(("。", "？", "！")) else "。"
    hint = f"{stop}{finding.hint}" if finding.hint else ""
    return f"{where}: {finding.rule} {grade}{finding.message}{hint}".replace("\n", " ")
