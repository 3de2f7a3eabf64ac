"""The plan's facts as sentences."""

from datetime import date
from pathlib import Path

import pytest

from gongjian.document.wording import Wording, before, booked, months, period, short_span, spaced, span
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


@pytest.mark.parametrize(
    ("written", "short"),
    [("2022-10-20", "10月20日"), ("2022-10-20至10-21", "10月20日至21日"), ("2022-10", "10月")],
)
def test_the_year_may_go_without_saying(written: str, short: str) -> None:
    days = parse_span(written)
    assert short_span(days.first, days.last) == short


def test_a_period_may_be_told_by_its_months() -> None:
    assert months(Period.of(date(2022, 9, 1), date(2022, 10, 8))) == "2022年9月至2022年10月"
    assert months(Period.of(date(2022, 9, 1), date(2022, 9, 30))) == "2022年9月"


def test_a_title_in_a_title_has_single_marks() -> None:
    assert booked("关于印发《某方案》的通知") == "《关于印发〈某方案〉的通知》"


@pytest.mark.parametrize(("name", "written"), [("柳某", "柳\u3000某"), ("王某某", "王某某"), ("", "")])
def test_short_names_are_spread(name: str, written: str) -> None:
    assert spaced(name) == written


def test_an_office_stands_before_the_name() -> None:
    people = {"name": "王某某", "post": "校长", "school": "yongli"}
    assert Wording(plan()).office(Person.model_validate(people)) == "甲小学校长王某某"
