"""GJ1xx: files that are YAML, but not what their schema asks for."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from pydantic_core import ErrorDetails

from gongjian.model.base import Model
from gongjian.model.finding import Finding, Mend, Span
from gongjian.model.keys import model_at, names_of, title_of
from gongjian.model.loose_dates import only_day
from gongjian.model.script import simplified
from gongjian.rules.rule import Rule, make_rule
from gongjian.rules.schema_problem import SchemaProblem, as_yaml, names_of_both
from gongjian.rules.suggestions import asked, listed, mend_of, nearest
from gongjian.source.loading import SchemaError

Words: TypeAlias = Callable[[SchemaProblem], Finding]

SCHEMA_RULES: dict[str, Rule] = {}
"""Rules by the type of Pydantic's error."""


def schema_rule(id: str, title: str, *types: str) -> Callable[[Words], Rule]:  # noqa: A002
    """Make a rule of a function that words some types of Pydantic's errors."""

    def decorate(words: Words) -> Rule:
        made = make_rule(id, words, "error", title)
        SCHEMA_RULES.update(dict.fromkeys(types, made))
        return made

    return decorate


MOST = 200
"""So many mistakes of one file are worded; who mends these sees the next."""


def schema_findings(error: SchemaError) -> list[Finding]:
    """Turn a `SchemaError` into findings, in the order Pydantic found them, one a mistake."""
    problems = [_problem(error.model, details) for details in error.errors[:MOST]]
    findings = [_finding(problem) for problem in problems if not _follows(problem, problems)]
    if left := len(error.errors) - len(problems):
        more = f"（这个文件里另有 {left} 处写法不对，没有列出，先改好列出的）"
        findings[-1] = replace(findings[-1], message=findings[-1].message + more)
    return findings


def _problem(model: type[Model], details: ErrorDetails) -> SchemaProblem:
    return SchemaProblem(
        model, details["loc"], details["type"], details["input"], details.get("ctx", {}), details["msg"]
    )


def _follows(problem: SchemaProblem, problems: list[SchemaProblem]) -> bool:
    """Tell whether a problem is only the consequence of another one.

    A list is too short because its items are bad; a key is missing because it is misspelt; what
    goes without saying cannot be told because of what it follows from.
    """
    if problem.type == "default_factory_not_called":
        return True
    if problem.type == "too_short":
        return any(other.path[: len(problem.path)] == problem.path != other.path for other in problems)
    if problem.type == "missing":
        return any(
            other.type == "extra_forbidden"
            and other.path[:-1] == problem.path[:-1]
            and _meant(other) == problem.path[-1]
            for other in problems
        )
    return False


def _meant(problem: SchemaProblem) -> str | None:
    """Give the field that an unknown key was probably meant to be."""
    names = problem.siblings
    near = nearest(str(problem.path[-1]), names)
    return names[near] if near else None


def _finding(problem: SchemaProblem) -> Finding:
    rule = SCHEMA_RULES.get(problem.type, wrong_type)
    if problem.input is None and rule is not missing_key:
        rule = missing_key
    finding: Finding = rule.check(problem)
    return rule.stamp(finding)


@schema_rule("GJ101", "不认识的键", "extra_forbidden")
def unknown_key(problem: SchemaProblem) -> Finding:
    """键写错了，或者写在了不该写的地方。每个键可以写英文，也可以写中文名。

    坏例：
    ```yaml
    ledership:
      leader: 王某某
    ```
    好例：
    ```yaml
    leadership:
      leader: 王某某
    ```
    """
    key = str(problem.path[-1])
    names = problem.siblings
    if field := names.get(simplified(key)):
        title = next(
            (word for word, name in names.items() if name == field and word != simplified(key)), field
        )
        message, hint, mend = f"“{key}”与“{title}”是同一项，只能写一次", "留下一处", None
    else:
        where = title_of(problem.root, problem.location[:-1])
        elsewhere = _owner(problem.root, key)
        message = f"不认识的键“{key}”"
        mend = None if elsewhere else mend_of(key, names)
        known = listed(names_of_both(model_at(problem.root, problem.location[:-1])))
        hint = asked(mend, f"“{where}”下面可以写：{known}")
        hint = f"“{key}”应写在“{elsewhere}”里面" if elsewhere else hint
    return Finding(at=problem.path, key=True, message=message, hint=hint, mend=mend)


