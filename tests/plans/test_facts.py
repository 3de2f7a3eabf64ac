"""The worked plans say what the documents they were drawn from say.

The expected values were read from those documents, not from the plans. Where a
document leaves something open (a year, a name), the plan's first lines tell what was
chosen, and the choice stands here.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from gongjian.model.plan import Plan
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import find_targets
from gongjian.repository.settings import Settings
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"

COMMITMENTS = {
    "yongli": [
        ("deputy", "分管副校长", ["=1人/校"]),
        ("forum", "管理交流会", ["≥2次/学年"]),
        ("cadre", "中层跟岗", ["1-2人/学年/校"]),
        ("departments", "职能部门交流", ["=1遍/全程"]),
        ("teachers", "教师交流", ["=3年/人"]),
        ("prep", "集体备课", ["≥2次/学年"]),
        ("prep-check", "备课检查", ["≥2次/年"]),
        ("prep-show", "备课展示", ["≥1次/年"]),
        ("demo", "示范课", ["≥5次/学年"]),
        ("open-lesson", "公开课", ["=1节/学年/人"]),
        ("exam", "期末测试", ["=1次/学期"]),
        ("inspect", "教学常规检查", ["≥2次/年"]),
        ("project-guided", "课题指导", ["≥1个/学年"]),
        ("project-joint", "课题研究", ["≥1个/学年"]),
        ("paper", "论文发表", ["≥1篇"]),
        ("moral", "德育经验交流会", ["≥1次/学年"]),
        ("analysis", "质量分析", ["≥2次/学年"]),
    ],
    "shanxian": [("meeting", "联席会议", ["=1次/学期/对"])],
    "jinzhou": [("exchange", "教师交流", ["≥2人/学期", "≥1周/人"])],
    "songyang": [
        ("new-pairs", "新增共建型教共体", ["=6对"]),
        ("sync", "同步课堂", ["≥2门/年/对", "≥20节/年/对"]),
        ("online-research", "网络研修", ["≥8次/年/对"]),
        ("offline-research", "线下教研", ["≥4次/年/对"]),
        ("dispatch", "骨干教师任教", ["=100%"]),
    ],
    "zhifang": [
        ("term", "支教", ["≥1年/人"]),
        ("load-middle", "支教教师周课时", ["≥12课时/周/人"]),
        ("load-primary", "支教教师周课时", ["≥15课时/周/人"]),
        ("observe", "听课评课", ["≥20节/学期/人"]),
        ("open-lesson", "公开课", ["≥2节/学期/人"]),
        ("lecture", "专题讲座", ["≥2次/学期/人"]),
        ("age-men", "支教教师年龄", ["≤50岁"]),
        ("age-women", "支教教师年龄", ["≤45岁"]),
    ],
}

SOFT = {("yongli", "departments"), ("zhifang", "age-men"), ("zhifang", "age-women")}

DIRECTIONS = {
    ("yongli", "cadre"): "互派",
    ("yongli", "teachers"): "对等",
    ("songyang", "dispatch"): "派出",
    ("zhifang", "term"): "派出",
}

FOR_WHOM = {
    ("yongli", "open-lesson"): "中青年教师",
    ("zhifang", "load-middle"): "中学",
    ("zhifang", "load-primary"): "小学",
    ("zhifang", "age-men"): "男教师",
    ("zhifang", "age-women"): "女教师",
}

PAIRS = {
    "yongli": [("永利小学", ["共建小学"])],
    "shanxian": [
        ("单县南城第一小学", ["徐寨镇结对学校"]),
        ("单县南城第一小学", ["高韦庄镇结对学校"]),
        ("单县南城第一小学", ["高老家镇结对学校"]),
    ],
    "jinzhou": [("实验学校", ["晋州市朝阳小学"])],
    "songyang": [
        ("松阳县古市镇中心学校", ["松阳县古市镇岗寺中心小学"]),
        ("松阳县象溪镇中心学校", ["松阳县象溪镇靖居中心小学"]),
        ("松阳县大东坝镇中心学校", ["松阳县安民乡中心小学"]),
        ("松阳县玉岩镇中心学校", ["松阳县枫坪乡中心小学"]),
        ("松阳县板桥畲族乡中心小学", ["松阳县裕溪乡中心小学"]),
        ("松阳县赤寿乡中心小学", ["松阳县樟溪乡中心小学"]),
    ],
    "zhifang": [("支援学校", ["受援学校"])],
}

LEADERS = {
    "yongli": [
        ("组长", "王某某", "永利小学校长"),
        ("副组长", "柳某", "永利小学副校长"),
        *(
            ("成员", name, "")
            for name in (
                "刘某 刘某某 黄某某 李某 赵某某 孙某某 王某 白某某 牛某 薛某某 郭某".split()  # noqa: SIM905
            )
        ),
    ],
    "shanxian": [
        ("组长", "李某某", "一完小校长"),
        ("副组长", "韦某某", "高韦庄镇教办主任"),
        ("副组长", "安某某", "高老家镇教办主任"),
        ("副组长", "常某某", "徐寨镇教办主任"),
        ("副组长", "包某某", "一完小教务副校长"),
        ("成员", None, "高韦庄镇教研员"),
        ("成员", None, "高老家镇教研员"),
        ("成员", None, "徐寨镇教研员"),
        ("成员", None, "一完小教务主任"),
        ("成员", None, "一完小教务副主任"),
        ("成员", None, "结对学校中心校校长"),
    ],
    "jinzhou": [
        ("组长", None, "实验学校校长"),
        ("副组长", None, "朝阳小学校长"),
        ("副组长", None, "实验学校副校长"),
        ("成员", None, "实验学校教导主任"),
        ("成员", None, "朝阳小学教导主任"),
    ],
    "songyang": [
        ("组长", "吴某", ""),
        ("成员", None, "普教科负责人"),
        ("成员", None, "教研室负责人"),
        ("成员", None, "人事科负责人"),
        ("成员", None, "技术中心负责人"),
        ("成员", None, "办公室负责人"),
    ],
    "zhifang": [
        ("组长", None, "纸房乡中心校校长"),
        ("副组长", None, "纸房乡中心校副校长"),
        ("成员", None, "各中小学校校长"),
    ],
}

PERIODS = {
    "yongli": (date(2022, 9, 1), date(2025, 7, 31)),
    "shanxian": (date(2017, 2, 1), date(2017, 7, 31)),
    "jinzhou": (date(2023, 9, 1), date(2024, 8, 31)),
    "songyang": (date(2021, 1, 1), date(2021, 12, 31)),
    "zhifang": (date(2013, 3, 1), date(2014, 7, 31)),
}

HEADS = {  # mode, level, issuer
    "yongli": ("结对共建", "校级", "永利小学"),
    "shanxian": ("结对共建", "校级", "单县南城第一小学"),
    "jinzhou": ("结对共建", "校级", "实验学校"),
    "songyang": ("共建型", "县级", "松阳县教育局"),
    "zhifang": ("支教", "乡镇级", "纸房乡中心校"),
}

BASIS = {
    "songyang": [
        ("浙江省人民政府办公厅关于印发2021年省政府十方面民生实事分解任务的通知", None),
        ("浙江省教育厅等四部门关于新时代城乡义务教育共同体建设的指导意见", "浙教基〔2020〕70号"),
        (
            "浙江省教育厅办公室关于落实“新增城乡教育共同体结对学校（校区）1500家”省政府民生实事任务的通知",
            "浙教办函〔2021〕53号",
        ),
        (
            "浙江省教育厅办公室关于做好“新增城乡教育共同体”省政府民生实事地图信息编制与进度核验工作的通知",
            "浙教办函〔2021〕67号",
        ),
    ],
    "zhifang": [("清丰县教育局关于开展城镇学校支援农村学校工作的实施意见", None)],
}

SONGYANG_TASKS = [
    ("制定方案，确定名单", "普教科", (6, 15)),
    ("出台考核方案", "普教科 教研室", (6, 30)),
    ("开展线上教学", "教研室", (11, 30)),
    ("开展线上线下教研", "教研室", (11, 30)),
    ("推进教师交流", "人事科", (11, 30)),
    ("采集应用数据", "技术中心", (11, 30)),
    ("加强宣传", "办公室", (11, 30)),
    ("遴选典型案例", "普教科 技术中心 教研室", (11, 30)),
    ("编制民生地图", "普教科 技术中心 各结对学校", (11, 30)),
]
SONGYANG_MILESTONES = [((6, 30), 30), ((9, 30), 60), ((11, 30), 100)]

# What the schedule of 永利 must add up to: at least so many in every school year, at least so
# many in every calendar year (but 2022, of which the plan has four months), exactly so many in
# every term.
YEARLY = {"forum": 2, "prep": 2, "demo": 5, "moral": 1, "analysis": 2}
CALENDAR = {"prep-check": 2, "prep-show": 1, "inspect": 2}
TERMLY = {"exam": 1}

# Public holidays in term time, as 国务院办公厅 announced them.
HOLIDAYS = [
    (date(2022, 10, 1), date(2022, 10, 7)),
    (date(2022, 12, 31), date(2023, 1, 2)),
    (date(2023, 4, 5), date(2023, 4, 5)),
    (date(2023, 4, 29), date(2023, 5, 3)),
    (date(2023, 6, 22), date(2023, 6, 24)),
    (date(2023, 9, 29), date(2023, 10, 6)),
    (date(2023, 12, 30), date(2024, 1, 1)),
    (date(2024, 4, 4), date(2024, 4, 6)),
    (date(2024, 5, 1), date(2024, 5, 5)),
    (date(2024, 6, 8), date(2024, 6, 10)),
    (date(2024, 9, 15), date(2024, 9, 17)),
    (date(2024, 10, 1), date(2024, 10, 7)),
    (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 4, 4), date(2025, 4, 6)),
    (date(2025, 5, 1), date(2025, 5, 5)),
    (date(2025, 5, 31), date(2025, 6, 2)),
]
IN_SESSION = [((9, 1), (12, 31)), ((1, 2), (1, 12)), ((3, 1), (6, 30))]
"""Days of the year on which schools teach wherever the breaks fall."""


def read(name: str) -> Plan:
    return load(SourceFile.read(PLANS / f"{name}.yaml", f"plans/{name}.yaml"), Plan)


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {name: read(name) for name in COMMITMENTS}


@pytest.fixture(scope="module")
def yongli() -> Plan:
    return read("yongli")


@pytest.fixture(scope="module")
def songyang() -> Plan:
    return read("songyang")


def by_commitment(plans: dict[str, Plan], attribute: str) -> dict[tuple[str, str], object]:
    """Give an attribute of every commitment that has it, by plan and commitment."""
    return {
        (name, commitment.id): value
        for name, plan in plans.items()
        for _, commitment in plan.commitments()
        if (value := getattr(commitment, attribute))
    }


@pytest.mark.parametrize("name", COMMITMENTS)
def test_every_quota_of_the_document_is_a_commitment(plans, name):
    found = [
        (commitment.id, commitment.activity, [str(quota) for quota in commitment.quota])
        for _, commitment in plans[name].commitments()
    ]
    assert sorted(found) == sorted(COMMITMENTS[name])


def test_only_what_the_documents_strive_for_is_soft(plans):
    assert set(by_commitment(plans, "soft")) == SOFT


def test_people_go_where_the_documents_send_them(plans):
    assert by_commitment(plans, "direction") == DIRECTIONS


def test_conditional_quotas_tell_for_whom(plans):
    notes = by_commitment(plans, "note")
    assert notes.keys() == FOR_WHOM.keys()
    assert all(whom in notes[commitment] for commitment, whom in FOR_WHOM.items())


@pytest.mark.parametrize("name", PAIRS)
def test_who_is_paired_with_whom(plans, name):
    names = {school.id: school.name for school in plans[name].schools}
    pairs = [(names[g.lead], [names[member] for member in g.members]) for g in plans[name].pairings()]
    assert pairs == PAIRS[name]


@pytest.mark.parametrize("name", LEADERS)
def test_who_leads(plans, name):
    schools = {school.id: school.short or school.name for school in plans[name].schools}
    found = [
        (role, person.name, schools.get(person.school, person.unit or "") + "、".join(person.post))
        for _, role, person in plans[name].leadership.people()
    ]
    assert found == LEADERS[name]


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


def test_terms_are_called_as_the_document_calls_them(plans):
    assert plans["shanxian"].period.label == "2016—2017学年第二学期"
    assert [commitment.when for _, commitment in plans["shanxian"].commitments()] == ["学期初"]


def test_songyang_tasks_have_their_departments_and_deadlines(songyang):
    found = [(m.heading, " ".join(m.responsible), m.deadline) for m in songyang.measures]
    assert found == SONGYANG_TASKS


def test_songyang_milestones(songyang):
    found = {
        commitment.id: [(milestone.by, milestone.percent) for milestone in commitment.milestones]
        for _, commitment in songyang.commitments()
        if commitment.milestones
    }
    due = ("sync", "online-research", "offline-research")
    assert found == dict.fromkeys(due, SONGYANG_MILESTONES)


def school_year(day: date) -> int:
    """The year in which the day's school year began."""
    return day.year - (day.month < 9)


