"""What expressions see of a plan, and where their findings stand."""

from pathlib import Path

import pytest

from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.rules.engine import check_plan
from gongjian.rules.standards import Standards
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

pytest.importorskip("cel", reason="pip install gongjian[cel] 后才检查")
BASE = load(SourceFile.read(Path(__file__).parents[1] / "cases/good/base.yaml", "base.yaml"), Plan)


def pack(expression, **more):
    requirement = {
        "id": "a",
        "kind": "expression",
        "clause": "一",
        "text": "要求。",
        "expression": expression,
    }
    document = {"title": "办法", "issuer": "某县教育局"}
    said = {"gongjian": "policy/v1", "id": "p", "title": "甲", "document": document}
    return Policy.model_validate(said | {"requirements": [requirement | more]})


def findings(expression, **more):
    return list(check_plan(BASE, Standards((pack(expression, **more),))))


@pytest.mark.parametrize(
    "expression",
    [
        'leads.map(s, s.name) == ["甲小学"]',
        'members.all(s, s.area == "乡村")',
        "schools.size() == 2",
        'commitments.exists(c, c.id == "demo" && c.quota.exists(q, q.min >= 5 && q.period == "学年"))',
        'activities.filter(a, is_a(a.activity, "公开课")).size() == 1',
        'assignments.all(a, a.kind == "跟岗" && terms(a.period) == 2)',
        "days(plan.period) > 1000 && months(plan.period) == 35 && school_years(plan.period) == 3",
        'plan.document.date < "2022-10-09"',
        "plan.theme == null",
    ],
)
def test_what_expressions_see(expression):
    assert findings(expression) == []


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ("schools", ("schools",)),
        ("measures.1.heading", ("measures", 1, "heading")),
        ("measures.7.heading", ("measures",)),
        ("theme", ("title",)),
        ("__class__", ("title",)),
    ],
)
def test_where_an_unmet_one_is_reported(place, at):
    (finding,) = findings("false", place=place)
    assert (finding.rule, finding.at) == ("GJ316", at)


def test_without_the_library_one_warning_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "cel", None)
    from gongjian.rules.requirements.cel import compile_expression

    compile_expression.cache_clear()
    (finding,) = findings("false")
    assert (finding.rule, finding.severity) == ("GJ316", "warning")
    assert finding.hint == 'pip install "gongjian[cel]"'
    compile_expression.cache_clear()
