"""The plan of an example: completed, like another one, changed; and what the author is told when it is none."""

import sys

import pytest

from gongjian.model.policy import Policy
from gongjian.rules.example_plan import ExampleError, plan_of
from gongjian.rules.pack_examples import Outcome, run_examples, untested
from gongjian.rules.requirements.cel import compile_expression

REQUIREMENTS = [
    {"id": "demo", "kind": "quota", "clause": "三", "text": "每学期两次。", "activity": "公开课", "quota": "≥2次/学期"},
    {"id": "case", "kind": "section", "clause": "四", "text": "写案例。", "topic": "案例"},
    {"id": "head", "kind": "leadership", "clause": "五", "text": "有组长。", "role": "组长"},
]  # fmt: skip
SOUND = {
    "title": "样样写到",
    "plan": {
        "goals": ["收集案例。"],
        "measures": [
            {"heading": "教学", "commitments": [{"id": "demo", "activity": "公开课", "quota": "≥2次/学期"}]},
            {"heading": "宣传", "deadline": "6月底"},
        ],
    },
}


def pack(*examples, **more):
    return Policy.model_validate(
        {
            "gongjian": "policy/v1",
            "id": "ours",
            "title": "本县要求",
            "document": {"title": "本县办法", "issuer": "某县教育局"},
            "requirements": REQUIREMENTS,
            "examples": list(examples),
            **more,
        }
    )


def plan(example, **more):
    *_, (last, before) = _plans(pack(SOUND, example, **more))
    return plan_of(last, pack(**more), before)


def _plans(read):
    before = {}
    for example in read.examples:
        yield example, dict(before)
        before[example.title] = plan_of(example, read, before) if example is not read.examples[-1] else {}


def outcome(example) -> Outcome:
    return list(run_examples(pack(SOUND, example)))[-1]


def test_a_fragment_is_completed():
    found = plan({"title": "a", "plan": {"goals": ["收集案例。"]}})
    assert (found["mode"], found["level"], found["goals"]) == ("结对共建", "校级", ["收集案例。"])
    assert [school["role"] for school in found["schools"]] == ["牵头校", "成员校"]


def test_a_fragment_is_completed_with_what_the_pack_is_about():
    found = plan({"title": "a", "plan": {}}, applies={"mode": ["融合型", "共建型"], "level": "县级"})
    assert (found["mode"], found["level"]) == ("融合型", "县级")


def test_a_pack_for_what_members_issue_is_tried_on_such_a_plan():
    found = plan({"title": "a", "plan": {}}, applies={"role": "成员校"})
    assert found["document"]["issuer"] == "乙小学"


@pytest.mark.parametrize("key", ["leadership", "组织领导"])
def test_what_is_said_takes_the_place_of_the_ground_in_either_language(key):
    found = plan({"title": "a", "plan": {key: {"members": ["刘某"]}}})
    assert {"leadership", "组织领导"} & set(found) == {key}


def test_an_example_is_like_another_one_and_changes_it():
    found = plan(
        {
            "title": "a",
            "like": "样样写到",
            "plan": {"level": "县级"},
            "change": {"demo": "≥1次/学期", "宣传": {"deadline": "12月底"}},
            "without": "收集案例。",
        }
    )
    teaching, publicity = found["measures"]
    assert teaching["commitments"] == [{"id": "demo", "activity": "公开课", "quota": "≥1次/学期"}]
    assert publicity == {"heading": "宣传", "deadline": "12月底"}
    assert (found["level"], found["goals"]) == ("县级", [])


def test_a_change_speaks_the_language_of_what_it_changes():
    measures = [{"小标题": "教学", "承诺": [{"编号": "demo", "活动类型": "公开课", "指标": "≥2次/学期"}]}]
    found = plan({"title": "a", "plan": {"工作措施": measures}, "change": {"demo": "≥1次/学期"}})
    assert found["工作措施"][0]["承诺"][0]["指标"] == "≥1次/学期"