def term(day: date) -> tuple[int, bool]:
    """The school year, and whether it is the second term."""
    return school_year(day), 2 <= day.month < 9


def scheduled(plan: Plan, span) -> Counter:
    """Count the scheduled activities by commitment and the span of time they fall into."""
    counts: Counter = Counter()
    for activity in plan.activities:
        counts[activity.commitment, span(activity.date.first)] += activity.count
    return counts


def test_yongli_schedules_what_it_promises(yongli):
    years, terms = scheduled(yongli, school_year), scheduled(yongli, term)
    calendar = scheduled(yongli, lambda day: day.year)
    for commitment, least in YEARLY.items():
        assert all(years[commitment, year] >= least for year in (2022, 2023, 2024)), commitment
    for commitment, least in CALENDAR.items():
        assert all(calendar[commitment, year] >= least for year in (2023, 2024, 2025)), commitment
    for commitment, exactly in TERMLY.items():
        found = [terms[commitment, (year, second)] for year in (2022, 2023, 2024) for second in (False, True)]
        assert found == [exactly] * 6, commitment


def test_yongli_sends_one_or_two_cadres_each_way_a_year(yongli):
    sent = Counter((school_year(a.period.start), a.origin) for a in yongli.assignments)
    assert sent.keys() == {(year, school) for year in (2022, 2023, 2024) for school in ("yongli", "partner")}
    assert set(sent.values()) <= {1, 2}


