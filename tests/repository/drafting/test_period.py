"""When a new plan is for, as people answer."""

import pytest

from gongjian.model.dates import DateError
from gongjian.repository.drafting.period import period_in


@pytest.mark.parametrize(
    ("text", "days", "label"),
    [
        ("2026-2027学年", ("2026-09-01", "2027-08-31"), "2026-2027学年"),
        ("2026-2027", ("2026-09-01", "2027-08-31"), "2026—2027学年"),
        ("2026-2027-2", ("2027-02-01", "2027-08-31"), "2026—2027学年第二学期"),
        ("二〇二六年秋季学期", ("2026-09-01", "2027-01-31"), "2026年秋季学期"),
        ("二〇二六—二〇二七学年第一学期", ("2026-09-01", "2027-01-31"), "2026—2027学年第一学期"),
        ("二〇二六年九月一日", ("2026-09-01", "2026-09-01"), None),
        ("2026年9月1日至2027年7月31日", ("2026-09-01", "2027-07-31"), None),
        (" 2026年 ", ("2026-01-01", "2026-12-31"), "2026年"),
    ],
)
def test_what_is_understood(text: str, days: tuple[str, str], label: str | None) -> None:
    period = period_in(text)
    assert (str(period.start), str(period.end)) == days
    assert period.label == label


@pytest.mark.parametrize("text", ["2026-2028", "明年", "二〇二六年十三月一日", ""])
def test_what_is_not(text: str) -> None:
    with pytest.raises(DateError):
        period_in(text)
