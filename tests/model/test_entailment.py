"""Does a promised quota fulfil a demanded one? Verdicts and the sentences that explain them."""

from datetime import date

import pytest

from gongjian.model.entailment import (
    Entailment,
    IncomparableError,
    Parties,
    Ratio,
    Shortfall,
    default_parties,
    direction_entails,
    entails,
    kind_entails,
)
from gongjian.model.kinds import DEFAULT_KINDS
from gongjian.model.quota import parse_quota

SCHOOL_YEAR = (date(2022, 9, 1), date(2023, 7, 31))
TWO_YEARS = (date(2022, 9, 1), date(2024, 7, 31))


def judged(commitment, requirement, span=SCHOOL_YEAR, **numbers) -> Entailment:
    parties = Parties(*span, **numbers)
    return entails(parse_quota(commitment), parse_quota(requirement), parties=parties)


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict", "reason"),
    [
        ("≥2次/学期", "≥2次/学期", "满足", "每学期按承诺至少2次，达到要求的2次"),
        ("≥1次/学期", "≥2次/学期", "不足", "每学期按承诺只有1次，少于要求的2次"),
        (
            "≥3次/学年",
            "≥2次/学期",
            "不足",
            "2022—2023学年第一学期至2022—2023学年第二学期共2个学期，要求合计不少于4次，按承诺合计只有3次",
        ),
        (
            "≥4次/学年",
            "≥2次/学期",
            "无法保证",
            "承诺的每学年不少于4次可以全落在别的学期，2022—2023学年第一学期可能只有0次，要求不少于2次",
        ),
        ("≥2次/学期", "≥4次/学年", "满足", "每学年按承诺至少4次，达到要求的4次"),
        ("≥2次/学期", "≥5次/学年", "不足", "2022—2023学年按承诺只有4次，少于要求的5次"),
        ("≥2人", "1-2人", "无法保证", "承诺没有写至多多少，全程可能超过要求的2人"),
        ("=2人", "1-2人", "满足", "全程按承诺至少2人，达到要求的1人，最多2人，不超过要求的2人"),
        (
            "1-5人",
            "=3人",
            "不足",
            "全程按承诺的下限只有1人，少于要求的3人；全程按承诺的上限有5人，超过要求的3人",
        ),
        ("≤2次/学期", "≤4次/学年", "满足", "每学年按承诺最多4次，不超过要求的4次"),
        ("≤2次/学期", "≤3次/学年", "不足", "2022—2023学年按承诺合计有4次，超过要求的3次"),
        ("1-2次/学期", "≤3次/学年", "无法保证", "2022—2023学年可能多到4次，超过要求的3次"),
        ("≤2次/学期", "≥1次/学期", "无法保证", "承诺没有写至少多少，每学期可能只有0次，要求不少于1次"),
    ],
)
def test_counts_in_terms_and_years(commitment, requirement, verdict, reason):
    result = judged(commitment, requirement)
    assert (result.verdict, result.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict", "reason"),
    [
        ("≥2次/学期/成员校", "≥4次/学期", "满足", "每学期按承诺2所成员校合计至少4次，达到要求的4次"),
        ("≥2次/学期/成员校", "≥5次/学期", "不足", "每学期按承诺2所成员校合计只有4次，少于要求的5次"),
        (
            "≥4次/学期",
            "≥2次/学期/成员校",
            "无法保证",
            "承诺的每学期不少于4次可以全落在一所成员校，每学期别的成员校可能只有0次，要求不少于2次",
        ),
        (
            "≥3次/学期",
            "≥2次/学期/成员校",
            "不足",
            "每学期2所成员校，要求合计不少于4次，按承诺合计只有3次",
        ),
        ("≥2次/学期/校", "≥2次/学期/成员校", "满足", "每学期每所成员校按承诺至少2次，达到要求的2次"),
        (
            "≥2次/学期/成员校",
            "≥1次/学期/校",
            "不足",
            "承诺只说到每所成员校，没有说到牵头校，要求是每校每学期不少于1次",
        ),
        ("≥1次/学期/对", "≥1次/学期/成员校", "满足", "每学期每所成员校按承诺至少1次，达到要求的1次"),
        ("≥1次/学期/成员校", "≥2次/学期/牵头校", "满足", "每学期每所牵头校按承诺2所成员校合计至少2次，达到要求的2次"),
    ],
)  # fmt: skip
def test_schools_with_two_members(commitment, requirement, verdict, reason):
    result = judged(commitment, requirement, members=2)
    assert (result.verdict, result.reason) == (verdict, reason)


