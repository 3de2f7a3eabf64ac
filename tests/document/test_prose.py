"""Values as official prose."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from texts import hostile_text

from gongjian.document.inline import clean_text, parse_inlines
from gongjian.document.prose import (
    Markdown,
    ProseError,
    escape_output,
    full_date,
    hanzi,
    month,
    names,
    paragraphs,
    pending,
    prose,
)
from gongjian.document.tree import plain_text


@dataclass(frozen=True)
class Person:
    name: str | None = None
    post: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quota:
    prose: str = "每学期不少于2人"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("学校", "学校"),
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (100.0, "100"),
        (Decimal("12.50"), "12.5"),
        (True, "是"),
        (False, "否"),
        (date(2024, 3, 5), "2024年3月5日"),
        (["甲", "乙"], "甲、乙"),
        ((Person("王某"), Person(post=("书记", "校长"))), "王某、书记、校长"),
        (Quota(), "每学期不少于2人"),
    ],
)
def test_prose(value, words):
    assert prose(value) == words


def test_a_mapping_cannot_be_printed_whole():
    with pytest.raises(ProseError, match=r"这里有好几个栏目（name、post），请写到具体一栏"):
        prose({"name": "王某", "post": "校长"})


@pytest.mark.parametrize("value", ["2024-03-05", "2024-3-5", "2024年3月5日", date(2024, 3, 5)])
def test_dates(value):
    assert (full_date(value), month(value)) == ("2024年3月5日", "2024年3月")


def test_a_month_is_date_enough_for_month():
    assert (month("2024-03"), month("2024年3月")) == ("2024年3月", "2024年3月")


@pytest.mark.parametrize("value", ["昨天", "2024-02-30", "2024", 5])
def test_no_date(value):
    with pytest.raises(ProseError, match="不是日期，应写成 2024-03-05"):
        full_date(value)


def test_hanzi():
    assert hanzi(12) == "十二"
    with pytest.raises(ProseError, match=r"「2\.5」不是整数"):
        hanzi(2.5)


def test_nothing_stays_nothing_through_every_filter():
    assert (full_date(None), month(None), hanzi(None), names(None), names([])) == (None,) * 5


def test_nothing_prints_as_pending():
    assert escape_output(None) == "==待补=="
    assert paragraphs(None) == "==待补=="


@pytest.mark.parametrize(
    ("value", "printed"),
    [("", "==待补：电话=="), (None, "==待补：电话=="), ("12*3", "12\\*3"), (0, "0")],
)
def test_pending(value, printed):
    assert pending(value, "电话") == printed


def test_paragraphs_of_a_text_and_of_a_list():
    assert paragraphs("　　一\n\n  # 二  \n") == "一\n\n\\# 二"
    assert paragraphs(["一", "二\n三"]) == "一\n\n二\n\n三"


def test_markdown_is_not_escaped_again():
    assert escape_output(Markdown("**粗**")) == "**粗**"


@given(hostile_text)
def test_output_reads_back(text):
    assert plain_text(parse_inlines(escape_output(text))) == clean_text(text)
