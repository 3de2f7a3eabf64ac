"""New plans: every archetype is sound by itself and with every pack that fits it."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import TypeAdapter

from gongjian.model.base import Text
from gongjian.model.dates import Period
from gongjian.model.kinds import DEFAULT_KINDS
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.model.quota import Quota
from gongjian.repository.drafting.archetypes import ARCHETYPES
from gongjian.repository.drafting.composing import Composed, compose, settle, wrong_schools
from gongjian.repository.drafting.draft import HEADINGS
from gongjian.repository.drafting.request import Pairing, Request
from gongjian.rules.packs import pack_ids
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

YEAR = Period.model_validate("2026-2027学年")
REFUSED = {("单对结对", "gongtongti"), ("一校带几校", "lianmeng")}
"""Packs that want other numbers of schools than the archetype has."""


def request(name: str, *policies: str, standards: Standards = DEFAULT_STANDARDS) -> Request:
    wanted = Request(ARCHETYPES[name], "x", (), YEAR, date(2026, 8, 20), policies=policies)
    return settle(wanted, standards)


def composed(name: str, *policies: str) -> Composed:
    return compose(request(name, *policies), DEFAULT_STANDARDS)


def plan_of(text: str) -> Plan:
    return load(SourceFile.of(text), Plan)


def local_pack(requirements: str) -> Standards:
    head = "gongjian: policy/v1\nid: local\ntitle: 本县要求\ndocument: {title: 办法, issuer: 某县教育局}\n"
    pack = load(SourceFile.of(f"{head}requirements:\n{requirements}"), Policy)
    return Standards((pack,), (pack,))


@pytest.mark.parametrize("name", ARCHETYPES)
def test_an_archetype_is_sound_by_itself(name: str) -> None:
    assert composed(name).findings == ()


@pytest.mark.parametrize("pack", pack_ids())
@pytest.mark.parametrize("name", ARCHETYPES)
def test_an_archetype_meets_every_pack_that_fits(name: str, pack: str) -> None:
    wanted = request(name, pack)
    if (name, pack) in REFUSED:
        assert wrong_schools(wanted, DEFAULT_STANDARDS)
    else:
        assert wrong_schools(wanted, DEFAULT_STANDARDS) == []
        assert [finding.message for finding in compose(wanted, DEFAULT_STANDARDS).findings] == []


@pytest.mark.parametrize("name", ARCHETYPES)
def test_several_packs_at_once(name: str) -> None:
    packs = ("songyang", "yongli", "linhai", "zhifang", "guofa-2016-40", "shoulashou", "zhongxin", "qingyuan")
    assert [finding.message for finding in composed(name, *packs).findings] == []


@pytest.mark.parametrize("period", ["2026年秋季学期", "2026年", "2026-09-01至2029-08-31", "2026-10"])
@pytest.mark.parametrize("pack", ["songyang", "gongtongti", "zhifang", "yongli"])
def test_any_length_of_time(period: str, pack: str) -> None:
    wanted = replace(request("一校带几校", pack), period=Period.model_validate(period))
    assert [finding.message for finding in compose(wanted, DEFAULT_STANDARDS).findings] == []


def test_numbers_of_schools_follow_the_packs() -> None:
    assert len(plan_of(composed("县级方案", "songyang").text).groups) == 6
    assert len(plan_of(composed("教共体共建型", "gongtongti").text).member_schools()) == 2
    assert len(plan_of(composed("教共体共建型").text).member_schools()) == 1


def test_commitments_are_those_that_the_pack_demands() -> None:
    plan = plan_of(composed("支教", "zhifang").text)
    promised = {
        (each.id, each.activity, str(each.quota[0]), each.by, each.direction)
        for _, each in plan.commitments()
    }
    assert ("term", "支教", "≥1年/人", ("牵头校",), "派出") in promised
    assert ("load-middle", "支教教师周课时", "≥12课时/周/人", (), None) in promised
    assert len(promised) == 6
    assert [heading for heading, _ in _points(plan)] == ["平时考核", "年度考核", "不合格", "备案"]


def test_without_demands_the_usual_is_promised() -> None:
    usual = [each.id for each in ARCHETYPES["学生手拉手"].usual]
    for packs in ((), ("shoulashou",)):
        plan = plan_of(composed("学生手拉手", *packs).text)
        assert [each.id for _, each in plan.commitments()] == usual
    merged = plan_of(composed("教共体融合型", "qingyuan").text)  # the pack demands arrangements, no deeds
    assert {"campuses", "party", "principal", "prep"} <= {each.id for _, each in merged.commitments()}


def test_what_is_demanded_twice_is_promised_once() -> None:
    standards = local_pack(
        "  - {id: a, kind: quota, clause: 一, text: 甲, activity: 示范课, quota: ≥2次/学期}\n"
        "  - {id: b, kind: quota, clause: 二, text: 乙, activity: 示范课, quota: 每学期不少于2次}\n"
        "  - {id: a, kind: quota, clause: 三, text: 丙, activity: 示范课, quota: ≥3次/学期}\n"
    )
    text = compose(request("单对结对", standards=standards), standards).text
    assert [each.id for _, each in plan_of(text).commitments()] == ["a", "a-2"]


def test_every_kind_of_requirement_of_a_pack_of_its_own() -> None:
    standards = (
        local_pack(
            "  - {id: q, kind: quota, clause: 一, text: '甲: #1', activity: 田园课, quota: [≥2次/学期, ≥2门/学期], soft: true}\n"
            "  - {id: r, kind: ratio, clause: 二, text: 乙, numerator: 骨干教师, denominator: 交流教师, quota: ≥20%/学年}\n"
            "  - {id: c, kind: coverage, clause: 三, text: 丙, activity: 送教, percent: 50%}\n"
            "  - {id: m, kind: milestone, clause: 四, text: 丁, activity: 送教, milestones: [{by: 9月底, percent: 60%}]}\n"
            "  - {id: n, kind: milestone, clause: 四, text: 丁, activity: 送教, milestones: [{by: 6月底, percent: 80%}]}\n"
            "  - {id: d, kind: deadline, clause: 五, text: 戊, of: 方案, by: 06-15}\n"
            "  - {id: s, kind: deadline, clause: 六, text: 己, of: 总结, by: 7月底}\n"
            "  - {id: o, kind: leadership, clause: 七, text: 庚, role: 办公室主任, post: 科长}\n"
            "  - {id: p, kind: leadership, clause: 八, text: 辛, role: 组长, post: 局长}\n"
            "  - {id: t, kind: section, clause: 九, text: 壬, topic: 三个一}\n"
            "  - {id: u, kind: section, clause: 十, text: 癸, topic: 动员阶段}\n"
            "  - {id: a, kind: assessment, clause: 十一, text: 子, lead: 70%, members: 30%, exempt_rise: 3}\n"
        )
        .in_force[0]
        .model_copy(update={"kinds": ()})
    )
    pack = Standards((standards,), (standards,))
    made = compose(request("单对结对", standards=pack), pack)
    plan = plan_of(made.text)
    assert [(finding.rule, finding.message) for finding in made.findings] == [
        ("GJ225", "不认识的活动类型“田园课”")
    ]
    assert plan.document.date == date(2026, 6, 15)
    assert plan.leadership
    assert plan.leadership.leader
    assert plan.leadership.leader.post == ("校长", "局长")
    assert [phase.heading for phase in plan.phases] == ["动员阶段"]
    assert [len(each.points) for each in plan.measures if each.heading == "“三个一”"] == [3]
    (delivery,) = [each for _, each in plan.commitments() if each.id == "c"]
    assert [(step.by, step.percent) for step in delivery.milestones] == [((6, 30), 80.0)]
    assert "# local 一：甲: #1" in made.text


def test_milestones_follow_the_school_year() -> None:
    standards = local_pack(
        "  - {id: q, kind: quota, clause: 一, text: 甲, activity: 送教, quota: ≥4次/学年}\n"
        "  - {id: m, kind: milestone, clause: 二, text: 乙, activity: 送教,"
        " milestones: [{by: 12月底, percent: 40%}, {by: 6月底, percent: 100%}]}\n"
    )
    made = compose(request("单对结对", standards=standards), standards)
    assert made.findings == ()
    assert "{by: 12-31, percent: 40%}\n          - {by: 06-30, percent: 100%}" in made.text


def test_an_expression_is_left_to_the_author() -> None:
    pytest.importorskip("cel", reason="needs the extra cel")
    standards = local_pack('  - {id: e, kind: expression, clause: 一, text: 甲, expression: "false"}\n')
    assert [f.rule for f in compose(request("单对结对", standards=standards), standards).findings] == [
        "GJ316"
    ]


@pytest.mark.parametrize(
    "name",
    ["'", '"', "甲: 乙", "甲 #乙", "- 甲", "{指标}", "{lead}", "{{ x }}", "{% x %}", "甲" * 3000, "😀小学", "true", "12", "a\\b",
     "三个一小学", "定期组织小学"],
)  # fmt: skip
@pytest.mark.parametrize("archetype", ["单对结对", "教共体融合型", "县级方案"])
def test_schools_of_any_name(name: str, archetype: str) -> None:
    wanted = replace(request(archetype), pairings=(Pairing(name, (f"乙{name}",)),), leader=name, bureau=name)
    made = compose(wanted, DEFAULT_STANDARDS)
    assert made.findings == ()
    plan = plan_of(made.text)
    name = TypeAdapter(Text).validate_python(name)  # plans have no space between Chinese characters
    assert [school.name for school in plan.schools] == [name, f"乙{name}"]
    assert plan.leadership
    assert plan.leadership.leader
    assert plan.leadership.leader.name == name
    assert plan.document.issuer == (name,)


def test_a_school_that_leads_one_group_and_belongs_to_another() -> None:
    pairings = (Pairing("甲", ("乙", "丙")), Pairing("乙", ("丁",)))
    made = compose(replace(request("县级方案"), pairings=pairings), DEFAULT_STANDARDS)
    assert made.findings == ()
    assert [(group.lead, group.members) for group in plan_of(made.text).groups] == [
        ("甲", ("乙", "丙")),
        ("乙", ("丁",)),
    ]


def test_ids_are_made_of_the_names() -> None:
    pairings = (Pairing("“甲”: 小学 #1", ("甲小学 1", "！？", "甲" * 30, "庆元二中")),)
    wanted = replace(request("一校带几校"), pairings=pairings, ids={"庆元二中": "erzhong"})
    assert [party.id for party in wanted.parties()] == [
        "甲小学1",
        "甲小学1-2",
        "member",
        "甲" * 24,
        "erzhong",
    ]
    assert compose(wanted, DEFAULT_STANDARDS).findings == ()


@pytest.mark.parametrize("name", ARCHETYPES)
def test_archetypes_speak_of_known_kinds_in_canonical_quotas(name: str) -> None:
    for usual in ARCHETYPES[name].usual:
        assert DEFAULT_KINDS.canonical(usual.activity) == usual.activity
        assert str(Quota.parse(usual.quota)) == usual.quota


def test_every_root_of_the_kinds_has_a_measure() -> None:
    assert {kind.name for kind in DEFAULT_KINDS if not kind.parents} <= set(HEADINGS)


def _points(plan: Plan) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(point.heading, point.text) for point in plan.requirements.points] if plan.requirements else []
