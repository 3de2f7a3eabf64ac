"""JUnit: the schema of Jenkins, and what fails."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from sample import CHOICE, RULES, RUN, VAGUE

from gongjian.model.finding import Finding, Waived
from gongjian.report.junit import lines
from gongjian.report.run import Run

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schema/junit-10.xsd"))
WAIVED = replace(CHOICE, waived=Waived("原文如此"))
KNOWN = replace(CHOICE, known=True)


def document(run: Run) -> etree._Element:
    """Write a run, and hold it against the schema."""
    root = etree.fromstring("\n".join(lines(run)).encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    return root


def suite(*findings: Finding, name: str = CHOICE.file) -> etree._Element:
    run = Run(findings, 1, names=(name,), rules=lambda: RULES)
    (only,) = document(run)
    return only


def outcome(case: etree._Element) -> str:
    return case[0].tag if len(case) else "passed"


def test_a_run_with_everything_meets_the_schema() -> None:
    suites = document(RUN)
    assert [each.get("name") for each in suites] == [
        "gongjian.yaml",
        r"plans/50% #1,\n[新]:<b>.yaml",
        "plans/乙.yaml",
        "plans/甲 小学.yaml",
        "方案/丙.yaml",
    ]
    assert [each.get("id") for each in suites] == ["0", "1", "2", "3", "4"]


def test_a_suite_has_what_the_schema_of_ant_asks_for() -> None:
    for each in document(RUN):
        assert [child.tag for child in each if child.tag != "testcase"] == [
            "properties",
            "system-out",
            "system-err",
        ]
        assert {"name", "package", "id", "timestamp", "hostname", "time", "tests", "failures", "errors"} <= {
            *each.keys()
        }
        assert all(
            len(case) <= 1 and case.keys() == ["name", "classname", "time"] for case in each.iter("testcase")
        )


def test_counts_are_those_of_the_cases() -> None:
    for each in document(RUN):
        outcomes = Counter(map(outcome, each.iter("testcase")))
        assert int(each.get("tests")) == outcomes.total()
        assert (int(each.get("failures")), int(each.get("skipped"))) == (
            outcomes["failure"],
            outcomes["skipped"],
        )
        assert each.get("errors") == "0"


def test_a_clean_file_is_a_case_that_passes() -> None:
    (case,) = suite().iter("testcase")
    assert (case.get("name"), case.get("classname"), outcome(case)) == (
        "没有发现问题",
        "plans.甲 小学",
        "passed",
    )


def test_a_rule_is_a_case_and_tells_all_its_places() -> None:
    case = suite(CHOICE, replace(CHOICE, message="又一处", hint="")).find("testcase")
    assert case.get("name") == "GJ105 不在可选的词里"
    assert case[0].attrib == {"type": "error", "message": "“结对模式”不能是“结队”。写“结对共建”（共 2 处）"}
    assert case[0].text.split("\n") == [
        "plans/甲 小学.yaml:2:7: GJ105 “结对模式”不能是“结队”。写“结对共建”",
        "plans/甲 小学.yaml:2:7: GJ105 又一处",
    ]


@pytest.mark.parametrize(
    ("findings", "result"),
    [
        ((CHOICE,), "failure"),
        ((CHOICE, WAIVED, KNOWN), "failure"),
        ((replace(CHOICE, severity="warning"),), "passed"),
        ((replace(CHOICE, severity="warning"), WAIVED), "passed"),
        ((WAIVED,), "skipped"),
        ((WAIVED, KNOWN), "skipped"),
    ],
)
def test_what_fails_agrees_with_the_exit_code(findings: tuple[Finding, ...], result: str) -> None:
    assert outcome(suite(*findings).find("testcase")) == result


def test_a_skipped_case_says_why() -> None:
    case = suite(WAIVED, KNOWN, WAIVED).find("testcase")
    assert case[0].get("message") == "已豁免：原文如此；基线里已有"


def test_milder_findings_fail_when_they_are_to() -> None:
    root = document(Run((VAGUE,), 1, fail_on="warning"))
    assert outcome(root.find("testsuite/testcase")) == "failure"


def test_what_does_not_fail_is_told_at_the_end_of_the_suite() -> None:
    assert suite(CHOICE, VAGUE, WAIVED).find("system-out").text.split("\n") == [
        "plans/甲 小学.yaml:3:11: GJ231 [警告] “定期”没有说清多少。写明数量",
        "plans/甲 小学.yaml:2:7: GJ105 [错误（已豁免）] “结对模式”不能是“结队”。写“结对共建”",
    ]


def test_characters_that_xml_forbids_are_shown() -> None:
    odd = replace(CHOICE, file="\x00\udcff.yaml", message="\x0b\uffff]]><&", hint="")
    (only,) = document(Run((odd,), 1))
    assert only.get("name") == r"\x00\udcff.yaml"
    assert only.find("testcase/failure").get("message") == r"\x0b\uffff]]><&"
