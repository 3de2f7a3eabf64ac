"""Titles broken by meaning, shaped like a 梯形 or 菱形."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.titles import break_title
from gongjian.document.widths import width_of


@pytest.mark.parametrize(
    "lines",
    [
        ["永利小学结对共建活动实施方案"],
        ["南城第一小学与北关乡中心小学", "城乡学校结对帮扶工作实施方案"],
        ["实验中学教育集团与青山镇初级中学", "城乡义务教育共同体建设实施方案"],
        ["单县教育和体育局", "关于印发单县城乡学校", "结对共建三年行动实施方案的通知"],
        ["××县教育局", "关于印发《××县城镇学校", "支援农村学校工作实施意见》的通知"],
        ["单县南城第一小学结对徐寨、高韦庄、高老家", "“城乡合作，结对共建”实施方案"],
        ["2022—2023学年第一学期", "城乡教师交流轮岗人员花名册"],
        ["关于进一步加强城乡学校结对共建工作", "推进义务教育优质均衡发展的实施意见"],
    ],
)
def test_titles(lines):
    assert break_title("".join(lines)) == tuple(lines)


def test_the_authors_breaks_are_kept():
    assert break_title("永利小学\n实施方案") == ("永利小学", "实施方案")


def test_a_line_of_the_authors_that_is_too_long_is_broken():
    assert break_title(
        "永利小学\n" + "关于进一步加强城乡学校结对共建工作推进义务教育优质均衡发展的实施意见"
    ) == (
        "永利小学",
        "关于进一步加强城乡学校结对共建工作",
        "推进义务教育优质均衡发展的实施意见",
    )


@given(st.text(st.sampled_from("永利小学结对共建活动关于的通知《》（）〔〕2024—、和与第一"), max_size=90))
def test_no_character_is_lost_and_every_line_fits(title):
    lines = break_title(title)
    assert "".join(lines) == title
    for line in lines:
        kept = line.rstrip("的、》）〕和与—")
        assert width_of(kept) <= 20, "only marks that may not begin a line may hang over"


def test_what_is_no_title_any_more_is_filled_line_by_line():
    assert break_title("甲" * 130) == ("甲" * 20,) * 6 + ("甲" * 10,)
