"""Plans held against their packs for the 指标对照表."""

from pathlib import Path

import pytest

from gongjian.document.compliance import Comparison, Compliance
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.repository.comparing import compliance_of
from gongjian.rules.packs import built_in_pack
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
PACK = {
    "gongjian": "policy/v1",
    "id": "county",
    "title": "要求",
    "document": {"title": "某县办法", "number": "某教〔2022〕1号", "issuer": "某县"},
}


def plan_of(name: str) -> Plan:
    return load(SourceFile.read(ROOT / name, name), Plan)


def compared(*requirements: dict[str, object]) -> Compliance:
    given = [{"id": f"r{i}", "clause": "一", "text": "要做。"} | it for i, it in enumerate(requirements)]
    pack = Policy.model_validate(PACK | {"requirements": given})
    return compliance_of(plan_of("tests/cases/good/base.yaml"), Standards(in_force=(pack,)))


@pytest.mark.parametrize(
    ("requirement", "verdict", "commitment", "scheduled"),
    [
        ({"activity": "示范课", "quota": "≥5次/学年"}, "满足", "示范课每学年不少于5次", "5次"),
        ({"activity": "示范课", "quota": "≥9次/学年"}, "不足", "示范课每学年不少于5次", "5次"),
        ({"activity": "示范课", "quota": "≥1次/学期"}, "无法保证", "示范课每学年不少于5次", "5次"),
        ({"activity": "运动会", "quota": "≥1次/年"}, "没有承诺", "", ""),
        ({"activity": "示范课", "quota": "≤50岁"}, "无法比较", "示范课每学年不少于5次", ""),
    ],
)
def test_a_quota_is_compared(
    requirement: dict[str, object], verdict: str, commitment: str, scheduled: str
) -> None:
    (found,) = compared({"kind": "quota"} | requirement).comparisons
    assert isinstance(found, Comparison)
    assert (found.verdict, found.commitment, found.scheduled) == (verdict, commitment, scheduled)
    assert (found.document, found.clause) == ("《某县办法》（某教〔2022〕1号）", "一")
    assert bool(found.reason) == (verdict in ("不足", "无法保证", "无法比较"))


def test_other_requirements_are_met_or_told() -> None:
    met, unmet = compared({"kind": "leadership", "role": "组长"}, {"kind": "section", "topic": "航天"}).checks
    assert (met.met, met.reason) == (True, "")
    assert not unmet.met
    assert "航天" in unmet.reason
    assert "《" not in unmet.reason


def test_every_requirement_that_binds_has_a_line() -> None:
    plan = plan_of("plans/songyang.yaml")
    found = compliance_of(plan)
    pack = built_in_pack("songyang")
    assert {each.clause for each in (*found.comparisons, *found.checks)} == {
        it.clause for it in pack.requirements
    }
    assert len(found.checks) + len({each.requirement for each in found.comparisons}) == len(pack.requirements)


def test_a_plan_without_packs_has_nothing_to_compare() -> None:
    assert not compliance_of(plan_of("tests/cases/good/base.yaml"))
