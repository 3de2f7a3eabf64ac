"""The plan of a pack's example: the fragment the author wrote, completed, changed where he says."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from gongjian.model.keys import names_of
from gongjian.model.plan import Plan
from gongjian.model.policy import Example, Policy

Data: TypeAlias = dict[str, Any]

_NAMES = ("id", "编号", "heading", "小标题")
"""The keys whose value a change may call a part of the plan by."""


class ExampleError(Exception):
    """An example refers to something that is not there; the message says what, in Chinese."""


def plan_of(example: Example, pack: Policy, before: Mapping[str, Data]) -> Data:
    """Give an example's plan as data, on the grounds of the examples before it by title.

    Raises:
        ExampleError: the example it is like, or a part it changes, is not there.
    """
    if example.like is not None and example.like not in before:
        raise ExampleError(f"前面没有名称是“{example.like}”的例子")
    ground = before[example.like] if example.like is not None else _ground(pack)
    plan = _over(ground, example.plan)
    for name, change in example.change.items():
        plan = _unlike(plan, _changed(plan, name, change), name)
    for name in example.without:
        plan = _unlike(plan, _left(plan, name), name)
    return plan


def _unlike(plan: Data, changed: Data, name: str) -> Data:
    """Give the changed plan, when it is another one."""
    if changed == plan:
        raise ExampleError(f"改动“{name}”没有作用：方案里没有叫这个编号或小标题的内容，或者改得与原来一样")
    return changed


def _ground(pack: Policy) -> Data:
    """Give the plan that examples are laid over: one lead, one member, one school year."""
    scope = pack.applies
    issuer = "乙小学" if scope and scope.role == "成员校" else "甲小学"
    return {
        "gongjian": "plan/v1",
        "id": "example",
        "title": "结对共建实施方案",
        "mode": scope.mode[0] if scope and scope.mode else "结对共建",
        "level": scope.level[0] if scope and scope.level else "校级",
        "period": "2022-2023学年",
        "document": {"issuer": issuer, "date": "2022-08-20"},
        "schools": [
            {"id": "lead", "name": "甲小学", "role": "牵头校"},
            {"id": "member", "name": "乙小学", "role": "成员校"},
        ],
        "leadership": {"leader": {"post": "校长"}},
    }


def _over(ground: Data, plan: Mapping[str, Any]) -> Data:
    """Lay one plan over another: what it says of a key takes the place, in English or in Chinese."""
    names = names_of(Plan)
    said = {names.get(key, key) for key in plan}
    return {key: value for key, value in ground.items() if names.get(key, key) not in said} | dict(plan)


def _changed(part: Any, name: str, change: Any) -> Any:
    """Change every part of that name."""
    if isinstance(part, list):
        return [_changed(each, name, change) for each in part]
    if not isinstance(part, dict):
        return part
    if name in _names_of(part):
        return part | (change if isinstance(change, dict) else {_quota_key(part): change})
    return {key: _changed(value, name, change) for key, value in part.items()}


def _quota_key(part: Data) -> str:
    return "指标" if "指标" in part else "quota"


def _left(part: Any, name: str) -> Any:
    """Give what is left without the list items of that name, or of that text."""
    if isinstance(part, list):
        return [_left(each, name) for each in part if each != name and name not in _names_of(each)]
    if isinstance(part, dict):
        return {key: _left(value, name) for key, value in part.items()}
    return part


def _names_of(part: Any) -> list[Any]:
    """List what a part may be called by: its id and its heading."""
    return [part[key] for key in _NAMES if key in part] if isinstance(part, dict) else []
