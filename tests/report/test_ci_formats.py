"""What GitHub and GitLab read."""

import json
from dataclasses import replace

import pytest
from sample import BELOW, CHOICE, RULES, RUN

from gongjian.model.finding import Finding, Place, Waived
from gongjian.report import github, gitlab
from gongjian.report.run import Run


def command(finding: Finding) -> str:
    (only,) = github.lines(Run((finding,), 1, rules=lambda: RULES))
    return only


def test_a_command_of_github() -> None:
    assert command(CHOICE) == (
        "::error file=plans/甲 小学.yaml,line=2,endLine=2,col=7,endColumn=9,title=GJ105 不在可选的词里"
        "::“结对模式”不能是“结队”%0A写“结对共建”"
    )


@pytest.mark.parametrize(
    ("changed", "beginning"),
    [
        ({"severity": "warning"}, "::warning file="),
        ({"severity": "info"}, "::notice file="),
        ({"known": True}, "::notice file="),
    ],
)
def test_severities_of_github(changed: dict[str, str], beginning: str) -> None:
    assert command(replace(CHOICE, **changed)).startswith(beginning)


def test_nothing_ends_a_command_early() -> None:
    odd = replace(
        CHOICE, file="a,b:c%\r\n.yaml", message="::stop-commands::x\r\n::error::100%", hint="", place=None
    )
    assert command(odd) == (
        "::error file=a%2Cb%3Ac%25%0D%0A.yaml,title=GJ105 不在可选的词里"
        r"::::stop-commands::x\r%0A::error::100%25"
    )


def test_columns_are_told_within_a_line_only() -> None:
    several = replace(CHOICE, place=Place(line=2, column=7, end_line=4, end_column=1))
    assert command(several).startswith("::error file=plans/甲 小学.yaml,line=2,endLine=4,title=")


def test_a_clause_is_told_once() -> None:
    assert command(BELOW).count("第三条") == 1
    assert command(replace(BELOW, message="不够")).endswith(
        "::不够%0A改为 ≥2次/学期%0A《实施方案》（某教〔2022〕8号）第三条"
    )


def test_waived_findings_are_no_annotations() -> None:
    assert list(github.lines(Run((replace(CHOICE, waived=Waived("原文如此")),), 1))) == []


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ((CHOICE,) * 10, None),
        ((CHOICE,) * 11, "错误 11 个，每种只标得出前 10 个；全部的列在这一步的日志里"),
        (
            (*(replace(CHOICE, severity="warning"),) * 12, *(replace(CHOICE, known=True),) * 13),
            "警告 12 个、提示 13 个，每种只标得出前 10 个；全部的列在这一步的日志里",
        ),
    ],
)
def test_what_github_will_not_show_is_told_first(findings: tuple[Finding, ...], told: str | None) -> None:
    lines = list(github.lines(Run(findings, 1)))
    beginning = [] if told is None else [f"::notice title=gongjian::{told}"]
    assert lines[: len(beginning)] == beginning
    assert len(lines) == len(beginning) + len(findings)


def test_new_findings_come_before_those_of_the_baseline() -> None:
    mild = replace(CHOICE, severity="info")
    titles = [line.partition("title=")[2] for line in github.lines(Run((replace(mild, known=True), mild), 1))]
    assert [title.partition("::")[0] for title in titles] == ["GJ105", "GJ105（基线）"]


def issues(run: Run) -> list[dict[str, object]]:
    (text,) = gitlab.lines(run)
    return json.loads(text)


def test_an_issue_of_gitlab() -> None:
    assert issues(Run((BELOW,), 1)) == [
        {
            "type": "issue",
            "check_name": "GJ301",
            "description": f"{BELOW.message}。改为 ≥2次/学期",
            "categories": ["Bug Risk"],
            "severity": "critical",
            "fingerprint": "6a88c4ff26db0013bf5cbc5da1a50d66",
            "location": {"path": "plans/甲 小学.yaml", "lines": {"begin": 3, "end": 3}},
            "content": {"body": "改法：改为 ≥2次/学期\n\n依据：《实施方案》（某教〔2022〕8号）第三条"},
        }
    ]


def test_fingerprints_of_gitlab_are_unique_and_do_not_depend_on_waivers() -> None:
    waived = replace(CHOICE, waived=Waived("原文如此"))
    first, second = issues(Run((CHOICE, CHOICE), 1))
    assert first["fingerprint"] != second["fingerprint"]
    assert issues(Run((waived, CHOICE), 1)) == [second]


def test_paths_count_from_the_top_of_the_checkout() -> None:
    assert {issue["location"]["path"].split("/")[0] for issue in issues(RUN)} == {"某县"}  # type: ignore[index]


def test_without_findings_gitlab_gets_an_empty_list() -> None:
    assert issues(Run((), 2)) == []
