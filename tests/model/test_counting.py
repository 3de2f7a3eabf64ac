"""What counts for a commitment, and how much it comes to."""

from datetime import date

import pytest

from gongjian.model.activity import Activity
from gongjian.model.calendar import Cell
from gongjian.model.counting import carries_out, counting, done_amount, scheduled_amount, sent
from gongjian.model.ledger import Record
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.quota import parse_quota

TERM = Cell(date(2022, 9, 1), date(2023, 1, 31), "第一学期")


def commitment(**given: object) -> Commitment:
    return Commitment.model_validate({"id": "demo", "activity": "公开课"} | given)


def activity(**given: object) -> Activity:
    return Activity.model_validate({"date": "2022-10-20", "activity": "示范课"} | given)


def record(**given: object) -> Record:
    return Record.model_validate({"id": "a", "date": "2022-10-20", "activity": "示范课"} | given)


def plan(activities: list[dict[str, object]], assignments: list[dict[str, object]] | None = None) -> Plan:
    people = [{"origin": "a", "destination": "b", "period": "2022-2023学年"} | it for it in assignments or []]
    return Plan.model_validate(
        {
            "gongjian": "plan/v1",
            "id": "p",
            "title": "方案",
            "mode": "结对共建",
            "period": "2022-2023学年",
            "document": {"issuer": "甲", "date": "2022-09-01"},
            "schools": [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}],
            "measures": [
                {"heading": "一", "commitments": [{"id": "demo", "activity": "公开课"}, {"id": "mid", "activity": "中层跟岗"}]}
            ],
            "activities": [{"date": "2022-10-20", "activity": "示范课"} | it for it in activities],
            "assignments": people,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ({"commitment": "demo"}, True),
        ({"commitment": "other"}, False),
        ({}, True),
        ({"activity": "集体备课"}, False),
        ({"activity": "集体备课", "commitment": "demo"}, True),
    ],
)
def test_a_name_counts_and_else_the_kind(given: dict[str, object], counts: bool) -> None:
    assert carries_out(activity(**given), commitment()) is counts


def test_only_what_begins_in_the_cell() -> None:
    found = counting([activity(), activity(date="2023-03-01")], commitment(), TERM)
    assert [str(each.date) for each in found] == ["2022-10-20"]


@pytest.mark.parametrize(
    ("quota", "activities", "amount"),
    [
        ("≥2次/学期", [{"count": 2}, {}], (3, "次")),
        ("≥2节/学期", [{"count": 2}], (2, "节")),
        ("≥2门/年", [{"subject": "语文"}, {"subject": "语文"}, {"subject": "数学"}, {}], (2, "门")),
        ("=2天", [{"date": "2022-11-03至11-04"}], (2, "天")),
        ("=10台", [{}], (1, "次")),
        ("=10台", [], None),
        ("≥2人/学期", [{}], (1, "次")),
        ("≥10%/年", [{}], None),
        ("≤50岁", [{}], None),
    ],
)
def test_what_is_scheduled(
    quota: str, activities: list[dict[str, object]], amount: tuple[int, str] | None
) -> None:
    assert scheduled_amount(plan(activities), commitment(), parse_quota(quota)) == amount


def test_people_are_counted_by_name_and_by_kind() -> None:
    people = [{"kind": "跟岗", "commitment": "mid"}, {"kind": "跟岗"}, {"kind": "支教"}]
    found = plan([], people)
    assert len(sent(found, commitment(id="x", activity="跟岗"))) == 2
    assert len(sent(found, commitment(id="mid", activity="中层跟岗"))) == 1
    assert (
        sent(found, commitment(id="x", activity="跟岗"), Cell(date(2030, 1, 1), date(2030, 2, 1), "以后"))
        == []
    )
    assert scheduled_amount(found, commitment(activity="支教"), parse_quota("≥1人/学期")) == (1, "人")


@pytest.mark.parametrize(
    ("quota", "records", "amount"),
    [
        ("≥2次/学期", [{"count": 2}, {}], (3, "次")),
        ("=10台", [{"count": 10}], (10, "台")),
        ("=2人", [{"teacher": ["甲", "乙"]}], (2, "人")),
        ("=2人", [{"count": 3, "teacher": "甲"}], (3, "人")),
        ("=2天", [{"date": "2022-11-03至11-04"}], (2, "天")),
        ("≥2门/年", [{"subject": "语文"}], (1, "门")),
        ("=3年/人", [{}], None),
        ("100%", [{}], None),
    ],
)
def test_what_was_done(quota: str, records: list[dict[str, object]], amount: tuple[int, str] | None) -> None:
    assert done_amount([record(**each) for each in records], parse_quota(quota)) == amount