@pytest.mark.parametrize("subject", ["成员校", "对", "牵头校"])
def test_one_of_a_kind_is_the_whole_plan(subject):
    assert judged("≥2次/学期", f"≥2次/学期/{subject}").verdict == "满足"
    assert judged(f"≥2次/学期/{subject}", "≥2次/学期").verdict == "满足"


def test_who_knows_how_many_members_each_of_several_leads_has():
    assert judged("≥1次/年/成员校", "≥1次/年/牵头校", leads=2, members=3).verdict == "满足"
    assert judged("≥1次/年/成员校", "≥2次/年/牵头校", leads=2, members=3).verdict == "无法保证"
    assert judged("≥1次/年/成员校", "≥3次/年/牵头校", leads=2, members=3).verdict == "不足"
    assert judged("≥1次/年/牵头校", "≥1次/年/成员校", leads=2, members=2).verdict == "满足"


def test_nobody_says_how_many_people():
    unknown = judged("≥1节/学年/人", "≥2节/学年")
    assert unknown.reason == "不知道有多少人，每学年可能只有1节，要求不少于2节"
    assert judged("≥1节/学年/人", "≥2节/学年", people=2).verdict == "满足"
    assert judged("≥1节/学年/人", "≥1节/学年").verdict == "满足"
    assert judged("≥20节/学期", "≥2节/学期/人").verdict == "无法保证"
    assert judged("≥20节/学期", "≥2节/学期/人", people=11).verdict == "不足"


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict"),
    [
        ("≥2次/学年", "≥2次/年", "无法保证"),  # both school years may leave 2023 out
        ("≥5次/学年", "≥6次/年", "无法保证"),
        ("≥5次/学年", "≥11次/年", "不足"),  # 2023 meets both, ten in all
        ("≤2次/学年", "≤4次/年", "满足"),
        ("≤2次/学年", "≤3次/年", "无法保证"),
        ("≥4次/年", "≥1次/学年", "无法保证"),
        ("≥1次/月", "≥12次/年", "满足"),
        ("≥1次/月", "≥5次/学期", "满足"),  # the second term ends with the plan, in July
        ("≥1次/月", "≥6次/学期", "不足"),
        ("≥1次/周", "≥3次/月", "满足"),
        ("≥1次/周", "≥4次/月", "无法保证"),  # the fourth week may spend itself in the next month
        ("≥1次/周", "≥6次/月", "不足"),
    ],
)
def test_periods_that_cross(commitment, requirement, verdict):
    assert judged(commitment, requirement, TWO_YEARS).verdict == verdict


@pytest.mark.parametrize(
    ("commitment", "requirement", "span", "verdict", "reason"),
    [
        (
            "≥2次/学期", "≥4次/学年", (date(2024, 1, 1), date(2024, 12, 31)),
            "满足", "方案全程（没有完整的学年）按承诺至少4次，达到要求的4次",
        ),
        (
            "≥1次/学期", "≥2次/学年", (date(2023, 2, 1), date(2023, 7, 31)),
            "不足", "方案全程（没有完整的学年）按承诺只有1次，少于要求的2次",
        ),
        (
            "≥2次/学期", "≥4次", (date(2022, 9, 1), date(2023, 4, 30)),
            "不足", "方案全程按承诺只有2次，少于要求的4次",
        ),
        (
            "≤1次/学期", "≤9次", (date(2022, 9, 1), date(2023, 4, 30)),
            "无法保证", "承诺的上限没有管到方案全程的每一天，可能超过要求的9次",
        ),
    ],
)  # fmt: skip
def test_parts_of_periods(commitment, requirement, span, verdict, reason):
    result = judged(commitment, requirement, span)
    assert (result.verdict, result.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict"),
    [
        ("≥1篇", "≥1篇/全程", "满足"),  # no period is the whole plan
        ("≥1篇/全程", "≥1篇", "满足"),
        ("≥1篇/学年", "≥2篇", "满足"),
        ("≥2篇", "≥1篇/学年", "无法保证"),
        ("≥1篇", "≥1篇/学年", "不足"),
    ],
)
def test_no_period_is_the_whole_plan(commitment, requirement, verdict):
    assert judged(commitment, requirement, TWO_YEARS).verdict == verdict


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict"),
    [
        ("≥2门/学期", "≥2门/学年", "满足"),
        ("≥2门/学期", "≥4门/学年", "无法保证"),  # they may be the same two
        ("≥2门/学期", "≥5门/学年", "不足"),
        ("≥2门/学年", "≥2门/学期", "无法保证"),
        ("≤2门/学期", "≤4门/学年", "满足"),
        ("≥2门/年/成员校", "≥2门/年", "满足"),
        ("≥2门/年/成员校", "≥4门/年", "无法保证"),
    ],
)
def test_distinct_subjects_do_not_add_up(commitment, requirement, verdict):
    assert judged(commitment, requirement, members=2).verdict == verdict


