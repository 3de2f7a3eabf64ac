"""Days in other writings."""

import pytest

from gongjian.model.loose_dates import only_day


@pytest.mark.parametrize(
    "text",
    [
        "20240901", "2024-9-1日", "2024年9月1", "2024 09 01", "２０２４－０９－０１", "2024、9、1",
        "2024,9,1", "二〇二四年九月一日", "2024年9-1",
    ],
)  # fmt: skip
def test_a_day_that_can_only_be_read_one_way(text: str) -> None:
    assert only_day(text) == "2024-09-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年十月二十一日", "2024-10-21"),
        ("二○二四年十二月三十日", "2024-12-30"),
        ("2024年一月十日", "2024-01-10"),
    ],
)
def test_chinese_numbers(text: str, day: str) -> None:
    assert only_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "2024-02-30", "20241301", "2024-09", "9月1日", "24-9-1", "1-9-2024", "明天", "2024-9-1-2", "{}"],
)
def test_no_day_or_nobody_can_tell(text: str) -> None:
    assert only_day(text) is None
