"""GJ316: what only an expression can say."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from gongjian.model.base import Model
from gongjian.model.finding import Finding, Path
from gongjian.model.plan import Plan
from gongjian.model.policy import ExpressionRequirement
from gongjian.model.quota import Quota
from gongjian.rules.requirements.cel import ExpressionError, MissingLibraryError, evaluate
from gongjian.rules.requirements.matching import binding, unmet
from gongjian.rules.rule import Context, rule


@rule("GJ316", title="不合政策用表达式写的要求")
def expression_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """别的类别说不清的要求，政策包里用表达式（CEL）写；算出来不是 true，就是没有做到。

    表达式里能用的名字见 docs/policies.md。要用 `pip install "gongjian[cel]"` 装上计算表达式的库；
    没有装时给出一条警告，这些要求不检查。

    坏例：
    ```yaml
    period: 2022-2023学年第一学期
    # 政策包里的要求：
    requirements:
      - {id: a, kind: expression, clause: 二, text: 结对期限不少于一学年。, expression: 'terms(plan.period) >= 2', place: period}
    ```
    好例：
    ```yaml
    period: 2022-2023学年
    # 政策包里的要求：
    requirements:
      - {id: a, kind: expression, clause: 二, text: 结对期限不少于一学年。, expression: 'terms(plan.period) >= 2', place: period}
    ```
    """
    names: dict[str, Any] | None = None
    for pack, requirement in binding(context, ExpressionRequirement):
        names = names or variables(plan)
        at = _path(plan, requirement.place)
        try:
            if not evaluate(requirement.expression, names, functions(context)):
                hint = requirement.hint or f"要做到的是：{requirement.expression}"
                yield unmet(pack, requirement, at, "没有做到政策的要求", hint)
        except MissingLibraryError:
            yield Finding(
                at=("policies",) if plan.policies else ("title",),
                message="政策包里有用表达式写的要求，没有装计算表达式的库，这些要求没有检查",
                hint='pip install "gongjian[cel]"',
                grade="warning",
            )
            return
        except ExpressionError as error:
            yield unmet(
                pack,
                requirement,
                at,
                f"政策包“{pack.id}”的表达式算不出来：{error}",
                f"请改政策包里的要求 {requirement.id}；用 gongjian policies {pack.id} --test 试",
            )


def variables(plan: Plan) -> dict[str, Any]:
    """Give what expressions see of a plan: its fields by their English names, dates as text.

    Beside `plan` itself the lists most asked for: `schools`, `leads`, `members`, `commitments`
    (quotas taken apart), `activities`, `assignments`.
    """
    data = plan.model_dump(mode="json")
    schools = {school["id"]: school for school in data["schools"]}
    groups = plan.pairings()
    return {
        "plan": data,
        "schools": data["schools"],
        "leads": [schools[name] for name in dict.fromkeys(g.lead for g in groups) if name in schools],
        "members": [schools[school.id] for school in plan.member_schools()],
        "commitments": [
            each.model_dump(mode="json") | {"quota": [_quota(quota) for quota in each.quota]}
            for _, each in plan.commitments()
        ],
        "activities": data["activities"],
        "assignments": data["assignments"],
    }


def _quota(quota: Any) -> dict[str, Any]:
    """Take a quota apart; a vague one has only its text."""
    if not isinstance(quota, Quota):
        return {"text": str(quota), "min": None, "max": None, "unit": None, "period": None, "per": None}
    return {
        "text": str(quota),
        "min": None if quota.minimum is None else float(quota.minimum),
        "max": None if quota.maximum is None else float(quota.maximum),
        "unit": quota.unit.name,
        "period": quota.period,
        "per": quota.per,
    }


def functions(context: Context) -> dict[str, Callable[..., Any]]:
    """Give what expressions can call."""

    def length(unit: str) -> Callable[[dict[str, str]], int]:
        return lambda period: context.calendar.length(
            unit, date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
        )

    return {
        "is_a": context.is_a,
        "days": length("天"),
        "months": length("月"),
        "terms": length("学期"),
        "school_years": length("学年"),
    }


def _path(plan: Plan, place: str) -> Path:
    """Read a requirement's place (`schools`, `measures.1.heading`) as a path; the title where the plan has no such."""
    path: Path = ()
    here: Any = plan
    for part in place.split("."):
        if isinstance(here, tuple) and part.isdigit() and int(part) < len(here):
            step: str | int = int(part)
            here = here[int(part)]
        elif isinstance(here, Model) and part in type(here).model_fields:
            step, here = part, getattr(here, part)
        else:
            break
        if here is None or here == ():
            break
        path = (*path, step)
    return path or ("title",)
