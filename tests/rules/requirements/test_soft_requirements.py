"""What a paper only strives for (争取、一般、原则上) is never more than a note, whatever its kind."""

from importlib.util import find_spec
from typing import get_args

import pytest

from gongjian.model.policy import AnyRequirement


def measures(**commitment):
    return [{"heading": "措施", "commitments": [{"id": "a", **commitment}]}]


def sent(**more):
    return [{"kind": "支教", "origin": "lead", "destination": "member", "period": "2022-2023学年", **more}]


QUOTA = {"kind": "quota", "activity": "公开课", "quota": "≥2次/学期"}
RATIO = {"kind": "ratio", "numerator": "交流教师", "denominator": "符合条件教师", "quota": "≥10%/学年"}
COVERAGE = {"kind": "coverage", "activity": "送教"}
AGE = {"kind": "eligibility", "of": "支教", "attribute": "年龄", "quota": "≤50岁"}
LESSONS = {"kind": "eligibility", "of": "支教", "attribute": "周课时", "quota": "≥12课时/周"}
TERM = {"kind": "eligibility", "of": "支教", "attribute": "时长", "quota": "≥3年"}
NEEDS_CEL = pytest.mark.skipif(find_spec("cel") is None, reason="pip install gongjian[cel] 后才检查")
STEPS = [{"by": "6月底", "percent": "30%"}]
LATE = [{"by": "6月底", "percent": "10%"}]
PROGRESS = {"kind": "milestone", "activity": "公开课", "milestones": STEPS}
DEADLINE = {"kind": "deadline", "topic": "宣传", "by": "6月底"}
DATED = {"document": {"issuer": "甲小学", "date": "2022-09-01"}}
ASSESSMENT = {"kind": "assessment", "lead": "80%", "members": "20%"}
SHARE = {"activity": "教师交流", "audience": "交流教师", "base": "符合条件教师"}

UNMET = [
    ("quota-below", QUOTA, {"measures": measures(activity="公开课", quota="≥1次/学期")}),
    ("quota-not-guaranteed", QUOTA, {"measures": measures(activity="公开课", quota="≥4次/学年")}),
    ("quota-incomparable", QUOTA, {"measures": measures(activity="公开课", quota="≥2元/学期")}),
    ("quota-missing", QUOTA, {}),
    ("ratio-below", RATIO, {"measures": measures(**SHARE, quota="≥5%/学年")}),
    ("ratio-missing", RATIO, {}),
    ("eligibility-age", AGE, {"assignments": sent(born="1960-01")}),
    ("eligibility-lessons", LESSONS, {"assignments": sent(lessons=3)}),
    ("eligibility-term", TERM, {"assignments": sent()}),
    ("exclusion", {"kind": "exclusion", "of": "支教", "conditions": "患病"}, {"assignments": sent(conditions="患病")}),
    ("coverage-missing", COVERAGE, {}),
    ("coverage-below", COVERAGE, {"measures": measures(activity="送教", quota="≥80%")}),
    ("structure", {"kind": "structure", "what": "成员校", "quota": "2-3所"}, {}),
    ("milestone-missing", PROGRESS, {"measures": measures(activity="公开课", quota="≥1次")}),
    ("milestone-late", PROGRESS, {"measures": measures(activity="公开课", quota="≥1次", milestones=LATE)}),
    ("deadline-missing", DEADLINE, {}),
    ("deadline-late", DEADLINE, {"measures": [{"heading": "宣传", "deadline": "7月底"}]}),
    ("leadership", {"kind": "leadership", "role": "组长", "post": "局长"}, {}),
    ("section", {"kind": "section", "topic": "案例"}, {}),
    ("deadline-of-plan", {"kind": "deadline", "of": "方案", "by": "8月底"}, DATED),
    ("deadline-of-summary", {"kind": "deadline", "of": "总结", "by": "6月底"}, {}),
    ("expression", {"kind": "expression", "expression": "members.size() >= 2"}, {}),
    ("expression-broken", {"kind": "expression", "expression": "members.all(m, m.nam)"}, {}),
    ("assessment-missing", ASSESSMENT, {}),
    ("assessment-other", ASSESSMENT, {"assessment": {"bundling": {"lead": "70%", "members": "30%"}}}),
]  # fmt: skip


CASES = [
    pytest.param(name, requirement, plan, id=name, marks=NEEDS_CEL if name.startswith("expr") else ())
    for name, requirement, plan in UNMET
]


@pytest.mark.parametrize("severity", ["error", "warning"])
@pytest.mark.parametrize(("name", "requirement", "plan"), CASES)
def test_it_is_a_note(name, requirement, plan, severity, check):
    found = [
        each for each in check({**requirement, "soft": True, "severity": severity}, **plan) if each.policy
    ]
    assert [each.severity for each in found] == ["info"]


@pytest.mark.parametrize(("name", "requirement", "plan"), CASES)
def test_it_would_be_more_if_it_were_demanded(name, requirement, plan, check):
    found = [each for each in check(requirement, **plan) if each.policy]
    assert [each.severity for each in found] == ["warning" if name == "quota-not-guaranteed" else "error"]


def test_every_kind_of_requirement_is_here():
    kinds = {
        get_args(each.model_fields["kind"].annotation)[0] for each in get_args(get_args(AnyRequirement)[0])
    }
    assert {requirement["kind"] for _, requirement, _ in UNMET} == kinds


def test_a_promise_to_strive_does_not_fulfil_a_demand(said, check):
    soft = measures(activity="公开课", quota="≥3次/学期", soft=True)
    (finding,) = check(QUOTA, measures=soft)
    assert (finding.rule, finding.severity, finding.hint) == ("GJ302", "warning", "定下来做的，删去 soft")
    assert said(QUOTA, measures=soft) == [
        "GJ302 “公开课”承诺不能保证做到：数量够，但写的是争取做到（soft），不是承诺做到"
    ]
    ratio = SHARE | {"quota": "≥10%/学年"}
    assert said(RATIO, measures=measures(**ratio)) == []
    assert said(RATIO, measures=measures(**ratio, soft=True)) == [
        "GJ304 交流教师占符合条件教师的比例：数量够，但写的是争取做到（soft），不是承诺做到"
    ]
    assert [each.rule for each in check(COVERAGE, measures=measures(activity="送教", soft=True))] == ["GJ322"]


def test_a_promise_to_strive_fulfils_what_is_striven_for(said):
    plan = measures(activity="公开课", quota="≥3次/学期", soft=True)
    assert said({**QUOTA, "soft": True}, measures=plan) == []
    assert said({**COVERAGE, "soft": True}, measures=measures(activity="送教", soft=True)) == []


def test_a_firm_promise_beside_the_soft_one_counts(said):
    soft, firm = measures(activity="公开课", quota="≥2次/学期", soft=True), measures(activity="公开课", quota="≥2次/学期")  # fmt: skip
    firm[0]["commitments"][0]["id"] = "b"
    assert said(QUOTA, measures=soft + firm) == []
