"""Findings as JSON: the canonical form, described in docs/reports.md."""

import json
from collections.abc import Iterator
from typing import Any

from gongjian.model.finding import Citation, Finding, Related, Waived
from gongjian.report.edits import Edit, edit_of
from gongjian.report.fingerprints import fingerprints
from gongjian.report.run import Run

VERSION = 1
"""The version of the form; it changes when a reader of the old form would misread."""


def lines(run: Run) -> Iterator[str]:
    """Yield one JSON object; what a baseline tells is in it when there is one."""
    held = run.gone is not None
    named = zip(run.findings, fingerprints(run.findings), strict=True)
    form = {
        "version": VERSION,
        "summary": _summary(run, held=held),
        "findings": [_finding(finding, name, run, held=held) for finding, name in named],
    }
    yield json.dumps(form, ensure_ascii=False, indent=2)


def _summary(run: Run, *, held: bool) -> dict[str, int]:
    summary = run.summary
    told = {
        "files": summary.files,
        "error": summary.error,
        "warning": summary.warning,
        "info": summary.info,
        "waived": summary.waived,
    }
    return told | ({"baseline": summary.baseline, "gone": summary.gone} if held else {})


def _finding(finding: Finding, fingerprint: str, run: Run, *, held: bool) -> dict[str, Any]:
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
        "fingerprint": fingerprint,
        "waived": _waived(finding.waived),
        "related": [_related(each) for each in finding.related],
        "fix": _fix(edit_of(finding, run)),
        **({"baseline": finding.known} if held else {}),
    }


def _related(related: Related) -> dict[str, Any]:
    place = related.place
    return {
        "file": related.file,
        "line": place.line if place else 1,
        "column": place.column if place else 1,
        "path": list(related.at),
    }


def _fix(edit: Edit | None) -> dict[str, Any] | None:
    """Describe an edit as one of a list: a reader of the form need not change when some day there are several."""
    if edit is None:
        return None
    place = edit.place
    change = {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "old": edit.old,
        "new": edit.new,
    }
    return {"safe": edit.safe, "edits": [change]}


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