def _owner(root: type[Model], key: str) -> str | None:
    """Say which field of the file takes a mapping that has this key."""
    for name, field in root.model_fields.items():
        inner = model_at(root, (name,))
        if inner and simplified(key) in names_of(inner):
            return f"{field.title}（{name}）"
    return None


@schema_rule("GJ102", "缺少必填的内容", "missing", "union_tag_not_found")
def missing_key(problem: SchemaProblem) -> Finding:
    """有些内容每份方案都要写，例如编号、标题、起止时间、学校。

    坏例：
    ```yaml
    document:
      issuer: 永利小学
    ```
    好例：
    ```yaml
    document:
      issuer: 永利小学
      date: 2022-10-08
    ```
    """
    if problem.type == "union_tag_not_found":
        problem = replace(problem, location=(*problem.location, "kind"), type="missing")
    if problem.type != "missing":
        return Finding(
            at=problem.path,
            message=f"“{problem.title}”后面没有内容",
            hint="在冒号后面填上；用不着就删去这一行",
        )
    field = problem.field
    examples = field.examples if field and field.examples else []
    example = f"，例如 {problem.path[-1]}: {as_yaml(examples[0])}" if examples else ""
    return Finding(at=problem.path, message=f"缺少“{problem.title}”", hint=f"补上这一项{example}")


@schema_rule(
    "GJ103",
    "内容的类型不对",
    "tuple_type",
    "list_type",
    "string_type",
    "model_type",
    "model_attributes_type",
    "integer",
    "percent",
    "bool_parsing",
    "bool_type",
)
def wrong_type(problem: SchemaProblem) -> Finding:
    """该写列表的地方写了文字，该写数的地方写了别的，等等。

    坏例：
    ```yaml
    schools: 永利小学
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 永利小学, role: 牵头校}
      - {id: partner, name: 共建小学, role: 成员校}
    ```
    """
    expected, hint = _EXPECTED.get(problem.type, (problem.message, ""))
    if problem.type in ("model_type", "model_attributes_type"):
        inner = model_at(problem.root, problem.location)
        hint = f"另起一行、缩进两格，写：{listed(names_of_both(inner), 6)}"
    return Finding(at=problem.path, message=f"“{problem.title}”{expected}，现在是{problem.shown}", hint=hint)


_EXPECTED: dict[str, tuple[str, str]] = {
    "tuple_type": ("应是列表", "每一项另起一行，以“- ”开头"),
    "list_type": ("应是列表", "每一项另起一行，以“- ”开头"),
    "string_type": ("应是一段文字", "写成一行文字；分几条写的内容放到可以写列表的键里"),
    "model_type": ("应是一组键值", ""),
    "model_attributes_type": ("应是一组键值", ""),
    "integer": ("应是整数", "只写数字，如 12"),
    "percent": ("应是 0 到 100 的百分数", "如 30%"),
    "bool_parsing": ("应是“是”或“否”", "写 true 或 false"),
    "bool_type": ("应是“是”或“否”", "写 true 或 false"),
}


@schema_rule("GJ104", "日期不对", "date")
def invalid_date(problem: SchemaProblem) -> Finding:
    """日历上没有的日子，或者看不懂的写法。

    坏例：
    ```yaml
    document: {issuer: 永利小学, date: 2024-02-30}
    ```
    好例：
    ```yaml
    document: {issuer: 永利小学, date: 2024-02-29}
    ```
    """
    reason = str(problem.context.get("reason") or problem.message)
    return Finding(
        at=problem.path,
        message=f"“{problem.title}”{'：' if problem.context.get('reason') else ''}{reason}",
        hint=problem.context.get("hint") or "日期写成 年-月-日，如 2024-09-01",
        mend=Mend(str(problem.input), day, sure=True) if (day := only_day(str(problem.input))) else None,
    )


