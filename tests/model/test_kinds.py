"""The tree of kinds: names, what is a kind of what, and what contradicts itself."""

import re
from pathlib import Path

import pytest

from gongjian.model.kinds import DEFAULT_KINDS, Kind, KindError, Kinds, read_tree
from real_plans import REAL_PLANS

PLANS = Path(__file__).parents[2] / "plans"


@pytest.mark.parametrize("kind", ["示范课", "研讨课", "汇报课", "观摩课"])
def test_lessons_for_an_audience_are_public_lessons(kind):
    assert DEFAULT_KINDS.is_a(kind, "公开课")
    assert DEFAULT_KINDS.is_a(kind, "教研活动")
    assert not DEFAULT_KINDS.is_a("公开课", kind)


@pytest.mark.parametrize("kind", ["线上教研", "线下教研", "集体备课", "听课评课"])
def test_research_of_any_form_is_research(kind):
    assert DEFAULT_KINDS.is_a(kind, "教研活动")


def test_aliases_name_the_same_kind():
    assert DEFAULT_KINDS.canonical("展示课") == "示范课"
    assert DEFAULT_KINDS.canonical(" 网络教研 ") == "线上教研"
    assert DEFAULT_KINDS.is_a("展示课", "公开教学")
    assert DEFAULT_KINDS.canonical("火箭发射") is None


def test_a_kind_may_have_two_parents():
    assert DEFAULT_KINDS.ancestors("送教课") == ("公开课", "送教", "教研活动", "课堂教学交流")
    assert DEFAULT_KINDS.is_a("中层跟岗", "教师交流")
    assert DEFAULT_KINDS.is_a("中层跟岗", "干部交流")


def test_unknown_kinds_are_only_themselves():
    assert DEFAULT_KINDS.is_a("火箭发射", "火箭发射")
    assert not DEFAULT_KINDS.is_a("火箭发射", "教研活动")
    assert not DEFAULT_KINDS.is_a("示范课", "火箭发射")
    assert DEFAULT_KINDS.ancestors("火箭发射") == ()


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("示范科", "示范课"), ("语文示范课", "示范课"), ("联席会", "联席会议"), ("捐书", "物资捐赠")],
)
def test_the_nearest_name_is_offered_first(name, nearest):
    assert DEFAULT_KINDS.nearest(name)[0] == nearest
    assert len(DEFAULT_KINDS.nearest(name)) <= 3


def test_nothing_is_offered_for_what_is_like_nothing():
    assert DEFAULT_KINDS.nearest("火箭发射") == []


def test_every_kind_of_the_worked_plans_is_known():
    named = {
        name.strip()
        for path in REAL_PLANS
        for name in re.findall(r"\bactivity: ([^,}\n#]+)", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 40
    assert sorted(name for name in named if name not in DEFAULT_KINDS) == []


@pytest.mark.parametrize(
    "name",
    [
        "管理交流会", "中层跟岗", "教师交流", "集体备课", "备课检查", "期末测试", "质量分析", "德育经验交流会",
        "论文", "课题", "听课评课", "专题讲座", "送教", "同步课堂", "联席会议", "学习体会",
        "支教", "跟岗", "教科研活动", "课堂教学交流活动", "学年度工作总结", "学年活动实施方案", "督导考核", "教师网络研修",
        "教师备课全面检查", "教学常规监督检查", "共同研究课题", "全方位学习活动", "经验交流会", "分管副校长",
    ],
)  # fmt: skip
def test_every_kind_of_the_facts_is_known(name):
    assert name in DEFAULT_KINDS


def test_a_pack_adds_kinds_and_names():
    kinds = DEFAULT_KINDS.extended(
        [Kind("微课展评", ("展示课",), ("微课比赛",)), Kind("示范课", aliases=("样板课",))]
    )
    assert kinds.is_a("微课比赛", "公开课")
    assert kinds.canonical("样板课") == kinds.canonical("展示课") == "示范课"
    assert "微课展评" not in DEFAULT_KINDS


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ([Kind("观摩课", aliases=("展示课",))], "“展示课”已经是“示范课”的名称，不能再指“观摩课”"),
        ([Kind("微课", ("公开刻",))], "“微课”的上级“公开刻”没有这个类型，是不是“公开课”？"),
        ([Kind("教研活动", ("示范课",))], "类型的上级绕成了圈：“教研活动”→“示范课”→“公开课”→“教研活动”"),
        ([Kind("微课", ("微课",))], "类型的上级绕成了圈：“微课”→“微课”"),
    ],
)
def test_contradictions_are_refused(more, message):
    with pytest.raises(KindError) as refused:
        DEFAULT_KINDS.extended(more)
    assert str(refused.value) == message


def test_an_outline_is_read_by_its_indentation():
    outline = """
    甲 = 甲一 甲二
        乙
            丙 < 丁
    丁
    """
    assert tuple(read_tree(outline)) == (
        Kind("甲", (), ("甲一", "甲二")),
        Kind("乙", ("甲",)),
        Kind("丙", ("乙", "丁")),
        Kind("丁"),
    )
    assert Kinds(tuple(read_tree(outline))).ancestors("丙") == ("乙", "丁", "甲")


def test_kinds_are_known_in_traditional_characters() -> None:
    assert DEFAULT_KINDS.canonical("展示課") == "示范课"
    assert DEFAULT_KINDS.is_a(" 示範課", "公開課")
    assert "同步課堂" in DEFAULT_KINDS
    assert DEFAULT_KINDS.ancestors("同步課堂") == ("线上教学",)
    assert DEFAULT_KINDS.nearest("示苑課")[:1] == ["示范课"]
    assert DEFAULT_KINDS.is_a("鄉土課", "乡土课")
    assert DEFAULT_KINDS.canonical("鄉土課") is None