@pytest.mark.parametrize(
    ("commitment", "requirement", "verdict", "reason"),
    [
        ("≥1周", "≥5天", "满足", "按承诺至少7天，达到要求的5天"),
        ("=1学年", "=2学期", "满足", "按承诺至少2个学期，达到要求的2个学期，最多2个学期，不超过要求的2个学期"),
        ("=1学年/人", "≥1年", "满足", "按承诺至少1年，达到要求的1年"),
        ("≥1年/人", "≥1学年/人", "满足", "每人按承诺至少1学年，达到要求的1学年"),
        ("≥1年/人", "≥3年/人", "不足", "每人按承诺只有1年，少于要求的3年"),
        ("1-3年", "≥2年", "无法保证", "可能只有1年，要求不少于2年"),
        ("≥1月", "≥28天", "满足", "按承诺至少28天，达到要求的28天"),
        ("≥1月", "≥30天", "无法保证", "可能只有28天，要求不少于30天"),
        ("≥1学期", "≥3月", "满足", "按承诺至少约3.48个月，达到要求的3个月"),
        ("≥2月", "≥1学期", "不足", "按承诺只有约0.57个学期，少于要求的1个学期"),
        ("≥1周/学期", "≥14天/学年", "满足", "每学年按承诺至少14天，达到要求的14天"),
        ("≤45岁", "≤50岁", "满足", "按承诺最多45岁，不超过要求的50岁"),
        ("≤50岁", "≤45岁", "不足", "按承诺有50岁，超过要求的45岁"),
        ("≥15课时/周/人", "≥12课时/周/人", "满足", "每周每人按承诺至少15课时，达到要求的12课时"),
        ("≥12课时/周/人", "≥15课时/周/人", "不足", "每周每人按承诺只有12课时，少于要求的15课时"),
        ("≥10%/学年", "≥10%", "满足", "按承诺至少10%，达到要求的10%"),
        ("=100%", "≥100%", "满足", "按承诺至少100%，达到要求的100%"),
        ("≥2万元/年", "≥15000元/年", "满足", "方案全程（没有完整的年）按承诺至少20000元，达到要求的15000元"),
    ],
)  # fmt: skip
def test_values_of_each_person_or_thing(commitment, requirement, verdict, reason):
    result = judged(commitment, requirement)
    assert (result.verdict, result.reason) == (verdict, reason)


def test_a_three_year_cycle_in_a_one_year_plan_is_three_years():
    assert judged("=3年/人", "≥3年/人").verdict == "满足"


@pytest.mark.parametrize(
    ("commitment", "requirement", "message"),
    [
        ("≥2次", "≥2节", "承诺按“次”计（次数），要求按“节”计（课时），不是一回事，不能比较"),
        ("≥2人", "≥2人次", "承诺和要求一个按“人”计，一个按“人次”计，同一个人可以算几人次，不能折算"),
        ("≥1台", "≥1册", "“台”和“册”没有固定的换算，不能比较"),
        ("≥4小时", "≥1天", "“小时”和“天”没有固定的换算，不能比较"),
        ("≥10%/学年", "≥5%/学期", "承诺按“每学年”算，要求按“每学期”算，比例不能这样折算"),
        ("≥1次/学期/人", "≥1次/学期/校", "承诺按“每人”算，要求按“每校”算，不能折算"),
        ("≥1周/人", "≥1周/班", "承诺按“每人”算，要求按“每班”算，不能折算"),
    ],
)
def test_what_nothing_relates_is_refused(commitment, requirement, message):
    with pytest.raises(IncomparableError) as refused:
        judged(commitment, requirement)
    assert str(refused.value) == message


