"""GJ322: which schools something reaches, and what share of them is promised."""

import pytest

COVERAGE = {"kind": "coverage", "activity": "骨干教师任教"}
SCHOOLS = [{"id": name, "name": f"{name}小学"} for name in "abc"]
GROUPS = [{"lead": "a", "members": ["b", "c"]}]


def promise(*quotas):
    commitments = [
        {"id": f"p{index}", "activity": "骨干教师任教", **({"quota": quota} if quota else {})}
        for index, quota in enumerate(quotas)
    ]
    return {
        "schools": SCHOOLS,
        "groups": GROUPS,
        "measures": [{"heading": "交流", "commitments": commitments}],
    }


def found(lines):
    return [line for line in lines if line.startswith("GJ322")]


@pytest.mark.parametrize(
    ("quotas", "message"),
    [
        (["100%"], ""),
        (["≥2人/学年/成员校"], ""),
        ([None], ""),
        (["≥80%", "100%"], ""),
        (["≥80%"], "“骨干教师任教”应覆盖100%的成员校，承诺的是80%"),
        (["≥1人/成员校", "≥60%", "≥80%"], "“骨干教师任教”应覆盖100%的成员校，承诺的是80%"),
        ([], "“骨干教师任教”应覆盖100%的成员校，还没有到：b小学、c小学"),
    ],
)
def test_a_promised_share_is_compared(said, quotas, message):
    assert found(said(COVERAGE, **promise(*quotas))) == ([f"GJ322 {message}"] if message else [])


def test_the_finding_stands_by_the_greatest_share(check):
    (finding,) = (each for each in check(COVERAGE, **promise("≥60%", "≥80%")) if each.rule == "GJ322")
    assert (finding.at, finding.hint) == (("measures", 0, "commitments", 1, "quota", 0), "改为 100%")


def test_who_is_sent_for_a_commitment_counts_as_what_it_promises(said):
    def sent(*schools):
        return [
            {
                "kind": "支教",
                "origin": "a",
                "destination": each,
                "period": "2022-2023学年",
                "commitment": "p0",
            }
            for each in schools
        ]

    assert found(said(COVERAGE, **promise("100%"), assignments=sent("b", "c"))) == []
    assert found(said(COVERAGE, **promise("100%"), assignments=sent("b"))) == [
        "GJ322 “骨干教师任教”应覆盖100%的成员校，还没有到：c小学"
    ]


def test_what_is_scheduled_for_a_commitment_counts_as_what_it_promises(said):
    activities = [{"date": "2022-10-19", "activity": "送教", "host": "b", "commitment": "p0"}]
    assert found(said(COVERAGE, **promise("100%"), activities=activities)) == [
        "GJ322 “骨干教师任教”应覆盖100%的成员校，还没有到：c小学"
    ]
