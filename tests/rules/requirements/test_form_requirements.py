"""GJ310, GJ313–GJ315: who leads, which measure a deadline is about, progress, the exception of the assessment."""

import pytest

LEADER = {"kind": "leadership", "role": "组长"}
DUE = {"kind": "deadline", "topic": "教师交流", "by": "11月底"}
STEPS = [{"by": "6月底", "percent": "30%"}, {"by": "11月底", "percent": "100%"}]
PROGRESS = {"kind": "milestone", "activity": "同步课堂", "milestones": STEPS}
ASSESSMENT = {"kind": "assessment", "lead": "80%", "members": "20%", "exempt_rise": 5}


@pytest.mark.parametrize("leadership", [None, {"members": "刘某"}])
def test_a_missing_leader_is_reported_once_with_the_clause(said, leadership):
    assert said(LEADER, leadership=leadership) == ["GJ310 组长应由专人担任，方案里没有写"]
    assert [line[:5] for line in said({**LEADER, "role": "副组长"}, leadership=leadership)] == [
        "GJ201",
        "GJ310",
    ]
    assert said({**LEADER, "applies": {"level": "县级"}}, leadership=leadership)[0].startswith("GJ201 ")


@pytest.mark.parametrize(
    ("person", "holds"),
    [
        ({"post": "主任", "unit": "徐寨镇教办"}, True),
        ({"post": "徐寨镇教办主任"}, True),
        ({"post": "教务主任"}, False),
        ({"post": "副主任", "unit": "徐寨镇教办"}, False),
        ({"name": "刘某"}, False),
    ],
)
def test_a_post_may_be_told_by_unit_and_office(said, person, holds):
    assert said({**LEADER, "post": "教办主任"}, leadership={"leader": person}) == (
        [] if holds else [f"GJ310 组长应由教办主任担任，方案里是{person.get('post') or person['name']}"]
    )


@pytest.mark.parametrize(
    ("measures", "found"),
    [
        ([{"heading": "教学", "text": "做好教师交流。"}, {"heading": "教师交流", "deadline": "11月底"}], []),
        ([{"heading": "教学", "text": "做好教师交流。", "deadline": "12月底"}, {"heading": "教师交流", "deadline": "11月底"}], []),
        ([{"heading": "教师交流", "deadline": "12月底"}, {"heading": "数据", "text": "教师交流数据。", "deadline": "11月底"}],
         ["GJ313 “教师交流”应在11月30日前完成，方案写的是12月31日前"]),
        ([{"heading": "教学", "text": "教师交流。"}, {"heading": "师资", "text": "教师交流。", "deadline": "11月底"}], []),
        ([{"heading": "教学", "text": "教师交流。"}], ["GJ313 “教学”应在11月30日前完成，方案没有写完成时限"]),
        ([{"heading": "教学"}], ["GJ313 没有写到“教师交流”的措施，应在11月30日前完成"]),
    ],
)  # fmt: skip
def test_the_deadline_is_that_of_the_measure_about_it(said, measures, found):
    assert said(DUE, measures=measures) == found


@pytest.mark.parametrize(
    ("milestones", "found"),
    [
        (STEPS, []),
        ([], ["GJ314 “同步课堂”没有写进度（milestones），应为到6月30日完成30%、到11月30日完成100%"]),
        (STEPS[:1], ["GJ314 “同步课堂”到11月30日应完成100%，方案的进度是30%"]),
        (
            [{"by": "12月底", "percent": "100%"}],
            [
                "GJ314 “同步课堂”到6月30日应完成30%，方案的进度是0%",
                "GJ314 “同步课堂”到11月30日应完成100%，方案的进度是0%",
            ],
        ),
    ],
)
def test_no_progress_at_all_is_one_finding(said, check, milestones, found):
    commitment = {"id": "a", "activity": "同步课堂", "quota": "≥20节/年", "milestones": milestones}
    plan = {"measures": [{"heading": "教学", "commitments": [commitment]}]}
    assert said(PROGRESS, **plan) == found
    if not milestones:
        (finding,) = check(PROGRESS, **plan)
        assert finding.hint == "加上 milestones: [{by: 06-30, percent: 30%}, {by: 11-30, percent: 100%}]"


@pytest.mark.parametrize(
    ("bundling", "found"),
    [
        ({"exempt_rise": 5}, []),
        ({"exempt_rise": 3}, ["GJ315 捆绑考核的例外应为“上升5名以上时例外”，方案写的是“上升3名以上时例外”"]),
        ({}, ["GJ315 捆绑考核的例外应为“上升5名以上时例外”，方案写的是“没有例外”"]),
        ({"lead": "70%", "members": "30%"}, ["GJ315 捆绑考核应为 80:20，方案写的是 70:30"]),
    ],
)
def test_the_exception_of_the_joint_assessment_is_compared(said, bundling, found):
    assert said(ASSESSMENT, assessment={"bundling": {"lead": "80%", "members": "20%", **bundling}}) == found
