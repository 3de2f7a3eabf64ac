"""The Document tree."""

from datetime import date

import pytest

from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import Document, SignOff, Text, plain_text


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022年10月8日", date(2022, 10, 8)),
        ("2022年2月30日", None),
        ("2022年10月", None),
        ("待补", None),
    ],
)
def test_the_date_of_a_document(written, day):
    document = Document("标题", sign_off=SignOff(((Text("永利小学"),),), (Text(written),)))
    assert document.date == day


def test_a_document_without_sign_off_has_no_date():
    assert Document("标题").date is None


def test_plain_text():
    assert plain_text((Text("不少于"), Text("2人", "strong"))) == "不少于2人"


@pytest.mark.parametrize(
    ("source", "landscape"),
    [
        ("# 题\n\n::: 表（横排）\n| a |\n|---|\n:::\n", True),
        ("# 题\n\n::: 副标题\n（2024年）\n:::\n\n::: 表（横排） 表1\n| a |\n|---|\n:::\n\n附注。\n", True),
        ("# 题\n\n| a |\n|---|\n", False),
        ("# 题\n\n正文。\n\n::: 表（横排）\n| a |\n|---|\n:::\n", False),
        ("::: 版头\n县教育局\n:::\n\n# 题\n\n::: 表（横排）\n| a |\n|---|\n:::\n", False),
        ("# 题\n", False),
    ],
)
def test_a_title_goes_on_the_page_of_its_table(source, landscape):
    assert parse_markdown(source).opens_landscape is landscape
