"""The filters beyond `prose`; docs/templates.md has an example of each, which tests/test_docs.py runs."""

from datetime import date

import pytest

from gongjian.document.filters import (
    FILTERS,
    booked,
    capital,
    hanzi_date,
    month_day,
    ordinal,
    percent,
    quota,
    roster,
    spaced,
    span,
    wan,
    yuan,
)
from gongjian.document.prose import ProseError, hanzi
from gongjian.model.dates import Period, parse_span
from gongjian.model.quota import parse_quantity, parse_quota


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Period.of(date(2022, 9, 1), date(2025, 7, 31)), "2022年9月1日至2025年7月31日"),
        (Period.model_validate("2022—2023学年"), "2022—2023学年"),
        (parse_span("2022-10-20至10-21"), "2022年10月20日至21日"),
        ((date(2022, 10, 1), date(2022, 11, 2)), "2022年10月1日至11月2日"),
        ([date(2022, 10, 1), date(2022, 10, 31)], "2022年10月"),
        ("2022-10-20", "2022年10月20日"),
    ],
)
def test_spans(value: object, written: str) -> None:
    assert span(value) == written


@pytest.mark.parametrize(
    ("value", "whole", "written"),
    [(30, None, "30%"), ("62.5", None, "62.5%"), (3, 12, "25%"), (1, 3, "33.3%"), (0, 5, "0%")],
)
def test_shares(value: object, whole: object, written: str) -> None:
    assert percent(value, whole) == written


@pytest.mark.parametrize(
    ("value", "yuan_", "wan_", "capital_"),
    [
        (12000, "12000元", "1.2万元", "壹万贰仟元整"),
        ("350.5", "350.5元", "0.03505万元", "叁佰伍拾元伍角整"),
        (0, "0元", "0万元", "零元整"),
    ],
)
def test_money(value: object, yuan_: str, wan_: str, capital_: str) -> None:
    assert (yuan(value), wan(value), capital(value)) == (yuan_, wan_, capital_)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("至少2人/学期", "每学期不少于2人"),
        (parse_quota("≤50岁"), "不超过50岁"),
        (parse_quantity("定期"), "定期"),
        (("≥20节/年", "≥2门/年"), "每年不少于20节，每年不少于2门"),
    ],
)
def test_quotas(value: object, written: str) -> None:
    assert quota(value) == written


def test_dates_and_numerals() -> None:
    assert month_day("2022-10-08") == "10月8日"
    assert hanzi_date(date(2022, 10, 20)) == "二〇二二年十月二十日"
    assert (ordinal(1), ordinal(12)) == ("第一", "第十二")
    assert (hanzi(2, "份"), hanzi(2), hanzi(12, "所")) == ("两份", "二", "十二所")


def test_names_and_titles() -> None:
    assert roster(["王某某", {"name": "柳某"}, {"post": "校长"}]) == "王某某\u3000柳\u3000某\u3000校\u3000长"
    assert spaced("李某") == "李\u3000某"
    assert booked("转发《某通知》的通知") == "《转发〈某通知〉的通知》"


@pytest.mark.parametrize(
    ("filter_", "value", "message"),
    [
        (span, "某天", "不是日期"),
        (span, 5, "不是一段时间，应写成 2022-10-20至10-21"),
        (percent, "多", "「多」不是数"),
        (yuan, True, "「是」「否」不是数"),
        (yuan, "nan", "不是数"),
        (capital, -1, "不能写成大写金额"),
        (capital, 10**12, "不能写成大写金额"),
        (quota, "很多", "不是指标"),
        (quota, 5, "不是指标，应写成 ≥2次/学期"),
        (ordinal, 1.5, "不是整数"),
    ],
)
def test_what_makes_no_sense_is_told(filter_: object, value: object, message: str) -> None:
    with pytest.raises(ProseError, match=message):
        filter_(value)  # type: ignore[operator]


def test_a_share_of_nothing_is_told() -> None:
    with pytest.raises(ProseError, match="占比的总数是零"):
        percent(3, 0)


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"safe", "paragraphs", "pending"}))
def test_nothing_stays_nothing(name: str) -> None:
    assert FILTERS[name](None) is None
