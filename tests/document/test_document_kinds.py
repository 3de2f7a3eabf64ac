"""The registry of kinds: what each needs, and what is said when a plan has it not."""

from dataclasses import replace

import pytest
from materials import BASE, COMPLIANCE, material_of, plan_of

from gongjian.document.builtin import builtin_templates
from gongjian.document.kinds import DEFAULT_KIND, KINDS, NothingToPrintError
from gongjian.document.material import Material
from gongjian.document.rendering import document_from
from gongjian.model.ledger import Ledger

BARE = {
    "activities": (),
    "assignments": (),
    "assessment": None,
    "leadership": None,
    "measures": (),
    "schools": plan_of(BASE).schools[:1],
}
"""Changes to the base plan that leave nothing to print but the plan itself."""

MESSAGES = {
    "结对协议书": "没有结对关系，印不出结对协议书（在方案里写 groups，或者写明各校的 role）",
    "工作计划": "没有这一时期的工作，印不出工作计划",
    "工作总结": "没有承诺、活动安排和台账，印不出工作总结",
    "指标对照表": "没有可以对照的政策要求，印不出指标对照表（在方案里写 policies，列出政策包）",
    "活动安排表": "没有活动安排，印不出活动安排表（在方案里写 activities）",
    "交流人员花名册": "没有交流人员，印不出交流人员花名册（在方案里写 assignments）",
    "台账": "没有活动安排，也没有台账记录，印不出台账（在方案里写 activities，或者记台账）",
    "考核评分表": "没有评分项目，印不出考核评分表（在方案里写 assessment 的 items）",
    "领导小组名单": "没有领导小组的人员，印不出领导小组名单（在方案里写 leadership）",
}


@pytest.fixture(scope="module")
def bare() -> Material:
    return Material(plan_of(BASE).model_copy(update=BARE))


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_without_the_data_gets_one_clear_message(bare: Material, kind: str) -> None:
    if kind not in MESSAGES:
        assert document_from(bare, "", kind).title
        return
    with pytest.raises(NothingToPrintError) as refused:
        document_from(bare, "", kind)
    assert str(refused.value) == MESSAGES[kind]


def test_a_ledger_alone_is_enough_for_a_ledger(bare: Material) -> None:
    record = {"id": "a", "date": "2022-10-20", "activity": "示范课"}
    ledger = Ledger.model_validate({"gongjian": "ledger/v1", "plan": "a", "records": [record]})
    assert document_from(replace(bare, ledger=ledger), "", "台账").blocks


def test_every_kind_has_its_template() -> None:
    folder = builtin_templates()
    there = {path.name for path in folder.glob("*.md.j2") if not path.name.startswith("_")}
    assert there == {kind.template for kind in KINDS.values()}
    assert next(iter(KINDS)) == DEFAULT_KIND


def test_a_term_is_only_for_kinds_about_a_time() -> None:
    material = material_of("yongli", "2023-2024-1")
    assert KINDS["实施方案"].prepared(material).term is None
    assert KINDS["活动安排表"].prepared(material).term == material.term


def test_a_term_out_of_the_plan_is_told() -> None:
    with pytest.raises(NothingToPrintError, match="方案的起止时间里没有2001年，印不出活动安排表"):
        document_from(material_of("yongli", "2001年"), "", "活动安排表")


def test_the_comparison_is_made_when_it_is_printed() -> None:
    plan = plan_of(BASE)
    document = plan.document.model_copy(update={"annexes": ("指标对照表",)})
    assert KINDS["指标对照表"].compares(plan)
    assert not KINDS["实施方案"].compares(plan)
    assert KINDS["实施方案"].compares(plan.model_copy(update={"document": document}))


def test_only_agreements_are_made_for_each_pairing() -> None:
    material = replace(material_of("songyang"), compliance=COMPLIANCE)
    assert {name: len(kind.pairings(material)) for name, kind in KINDS.items() if kind.per_pairing} == {
        "结对协议书": 6
    }
    assert KINDS["实施方案"].pairings(material) == (None,)
