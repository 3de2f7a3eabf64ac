"""Findings as lines, as frames in a terminal, and as JSON."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from gongjian.model.finding import Finding, Place, Waived
from gongjian.report.plain import lines
from gongjian.report.run import Run
from gongjian.report.summary import Summary, at_least
from gongjian.report.terminal import blocks

TEXT = "title: 实施方案\nmode: 结队\n\n  - {日期: 2022-10-20, 人数: 十二}\n"
FINDING = Finding(
    message="“结对模式”不能是“结队”",
    hint="写“结对共建”",
    at=("mode",),
    rule="GJ105",
    name="not-a-choice",
    severity="error",
    file="plans/甲.yaml",
    place=Place(line=2, column=7, end_line=2, end_column=9),
)


def framed(finding: Finding, text: str = TEXT) -> list[str]:
    out = StringIO()
    console = Console(file=out, width=200, highlight=False)
    for block in blocks(Run((finding,), 1, {finding.file: text})):
        console.print(block)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_line_for_pipes() -> None:
    assert list(lines(Run((FINDING,), 1))) == [
        "plans/甲.yaml:2:7: GJ105 “结对模式”不能是“结队”。写“结对共建”"
    ]


def test_a_mild_finding_says_so() -> None:
    (line,) = lines(Run((replace(FINDING, severity="warning", hint=""),), 1))
    assert line == "plans/甲.yaml:2:7: GJ105 [警告] “结对模式”不能是“结队”"


def test_a_message_never_breaks_its_line() -> None:
    (line,) = lines(Run((replace(FINDING, message="甲\n乙"),), 1))
    assert "\n" not in line


def test_a_frame_has_the_line_before_and_a_caret_under_both_cells_of_each_character() -> None:
    assert framed(FINDING) == [
        "plans/甲.yaml:2:7 错误 GJ105 “结对模式”不能是“结队”",
        "  1 │ title: 实施方案",
        "  2 │ mode: 结队",
        "    │       ^^^^",
        "  改法：写“结对共建”",
        "",
    ]


def test_wide_characters_before_the_caret_count_twice() -> None:
    finding = replace(FINDING, place=Place(line=4, column=26, end_line=4, end_column=28))
    assert framed(finding)[1:3] == [
        "  4 │   - {日期: 2022-10-20, 人数: 十二}",
        "    │ " + " " * 29 + "^^^^",
    ]


def test_a_tab_is_shown_as_spaces() -> None:
    finding = replace(FINDING, place=Place(line=1, column=2, end_line=1, end_column=3))
    assert framed(finding, "\tx\n")[1:3] == ["  1 │     x", "    │     ^"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "甲" * 300 + "乙" + "丙" * 300
    finding = replace(FINDING, place=Place(line=1, column=301, end_line=1, end_column=302))
    shown, caret = framed(finding, line)[1:3]
    assert shown == f"  1 │ …{'甲' * 40}乙{'丙' * 39}…"
    assert caret == f"    │ {' ' * 81}^^"


def test_without_a_text_there_is_no_frame() -> None:
    assert framed(FINDING, "") == [
        "plans/甲.yaml:2:7 错误 GJ105 “结对模式”不能是“结队”",
        "  改法：写“结对共建”",
        "",
    ]


def test_markup_in_a_message_is_text() -> None:
    assert "[bold]" in framed(replace(FINDING, message="[bold]x[/bold]"))[0]


def test_a_name_and_a_message_cannot_move_the_cursor() -> None:
    odd = replace(FINDING, file="a\n\x1b[2J\udcff.yaml", message="甲\x1b[31m\u202e乙", hint="丙\r丁")
    assert list(lines(Run((odd,), 1))) == [
        "a\\n\\x1b[2J\\udcff.yaml:2:7: GJ105 甲\\x1b[31m\\u202e乙。丙\\r丁"
    ]
    assert framed(odd, "\nmode: \x1b[1m\n") == [
        "a\\n\\x1b[2J\\udcff.yaml:2:7 错误 GJ105 甲\\x1b[31m\\u202e乙",
        "  2 │ mode: \ufffd[1m",
        "    │       ^^",
        "  改法：丙\\r丁",
        "",
    ]


def test_a_line_is_no_command_of_github() -> None:
    (line,) = lines(Run((replace(FINDING, file="::stop-commands::x"),), 1))
    assert line.startswith("./::stop-commands::x:2:7: GJ105 ")


def test_what_the_baseline_knows_is_marked_and_what_is_waived_is_not_shown() -> None:
    known = replace(FINDING, known=True)
    mild = replace(known, severity="warning")
    waived = replace(FINDING, waived=Waived("原文如此"))
    shown = list(lines(Run((known, mild, waived), 1)))
    assert [line.split(" ")[2] for line in shown] == ["[错误（基线）]", "[警告（基线）]"]
    assert framed(known)[0] == "plans/甲.yaml:2:7 错误（基线） GJ105 “结对模式”不能是“结队”"


def test_only_new_findings_that_are_bad_enough_fail_a_run() -> None:
    mild = replace(FINDING, severity="warning")
    findings = (FINDING, mild, replace(FINDING, known=True), replace(FINDING, waived=Waived("原文如此")))
    assert Run(findings, 1).failing == (FINDING,)
    assert Run(findings, 1, fail_on="warning").failing == (FINDING, mild)


def test_summary_counts_and_speaks() -> None:
    findings = [FINDING, replace(FINDING, severity="info"), FINDING]
    assert Summary.of(2, findings) == Summary(2, error=2, info=1)
    assert str(Summary.of(2, findings)) == "检查了 2 个文件，2 个错误、1 个提示"
    assert str(Summary(3)) == "检查了 3 个文件，没有发现问题"


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (Summary(1, waived=2), "没有发现问题（另有 2 个已豁免）"),
        (Summary(1, baseline=3), "没有发现新问题（另有 3 个在基线里）"),
        (Summary(1, gone=1), "没有发现问题（基线里有 1 个已经改好）"),
        (
            Summary(1, error=1, waived=2, baseline=3, gone=4),
            "1 个错误（另有 2 个已豁免、3 个在基线里，基线里有 4 个已经改好）",
        ),
    ],
)
def test_what_does_not_count_is_told_apart(summary: Summary, words: str) -> None:
    assert str(summary) == f"检查了 1 个文件，{words}"


def test_findings_are_counted_once() -> None:
    known = replace(FINDING, known=True)
    waived = replace(FINDING, waived=Waived("原文如此"), known=True)
    assert Summary.of(1, (FINDING, known, waived), gone=2) == Summary(
        1, error=1, baseline=1, waived=1, gone=2
    )


@pytest.mark.parametrize(
    ("level", "severities"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("info", {"error", "warning", "info"})],
)
def test_severities_from_a_level_up(level: str, severities: set[str]) -> None:
    assert at_least(level) == severities  # type: ignore[arg-type]
