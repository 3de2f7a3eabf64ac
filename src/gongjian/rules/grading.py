"""GJ41x: what the settings of a repository say about severities and paths, and severities changed as they say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from gongjian.model.finding import Finding
from gongjian.rules.rule import Rule, make_rule

if TYPE_CHECKING:
    from gongjian.model.repository import Grade

_FIXED = ("GJ0", "GJ1")
"""Files that cannot be read or break their schema are not checked: that is always an error."""


def regraded(findings: Iterable[Finding], grades: "Mapping[str, Grade]") -> tuple[Finding, ...]:
    """Give findings the severities that a repository wants, without those it does not want.

    Of several beginnings of a rule's id the longest counts.
    """
    if not grades:
        return tuple(findings)
    wanted = {name.upper(): grade for name, grade in grades.items()}
    return tuple(_regraded(findings, wanted))


def _regraded(findings: Iterable[Finding], grades: "Mapping[str, Grade]") -> Iterator[Finding]:
    for finding in findings:
        names = (finding.rule[:length] for length in range(len(finding.rule), 2, -1))
        grade = next((grades[name] for name in names if name in grades), None)
        if grade is None or finding.rule.startswith(_FIXED):
            yield finding
        elif grade != "off":
            yield replace(finding, severity=grade)


def wrong_grades(grades: "Mapping[str, Grade]") -> Iterator[Finding]:
    """Yield what is wrong with the rules that a repository grades."""
    if not grades:
        return
    from gongjian.rules.index import RULES
    from gongjian.rules.suggestions import did_you_mean

    for name in grades:
        if name.upper().startswith(_FIXED):
            yield ungradable_rule.check(
                name, f"{name} 的程度不能改", "读不了、写法不对的文件没有办法检查，总是错误；删去这一项"
            )
        elif len(name) <= len("GJ") or not any(rule.startswith(name.upper()) for rule in RULES):
            hint = did_you_mean(name.upper(), RULES, "用 gongjian rules 看全部规则")
            yield ungradable_rule.check(name, f"没有规则“{name}”", hint)


def _ungradable_rule(name: str, message: str, hint: str) -> Finding:
    """设置里改程度的规则要有，编号写错了就等于没有改；文件读不了、写法不对（GJ0、GJ1 开头）的程度不能改。

    坏例：
    ```yaml 仓库设置
    severity: {GJ2333: info}
    ```
    好例：
    ```yaml 仓库设置
    severity: {GJ233: info}
    ```
    """
    return ungradable_rule.stamp(Finding(at=("severity", name), message=message, hint=hint, key=True))


def _empty_path(index: int, pattern: str) -> Finding:
    """设置里写明到哪里找方案的，那里要有文件；写错了，方案就没有检查。

    坏例：
    ```yaml 仓库设置
    paths: {plans: [方按]}
    ```
    好例：
    ```yaml 仓库设置
    paths: {exclude: [草稿]}
    ```
    """
    hint = "写相对仓库的路径，如 plans；可用 * 代替任意文字"
    if "\\" in pattern:
        hint = f"路径用 / 分开，如 {pattern.replace(chr(92), '/')}"
    return empty_path.stamp(
        Finding(at=("paths", "plans", index), message=f"“{pattern}”里没有 YAML 文件", hint=hint)
    )


ungradable_rule: Rule = make_rule("GJ411", _ungradable_rule, "error", "这条规则不能改程度")
empty_path: Rule = make_rule("GJ412", _empty_path, "warning", "路径里没有文件")
GRADING_RULES = (ungradable_rule, empty_path)