def test_a_part_can_be_left_out_by_id_or_heading():
    assert plan({"title": "a", "like": "样样写到", "without": ["demo", "宣传"]})["measures"] == [
        {"heading": "教学", "commitments": []}
    ]


def test_the_example_before_is_not_changed():
    last = {"title": "c", "like": "样样写到"}
    outcomes = list(run_examples(pack(SOUND, {"title": "b", "like": "样样写到", "without": "demo"}, last)))
    assert [list(each.reported) for each in outcomes] == [[], ["demo"], []]


@pytest.mark.parametrize("more", [{"change": {"dmeo": "≥1次/学期"}}, {"without": "dmeo"}])
def test_a_change_without_effect_is_told(more):
    with pytest.raises(ExampleError, match="“dmeo”没有作用"):
        plan({"title": "a", "like": "样样写到", **more})


def test_a_change_that_changes_nothing_is_told():
    with pytest.raises(ExampleError, match="改得与原来一样"):
        plan({"title": "a", "like": "样样写到", "change": {"demo": "≥2次/学期"}})


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ({"title": "a", "like": "样样写"}, "前面没有名称是“样样写”的例子"),
        ({"title": "a", "plan": {"schools": []}}, "不是一份方案：“学校（schools）”至少要有 1 项"),
        ({"title": "a", "plan": {"领导小组": {}}}, "不是一份方案：不认识的键“领导小组”"),
        (
            {"title": "a", "like": "样样写到", "change": {"demo": "两趟"}},
            "不是一份方案：看不懂的指标：",
        ),
        (
            {"title": "a", "like": "样样写到", "without": "member"},
            "没有办法检查：看不出谁与谁结对：有 1 所牵头校、0 所成员校。还没有成员校",
        ),
        (
            {"title": "a", "plan": {"groups": {"lead": "led", "members": "member"}}, "unmet": "case"},
            "不是一份方案：“结对关系（groups）”应是列表",
        ),
        (
            {"title": "a", "plan": {"groups": [{"lead": "led", "members": "member"}]}, "unmet": "case"},
            "没有办法检查：没有编号为“led”的学校。你是不是想写“lead”？",
        ),
    ],
)
def test_an_example_that_cannot_be_checked_says_why(example, problem):
    found = outcome(example)
    assert found.problem.startswith(problem)
    assert not found.passed


def test_a_requirement_that_cannot_be_worked_out_is_told(monkeypatch):
    """Without the library of expressions an example of one can neither pass nor fail."""
    monkeypatch.setitem(sys.modules, "cel", None)
    compile_expression.cache_clear()
    expression = {
        "id": "few",
        "kind": "expression",
        "clause": "六",
        "text": "两所。",
        "expression": "members.size() > 1",
    }
    read = pack({"title": "a", "plan": {}, "unmet": "few"}, requirements=[expression])
    (found,) = run_examples(read)
    assert found.problem.startswith("没有办法检查：政策包里有用表达式写的要求，没有装计算表达式的库")


def test_what_was_expected_and_what_came_are_told_apart():
    found = outcome({"title": "a", "like": "样样写到", "without": "demo", "unmet": ["case", "head"]})
    assert (found.missed, found.surplus, found.passed) == (("case", "head"), ("demo",), False)
    assert found.reported["demo"].startswith("没有“公开课”的承诺，要求每学期不少于2次")


def test_other_findings_do_not_matter():
    """A fragment need not be a plan that nobody could find fault with."""
    found = outcome({"title": "a", "like": "样样写到", "plan": {"activities": [{"date": "2022-10-03", "activity": "火箭"}]}})  # fmt: skip
    assert found.passed


def test_a_missing_leader_is_the_packs_to_report():
    assert outcome(
        {"title": "a", "like": "样样写到", "plan": {"leadership": {"members": "刘某"}}, "unmet": "head"}
    ).passed


def test_requirements_without_an_example_are_listed():
    assert untested(pack(SOUND, {"title": "a", "like": "样样写到", "without": "demo", "unmet": "demo"})) == (
        "case",
        "head",
    )
