"""A Code Quality report of GitLab: findings of a merge request that its target does not have."""

import json
from collections.abc import Iterator
from typing import Any

from gongjian.model.finding import Finding, Severity
from gongjian.report.fingerprints import fingerprints
from gongjian.report.run import Run
from gongjian.report.words import basis, sentence

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "info": "info"}


def lines(run: Run) -> Iterator[str]:
    """Yield the report; waived findings are left out, for GitLab knows no such thing."""
    named = zip(run.findings, fingerprints(run.findings), strict=True)
    issues = [_issue(finding, name, run) for finding, name in named if not finding.waived]
    yield json.dumps(issues, ensure_ascii=False, indent=2)


def _issue(finding: Finding, fingerprint: str, run: Run) -> dict[str, Any]:
    place = finding.place
    issue = {
        "type": "issue",
        "check_name": finding.rule,
        "description": sentence(finding),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": run.in_checkout(finding.file),
            "lines": {"begin": place.line if place else 1, "end": place.end_line if place else 1},
        },
    }
    if body := _content(finding):
        issue["content"] = {"body": body}
    return issue


def _content(finding: Finding) -> str:
    """Say how to mend it and what asks for it."""
    told = (("改法", finding.hint), ("依据", basis(finding)))
    return "\n\n".join(f"{title}：{text}" for title, text in told if text)
