"""Deadlines of the plan itself and of the summary; whom a requirement applies to."""

import pytest

from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.rules.engine import check_plan
from gongjian.rules.standards import Standards

TEXT = {
    "gongjian": "plan/v1", "id": "a", "title": "甲", "mode": "结对共建", "period": "2022-2023学年",
    "document": {"issuer": "甲小学", "date": "2022-08-20"},
    "schools": [
        {"id": "lead", "name": "甲小学", "role": "牵头校"}, {"id": "member", "name": "乙小学", "role": "成员校"},
    ],
    "leadership": {"leader": {"post": "校长"}},
}  # fmt: skip


def unmet(requirement, **plan):
    said = {"id": "r", "clause": "一", "text": "要求。"} | requirement
    pack = Policy.model_validate(
        {
            "gongjian": "policy/v1", "id": "p", "title": "甲", "document": {"title": "办法", "issuer": "局"},
            "requirements": [said],
        }
    )  # fmt: skip
    found = check_plan(Plan.model_validate(TEXT | plan), Standards((pack,)))
    return [finding.message.partition("（")[0] for finding in found if finding.policy]


@pytest.mark.parametrize(
    ("by", "period", "made", "late"),
    [
        ("08-31", "2022-2023学年", "2022-08-31", ""),
        ("08-31", "2022-2023学年", "2022-09-01", "2022年8月31日"),
        ("09-30", "2022-2023学年", "2022-09-30", ""),
        ("06-15", "2022-2023学年", "2022-06-16", "2022年6月15日"),
        ("12-31", "2023年", "2022-12-31", ""),
        ("12-31", "2023年", "2023-01-02", "2022年12月31日"),
        ("02-29", "2023年春季学期", "2023-03-01", "2023年2月28日"),
    ],
)
def test_the_plan_is_due_on_the_day_nearest_to_its_beginning(by, period, made, late):
    found = unmet(
        {"kind": "deadline", "of": "方案", "by": by},
        period=period, document={"issuer": "甲小学", "date": made},
    )  # fmt: skip
    assert [message.partition("前")[0] for message in found] == ([f"方案应在{late}"] if late else [])


@pytest.mark.parametrize(
    ("plan", "missing"),
    [
        ({}, ["2022—2023学年没有排总结，应在2023年7月5日前"]),
        ({"activities": [{"date": "2023-07-05", "activity": "总结"}]}, []),
        ({"activities": [{"date": "2023-07-06", "activity": "总结"}]}, ["2022—2023学年没有排总结，应在2023年7月5日前"]),
        ({"measures": [{"heading": "总结经验", "deadline": "07-01"}]}, []),
        ({"measures": [{"heading": "总结经验", "deadline": "07-10"}]}, ["2022—2023学年没有排总结，应在2023年7月5日前"]),
        ({"period": "2023年春季学期"}, ["方案全程"]),
    ],
)  # fmt: skip
def test_a_summary_is_due_every_school_year(plan, missing):
    assert unmet({"kind": "deadline", "of": "总结", "by": "07-05"}, **plan) == missing


@pytest.mark.parametrize(("issuer", "binds"), [("甲小学", True), ("乙小学", False), ("某县教育局", True)])
def test_a_requirement_for_leads_binds_what_leads_issue(issuer, binds):
    requirement = {"kind": "section", "topic": "考核", "applies": {"role": "牵头校"}}
    found = unmet(requirement, document={"issuer": issuer, "date": "2022-08-20"})
    assert bool(found) == binds


def test_a_deadline_of_measures_needs_a_topic():
    with pytest.raises(ValueError, match="没有写事项"):
        unmet({"kind": "deadline", "by": "07-05"})
