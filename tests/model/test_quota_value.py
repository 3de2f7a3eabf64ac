"""Quotas as values: their parts, their invariants, and how they are printed."""

from __future__ import annotations

import doctest
import pickle
from decimal import Decimal

import pytest

import gongjian.model.quota
from gongjian.model.quota import FAMILIES, UNITS, Quota, QuotaError, parse_quota

PEOPLE, TIMES, YEARS, PERCENT = UNITS["人"], UNITS["次"], UNITS["年"], UNITS["%"]


@pytest.mark.parametrize(
    ("text", "prose"),
    {
        "≥2人/学期": "每学期不少于2人",
        "≤2人/学期": "每学期不超过2人",
        "1-2人/学年/校": "每校每学年1至2人",
        "≥1次/学期/成员校": "每所成员校每学期不少于1次",
        "=1人/牵头校": "每所牵头校1人",
        "=3年/人": "每人3年",
        "≤50岁": "不超过50岁",
        "≥18岁": "不低于18岁",
        "≥10%/学年": "每学年不低于10%",
        "≤10%": "不高于10%",
        "≥100%": "达到100%",
        "=100%": "100%",
        "15-30%": "15%至30%",
        "13-17万元": "13万元至17万元",
        "≥20节/全程": "累计不少于20节",
        "≥20节/全程/对": "每对累计不少于20节",
        "=3月": "3个月",
        "1-2学期": "1至2个学期",
        "=0.5年": "0.5年",
        "2节/周/班": "每班每周2节",
        "1次/月": "每月1次",
        "1次/年": "每年1次",
    }.items(),
)
def test_official_prose(text, prose):
    assert parse_quota(text).prose == prose
    assert parse_quota(prose) == parse_quota(text)


def test_json_is_the_contract_of_the_command_line():
    assert parse_quota("至少1次/学期").as_json("至少1次/学期") == {
        "input": "至少1次/学期",
        "canonical": "≥1次/学期",
        "prose": "每学期不少于1次",
        "dimension": "次",
        "min": 1,
        "max": None,
        "period": "学期",
        "per": None,
        "family": "次数",
    }


def test_json_numbers_are_ints_where_whole():
    shown = parse_quota("1.5至2.0小时/人").as_json()
    assert (shown["input"], shown["min"], shown["max"]) == ("1.5-2小时/人", 1.5, 2)
    assert type(shown["max"]) is int


def test_equal_quotas_are_equal_however_they_are_written():
    assert len({parse_quota(text) for text in ("1.50小时", "1.5小时", "=1.5小时")}) == 1
    assert str(Quota(YEARS, Decimal("2.50"))) == "≥2.5年"
    assert Quota(YEARS, Decimal("2.00")) == Quota(YEARS, 2)


@pytest.mark.parametrize(
    ("unit", "minimum", "maximum", "message"),
    [
        (TIMES, None, None, "指标至少要有一个界限"),
        (TIMES, 3, 1, "范围写反了：3 大于 1"),
        (TIMES, -1, None, "次数不能小于 0"),
        (TIMES, Decimal("1.5"), None, "“次”按整数计，不能是 1.5次"),
        (YEARS, 10**30, None, "数字太长，最多 30 位"),
        (YEARS, Decimal("1e999999"), None, "数字太长，最多 30 位"),
        (YEARS, Decimal("nan"), None, "数字太长，最多 30 位"),
    ],
)
def test_impossible_quotas_cannot_be_made(unit, minimum, maximum, message):
    with pytest.raises(ValueError, match=message):
        Quota(unit, minimum, maximum)


@pytest.mark.parametrize("inexact", [1.5, 2.0, True])
def test_bounds_are_exact(inexact):
    with pytest.raises(TypeError, match="int 或 Decimal"):
        Quota(YEARS, inexact)


@pytest.mark.parametrize(
    ("unit", "family", "base", "factor"),
    [
        ("次", "次数", "次", 1),
        ("人", "人数", "人", 1),
        ("人次", "人数", "人次", 1),
        ("节", "课时", "节", 1),
        ("万元", "金额", "元", 10_000),
        ("学年", "时长", "学期", 2),
        ("年", "时长", "月", 12),
        ("周", "时长", "天", 7),
        ("小时", "时长", "分钟", 60),
        ("%", "比例", "%", 1),
        ("岁", "年龄", "岁", 1),
        ("所", "机构", "所", 1),
    ],
)
def test_units_know_their_family_and_exact_factor(unit, family, base, factor):
    assert (UNITS[unit].family, UNITS[unit].base, UNITS[unit].factor) == (family, base, factor)


def test_every_unit_converts_within_its_family():
    assert {unit.family for unit in UNITS.values()} == set(FAMILIES)
    assert all(UNITS[unit.base].family == unit.family for unit in UNITS.values())
    assert all(UNITS[unit.base].factor == 1 for unit in UNITS.values())


def test_shown_to_programmers():
    assert repr(Quota(PEOPLE, 1, 2, "学年", "校")) == "Quota('1-2人/学年/校')"


def test_quotas_and_errors_travel_between_processes():
    quota = Quota(PERCENT, 10, None, "学年")
    assert pickle.loads(pickle.dumps(quota)) == quota
    error = pickle.loads(pickle.dumps(QuotaError("≥2", 2, 0, "缺单位", "写单位")))
    assert (error.text, error.offset, error.length, error.message, error.hint) == (
        "≥2",
        2,
        0,
        "缺单位",
        "写单位",
    )


def test_the_examples_of_the_documentation_hold():
    assert doctest.testmod(gongjian.model.quota) == doctest.TestResults(failed=0, attempted=4)
