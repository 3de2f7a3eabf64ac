"""What is understood: notation and prose, in every spelling, and its one canonical form."""

from __future__ import annotations

import pytest

from gongjian.model.quota import Quota, QuotaError, VagueQuota, parse_quantity, parse_quota

NOTATION = {
    "≥2人/学期": "≥2人/学期",
    "不少于2人/学期": "≥2人/学期",
    "至少1次/学期/成员校": "≥1次/学期/成员校",
    "1-2人/学年": "1-2人/学年",
    "=3年/人": "=3年/人",
    "≥20节/年": "≥20节/年",
    "≥2门/年": "≥2门/年",
    "≥10%/学年": "≥10%/学年",
    "≤50岁": "≤50岁",
    "100%": "=100%",
    "2次/学年": "=2次/学年",
    "2-2次": "=2次",
    "1-2人/校/学年": "1-2人/学年/校",
    "1份/学期/人": "=1份/学期/人",
    "2人次/每学期": "=2人次/学期",
    "≥1节/年度/每名教师": "≥1节/年/人",
    "2节/周/班": "=2节/周/班",
    "2-3所/牵头校": "2-3所/牵头校",
}

PROSE = {
    "每学期不少于2人": "≥2人/学期",
    "每学年至少1次": "≥1次/学年",
    "每期不少于2人": "≥2人/学期",
    "每个学期最少2人": "≥2人/学期",
    "各学期至少一次": "≥1次/学期",
    "至少每学期2次": "≥2次/学期",
    "2次每学期": "=2次/学期",
    "每学期内不得少于2次": "≥2次/学期",
    "年内不少于2门": "≥2门/年",
    "全年不少于2门学科": "≥2门/年",
    "每年度至少1次": "≥1次/年",
    "每学年度至少1次": "≥1次/学年",
    "累计不少于20节": "≥20节/全程",
    "总计20节": "=20节/全程",
    "全程至少1次": "≥1次/全程",
    "年内累计不少于20节": "≥20节/年",
    "每周不少于12课时": "≥12课时/周",
    "每校1名": "=1人/校",
    "各校1-2名": "1-2人/校",
    "每所学校1名": "=1人/校",
    "每所成员校每学期不少于2次": "≥2次/学期/成员校",
    "每对每月1次": "=1次/月/对",
    "每个结对1次": "=1次/对",
    "每人每学期2节以上": "≥2节/学期/人",
    "每名教师每学期不少于2节": "≥2节/学期/人",
    "每位老师2节": "=2节/人",
    "每名2节": "=2节/人",
    "每班每周1节": "=1节/周/班",
    "每学期，应不少于2次。": "≥2次/学期",
}

BOUNDS = {
    "2次以上": "≥2次",
    "2次及以上": "≥2次",
    "至少2次以上": "≥2次",
    "不低于10%": "≥10%",
    "达到100%": "≥100%",
    "达100%": "≥100%",
    "满三年": "≥3年",
    "一年以上": "≥1年",
    "一年或更长": "≥1年",
    ">=2次": "≥2次",
    "50周岁以下": "≤50岁",
    "不超过3年": "≤3年",
    "至多3所": "≤3所",
    "不多于3所": "≤3所",
    "不高于10%": "≤10%",
    "最多不超过3次": "≤3次",
    "三年内": "≤3年",
    "20人以内": "≤20人",
    "为期一年": "=1年",
    "为期不少于一年": "≥1年",
    "==2次": "=2次",
    "1-2名": "1-2人",
    "一至两名": "1-2人",
    "1名到2名": "1-2人",
    "15%至30%": "15-30%",
    "1～2次": "1-2次",
    "1—2次": "1-2次",
    "1——2次": "1-2次",
    "1–2次": "1-2次",
    "百分之三至五": "3-5%",
}

STRICT = {
    "少于50人": "≤49人",
    "达不到50人": "≤49人",
    "达不到50人以上": "≤49人",
    "不足50人以下": "≤49人",
    "超过50人": "≥51人",
    "超过50人以上": "≥51人",
    ">2次/学期": "≥3次/学期",
    "<1次": "≤0次",
    "不满50周岁": "≤49岁",
}

