"""A 工作计划: what of a plan falls into a term."""

from dataclasses import replace
from datetime import date

import pytest
from materials import material_of

from gongjian.document.kinds import KINDS, NothingToPrintError
from gongjian.document.views.term_plan import TermPlanView, term_plan
from gongjian.model.calendar import DEFAULT_CALENDAR, Calendar


def view(name: str, term: str = "") -> TermPlanView:
    return term_plan(KINDS["工作计划"].prepared(material_of(name, term)))


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("yongli", "2022—2023学年第一学期"),
        ("songyang", "2020—2021学年第二学期"),
        ("linhai", "2021—2022学年第一学期"),
        ("zhongzhuang", "2015—2016学年第二学期"),
    ],
)
def test_it_is_for_the_first_whole_term(name: str, term: str) -> None:
    assert view(name).term == term


def test_the_calendar_of_the_repository_says_when_terms_begin() -> None:
    late = Calendar(second_term_start=(3, 1), second_term_teaching=((3, 15), (6, 30)))
    material = KINDS["工作计划"].prepared(replace(material_of("yongli"), calendar=late))
    assert material.term is not None
    assert material.term.last == date(2023, 2, 28)
    assert late != DEFAULT_CALENDAR


def test_what_is_promised_for_the_term_and_what_is_arranged() -> None:
    made = view("zhengmu")
    assert [(row[1], row[2], row[3]) for row in made.quotas.rows] == [
        ("跟岗", "2人", "2人"),
        ("支教", "2人", "2人"),
        ("示范课", "每人3次", "6次"),
        ("物资捐赠", "10台", "1次"),
        ("经验交流会", "不少于1次", "1次"),
    ]


def test_in_less_than_a_term_every_term_is_said() -> None:
    assert ("期末测试", "每学期1次") in [row[1:3] for row in view("yongli", "2023-03").quotas.rows]
    assert ("期末测试", "1次") in [row[1:3] for row in view("yongli", "2022-2023-1").quotas.rows]


def test_work_is_told_by_measure_with_its_dates() -> None:
    made = view("linhai")
    assert [(part.heading, part.text) for part in made.work] == [
        ("管理一体化", ("召开联席会议1次（9月15日）。",)),
        ("研训一体化", ("开展示范课2节（10月13日至14日）、教研活动2次（10月27日、11月17日）。",)),
        ("其他活动", ("召开总结会1次（12月15日）。",)),
    ]


def test_many_dates_are_told_by_their_months() -> None:
    assert view("zhengmu").work[0].text == ("开展示范课6次（10月至12月）。",)


def test_what_is_not_arranged_yet_is_marked() -> None:
    work = view("bangfu-township").work
    assert [(part.heading, part.missing) for part in work][:2] == [
        ("学校管理", "管理调研、管理学习的时间和责任人"),
        ("教学资源共享", "场馆开放的时间和责任人"),
    ]


def test_what_is_promised_a_year_and_arranged_later_is_not_missing() -> None:
    missing = "".join(part.missing for part in view("yongli").work)
    assert "课题研究" in missing
    assert "备课检查" not in missing


def test_deadlines_and_shares_of_the_term() -> None:
    assert [row[1:] for row in view("songyang").due.rows] == [
        ("2021年6月15日前", "制定方案，确定名单", "普教科"),
        ("2021年6月底前", "出台考核方案", "普教科、教研室"),
        ("2021年6月底前", "同步课堂完成30%", "教研室"),
        ("2021年6月底前", "网络研修完成30%", "教研室"),
        ("2021年6月底前", "线下教研完成30%", "教研室"),
    ]
    second = view("songyang", "2021-2022-1").due.rows
    assert ("2021年11月底前", "同步课堂全面完成", "教研室") in [row[1:] for row in second]


def test_phases_and_people_of_the_term() -> None:
    made = view("yongli", "2022-2023-2")
    assert [phase.heading for phase in made.phases] == ["实施阶段（2022年10月至2025年6月）"]
    assert made.people == (
        "永利小学派中层干部1人到共建小学跟岗。",
        "共建小学派中层干部1人到永利小学跟岗。",
    )
    assert view("zhengmu").people[0] == "郑母初中派孟某某、王某到东关回中跟岗。"


@pytest.mark.parametrize(
    ("name", "term", "known"),
    [("yongli", "", date(2022, 10, 8)), ("yongli", "2023-2024-1", None), ("linhai", "", None)],
)
def test_the_plans_date_is_taken_where_it_can_be(name: str, term: str, known: date | None) -> None:
    assert view(name, term).date == known


@pytest.mark.parametrize(
    ("term", "this"),
    [("2022-2023-1", "本学期"), ("2022-2023", "本学年"), ("2023年", "本年"), ("2023-03", "这一时期")],
)
def test_the_time_is_called_by_its_kind(term: str, this: str) -> None:
    assert view("yongli", term).this == this


def test_a_term_out_of_the_plan_is_refused() -> None:
    with pytest.raises(NothingToPrintError) as refused:
        view("yongli", "2030-2031")
    assert str(refused.value) == "方案的起止时间里没有2030—2031学年，印不出工作计划"