def test_nobody_to_count_is_refused():
    with pytest.raises(IncomparableError, match="方案里没有成员校，“每所成员校”无从算起"):
        judged("≥1次/学期", "≥1次/学期/成员校", members=0)


def test_ratios_of_different_things_are_refused():
    half = parse_quota("≥20%/学年")
    of_exchanged, of_eligible = Ratio("骨干教师", "交流教师"), Ratio("骨干教师", "符合条件教师")
    with pytest.raises(IncomparableError) as refused:
        entails(half, half, commitment_ratio=of_exchanged, requirement_ratio=of_eligible)
    assert str(refused.value) == "两个比例的分母不同：承诺是“交流教师”，要求是“符合条件教师”，不能比较"
    assert entails(half, half, commitment_ratio=of_exchanged, requirement_ratio=of_exchanged).satisfied
    assert entails(half, half, requirement_ratio=of_exchanged).satisfied


@pytest.mark.parametrize(
    ("commitment", "requirement", "mend", "hint"),
    [
        ("≥1次/学期", "≥2次/学期", "≥2次/学期", "改为 ≥2次/学期"),
        ("≥3次/学年", "≥2次/学期", "≥2次/学期", "改为 ≥2次/学期"),
        ("≥5次/学年", "≥2次/学期", "≥2次/学期", "在 ≥5次/学年 之外加上 ≥2次/学期"),
        ("≥2人", "1-2人", "=2人", "改为 =2人"),
        ("≥5人", "1-2人", "1-2人", "改为 1-2人"),
        ("1-3人/学年", "≥2人/学期", "≥2人/学期", "改为 ≥2人/学期"),
        ("≥1周", "≥10天", "≥10天", "改为 ≥10天"),
    ],
)
def test_what_would_mend_it(commitment, requirement, mend, hint):
    result = judged(commitment, requirement)
    assert (str(result.mend), result.hint) == (mend, hint)


def test_a_shortfall_in_numbers():
    assert judged("≥3次/学年", "≥2次/学期").shortfall == Shortfall(
        "下限", "2022—2023学年第一学期至2022—2023学年第二学期", required=4, promised=3
    )
    assert judged("≥2人", "1-2人").shortfall == Shortfall("上限", "全程", required=2, promised=None)
    satisfied = judged("≥2次/学期", "≥2次/学期")
    assert (satisfied.shortfall, satisfied.mend, satisfied.hint) == (None, None, "")


def test_without_parties_it_is_one_pair_for_one_school_year():
    parties = default_parties()
    assert (parties.members, parties.leads) == (1, 1)
    assert (parties.start, parties.end) == (date(2024, 9, 1), date(2025, 8, 31))


@pytest.mark.parametrize(
    "numbers", [{"members": -1}, {"people": -1}, {"start": date(2024, 1, 2), "end": date(2024, 1, 1)}]
)
def test_impossible_parties_are_refused(numbers):
    with pytest.raises(ValueError, match=r"不能小于 0|早于开始"):
        Parties(**{"start": date(2024, 1, 1), "end": date(2024, 12, 31)} | numbers)


def test_kinds_compose_with_quotas():
    assert kind_entails(DEFAULT_KINDS, "示范课", "公开课")
    assert not kind_entails(DEFAULT_KINDS, "公开课", "示范课")


@pytest.mark.parametrize(
    ("promised", "asked", "answers"),
    [
        ("互派", "派出", True), ("对等", "互派", True), ("派出", "互派", False),
        ("派出", None, True), (None, "派出", False), (None, None, True),
    ],
)  # fmt: skip
def test_directions(promised, asked, answers):
    assert direction_entails(promised, asked) is answers
