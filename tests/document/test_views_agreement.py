"""A 结对协议书: the plan's commitments as the duties of two sides."""

from dataclasses import replace

import pytest
from materials import material_of, plan_of

from gongjian.document.kinds import KINDS
from gongjian.document.material import Material
from gongjian.document.sides import Sides
from gongjian.document.views.agreement import AgreementView, agreement
from gongjian.model.measure import Commitment, Measure
from gongjian.model.school import Group

PAIR = Group(lead="yongli", members=("partner",))
"""甲小学 and 乙小学 of the base plan."""


def sides(name: str = "tests/cases/good/base.yaml", group: Group = PAIR) -> Sides:
    return Sides(plan_of(name), group)


def commitment(**given: object) -> Commitment:
    return Commitment.model_validate({"id": "a", "activity": "示范课", "quota": "≥2次/学期"} | given)


def agreements(name: str) -> list[AgreementView]:
    material = material_of(name)
    groups = KINDS["结对协议书"].pairings(material)
    return [agreement(replace(material, group=group)) for group in groups]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("牵头校派教师到成员校，两校一起研讨。", "甲方派教师到乙方，双方一起研讨。"),
        ("甲小学选派干部到对方学校。", "甲方选派干部到对方。"),
        ("城镇核心校牵头管理。", "甲方牵头管理。"),
        ("核心校向每一所成员校（受援校）派出教师。", "甲方向乙方派出教师。"),
        ("各教共体开设课程。", "双方开设课程。"),
        ("统筹教共体内的教师。", "统筹教共体内的教师。"),
        ("我校安排活动。", "甲方安排活动。"),
    ],
)
def test_the_sides_have_one_name_each(text: str, spoken: str) -> None:
    assert sides().spoken(text) == spoken


def test_with_several_members_each_keeps_its_name() -> None:
    group = Group(lead="shuangyu", members=("changzhuang", "xixiao"))
    many = sides("zhongzhuang", group)
    assert (
        many.spoken("双语小学邀请西小小学，成员校都来，四校交流。")
        == "甲方邀请西小小学，乙方都来，四校交流。"
    )


@pytest.mark.parametrize(
    ("given", "side"),
    [
        ({"by": "牵头校"}, "甲方"),
        ({"by": "yongli"}, "甲方"),
        ({"by": "成员校"}, "乙方"),
        ({"by": ["牵头校", "成员校"]}, "双方"),
        ({}, "双方"),
        ({"by": "县教育局"}, None),
        ({"by": "牵头校", "to": "partner"}, "甲方"),
        ({"by": "牵头校", "to": "中青年教师"}, "甲方"),
        ({"by": "成员校", "text": "牵头校指导成员校教师，{指标}。"}, "甲方"),
        ({"by": "牵头校", "text": "两校共同开展，{指标}。"}, "双方"),
        ({"by": "牵头校", "text": "牵头校与成员校教师同上一课，{指标}。"}, "甲方"),
        ({"activity": "结对帮扶", "by": "牵头校"}, None),
    ],
)
def test_whose_duty_a_commitment_is(given: dict[str, object], side: str | None) -> None:
    assert sides().side_of(commitment(**given)) == side


def test_a_bureaus_own_tasks_are_no_duty_of_a_pairing() -> None:
    pair = sides("songyang", plan_of("songyang").groups[0])
    assert pair.side_of(commitment(activity="示范课")) is None
    assert pair.side_of(commitment(direction="互派")) == "双方"
    measure = {"heading": "宣传", "text": "核心校和成员校的做法要宣传。"}
    assert pair.concerns(Measure.model_validate(measure))
    assert not pair.concerns(Measure.model_validate(measure | {"responsible": "办公室"}))


def test_what_is_about_another_mode_is_left_out() -> None:
    plan = plan_of("qingyuan")
    merged, built = plan.groups[0], plan.groups[2]
    heading = Measure.model_validate({"heading": "组建融合型教共体", "text": "核心校与成员校重组。"})
    assert Sides(plan, merged).concerns(heading)
    assert not Sides(plan, built).concerns(heading)


@pytest.mark.parametrize(
    ("members", "quota", "said"),
    [
        (["partner"], "≥2次/学期/成员校", "每学期不少于2次"),
        (["partner"], "≥2次/学期/对", "每学期不少于2次"),
        (["partner"], "≥2次/学期/牵头校", "每学期不少于2次"),
        (["partner"], "=1人/校", "每校1人"),
        (["partner", "third"], "≥2次/学期/成员校", "每校每学期不少于2次"),
    ],
)
def test_quotas_are_counted_for_the_pairing(members: list[str], quota: str, said: str) -> None:
    plan = plan_of("tests/cases/good/base.yaml")
    third = plan.schools[1].model_copy(update={"id": "third", "name": "丙小学"})
    plan = plan.model_copy(update={"schools": (*plan.schools, third)})
    promised = Sides(plan, Group(lead="yongli", members=tuple(members))).promised(commitment(quota=quota))
    assert [each.prose for each in promised.quota] == [said]


def test_duties_of_yongli() -> None:
    (made,) = agreements("yongli")
    assert made.title == "永利小学与共建小学结对共建协议书"
    assert [len(each) for each in (made.lead_duties, made.member_duties, made.shared_duties)] == [6, 2, 11]
    assert made.lead_duties[1].text == "甲方挑选优秀教师送示范课到乙方，每学年不少于5次，课后当面研讨。"
    assert made.member_duties[1].text == "乙方为上示范课的甲方教师安排好班级和场地。"
    assert made.copies == "本协议一式三份，甲方、乙方各执一份，报市教体局备案一份"
    assert made.breach == (
        "一方没有履行本协议的，对方可以书面要求其限期改正；逾期不改正的，报请市教体局协调处理。",
    )
    assert made.signing == (("甲方", "乙方"),)


def test_a_county_has_an_agreement_for_every_pairing() -> None:
    made = agreements("songyang")
    assert [each.lead for each in made][:2] == ["松阳县古市镇中心学校", "松阳县象溪镇中心学校"]
    assert len(made) == 6
    assert made[0].funds


def test_a_lead_and_its_members_sign_one_agreement() -> None:
    (made,) = agreements("zhongzhuang")
    assert made.title == "薛城双语小学等四校教育共同体建设协议书"
    assert made.copies == "本协议一式四份，甲方和乙方各校各执一份"
    assert made.signing == (("甲方", "乙方常庄镇中心小学"), ("乙方西小小学", "乙方种庄小学"))
    assert made.together == "各方"


@pytest.mark.parametrize(
    ("terms", "copies"),
    [
        ({}, "本协议一式两份，甲方、乙方各执一份"),
        ({"copies": 4}, "本协议一式四份，甲方、乙方各执两份"),
        ({"copies": 5}, "本协议一式五份，甲方、乙方各执两份，另一份存档"),
        ({"copies": 1}, "本协议一式两份，甲方、乙方各执一份"),
        ({"filed_with": ["甲局", "乙局"]}, "本协议一式四份，甲方、乙方各执一份，报甲局、乙局备案各一份"),
    ],
)
def test_copies(terms: dict[str, object], copies: str) -> None:
    material = material_of(agreement=terms)
    assert agreement(material).copies == copies


def test_people_of_the_pairing_are_listed() -> None:
    assert len(agreement(material_of("zhengmu")).people.rows) == 4


def test_a_pairing_without_duties_has_no_agreement() -> None:
    kind = KINDS["结对协议书"]
    assert kind.pairings(Material(plan_of("tisheng"))) == (None,)