UNITS = {
    "2名": "=2人",
    "2位": "=2人",
    "2人次": "=2人次",
    "50周岁": "=50岁",
    "2个": "=2个",
    "2个月": "=2月",
    "2日": "=2天",
    "2个学期": "=2学期",
    "2个星期": "=2周",
    "6對": "=6对",
    "1500家": "=1500家",
    "3万元": "=3万元",
    "3万人": "=30000人",
    "1.5亿元": "=150000000元",
    "一兩所學校": "1-2所",
}

NUMBERS = {
    "两次": 2,
    "十次": 10,
    "十二次": 12,
    "二十次": 20,
    "九十九次": 99,
    "一百次": 100,
    "一百零五次": 105,
    "一百二十次": 120,
    "一百一十二次": 112,
    "一千零二十次": 1020,
    "一千零三次": 1003,
    "两千三百次": 2300,
    "三万次": 30000,
    "十二万次": 120000,
    "一百万次": 1000000,
    "二〇次": 20,
    "一五〇〇次": 1500,
    "〇次": 0,
    "1,500次": 1500,
    "１２次": 12,
    "02次": 2,
}

FRACTIONS = {
    "半年": "=0.5年",
    "一年半": "=1.5年",
    "半个月": "=0.5月",
    "两个半月": "=2.5月",
    "1.50小时": "=1.5小时",
    "0.5学年": "=0.5学年",
    "2.0年": "=2年",
    "百分之三十": "=30%",
    "百分之30以上": "≥30%",
    "百分之百": "=100%",
    "千分之五": "=0.5%",
    "十分之一": "=10%",
    "0.0000001%": "=0.0000001%",
}

SPELLINGS = [
    "≥ 2 人 / 学期",
    " ≥2人/学期\n",
    "≥2人／學期",
    "＞＝２人／学期",
    "≧2名/学期",
    "⩾2位/期",
    ">=2\u3000人/每学期",
    "不 少 于 2 人 / 学 期",
    "≥\u200b2人\ufeff/学期",
    "每學期不少於兩名",
]


@pytest.mark.parametrize(
    ("text", "canonical"), (NOTATION | PROSE | BOUNDS | STRICT | UNITS | FRACTIONS).items()
)
def test_reads_as(text, canonical):
    assert str(parse_quota(text)) == canonical


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_numbers_are_exact(text, number):
    quota = parse_quota(text)
    assert (quota.minimum, quota.maximum) == (number, number)
    assert type(quota.minimum) is int


@pytest.mark.parametrize(
    "text",
    [*NOTATION, *PROSE, *BOUNDS, *STRICT, *UNITS, *FRACTIONS, *NUMBERS, *SPELLINGS, "≥2個/學其", "2两"],
)
@pytest.mark.parametrize("configuration", ["s2t", "s2tw", "s2hk"])
def test_traditional_characters_mean_the_same_at_the_same_place(text, configuration):
    traditional = pytest.importorskip("opencc").OpenCC(configuration).convert(text)
    assert _reading(traditional) == _reading(text)


def _reading(text):
    try:
        return parse_quota(text)
    except QuotaError as error:
        return error.offset, error.length, error.hint


@pytest.mark.parametrize("text", SPELLINGS)
def test_width_script_and_spacing_do_not_matter(text):
    assert Quota.parse(text) == Quota.parse("≥2人/学期")


@pytest.mark.parametrize(
    ("text", "pair"),
    {
        "一两次": "1-2次",
        "两三次": "2-3次",
        "三五次": "3-5次",
        "七八次": "7-8次",
        "两三万元": "2-3万元",
    }.items(),
)
def test_two_numerals_in_a_row_are_a_range(text, pair):
    assert str(parse_quota(text)) == pair


@pytest.mark.parametrize(
    ("text", "canonical"),
    {
        "定期": "定期",
        "每学期定期": "定期/学期",
        "不定期": "不定期",
        "多次": "多次",
        "若干人/学期": "若干人/学期",
        "每校若干名": "若干人/校",
        "不少于一定比例": "一定比例",
        "一定數量": "一定数量",
    }.items(),
)
def test_vague_words_are_kept_apart(text, canonical):
    quantity = parse_quantity(text)
    assert isinstance(quantity, VagueQuota)
    assert str(quantity) == canonical
