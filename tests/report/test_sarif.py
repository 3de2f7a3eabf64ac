"""SARIF: what the schema cannot say."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sample import CHOICE, RUN, TEXT

from gongjian.model.finding import Finding, Place, Waived
from gongjian.report.run import Run
from gongjian.report.sarif import RULE_PAGE, lines
from gongjian.repository.checking import check_files, collect
from gongjian.repository.discovery import Target
from gongjian.rules.index import RULES as ALL_RULES
from gongjian.rules.selection import Selection

SCHEMA = json.loads((Path(__file__).parent / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
CASES = Path(__file__).parents[1] / "cases/bad"
URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
"""A relative reference without a scheme, a query or a fragment."""


def log(run: Run) -> dict[str, Any]:
    """Write a run, and hold it against the schema."""
    form = json.loads("".join(lines(run)))
    assert [error.message for error in VALIDATOR.iter_errors(form)] == []
    (only,) = form["runs"]
    return only


def result(finding: Finding, **fields: Any) -> dict[str, Any]:
    (only,) = log(Run((finding,), 1, **fields))["results"]
    return only


def test_a_run_with_everything_meets_the_schema() -> None:
    assert len(log(RUN)["results"]) == len(RUN.findings)


def test_a_run_without_findings_meets_the_schema() -> None:
    run = log(Run((), 3))
    assert (run["tool"]["driver"]["rules"], run["results"]) == ([], [])


def test_every_rule_there_is_meets_the_schema() -> None:
    findings = tuple(replace(CHOICE, rule=rule.id, name=rule.name) for rule in ALL_RULES.values())
    rules = log(Run(findings, 1, rules=lambda: ALL_RULES))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(ALL_RULES)
    assert {rule["helpUri"] for rule in rules} == {RULE_PAGE.format(id=rule) for rule in ALL_RULES}
    assert all(re.fullmatch(r"[a-z]+:\S+", rule["helpUri"]) for rule in rules)
    assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_what_real_files_give_meets_the_schema() -> None:
    targets = [Target(path, path.name, given=True) for path in sorted(CASES.glob("*.yaml"))]
    run = collect(check_files(targets), Selection())
    results = log(run)["results"]
    assert [each["ruleId"] for each in results] == [finding.rule for finding in run.findings]
    assert len({each["partialFingerprints"]["gongjian/v1"] for each in results}) == len(results)


def test_a_rule_that_nobody_describes_is_still_named() -> None:
    rules = log(Run((replace(CHOICE, rule="XY001", name="own"),), 1))["tool"]["driver"]["rules"]
    assert rules == [{"id": "XY001", "name": "own"}]


def test_no_more_results_than_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that count most are listed, in the order of all and known by the same fingerprints."""
    every = log(RUN)["results"]
    monkeypatch.setattr("gongjian.report.sarif.LIMIT", 3)
    run = log(RUN)
    open_errors = [
        each
        for each, finding in zip(every, RUN.findings, strict=True)
        if finding.severity == "error" and not (finding.known or finding.waived)
    ]
    listed = {each["partialFingerprints"]["gongjian/v1"] for each in run["results"]}
    assert len(run["results"]) == 3
    assert {each["partialFingerprints"]["gongjian/v1"] for each in open_errors[:3]} <= listed
    order = [each["partialFingerprints"]["gongjian/v1"] for each in every]
    assert [name for name in order if name in listed] == [
        each["partialFingerprints"]["gongjian/v1"] for each in run["results"]
    ]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert f"还有 {len(every) - 3} 个没有列出" in notification["message"]["text"]
    assert {each["ruleId"] for each in run["results"]} == {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }


def test_results_point_at_their_rules() -> None:
    run = log(RUN)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({finding.rule for finding in RUN.findings})
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [finding.rule for finding in RUN.findings]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("plans/a.yaml", "plans/a.yaml"),
        ("甲 #1?.yaml", "%E7%94%B2%20%231%3F.yaml"),
        ("50%\n.yaml", "50%25%0A.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("../c.yaml", "../c.yaml"),
        (r"a\b.yaml", "a%5Cb.yaml"),
        ("\udcd6\udcd0.yaml", "%D6%D0.yaml"),
    ],
)
def test_a_file_name_becomes_a_relative_uri(name: str, uri: str) -> None:
    location = result(replace(CHOICE, file=name))["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert URI.fullmatch(uri)


def test_a_file_elsewhere_has_an_absolute_uri() -> None:
    location = result(replace(CHOICE, file="/tmp/甲.yaml"))["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "file:///tmp/%E7%94%B2.yaml"}


def test_columns_count_code_points() -> None:
    finding = replace(CHOICE, place=Place(line=1, column=8, end_line=1, end_column=11))
    region = result(finding, texts={CHOICE.file: TEXT})["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 1,
        "startColumn": 8,
        "endLine": 1,
        "endColumn": 11,
        "snippet": {"text": "𠮷方案"},
    }
    assert log(RUN)["columnKind"] == "unicodeCodePoints"


def test_suppressions_stand_in_all_results_or_in_none() -> None:
    assert "suppressions" not in result(CHOICE)
    plain, waived = log(Run((CHOICE, replace(CHOICE, waived=Waived("原文如此"))), 1))["results"]
    assert plain["suppressions"] == []
    assert waived["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "原文如此"}]


@pytest.mark.parametrize(
    ("gone", "known", "state"), [(None, False, None), (0, False, "new"), (0, True, "unchanged")]
)
def test_the_state_is_told_when_there_is_a_baseline(gone: int | None, known: bool, state: str | None) -> None:
    assert result(replace(CHOICE, known=known), gone=gone).get("baselineState") == state


def test_a_message_makes_no_link_and_keeps_its_brackets_otherwise() -> None:
    linked = replace(CHOICE, message=r"\[点](http://x.cn)", hint="")
    assert result(linked)["message"]["text"] == r"\\\[点\](http://x.cn)"
    assert result(replace(CHOICE, message="写成 [a, b]", hint=""))["message"]["text"] == "写成 [a, b]"
