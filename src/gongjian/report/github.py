"""Workflow commands of GitHub Actions: each finding becomes an annotation beside its line.

Of every kind GitHub shows the first ten of a step, and says nothing of the others: they are in the log.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from gongjian.model.finding import Finding, Severity
from gongjian.report.run import RuleText, Run
from gongjian.report.words import unsaid_basis, visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_TITLES = {"error": "错误", "warning": "警告", "notice": "提示"}

LIMIT = 10
"""How many annotations of a kind GitHub shows of one step (actions/toolkit, docs/problem-matchers.md)."""


def lines(run: Run) -> Iterator[str]:
    """Yield one command a finding, new ones first; what the baseline knows is but a notice."""
    shown = sorted(run.shown, key=lambda finding: finding.known)
    rules = run.rules() if shown else {}
    if crowded := _crowded(shown):
        yield f"::notice title=gongjian::{_data(crowded)}"
    yield from (_command(finding, run, rules) for finding in shown)


def _crowded(shown: list[Finding]) -> str:
    """Say what GitHub will not show; "" when it shows everything."""
    counts = Counter(map(_kind, shown))
    more = [f"{title} {counts[kind]} 个" for kind, title in _TITLES.items() if counts[kind] > LIMIT]
    return f"{'、'.join(more)}，每种只标得出前 {LIMIT} 个；全部的列在这一步的日志里" if more else ""


def _kind(finding: Finding) -> str:
    return "notice" if finding.known else _COMMANDS[finding.severity]


def _command(finding: Finding, run: Run, rules: Mapping[str, RuleText]) -> str:
    properties = {"file": run.in_checkout(finding.file), **_place(finding), "title": _title(finding, rules)}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(filter(None, (finding.message, finding.hint, unsaid_basis(finding))))
    return f"::{_kind(finding)} {told}::{_data(message)}"


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
