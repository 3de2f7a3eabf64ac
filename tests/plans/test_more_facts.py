"""The other worked plans say what the documents they were drawn from say.

As in `test_facts`: the expected values were read from the documents. Numbers that a
document leaves open (“定期”, “一定数量”) were chosen by the project; they are listed
in CHOSEN, and the plans mark them by a note that quotes the document.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from test_facts import PLANS, by_commitment, read, scheduled, school_year, term

if TYPE_CHECKING:
    from gongjian.model.plan import Plan

COMMITMENTS = {
    "gongtongti": [
        ("cycle", "共同体建设", ["=3年"]),
        ("pairing", "结对帮扶", ["2-3所/牵头校"]),
        ("coverage", "对口帮扶", ["≥100%"]),
        ("exchange", "教师交流", ["=1学年/人"]),
        ("planning", "发展规划", ["=3年/成员校"]),
        ("principal", "校长到校指导", ["≥2次/学期/成员校"]),
        ("meeting", "联席会议", ["≥2次/学期/牵头校"]),
        ("lessons", "课堂教学交流", ["≥1次/学期/牵头校"]),
        ("delivery", "送教", ["≥1次/学期/成员校"]),
        ("research", "教研活动", ["≥1次/学期/牵头校"]),
        ("yearly-plan", "学年活动方案", ["=1份/学年/校"]),
        ("summary", "学年工作总结", ["=1份/学年/牵头校"]),
    ],
    "qingyuan": [
        ("merge", "组建融合型教共体", ["1-2所/牵头校"]),
        ("campuses", "校区设置", ["≥2区/牵头校"]),
        ("party", "党总支设置", ["=1个/牵头校"]),
        ("principal", "校长设置", ["=1人/牵头校"]),
        ("resident", "教师交流", ["≥10%/年/牵头校"]),
        ("students", "学生交流", ["≥1次/学期/牵头校"]),
        ("inspection", "督导考核", ["=1次/学年"]),
    ],
    "zhongxin": [
        ("staff", "跟岗", ["=2人/全程", "=1学年/人"]),
        ("cadre", "中层跟岗", ["=1人"]),
        ("backbone", "骨干教师跟岗", ["=1人"]),
    ],
    "linhai": [
        ("meeting", "联席会议", ["≥1次/学期"]),
        ("research", "教研活动", ["≥2次/学期"]),
        ("demo", "示范课", ["≥2节/学期"]),
    ],
    "lutai": [
        ("visit", "学习观摩", ["≥1次/学期"]),
        ("reflection", "学习体会", ["=1份/学期/人"]),
        ("demo", "示范课", ["≥2节/学期"]),
        ("guidance", "听课指导", ["≥2次/学期"]),
    ],
    "huzhu": [
        ("policy", "政策更新", ["≥1次/年"]),
        ("exchange", "师资交流", ["≥2次/学年"]),
        ("visit", "学生互访", ["≥1次/学年"]),
    ],
    "bangfu-district": [
        ("pairing", "结对帮扶", ["≥1所/牵头校"]),
        ("levels", "帮扶层次", ["=2个"]),
        ("categories", "帮扶类别", ["=4个"]),
        ("research", "教学研讨", ["≥2次/学期/对"]),
    ],
    "bangfu-township": [
        ("survey", "管理调研", ["≥1次/学期/对"]),
        ("study", "管理学习", ["≥1次/学期/对"]),
        ("open-rooms", "场馆开放", ["≥1次/月/对"]),
        ("research", "联合教研", ["≥2次/学期/对"]),
        ("same-lesson", "同课异构", ["≥1次/学期/对"]),
        ("support", "支教", ["≥2人/学期/对"]),
        ("shadow", "跟岗", ["≥2人/学期/对"]),
    ],
    "tisheng": [
        ("review", "方案评估", ["≥1次/学年"]),
        ("results", "见效期限", ["≤3年"]),
    ],
    "lianmeng": [
        ("urban", "选定联盟校", ["=1所"]),
        ("rural", "选定联盟校", ["=1所"]),
    ],
    "shoulashou": [
        ("exchange", "学生交流", ["≥1次/学期"]),
        ("summer", "进城体验", ["≥1次/学年"]),
    ],
    "zhengmu": [
        ("train", "跟岗", ["=2人"]),
        ("teach", "支教", ["=2人"]),
        ("demo", "示范课", ["=3次/人"]),
        ("laptops", "物资捐赠", ["=10台"]),
        ("meeting", "经验交流会", ["≥1次/学期"]),
    ],
    "zhongzhuang": [
        ("observe", "听课评课", ["=2天"]),
        ("meeting", "经验交流会", ["≥1次/年"]),
    ],
}

CHOSEN = {
    ("qingyuan", "resident"),
    ("qingyuan", "students"),
    ("linhai", "meeting"),
    ("linhai", "research"),
    ("linhai", "demo"),
    ("lutai", "demo"),
    ("lutai", "guidance"),
    ("huzhu", "visit"),
    ("bangfu-district", "research"),
    *(("bangfu-township", commitment) for commitment, *_ in COMMITMENTS["bangfu-township"]),
    ("tisheng", "review"),
    ("shoulashou", "exchange"),
    ("shoulashou", "summer"),
    ("zhengmu", "meeting"),
}
"""Commitments whose number the document does not give."""

SOFT = {("tisheng", "results")}

DIRECTIONS = {
    ("gongtongti", "exchange"): "互派",
    ("qingyuan", "resident"): "派出",
    ("zhongxin", "staff"): "派出",
    ("zhongxin", "cadre"): "派出",
    ("zhongxin", "backbone"): "派出",
    ("huzhu", "visit"): "互派",
    ("bangfu-township", "support"): "派出",
    ("bangfu-township", "shadow"): "派出",
    ("zhengmu", "train"): "派出",
    ("zhengmu", "teach"): "派出",
}

BY_WHOM = {  # who goes, teaches or gives, where one side alone does
    ("gongtongti", "principal"): "牵头校",
    ("gongtongti", "meeting"): "牵头校",
    ("gongtongti", "lessons"): "牵头校",
    ("gongtongti", "delivery"): "牵头校",
    ("qingyuan", "resident"): "牵头校",
    ("zhongxin", "staff"): "成员校",
    ("linhai", "demo"): "牵头校",
    ("lutai", "visit"): "成员校",
    ("lutai", "demo"): "成员校",
    ("lutai", "guidance"): "牵头校",
    ("huzhu", "exchange"): "牵头校",
    ("bangfu-township", "survey"): "牵头校",
    ("bangfu-township", "study"): "成员校",
    ("bangfu-township", "support"): "牵头校",
    ("bangfu-township", "shadow"): "成员校",
    ("zhengmu", "train"): "成员校",
    ("zhengmu", "teach"): "牵头校",
    ("zhengmu", "demo"): "牵头校",
    ("zhengmu", "laptops"): "牵头校",
    ("zhongzhuang", "observe"): "成员校",
}

FOR_WHOM = {
    ("qingyuan", "merge"): "融合型",
    ("qingyuan", "campuses"): "融合型",
    ("qingyuan", "party"): "融合型",
    ("qingyuan", "principal"): "融合型",
    ("qingyuan", "resident"): "共建型",
    ("zhongxin", "cadre"): "中层领导",
    ("zhongxin", "backbone"): "骨干教师",
    ("lianmeng", "urban"): "城市",
    ("lianmeng", "rural"): "农村",
}

WHEN = {
    ("gongtongti", "yearly-plan"): "秋季开学前",
    ("gongtongti", "summary"): "7月",
    ("qingyuan", "inspection"): "学年末",
    ("lutai", "reflection"): "学期末",
    ("shoulashou", "exchange"): "学期中间",
    ("shoulashou", "summer"): "暑假",
    ("zhongzhuang", "observe"): "11月上旬",
}

PAIRS = {  # mode, lead, members
    "gongtongti": [
        ("共同体", "主体学校甲", ["共同体学校一", "共同体学校二"]),
        ("共同体", "主体学校乙", ["共同体学校三", "共同体学校四", "共同体学校五"]),
    ],
    "qingyuan": [
        ("融合型", "庆元县实验小学", ["坑西小学"]),
        ("融合型", "庆元县城东小学", ["大济小学"]),
        ("共建型", "庆元二中", ["黄田中心学校初中部"]),
        ("共建型", "庆元三中", ["竹口中心学校初中部"]),
        ("共建型", "菊隆中学", ["蔚文学校初中部"]),
        ("共建型", "庆元县实验小学", ["举水乡小", "竹口镇校小学部"]),
        ("共建型", "庆元县第二实验小学", ["蔚文学校小学部", "江根乡小"]),
        ("共建型", "江滨小学", ["淤上乡小", "黄田镇校小学部"]),
        ("共建型", "庆元县城东小学", ["五大堡乡小", "荷地镇小"]),
        ("共建型", "屏都小学", ["安南乡小"]),
        ("共建型", "五都小学", ["隆宫乡小"]),
    ],
    "zhongxin": [("跟岗", "实验小学", ["镇中心小学"])],
    "linhai": [("共同体", "临海市第五中学", ["涌泉镇中学"])],
    "lutai": [("结对共建", "芦台镇第三小学", ["新合并小学"])],
    "huzhu": [("协作型", "城市学校", ["农村学校"])],
    "bangfu-district": [("结对帮扶", "支援学校", ["受援学校"])],
    "bangfu-township": [
        ("结对帮扶", "优质小学", ["薄弱小学"]),
        ("结对帮扶", "优质中学", ["薄弱中学"]),
    ],
    "tisheng": [("结对帮扶", "县教育局", ["薄弱学校"])],
    "lianmeng": [("联盟", "城市学校", ["农村学校"])],
    "shoulashou": [("手拉手", "城市学校", ["农村学校"])],
    "zhengmu": [("手拉手", "青州市东关回中", ["郑母初中"])],
    "zhongzhuang": [("共同体", "薛城双语小学", ["常庄镇中心小学", "西小小学", "种庄小学"])],
}

QINGYUAN_PARTS = {  # campuses and sections: kind, the school they belong to
    "坑西小学": ("校区", "庆元县实验小学"),
    "大济小学": ("校区", "庆元县城东小学"),
    "黄田中心学校初中部": ("学部", "黄田中心学校"),
    "黄田镇校小学部": ("学部", "黄田中心学校"),
    "竹口中心学校初中部": ("学部", "竹口中心学校"),
    "竹口镇校小学部": ("学部", "竹口中心学校"),
    "蔚文学校初中部": ("学部", "蔚文学校"),
    "蔚文学校小学部": ("学部", "蔚文学校"),
}

LINHAI_MEMBERS = {
    "五中": "陈某某 汪某某 王某某 谢某某 李某某 李某某 卢某某 叶某某 李某 王某 吴某某 周某某",
    "涌泉中学": "邱某某 赵某某 傅某某 尹某某 陈某某 林某某 殷某 潘某某 胡某 戴某某 陈某某 吴某某",
}

NAMED = {
    "gongtongti": [
        ("组长", "林某某", "县教体局局长"),
        ("副组长", "肖某某", "县教体局副局长"),
        ("副组长", "张某某", "县教体局副局长"),
        ("副组长", "廖某某", "县教体局副局长"),
        ("副组长", "张某某", "县教体局主任"),
        ("成员", None, "各股室站负责人"),
        ("办公室主任", "项某某", ""),
    ],
    "linhai": [
        ("组长", "任某某", "五中校长"),
        ("副组长", "陈某某", "涌泉中学校长"),
        *(("成员", name, school) for school, names in LINHAI_MEMBERS.items() for name in names.split()),
    ],
}
"""Who leads, where the document tells names."""

QINGYUAN_OFFICES = (
    "县教育局局长 县教育局副局长 办公室负责人 人事科负责人 计财科负责人 教育科负责人 教育督导服务中心负责人 "
    "学校建设和安全管理服务中心负责人 教育教学研究中心负责人 教师进修学校负责人 教共体核心校负责人 教育科科长"
)

PERIODS = {
    "gongtongti": (date(2021, 9, 1), date(2024, 8, 31)),
    "qingyuan": (date(2022, 9, 1), date(2025, 8, 31)),
    "zhongxin": (date(2023, 9, 1), date(2024, 7, 31)),
    "linhai": (date(2021, 4, 1), date(2021, 12, 31)),
    "lutai": (date(2017, 2, 1), date(2017, 12, 31)),
    "huzhu": (date(2022, 1, 1), date(2025, 12, 31)),
    "bangfu-district": (date(2023, 1, 1), date(2023, 12, 31)),
    "bangfu-township": (date(2023, 9, 1), date(2024, 8, 31)),
    "tisheng": (date(2023, 9, 1), date(2026, 8, 31)),
    "lianmeng": (date(2023, 9, 1), date(2024, 8, 31)),
    "shoulashou": (date(2023, 9, 1), date(2024, 8, 31)),
    "zhengmu": (date(2014, 9, 1), date(2015, 1, 31)),
    "zhongzhuang": (date(2016, 1, 1), date(2016, 12, 31)),
}

HEADS = {  # mode, level, issuer
    "gongtongti": ("共同体", "县级", "县教体局"),
    "qingyuan": ("共建型", "县级", "庆元县教育局"),
    "zhongxin": ("跟岗", "校级", "镇教管办、镇中心小学"),
    "linhai": ("共同体", "校级", "临海市第五中学、涌泉镇中学"),
    "lutai": ("结对共建", "校级", "新合并小学"),
    "huzhu": ("协作型", "县级", "县教育局"),
    "bangfu-district": ("结对帮扶", "县级", "区教育局"),
    "bangfu-township": ("结对帮扶", "乡镇级", "乡中心校"),
    "tisheng": ("结对帮扶", "县级", "县教育局"),
    "lianmeng": ("联盟", "校级", "城市学校、农村学校"),
    "shoulashou": ("手拉手", "校级", "城市学校、农村学校"),
    "zhengmu": ("手拉手", "校级", "郑母初中"),
    "zhongzhuang": ("共同体", "校级", "常庄镇种庄学校"),
}

BASIS = {
    "qingyuan": [
        ("浙江省教育厅等四部门关于新时代城乡义务教育共同体建设的指导意见", "浙教基〔2020〕70号"),
        ("浙江省教育厅办公室关于落实2022年城乡义务教育共同体组建任务的通知", "浙教办函〔2021〕243号"),
    ],
    "linhai": [("关于组建临海市城乡教育共同体的实施意见", None)],
    "zhengmu": [("关于促进城乡教育一体化发展的实施意见", None)],
}

DEADLINES = {"gongtongti": {"报送活动方案": (8, 31), "报送工作总结": (7, 31)}}

PHASES = {
    "linhai": [
        ("准备阶段", date(2021, 4, 1), date(2021, 4, 30)),
        ("实施阶段", date(2021, 4, 1), date(2021, 12, 31)),
        ("年度总结阶段", date(2021, 12, 1), date(2021, 12, 31)),
    ],
    "huzhu": [
        ("启动联动机制", date(2022, 1, 1), date(2022, 12, 31)),
        ("建立健全机制", date(2023, 1, 1), date(2025, 12, 31)),
    ],
}

ASSIGNMENTS = {  # name, form, from, to, post, subjects, commitment
    "zhongxin": [
        (None, "跟岗", "zhongxin", "shiyan", "教导主任", "数学、英语", "cadre"),
        (None, "跟岗", "zhongxin", "shiyan", "教师", "语文、英语", "backbone"),
    ],
    "zhengmu": [
        ("孟某某", "跟岗", "zhengmu", "dongguan", "", "", "train"),
        ("王某", "跟岗", "zhengmu", "dongguan", "", "", "train"),
        ("魏某", "支教", "dongguan", "zhengmu", "", "", "teach"),
        ("冀某某", "支教", "dongguan", "zhengmu", "", "", "teach"),
    ],
}

TEXTS = {  # what the model has no number for stands in the text
    "gongtongti": ["80%来自本校", "20%来自成员校", "各占10%", "上升5个名次以上（含5个）", "第一责任人"],
    "qingyuan": ["党员不足50人", "任教满三年", "党总支", "县内不安排协作型"],
    "zhongxin": ["以接收学校为主"],
    "bangfu-district": ["“一对一”或“一对多”", "县域内帮扶和跨县域帮扶", "学前、小学、中学和特殊教育"],
    "lutai": ["《参加城乡交流学习体会》", "绩效考核"],
}

TERMS_2017 = [(2016, True), (2017, False)]
TERMS_2021 = [(2020, True), (2021, False)]
TERMS_2023 = [(2023, False), (2023, True)]
SCHEDULES = {  # plan, commitment: counted in, in which of these, at least so many
    ("linhai", "meeting"): (term, TERMS_2021, 1),
    ("linhai", "research"): (term, TERMS_2021, 2),
    ("linhai", "demo"): (term, TERMS_2021, 2),
    ("lutai", "visit"): (term, TERMS_2017, 1),
    ("lutai", "reflection"): (term, TERMS_2017, 1),
    ("lutai", "demo"): (term, TERMS_2017, 2),
    ("lutai", "guidance"): (term, TERMS_2017, 2),
    ("shoulashou", "exchange"): (term, TERMS_2023, 1),
    ("shoulashou", "summer"): (school_year, [2023], 1),
    ("zhengmu", "demo"): (term, [(2014, False)], 6),
    ("zhengmu", "meeting"): (term, [(2014, False)], 1),
    ("zhongzhuang", "meeting"): (lambda day: day.year, [2016], 1),
}

HOLIDAYS = [  # public holidays in term time, as 国务院办公厅 announced them
    (date(2014, 9, 6), date(2014, 9, 8)),
    (date(2014, 10, 1), date(2014, 10, 7)),
    (date(2015, 1, 1), date(2015, 1, 3)),
    (date(2016, 4, 2), date(2016, 4, 4)),
    (date(2016, 4, 30), date(2016, 5, 2)),
    (date(2016, 6, 9), date(2016, 6, 11)),
    (date(2016, 9, 15), date(2016, 9, 17)),
    (date(2016, 10, 1), date(2016, 10, 7)),
    (date(2017, 4, 2), date(2017, 4, 4)),
    (date(2017, 4, 29), date(2017, 5, 1)),
    (date(2017, 5, 28), date(2017, 5, 30)),
    (date(2017, 10, 1), date(2017, 10, 8)),
    (date(2021, 4, 3), date(2021, 4, 5)),
    (date(2021, 5, 1), date(2021, 5, 5)),
    (date(2021, 6, 12), date(2021, 6, 14)),
    (date(2021, 9, 19), date(2021, 9, 21)),
    (date(2021, 10, 1), date(2021, 10, 7)),
    (date(2023, 9, 29), date(2023, 10, 6)),
    (date(2023, 12, 30), date(2024, 1, 1)),
    (date(2024, 4, 4), date(2024, 4, 6)),
    (date(2024, 5, 1), date(2024, 5, 5)),
    (date(2024, 6, 8), date(2024, 6, 10)),
]
IN_SESSION = [((9, 1), (12, 31)), ((3, 1), (6, 30))]
SUMMER = [((7, 1), (8, 31))]
WITH_SCHEDULE = ["zhongxin", "linhai", "lutai", "lianmeng", "shoulashou", "zhengmu", "zhongzhuang"]


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {name: read(name) for name in COMMITMENTS}


def leaders(plan: Plan) -> list[tuple[str, str | None, str]]:
    schools = {school.id: school.short or school.name for school in plan.schools}
    return [
        (role, person.name, schools.get(person.school, person.unit or "") + "、".join(person.post))
        for _, role, person in plan.leadership.people()
    ]


@pytest.mark.parametrize("name", COMMITMENTS)
def test_every_quota_of_the_document_is_a_commitment(plans, name):
    found = [
        (commitment.id, commitment.activity, [str(quota) for quota in commitment.quota])
        for _, commitment in plans[name].commitments()
    ]
    assert found == COMMITMENTS[name]


def test_numbers_that_were_chosen_are_marked_with_the_words_of_the_document(plans):
    notes = by_commitment(plans, "note")
    assert {key for key, note in notes.items() if "原文" in note} == CHOSEN


def test_only_what_the_documents_strive_for_is_soft(plans):
    assert set(by_commitment(plans, "soft")) == SOFT


def test_people_go_where_the_documents_send_them(plans):
    assert by_commitment(plans, "direction") == DIRECTIONS


def test_who_does_what_for_whom(plans):
    by, to = by_commitment(plans, "by"), by_commitment(plans, "to")
    other = {"牵头校": ("成员校",), "成员校": ("牵头校",)}
    for commitment, whom in BY_WHOM.items():
        assert by[commitment] == (whom,), commitment
        assert to.get(commitment, other[whom]) == other[whom], commitment


def test_conditional_quotas_tell_for_whom(plans):
    notes = by_commitment(plans, "note")
    assert {key for key in notes if key not in CHOSEN} <= FOR_WHOM.keys()
    assert all(whom in notes[commitment] for commitment, whom in FOR_WHOM.items())


def test_when_things_are_due(plans):
    assert by_commitment(plans, "when") == WHEN


@pytest.mark.parametrize("name", PAIRS)
def test_who_is_paired_with_whom_and_how(plans, name):
    plan = plans[name]
    names = {school.id: school.name for school in plan.schools}
    found = [
        (group.mode or plan.mode, names[group.lead], [names[member] for member in group.members])
        for group in plan.pairings()
    ]
    assert found == PAIRS[name]


def test_campuses_and_sections_of_qingyuan_belong_to_their_schools(plans):
    schools = plans["qingyuan"].schools
    names = {school.id: school.name for school in schools}
    found = {school.name: (school.kind, names[school.parent]) for school in schools if school.parent}
    assert found == QINGYUAN_PARTS
    assert {school.kind for school in schools if not school.parent} == {"学校"}


def test_two_schools_of_qingyuan_lead_in_both_modes(plans):
    modes = Counter(group.lead for group in plans["qingyuan"].groups)
    assert {lead for lead, count in modes.items() if count > 1} == {"shiyan", "chengdong"}


@pytest.mark.parametrize("name", NAMED)
def test_who_leads(plans, name):
    assert leaders(plans[name]) == NAMED[name]


def test_offices_that_lead_qingyuan(plans):
    assert [post for _, _, post in leaders(plans["qingyuan"])] == QINGYUAN_OFFICES.split()


def test_the_office_of_gongtongti(plans):
    assert plans["gongtongti"].leadership.office.at == "教育股"


def test_documents_without_names_give_offices_only(plans):
    for name in COMMITMENTS.keys() - NAMED.keys():
        assert leaders(plans[name]), name
        assert all(person is None and post for _, person, post in leaders(plans[name])), name


@pytest.mark.parametrize("name", PERIODS)
def test_period(plans, name):
    period = plans[name].period
    assert (period.start, period.end) == PERIODS[name]


@pytest.mark.parametrize("name", HEADS)
def test_mode_level_and_issuer(plans, name):
    plan = plans[name]
    assert (plan.mode, plan.level, "、".join(plan.document.issuer)) == HEADS[name]


@pytest.mark.parametrize("name", COMMITMENTS)
def test_basis(plans, name):
    assert [(basis.title, basis.number) for basis in plans[name].basis] == BASIS.get(name, [])


def test_theme(plans):
    assert {name: plan.theme for name, plan in plans.items() if plan.theme} == {
        "shoulashou": "手拉手，共成长"
    }


@pytest.mark.parametrize("name", COMMITMENTS)
def test_deadlines(plans, name):
    found = {measure.heading: measure.deadline for measure in plans[name].measures if measure.deadline}
    assert found == DEADLINES.get(name, {})


@pytest.mark.parametrize("name", PHASES)
def test_phases(plans, name):
    found = [(phase.heading, phase.period.start, phase.period.end) for phase in plans[name].phases]
    assert found == PHASES[name]


@pytest.mark.parametrize("name", COMMITMENTS)
def test_who_is_sent(plans, name):
    plan = plans[name]
    found = [
        (a.teacher, a.kind, a.origin, a.destination, "、".join(a.post), "、".join(a.subject), a.commitment)
        for a in plan.assignments
    ]
    assert found == ASSIGNMENTS.get(name, [])
    assert all((a.period.start, a.period.end) == PERIODS[name] for a in plan.assignments)


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_quota_stands_in_the_text(name):
    text = (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    printed = "".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    assert [words for words in TEXTS[name] if words not in printed] == []


@pytest.mark.parametrize("name", COMMITMENTS)
def test_the_first_line_tells_where_the_plan_comes_from(name):
    text = (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 依据公开的")


@pytest.mark.parametrize(("name", "commitment"), SCHEDULES)
def test_the_schedule_keeps_the_promise(plans, name, commitment):
    span, spans, least = SCHEDULES[name, commitment]
    counts = scheduled(plans[name], span)
    found = {where: counts[commitment, where] for where in spans}
    assert min(found.values()) >= least, found


def test_each_supporting_teacher_gives_three_lessons(plans):
    given = Counter(a.responsible for a in plans["zhengmu"].activities if a.commitment == "demo")
    assert given == {("魏某",): 3, ("冀某某",): 3}


def test_every_member_school_spends_two_days_at_the_lead_school(plans):
    (visit,) = [a for a in plans["zhongzhuang"].activities if a.commitment == "observe"]
    assert (visit.date.first, visit.date.last) == (date(2016, 11, 3), date(2016, 11, 4))
    assert (set(visit.by), visit.host) == ({"changzhuang", "xixiao", "zhongzhuang"}, "shuangyu")


def test_plans_of_single_schools_have_a_schedule(plans):
    assert [name for name, plan in plans.items() if plan.activities] == WITH_SCHEDULE


@pytest.mark.parametrize("name", WITH_SCHEDULE)
def test_activities_name_their_commitment_and_stand_in_order(plans, name):
    plan = plans[name]
    kinds = {commitment.id: commitment.activity for _, commitment in plan.commitments()}
    assert all(kinds[a.commitment] == a.activity for a in plan.activities if a.commitment)
    assert all(a.title and (a.host or a.place) for a in plan.activities)
    days = [a.date.first for a in plan.activities]
    assert days == sorted(days)
    assert days[0] > plan.document.date


@pytest.mark.parametrize("name", WITH_SCHEDULE)
def test_activities_are_on_school_days_and_summer_ones_in_summer(plans, name):
    when = {commitment.id: commitment.when for _, commitment in plans[name].commitments()}
    for activity in plans[name].activities:
        open_days = SUMMER if when.get(activity.commitment) == "暑假" else IN_SESSION
        length = (activity.date.last - activity.date.first).days
        for day in (activity.date.first + timedelta(n) for n in range(length + 1)):
            assert day.weekday() < 5, day
            assert not any(first <= day <= last for first, last in HOLIDAYS), day
            assert any(first <= (day.month, day.day) <= last for first, last in open_days), day


def test_real_names_are_masked(plans):
    names = {
        person.name for plan in plans.values() for _, _, person in plan.leadership.people() if person.name
    }
    names |= {a.teacher for plan in plans.values() for a in plan.assignments if a.teacher}
    assert names
    assert [name for name in names if not re.fullmatch(r".某{1,2}", name)] == []
