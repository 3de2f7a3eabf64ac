"""A plan in words: sentences, lists, tables."""

from datetime import date
from pathlib import Path

import pytest

from gongjian.document.tables import annexes
from gongjian.document.view import Point, view_of
from gongjian.document.wording import Wording, before, period, span
from gongjian.model.dates import Period, parse_span
from gongjian.model.measure import Commitment
from gongjian.model.people import Person
from gongjian.model.plan import Plan
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]


def plan(path: str = "tests/cases/good/base.yaml") -> Plan:
    return load(SourceFile.read(ROOT / path, path), Plan)


def commitment(**given: object) -> str:
    return Wording(plan()).commitment(Commitment.model_validate({"id": "a", "activity": "示范课"} | given))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"quota": "≥5次/学年"}, "示范课每学年不少于5次。"),
        ({"quota": "≥5次/学年", "by": "牵头校"}, "示范课由牵头校承担，每学年不少于5次。"),
        ({"quota": "≥5次/学年", "by": "yongli", "to": ["partner"]}, "示范课由甲小学承担，面向乙小学，每学年不少于5次。"),
        ({"quota": ["≥20节/年", "≥2门/年"]}, "示范课每年不少于20节，每年不少于2门。"),
        ({"quota": "=3年/人", "direction": "互派"}, "示范课采取互派方式，每人3年。"),
        ({"direction": "对等"}, "示范课双方人数对等。"),
        ({"quota": "≥1次/学期", "when": "学期初"}, "示范课在学期初进行，每学期不少于1次。"),
        ({"quota": "≥5次/学年", "soft": True}, "示范课力争每学年不少于5次。"),
        ({"quota": "≥5次/学年", "text": "上好示范课，{指标}。"}, "上好示范课，每学年不少于5次。"),
        ({"text": "上好示范课"}, "上好示范课。"),
        ({"quota": "定期"}, "示范课定期。"),
        (
            {
                "quota": "≥8次/年",
                "milestones": [
                    {"by": "6月底", "percent": 30},
                    {"by": "09-15", "percent": "62.5%"},
                    {"by": "11月底", "percent": 100},
                ],
            },
            "示范课每年不少于8次（6月底前完成30%，9月15日前完成62.5%，11月底前全面完成）。",
        ),
    ],
)  # fmt: skip
def test_a_commitment_is_a_sentence(given: dict[str, object], sentence: str) -> None:
    assert commitment(**given) == sentence


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"name": "王某某"}, "王某某"),
        ({"name": "王某某", "post": "校长", "school": "yongli"}, "王某某（甲小学校长）"),
        ({"name": "王某某", "post": ["书记", "校长"], "unit": "县教育局"}, "王某某（县教育局书记、校长）"),
        ({"post": "教导主任", "school": "yongli"}, "甲小学教导主任"),
    ],
)
def test_a_person_is_a_name_with_an_office_or_an_office(given: dict[str, object], written: str) -> None:
    assert Wording(plan()).person(Person.model_validate(given)) == written


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2022-10-20", "2022年10月20日"),
        ("2022-10", "2022年10月"),
        ("2022-10-20至10-21", "2022年10月20日至21日"),
        ("2022-10-30至11-2", "2022年10月30日至11月2日"),
        ("2022-12-30至2023-01-02", "2022年12月30日至2023年1月2日"),
        ("2024-02-01至2024-02-29", "2024年2月"),
    ],
)
def test_a_span_is_written_as_shortly_as_it_can_be(written: str, printed: str) -> None:
    assert span(parse_span(written)) == printed


@pytest.mark.parametrize(
    ("day", "written"),
    [((6, 15), "6月15日前"), ((6, 30), "6月底前"), ((2, 28), "2月底前"), ((1, 30), "1月30日前")],
)
def test_deadlines(day: tuple[int, int], written: str) -> None:
    assert before(day) == written


def test_a_period_keeps_its_own_words() -> None:
    assert period(Period.of(date(2022, 9, 1), date(2025, 7, 31))) == "2022年9月1日至2025年7月31日"
    assert period(Period.model_validate("2022-2023学年")) == "2022-2023学年"


def test_points_come_before_commitments() -> None:
    measures = view_of(plan("plans/yongli.yaml")).measures
    assert [measure.heading for measure in measures] == [
        "加强校际管理交流", "推行教师交流服务制度", "规范教学常规管理", "深化教科研合作", "促进学生共同提高",
    ]  # fmt: skip
    assert isinstance(measures[0].points[0], Point)
    assert measures[0].points[0].text == "两校指定副校长具体分管结对共建工作，每校1人。"


def test_a_single_commitment_needs_no_number_and_a_duty_stands_last() -> None:
    first = view_of(plan("plans/songyang.yaml")).measures[0]
    assert first.points == ()
    assert first.text[-1].endswith("6对，并确定学校名单。")
    assert first.duty == "责任单位：普教科；完成时限：6月15日前。"


def test_leaders_are_listed_by_role() -> None:
    assert view_of(plan()).leaders == (
        ("组长", "王某某（甲小学校长）"),
        ("副组长", "柳某（乙小学副校长）"),
        ("成员", "刘某、黄某某"),
    )


def test_a_county_lists_its_pairs() -> None:
    (group,) = view_of(plan("plans/songyang.yaml")).pairings
    assert group.mode == "共建型"
    assert len(group.lines) == 6
    assert group.lines[0] == "松阳县古市镇中心学校——松阳县古市镇岗寺中心小学"


def test_a_single_pair_goes_without_saying() -> None:
    assert view_of(plan()).pairings == ()


def test_annexes_leave_out_empty_columns_and_stand_in_order_of_time() -> None:
    schedule, roster = annexes(plan())
    assert schedule.columns == ("序号", "时间", "活动类型", "活动名称", "次数", "活动地点", "人数")
    assert schedule.rows == (
        ("1", "2022年10月20日", "示范课", "语文示范课", "5", "乙小学", "12"),
        ("2", "2023年3月15日", "集体备课", "单元整体备课", "2", "甲小学", ""),
    )
    assert roster.columns == ("序号", "姓名", "形式", "派出学校", "接收学校", "起止时间")
    assert roster.rows == (("1", "孟某某", "跟岗", "乙小学", "甲小学", "2023-2024学年"),)
    assert schedule.landscape


def test_annexes_may_be_chosen() -> None:
    chosen = plan().model_copy(
        update={
            "document": plan().document.model_copy(
                update={"annexes": ("领导小组名单", "结对学校名单", "考核评分表")}
            )
        }
    )
    leaders, pairs = annexes(chosen)
    assert leaders.rows[0] == ("组长", "王某某", "甲小学校长", "")
    assert pairs.rows == (("1", "结对共建", "甲小学", "乙小学", ""),)


def test_activities_are_counted_by_kind() -> None:
    assert view_of(plan()).schedule == "共安排活动7次，其中示范课5次、集体备课2次"
