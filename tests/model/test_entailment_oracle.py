"""The decision against the definitions: all small schedules over real calendars.

`python -m benchmarks.entailment 10000` does the same at length.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Comparison, comparisons, verdict

from gongjian.model.calendar import DEFAULT_CALENDAR
from gongjian.model.entailment import Parties, entails
from gongjian.model.entailment.dimension import DAYS
from gongjian.model.quota import parse_quota


@settings(max_examples=400)
@given(comparisons(budget=2000))
def test_every_verdict_is_the_one_of_the_definitions(case: Comparison):
    decided = entails(case.commitment, case.requirement, case.calendar, case.parties)
    assert decided.verdict == verdict(case)
    assert decided.satisfied == (decided.shortfall is None) == (decided.mend is None) == (not decided.hint)


@settings(max_examples=200)
@given(comparisons(budget=300))
def test_what_mends_a_shortfall_satisfies_the_requirement(case: Comparison):
    decided = entails(case.commitment, case.requirement, case.calendar, case.parties)
    if decided.mend:
        assert entails(decided.mend, case.requirement, case.calendar, case.parties).satisfied


@settings(max_examples=100)
@given(comparisons(budget=2000), st.integers(1, 9))
def test_what_holds_for_any_number_of_people_holds_for_each(case: Comparison, people: int):
    start, end = case.parties.start, case.parties.end
    unknown, known = Parties(start, end), Parties(start, end, people=people)
    texts = ("≥{}节/学期/人", "≥{}节/学年", "≤{}节/学年", "≤{}节/学期/人")
    for one, other in zip(texts, texts[1:] + texts[:1], strict=True):
        quotas = (
            parse_quota(one.format(case.largest)),
            parse_quota(other.format(case.requirement.maximum or 1)),
        )
        doubtful = entails(*quotas, case.calendar, unknown).verdict
        assert doubtful in {"无法保证", entails(*quotas, case.calendar, known).verdict}


@pytest.mark.parametrize(
    ("commitment", "requirement", "expected"),
    [
        ("≥4次/学年", "≥2次/学期", "无法保证"),
        ("≥3次/学年", "≥2次/学期", "不足"),
        ("≥2次/学期", "≥4次/学年", "满足"),
    ],
)
def test_the_oracle_knows_the_textbook_cases(commitment, requirement, expected):
    parties = Parties(date(2022, 9, 1), date(2023, 8, 31))
    quotas = (parse_quota(commitment), parse_quota(requirement))
    assert verdict(Comparison(*quotas, DEFAULT_CALENDAR, parties, 4)) == expected


def test_the_days_of_terms_and_school_years_are_those_of_the_calendar():
    spring = [DEFAULT_CALENDAR.cell_of("学期", date(year, 3, 1)) for year in (2023, 2024)]
    assert max((term.last - term.first).days + 1 for term in spring) == DAYS["学期"][1]
    assert (date(2022, 12, 31) - date(2022, 9, 15)).days + 1 == DAYS["学期"][0]
    assert (date(2023, 6, 30) - date(2022, 9, 15)).days + 1 == DAYS["学年"][0]
    leap = DEFAULT_CALENDAR.school_year(2023)
    assert (leap.last - leap.first).days + 1 == DAYS["学年"][1]