def test_yongli_activities_name_their_commitment_and_stand_in_order(yongli):
    kinds = {commitment.id: commitment.activity for _, commitment in yongli.commitments()}
    assert all(kinds[activity.commitment] == activity.activity for activity in yongli.activities)
    assert all(activity.title and (activity.host or activity.place) for activity in yongli.activities)
    days = [activity.date.first for activity in yongli.activities]
    assert days == sorted(days)
    assert days[0] > yongli.document.date


def test_yongli_activities_are_on_school_days(yongli):
    for activity in yongli.activities:
        length = (activity.date.last - activity.date.first).days
        for day in (activity.date.first + timedelta(n) for n in range(length + 1)):
            assert day.weekday() < 5, day
            assert not any(first <= day <= last for first, last in HOLIDAYS), day
            assert any(first <= (day.month, day.day) <= last for first, last in IN_SESSION), day


def test_real_names_are_masked(plans):
    names = {
        person.name for plan in plans.values() for _, _, person in plan.leadership.people() if person.name
    }
    names |= {a.teacher for plan in plans.values() for a in plan.assignments if a.teacher}
    assert names
    assert [name for name in names if not re.fullmatch(r".某{1,2}", name)] == []


def test_validate_finds_nothing():
    standards = Settings.read(PLANS).standards()
    checked = [check_file(target, standards) for target in find_targets([PLANS], ROOT)]
    assert {f"{name}.yaml" for name in COMMITMENTS} <= {each.name for each in checked}
    found = [(each.name, finding) for each in checked for finding in each.findings]
    assert [(name, finding) for name, finding in found if not finding.waived] == []
