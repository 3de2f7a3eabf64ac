"""Workflow commands of GitHub Actions: each finding becomes an annotation beside its line."""

from collections.abc import Iterator, Mapping

from gongjian.model.finding import Finding, Severity
from gongjian.report.run import RuleText, Run
from gongjian.report.words import unsaid_basis, visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def lines(run: Run) -> Iterator[str]:
    """Yield one command a finding; what the baseline knows is but a notice."""
    shown = run.shown
    rules = run.rules() if shown else {}
    return (_command(finding, run, rules) for finding in shown)


def _command(finding: Finding, run: Run, rules: Mapping[str, RuleText]) -> str:
    command = "notice" if finding.known else _COMMANDS[finding.severity]
    properties = {"file": run.in_checkout(finding.file), **_place(finding), "title": _title(finding, rules)}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(filter(None, (finding.message, finding.hint, unsaid_basis(finding))))
    return f"::{command} {told}::{_data(message)}"


def _place(finding: Finding) -> dict[str, str]:
    """Say where; columns only count within one line."""
    place = finding.place
    if place is None:
        return {}
    told = {"line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        told |= {"col": place.column, "endColumn": place.end_column}
    return {name: str(number) for name, number in told.items()}


def _title(finding: Finding, rules: Mapping[str, RuleText]) -> str:
    rule = rules.get(finding.rule)
    title = f"{finding.rule} {rule.title}" if rule else finding.rule
    return f"{title}（基线）" if finding.known else title


def _data(text: str) -> str:
    """Escape what would end a command or begin another; other control characters are shown."""
    shown = "\n".join(map(visible, text.split("\n")))
    return shown.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property; a file name keeps what it has, for it must be found."""
    told = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return told.replace(":", "%3A").replace(",", "%2C")
