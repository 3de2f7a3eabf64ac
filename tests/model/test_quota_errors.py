"""What is refused: where reading failed, why, and what to write instead."""

from __future__ import annotations

import pytest

from gongjian.model.quota import QuotaError, parse_quantity, parse_quota

# text, what the caret underlines, the message
REFUSED = [
    ("", "", "指标是空的"),
    (" \n", "", "指标是空的"),
    ("≥2", "", "写到这里就断了，还缺单位"),
    ("每学期", "", "写到这里就断了，还缺数字"),
    ("2次/", "", "写到这里就断了，还缺周期或对象"),
    ("2-", "", "写到这里就断了，还缺数字"),
    ("≥两/学期", "/", "读到“/”，这里应当是单位"),
    ("≥2/学期", "/", "读到“/”，这里应当是单位"),
    ("≥2伙/学期", "伙", "读到“伙”，这里应当是单位"),
    ("≥2次/学其", "学其", "读到“学其”，这里应当是周期或对象"),
    ("≥ 2 次 ／ 學 其 / 校", "學 其", "读到“學 其”，这里应当是周期或对象"),
    ("每两年1次", "两年", "读到“两年”，这里应当是周期或对象"),
    ("不少予2次", "不少予", "读到“不少予”，这里应当是数字"),
    ("≥2次学期", "学期", "读到“学期”，这里应当是“/”或结尾"),
    ("≥2次/学期呀", "呀", "读到“呀”，这里应当是“/”或结尾"),
    ("≥2次/学期/学年", "学年", "周期写了两次"),
    ("每学期2次/学期", "学期", "周期写了两次"),
    ("每校2次/人", "人", "对象写了两次"),
    ("每学年每学期2次", "每学期", "周期写了两次"),
    ("3-1次", "3-1次", "范围写反了，小的数在前"),
    ("1次-2场", "1次-2场", "范围两头单位不同：次、场"),
    ("≥-1次", "-1", "指标没有负数"),
    ("－5%", "－5", "指标没有负数"),
    ("<0次", "0次", "次数不能小于 0"),
    ("≥1.5次", "1.5次", "“次”按整数计，不能是 1.5次"),
    ("半节", "半节", "“节”按整数计，不能是 0.5节"),
    ("≥1-2人", "≥1-2人", "范围已有上下限，不能再加别的界限"),
    ("1-2人以上", "1-2人以上", "范围已有上下限，不能再加别的界限"),
    ("至多2次以上", "至多2次以上", "前后两个界限互相矛盾"),
    ("=2次以上", "=2次以上", "前后两个界限互相矛盾"),
    ("至少不超过2次", "不超过", "界限写了两次，而且不一样"),
    ("不少于1次不超过3次", "不超过", "读到“不超过”，这里应当是“/”或结尾"),
    ("超过10%", "超过10%", "比例不按整数计，不含10%本身就没有确切的界限"),
    ("每人超过2年/学期", "超过2年", "时长不按整数计，不含2年本身就没有确切的界限"),
    ("男50周岁以下", "男", "指标不分性别"),
    ("约20节", "约", "约数没有界限，无法核对"),
    ("20节左右", "左右", "约数没有界限，无法核对"),
    ("二十多次", "多", "约数没有界限，无法核对"),
    ("三年级", "级", "这是次序，不是数量"),
    ("第3次", "第", "这是次序，不是数量"),
    ("1 2次", " ", "数字中间有空格，不知道是一个数还是两个数"),
    ("一百二次", "一百二", "这个数字读不懂"),
    ("一二三次", "一二三", "这个数字读不懂"),
    ("三分之一", "三分之一", "这个分数化不成百分数"),
    ("0分之1", "0分之1", "这个分数化不成百分数"),
    ("≥" + "9" * 31 + "次", "9" * 31, "数字太长，最多 30 位"),
    (">" + "9" * 30 + "次", "9" * 30 + "次", "数字太长，最多 30 位"),
    ("9" * 30 + "亿次", "9" * 30 + "亿", "数字太长，最多 30 位"),
]


@pytest.mark.parametrize(("text", "place", "message"), REFUSED)
def test_refused_at_its_place(text, place, message):
    with pytest.raises(QuotaError) as caught:
        parse_quota(text)
    error = caught.value
    assert (error.text, error.message) == (text, message)
    assert text[error.offset : error.offset + error.length] == place
    assert str(error) == message


@pytest.mark.parametrize(
    ("text", "offset"), [("≥2", 2), ("≥2次/学其", 4), ("每学期2次/学期", 6), (" ≥ 2 伙", 5)]
)
def test_offsets_count_characters_of_the_original(text, offset):
    with pytest.raises(QuotaError) as caught:
        parse_quota(text)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("≥2次/学其", "你是不是想写“学期”？"),
        ("≥2次/成员效", "你是不是想写“成员校”？"),
        ("每学其2次", "你是不是想写“学期”？"),
        ("≥2小事", "你是不是想写“小时”？"),
        ("不少予2次", "你是不是想写“不少于”？"),
        ("3-1次", "你是不是想写“1-3次”？"),
        ("超过10%", "含本数时写 ≥10%，不含时写出达得到的界限"),
        ("不足2年", "含本数时写 ≤2年，不含时写出达得到的界限"),
    ],
)
def test_a_close_word_is_offered(text, hint):
    with pytest.raises(QuotaError) as caught:
        parse_quota(text)
    assert caught.value.hint == hint


def test_a_missing_unit_lists_the_units():
    with pytest.raises(QuotaError) as caught:
        parse_quota("≥2/学期")
    assert caught.value.hint == (
        "单位有：次 场 期 遍；人 人次；节 课时 学时；门；篇 个 项 台 套 册 份 件；元 万元；"
        "学期 学年 年 月 周 天 小时 分钟；%；岁；所 家 对 区 校"
    )


def test_an_unknown_scope_lists_the_scopes():
    with pytest.raises(QuotaError) as caught:
        parse_quota("2次/县")
    assert caught.value.hint == "周期有：学期 学年 年 月 周 全程；对象有：校 成员校 牵头校 对 人 班"


@pytest.mark.parametrize(
    ("text", "word", "offset"),
    [("定期", "定期", 0), ("每学期若干人", "若干", 3), ("每年一定比例", "一定比例", 2)],
)
def test_a_vague_word_is_no_quota(text, word, offset):
    with pytest.raises(QuotaError) as caught:
        parse_quota(text)
    error = caught.value
    assert (error.message, error.offset, error.length) == (f"“{word}”没有数字，无法核对", offset, len(word))
    assert error.hint == "写出数字，例如 ≥2次/学期、1-2人/学年/校、=3年/人、≤50岁、≥10%/学年"


@pytest.mark.parametrize("piece", ["不", "9", "每", "至", "一", " ", "-", "/学期", "十万", "1 "])
def test_garbage_is_refused_by_its_length(piece):
    text = (piece * 5000)[:5000]
    with pytest.raises(QuotaError) as caught:
        parse_quantity(text)
    assert caught.value.message == "太长了（5000 字），一条指标写不了 400 字"
    assert (caught.value.offset, caught.value.length) == (400, 4600)
