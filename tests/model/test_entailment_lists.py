"""Several commitments against several requirements."""

from datetime import date

import pytest

from gongjian.model.entailment import IncomparableError, Parties, entails_all, worst
from gongjian.model.quota import parse_quota

PARTIES = Parties(date(2024, 1, 1), date(2024, 12, 31), members=2)


def judged(commitments, requirements):
    lists = ([parse_quota(text) for text in texts] for texts in (commitments, requirements))
    return entails_all(*lists, parties=PARTIES)


def verdicts(commitments, requirements):
    return [each.verdict for each in judged(commitments, requirements)]


def test_a_total_and_distinct_subjects_beside_it():
    assert verdicts(["≥20节/年", "≥2门/年"], ["≥2门/年", "≥18节/年", "≥21节/年"]) == ["满足", "满足", "不足"]


def test_what_is_not_promised_at_all_falls_short():
    [missing] = judged(["≥20节/年"], ["≥2门/年"])
    assert missing.verdict == "不足"
    assert missing.reason == "承诺里没有按“门”计的指标，要求每年不少于2门"
    assert (str(missing.mend), missing.hint) == ("≥2门/年", "加上 ≥2门/年")
    assert verdicts([], ["≥1次/学期"]) == ["不足"]


def test_the_best_commitment_counts():
    assert verdicts(["≥1次/学期", "≥5次/年"], ["≥4次/年"]) == ["满足"]
    assert verdicts(["≥1次/学期", "≥4次/年"], ["≥2次/学期"]) == ["无法保证"]


def test_two_commitments_may_keep_the_two_ends_of_a_range():
    [both] = judged(["≥1次/学期", "≤4次/年"], ["2-4次/年"])
    assert both.verdict == "满足"
    assert both.reason == "每年按承诺至少2次，达到要求的2次；每年按承诺最多4次，不超过要求的4次"


def test_one_that_cannot_be_compared_does_not_hide_another():
    assert verdicts(["≥1次/学期/人", "≥1次/学期/成员校"], ["≥1次/学期/校"]) == ["不足"]
    with pytest.raises(IncomparableError, match="“每人”"):
        judged(["≥1次/学期/人"], ["≥1次/学期/校"])


def test_the_worst_decides():
    answers = judged(["≥20节/年", "≥2门/年"], ["≥2门/年", "≥21节/年"])
    assert worst(answers) is answers[1]
    with pytest.raises(ValueError, match="empty"):
        worst([])
