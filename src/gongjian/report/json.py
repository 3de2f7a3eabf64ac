"""Findings as JSON: the canonical form, described in docs/report.md."""

import json
from hashlib import blake2b
from typing import Any

from gongjian.model.finding import Citation, Finding, Waived
from gongjian.report.run import Run

VERSION = 1
"""The version of the form; it changes when a reader of the old form would misread."""


def dumps(run: Run) -> str:
    """Write a run as one JSON object."""
    summary = run.summary
    form = {
        "version": VERSION,
        "summary": {
            "files": summary.files,
            "error": summary.error,
            "warning": summary.warning,
            "info": summary.info,
            "waived": summary.waived,
        },
        "findings": [_finding(finding) for finding in run.findings],
    }
    return json.dumps(form, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.file,
        "line": place.line if place else 1,
        "column": place.column if place else 1,
        "end_line": place.end_line if place else 1,
        "end_column": place.end_column if place else 1,
        "path": list(finding.at),
        "policy": _citation(finding.policy),
        "fingerprint": fingerprint(finding),
        "waived": _waived(finding.waived),
    }


def _citation(policy: Citation | None) -> dict[str, str] | None:
    if policy is None:
        return None
    return {
        "id": policy.pack,
        "requirement": policy.requirement,
        "document": policy.document,
        "clause": policy.clause,
    }


def _waived(waived: Waived | None) -> dict[str, str | None] | None:
    if waived is None:
        return None
    until = waived.until.isoformat() if waived.until else None
    return {"reason": waived.reason, "approver": waived.approver, "until": until}


def fingerprint(finding: Finding) -> str:
    """Name a finding by what it says and about what, so that it is known again when lines move."""
    parts = (finding.rule, finding.file, "/".join(map(str, finding.at)), finding.message)
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
