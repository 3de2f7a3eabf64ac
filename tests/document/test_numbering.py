"""Numbers laid on headings and items (GB/T 9704-2012, 7.3.3)."""

import pytest

from gongjian.document.numbering import number_blocks, strip_number
from gongjian.document.tree import Heading, Item, Items, Paragraph, Text


def heading(level, words="标题"):
    return Heading(level, (Text(words),))


def items(*depths, start=1):
    return Items(tuple(Item((Text("项"),), depth) for depth in depths), start)


def numbers(*blocks):
    found = []
    for block in number_blocks(blocks):
        found += [item.number for item in block.items] if isinstance(block, Items) else [block.number]
    return found


def test_four_levels():
    assert numbers(heading(1), heading(2), heading(3), heading(4)) == ["一、", "（一）", "1.", "（1）"]


def test_lower_levels_start_anew():
    levels = (1, 2, 2, 3, 1, 2, 3, 4, 4, 3)
    assert numbers(*map(heading, levels)) == [
        "一、", "（一）", "（二）", "1.", "二、", "（一）", "1.", "（1）", "（2）", "2.",
    ]  # fmt: skip


def test_a_level_may_be_skipped():
    assert numbers(heading(1), heading(3), heading(3), heading(1), heading(3)) == [
        "一、",
        "1.",
        "2.",
        "二、",
        "1.",
    ]


def test_beyond_ninety_nine():
    assert numbers(*[heading(1)] * 101)[-2:] == ["一百、", "一百零一、"]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (None, ["1.", "（1）", "①"]),
        (1, ["1.", "（1）", "①"]),
        (2, ["1.", "（1）", "①"]),
        (3, ["（1）", "①", "①"]),
    ],
)
def test_items_stand_below_their_heading(level, expected):
    before = [heading(level)] if level else []
    assert numbers(*before, items(0, 1, 2))[-3:] == expected


def test_items_count_within_their_own_list():
    assert numbers(items(0, 1, 1, 0, 1), items(0)) == ["1.", "（1）", "（2）", "2.", "（1）", "1."]


def test_a_list_may_go_on_from_a_number():
    assert numbers(items(0, 1, 0, start=3)) == ["3.", "（1）", "4."]


def test_other_blocks_pass_unchanged():
    paragraph = Paragraph((Text("正文"),))
    assert list(number_blocks([paragraph])) == [paragraph]


@pytest.mark.parametrize(
    ("by_hand", "left"),
    [
        ("一、指导思想", "指导思想"),
        ("十二、附则", "附则"),
        ("（二）基本原则", "基本原则"),
        ("(二) 基本原则", "基本原则"),
        ("3.教师交流", "教师交流"),
        ("3．教师交流", "教师交流"),
        ("3、教师交流", "教师交流"),
        ("（4）教师交流", "教师交流"),
        ("③教师交流", "教师交流"),
        ("3.5万元资金", "3.5万元资金"),
        ("一对一帮扶", "一对一帮扶"),
        ("2024年安排", "2024年安排"),
        ("（试行）", "（试行）"),
        ("一、", "一、"),
    ],
)
def test_numbers_made_by_hand_are_dropped(by_hand, left):
    assert strip_number((Text(by_hand),)) == (Text(left),)


def test_nothing_is_numbered_twice():
    (block,) = number_blocks([heading(1, "三、主要措施")])
    assert block == Heading(1, (Text("主要措施"),), (), "一、")