@schema_rule("GJ105", "不在可选的词里", "literal_error", "enum", "union_tag_invalid")
def not_a_choice(problem: SchemaProblem) -> Finding:
    """有些内容只能从固定的词里选，例如结对模式、学校角色、学段。

    坏例：
    ```yaml
    mode: 结队共建
    ```
    好例：
    ```yaml
    mode: 结对共建
    ```
    """
    if problem.type == "union_tag_invalid":
        problem = replace(
            problem, location=(*problem.location, "kind"), input=problem.context["tag"], type="literal_error"
        )
    expected = problem.context.get("expected") or problem.context.get("expected_tags") or ""
    choices = str(expected).replace(" or ", ", ").replace("'", "").split(", ")
    given = str(problem.input)
    word = _SYNONYMS.get(simplified(given))
    mend = Mend(given, word, sure=True) if word in choices else mend_of(given, choices)
    hint = f"在这里写“{word}”" if word in choices else asked(mend, "")
    return Finding(
        at=problem.path,
        message=f"“{problem.title}”不能是{problem.shown}，可以是：{listed(choices, 16)}",
        hint=hint or "从中选一个",
        mend=mend,
    )


_SYNONYMS = {
    "核心校": "牵头校", "主体校": "牵头校", "主体学校": "牵头校", "支援校": "牵头校", "支援学校": "牵头校",
    "优质学校": "牵头校", "优质校": "牵头校", "帮扶校": "牵头校", "龙头校": "牵头校", "总校": "牵头校",
    "受援校": "成员校", "受援学校": "成员校", "薄弱学校": "成员校", "共同体学校": "成员校", "被帮扶校": "成员校",
    "城市": "城区", "县城": "城区", "城镇": "镇区", "乡镇": "镇区", "农村": "乡村", "乡": "乡村",
    "中学": "初中", "九年制": "九年一贯制", "帮扶": "结对帮扶", "对口支援": "支教", "互助": "结对帮扶",
}  # fmt: skip
"""What papers call things, and what the schemas call them."""


@schema_rule(
    "GJ106",
    "内容不合规定",
    "string_pattern_mismatch",
    "string_too_short",
    "string_too_long",
    "too_short",
    "too_long",
    "greater_than_equal",
    "less_than_equal",
    "nobody",
    "placeholder",
    "contradiction",
)
def invalid_value(problem: SchemaProblem) -> Finding:
    """内容的写法有规定：编号只用文字、数字和 - _ .，人数至少是 1，等等。

    坏例：
    ```yaml
    id: 永利 2022
    ```
    好例：
    ```yaml
    id: 永利-2022
    ```
    """
    if problem.type not in _RULES_OF_VALUES:
        hint = str(problem.context.get("hint", ""))
        return Finding(at=problem.path, message=f"“{problem.title}”{problem.message}", hint=hint)
    said, hint = _RULES_OF_VALUES[problem.type]
    limits = (value for key, value in problem.context.items() if key.startswith(("min", "max", "ge", "le")))
    message = f"“{problem.title}”{said.format(limit=next(limits, ''))}，现在是{problem.shown}"
    return Finding(at=problem.path, message=message, hint=hint)


_RULES_OF_VALUES = {
    "string_pattern_mismatch": (
        "只能用文字、数字和 - _ .，且以文字或数字开头",
        "去掉空格和别的符号，如 yongli-2022",
    ),
    "string_too_short": ("不能是空的", "填上内容；用不着就删去这一行"),
    "string_too_long": ("最多 {limit} 个字", "写短一些"),
    "too_short": ("至少要有 {limit} 项", "补上"),
    "too_long": ("最多 {limit} 项", "删去多余的"),
    "greater_than_equal": ("不能小于 {limit}", "改成正确的数"),
    "less_than_equal": ("不能大于 {limit}", "改成正确的数"),
}


@schema_rule("GJ107", "看不懂的指标", "quota")
def unreadable_quota(problem: SchemaProblem) -> Finding:
    """指标写成一行：数量加单位，再加期限和范围，如 `≥2次/学期`、`不少于2人/学年/校`、`1-2人/学年`。

    用 `gongjian quota '≥2次/学期'` 可以看一条指标怎么读。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: prep, activity: 集体备课, quota: ≥2次/学其}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: prep, activity: 集体备课, quota: ≥2次/学期}
    ```
    """
    context = problem.context
    offset, length = int(context.get("offset", 0)), int(context.get("length", 1))
    instead = str(context.get("instead", ""))
    there = str(context.get("text", ""))[offset : offset + length]
    return Finding(
        at=problem.path,
        within=Span(offset, length),
        mend=Mend(there, instead, sure=bool(context.get("sure"))) if instead and there else None,
        message=f"看不懂的指标：{problem.message}",
        hint=str(context.get("hint", "")),
    )
