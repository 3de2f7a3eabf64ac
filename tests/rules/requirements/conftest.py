"""Hold a small plan against one requirement."""

from typing import Any

import pytest

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.rules.engine import check_plan
from gongjian.rules.standards import Standards

PLAN = {
    "gongjian": "plan/v1",
    "id": "example",
    "title": "结对共建实施方案",
    "mode": "结对共建",
    "period": "2022-2023学年",
    "document": {"issuer": "甲小学", "date": "2022-08-20"},
    "schools": [
        {"id": "lead", "name": "甲小学", "role": "牵头校"},
        {"id": "member", "name": "乙小学", "role": "成员校"},
    ],
    "leadership": {"leader": {"post": "校长"}},
}


def check(requirement: dict[str, Any], **plan: Any) -> list[Finding]:
    pack = Policy.model_validate(
        {
            "gongjian": "policy/v1",
            "id": "ours",
            "title": "本县要求",
            "document": {"title": "本县办法", "issuer": "某县教育局"},
            "requirements": [{"id": "it", "clause": "三", "text": "要做到。", **requirement}],
        }
    )
    return list(check_plan(Plan.model_validate(PLAN | plan), Standards((pack,))))


@pytest.fixture(name="check")
def _check():
    return check


@pytest.fixture
def said():
    """What is found, rule and message without the citation."""

    def said(requirement: dict[str, Any], **plan: Any) -> list[str]:
        return [
            f"{each.rule} {each.message.replace('（《本县办法》三：要做到）', '')}"
            for each in check(requirement, **plan)
        ]

    return said
