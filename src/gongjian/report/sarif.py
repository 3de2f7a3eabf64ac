"""SARIF 2.1.0, for code scanning: one run, its rules, its findings.

Paths are relative to the top of the checkout (`%SRCROOT%`), columns count Unicode code points.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from gongjian import __version__
from gongjian.model.finding import SEVERITIES, Finding, Place, Related, Severity, Waived
from gongjian.report.edits import Edit, edit_of
from gongjian.report.fingerprints import fingerprints
from gongjian.report.paths import uri
from gongjian.report.run import RuleText, Run
from gongjian.report.words import sentence, unsaid_basis

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RULE_PAGE = "urn:gongjian:rule:{id}"
"""Where a rule's page is. The project has no public address yet: until it has one this is a name,
not an address, and the page itself is in `help`."""

LIMIT = 25_000
"""Results: GitHub refuses a log with more (and shows the worst 5,000 of them)."""

_ROOT = "%SRCROOT%"
_FINGERPRINT = "gongjian/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_BRACKETS = re.compile(r"([\[\]\\])")
"""What makes a link in a SARIF message, or hides one."""


def lines(run: Run) -> Iterator[str]:
    """Yield the log."""
    yield json.dumps(_log(run), ensure_ascii=False, indent=2)


def _log(run: Run) -> dict[str, Any]:
    described = run.rules() if run.findings else {}
    listed = _listed(run)
    first = {finding.rule: finding for finding, _ in reversed(listed)}
    rules = sorted(first)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "gongjian",
                        "fullName": "gongjian 共建：城乡学校结对共建工具箱",
                        "version": __version__,
                        "language": "zh-CN",
                        "rules": [_rule(first[rule], described) for rule in rules],
                    }
                },
                "language": "zh-CN",
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "代码仓库的根文件夹"}}},
                "invocations": [_invocation(len(run.findings) - len(listed))],
                "results": _results(listed, run, rules),
            }
        ],
    }


def _rule(finding: Finding, described: Mapping[str, RuleText]) -> dict[str, Any]:
    """Describe the rule of a finding; of one that is nowhere described, what the finding says."""
    name = {"id": finding.rule, "name": finding.name}
    rule = described.get(finding.rule)
    if rule is None:
        return name
    why = rule.documentation.partition("\n\n")[0].replace("\n", "")
    return {
        **name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": why},
        "help": {"text": rule.documentation, "markdown": f"# {rule.id} {rule.title}\n\n{rule.documentation}"},
        "helpUri": RULE_PAGE.format(id=rule.id),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _listed(run: Run) -> list[tuple[Finding, str]]:
    """Give the findings and their fingerprints; of too many those that count most, in the order of all."""
    named = list(zip(run.findings, fingerprints(run.findings), strict=True))
    if len(named) <= LIMIT:
        return named
    ranks = list(SEVERITIES)

    def weight(number: int) -> tuple[bool, bool, int]:
        finding = run.findings[number]
        return finding.waived is not None, finding.known, ranks.index(finding.severity)

    return [named[number] for number in sorted(sorted(range(len(named)), key=weight)[:LIMIT])]


def _invocation(left: int) -> dict[str, Any]:
    """Describe the run, and say how many findings are not listed."""
    if not left:
        return {"executionSuccessful": True}
    text = f"一份 SARIF 报告最多列 {LIMIT:,} 个问题，还有 {left:,} 个没有列出，请看 json 报告"
    notification = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _results(listed: list[tuple[Finding, str]], run: Run, rules: list[str]) -> list[dict[str, Any]]:
    """Describe the findings; suppressions stand in all of them or in none, as the standard asks."""
    index = {rule: number for number, rule in enumerate(rules)}
    any_waived = any(finding.waived for finding, _ in listed)
    results = []
    for finding, fingerprint in listed:
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(finding, run)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }
        if finding.related:
            result["relatedLocations"] = [_other_location(each, run) for each in finding.related]
        if edit := edit_of(finding, run):
            result["fixes"] = [_fix(edit, finding, run)]
        if run.gone is not None:
            result["baselineState"] = "unchanged" if finding.known else "new"
        if any_waived:
            result["suppressions"] = [_suppression(finding.waived)] if finding.waived else []
        if properties := _properties(finding):
            result["properties"] = properties
        results.append(result)
    return results


def _message(finding: Finding) -> str:
    """Say the finding; what came from the file makes no link."""
    cited = unsaid_basis(finding)
    message = sentence(finding) + (f"（{cited}）" if cited else "")
    return _BRACKETS.sub(r"\\\1", message) if "](" in message else message


def _location(finding: Finding, run: Run) -> dict[str, Any]:
    physical = {
        "artifactLocation": _artifact(run.in_checkout(finding.file)),
        "region": _region(finding.place, run.texts.get(finding.file, "")),
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.at:
        name = ".".join(map(str, finding.anchor or finding.at))
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "property"}]
    return location


def _other_location(related: Related, run: Run) -> dict[str, Any]:
    artifact = _artifact(run.in_checkout(related.file))
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(related.place, "")}}


def _fix(edit: Edit, finding: Finding, run: Run) -> dict[str, Any]:
    change = {"deletedRegion": _region(edit.place, ""), "insertedContent": {"text": edit.new}}
    artifact = _artifact(run.in_checkout(finding.file))
    return {
        "description": {"text": f"{edit.old} → {edit.new}"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}],
    }


def _region(place: Place | None, text: str) -> dict[str, Any]:
    """Describe a run of text, with the text itself when it is on one line; without a place, the first line."""
    if place is None:
        return {"startLine": 1}
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    lines = text.split("\n")
    if place.line == place.end_line <= len(lines):
        snippet = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        region |= {"snippet": {"text": snippet}} if snippet else {}
    return region


def _artifact(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _suppression(waived: Waived) -> dict[str, Any]:
    suppression: dict[str, Any] = {
        "kind": "external" if waived.approver else "inSource",
        "status": "accepted",
        "justification": waived.reason,
    }
    if waived.approver:
        until = {"until": waived.until.isoformat()} if waived.until else {}
        suppression["properties"] = {"approver": waived.approver, **until}
    return suppression


def _properties(finding: Finding) -> dict[str, Any]:
    properties: dict[str, Any] = {"hint": finding.hint} if finding.hint else {}
    if policy := finding.policy:
        properties["policy"] = {
            "id": policy.pack,
            "requirement": policy.requirement,
            "document": policy.document,
            "clause": policy.clause,
        }
    return properties
