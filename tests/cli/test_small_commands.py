"""`gongjian quota`, `rules`, `explain`, `schema`."""

import json

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.rules.index import RULES


def test_quota_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quota", "至少1次/学期", "--format", "json"]) == codes.FINE
    assert json.loads(capsys.readouterr().out) == {
        "input": "至少1次/学期",
        "canonical": "≥1次/学期",
        "prose": "每学期不少于1次",
        "dimension": "次",
        "min": 1,
        "max": None,
        "period": "学期",
        "per": None,
        "family": "次数",
    }


def test_quota_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quota", "1-2人/学年/校"]) == codes.FINE
    assert capsys.readouterr().out.splitlines() == [
        "规范写法  1-2人/学年/校",
        "公文说法  每校每学年1至2人",
        "计量单位  人",
        "最　　少  1",
        "最　　多  2",
        "期　　限  学年",
        "范　　围  校",
    ]


def test_unreadable_quota_points_at_the_character(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quota", "不少于2次/学其"]) == codes.FINDINGS
    text, caret, message, hint = capsys.readouterr().err.splitlines()
    assert (text, caret) == ("不少于2次/学其", "          ^^^^")
    assert message.startswith("读到“学其”")
    assert hint == "改法：你是不是想写“学期”？"


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == codes.FINE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("GJ")] == list(RULES)


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--format", "json"]) == codes.FINE
    listed = json.loads(capsys.readouterr().out)
    assert listed[0] == {"id": "GJ001", "name": "unreadable-file", "severity": "error", "title": "文件读不了"}
    assert len(listed) == len(RULES)


@pytest.mark.parametrize("name", ["GJ211", "gj211", "period-reversed"])
def test_explain_finds_a_rule_by_id_or_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name]) == codes.FINE
    shown = capsys.readouterr().out
    assert shown.startswith("# GJ211 结束不能早于开始\n\n程度：错误；名称：`period-reversed`\n")
    assert "坏例：\n```yaml\nperiod: {start: 2025-09-01, end: 2025-07-31}\n```" in shown


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", rule]) == codes.FINE
    assert capsys.readouterr().out.startswith(f"# {rule} {RULES[rule].title}")


@pytest.mark.parametrize(
    ("keys", "first"), [("en", ["gongjian", "id"]), ("zh", ["gongjian", "文件类型", "编号"])]
)
def test_schema_is_json(keys: str, first: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "plan", "--keys", keys]) == codes.FINE
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"])[: len(first)] == first
