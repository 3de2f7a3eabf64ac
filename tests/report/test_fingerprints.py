"""A finding is known again in another run."""

from dataclasses import replace

from sample import BELOW, CHOICE, RUN

from gongjian.model.finding import Citation, Finding, Place
from gongjian.report.fingerprints import fingerprints
from gongjian.repository.checking import check_source
from gongjian.source.file import SourceFile

PLAN = """gongjian: plan/v1
id: a
title: 某校结对共建活动实施方案
mode: 结对共建
period: {start: 2022-09-01, end: 2025-07-31}
document: {issuer: 甲小学, date: 2022-10-08}
schools:
  - {id: a, name: 甲小学, role: 牵头校}
  - {id: b, name: 乙小学, role: 成员校}
leadership:
  leader: {name: 王某, post: 校长}
measures:
  - heading: 教学管理
    text: 教学管理。
    commitments:
      - {id: prep, activity: 集体备课, quota: ≥2次/学年}
      - {id: demo, activity: 示范课, quota: 定期}
"""


def named(*findings: Finding) -> list[str]:
    return fingerprints(findings)


def vague(text: str) -> list[str]:
    """Give the fingerprints of the vague quotas of a plan."""
    checked = check_source(SourceFile.of(text))
    found = [finding for finding in checked.findings if finding.rule == "GJ231"]
    assert found
    return fingerprints(found)


def test_lines_and_words_may_change() -> None:
    moved = Place(line=90, column=2, end_line=90, end_column=5)
    other = replace(CHOICE, place=moved, message="说法变了", hint="", severity="warning")
    assert named(other) == named(CHOICE)


def test_anything_else_is_another_finding() -> None:
    for other in (
        replace(CHOICE, rule="GJ106"),
        replace(CHOICE, file="b.yaml"),
        replace(CHOICE, anchor=("level",)),
        replace(BELOW, rule=CHOICE.rule, anchor=CHOICE.anchor, policy=Citation("a", "b", "c", "d")),
    ):
        assert named(other) != named(CHOICE)


def test_findings_that_are_alike_are_numbered() -> None:
    first, second, third = named(CHOICE, CHOICE, CHOICE)
    assert len({first, second, third}) == 3
    assert named(CHOICE, CHOICE) == [first, second]


def test_no_two_findings_of_a_run_share_one() -> None:
    assert len(set(fingerprints(RUN.findings))) == len(RUN.findings)


def test_items_may_come_and_go_around_it() -> None:
    other = "      - {id: visit, activity: 参观学习, quota: ≥1次/学年}\n"
    measure = "  - heading: 前面的一条\n    text: 教师交流。\n"
    changed = (
        PLAN.replace("    commitments:\n", "    commitments:\n" + other)
        .replace("measures:\n", "# 注释\nmeasures:\n" + measure)
        .replace("定期", "适时")
    )
    assert vague(changed) == vague(PLAN)


def test_keys_may_be_written_in_chinese() -> None:
    chinese = (
        PLAN.replace("measures:", "工作措施:")
        .replace("heading:", "小标题:")
        .replace("{id: demo", "{编号: demo")
    )
    assert chinese != PLAN
    assert vague(chinese) == vague(PLAN)


def test_a_commitment_of_another_name_is_another_finding() -> None:
    assert vague(PLAN.replace("id: demo", "id: other")) != vague(PLAN)


def test_a_name_that_is_no_text_has_one_too() -> None:
    assert len(named(replace(CHOICE, file="\udcff.yaml"))[0]) == 32
