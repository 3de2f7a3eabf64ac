"""GJ4xx: waivers (豁免), in `gongjian.yaml` and beside the line they are about.

A comment `# gongjian: ignore[GJ233] 理由` waives the findings of the entry it stands behind;
standing on a line of its own, those of the entry or item that begins on the next line. A waiver of the repository has an approver and
an expiry day. A waiver that has no reason, is expired, or waives nothing is itself a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase

from gongjian.model.finding import Finding, Place, Waived
from gongjian.model.repository import Waiver
from gongjian.rules.county.ids import is_county_rule
from gongjian.rules.rule import Rule, make_rule
from gongjian.source.file import SourceFile

_COMMENT = re.compile(r"#[ \t]*gongjian:[ \t]*ignore\[([^\]\n]*)\][ \t]*(.*)")
_ALONE = re.compile(r"[ \t]*#")


@dataclass
class InlineWaiver:
    """A comment that waives findings; `covers` are the lines it is about."""

    rules: frozenset[str]
    reason: str
    covers: range
    place: Place
    used: bool = field(default=False)


def inline_waivers(source: SourceFile) -> list[InlineWaiver]:
    """Find the waiving comments of a file that is YAML."""
    text = source.text
    if "gongjian:" not in text or "ignore[" not in text:
        return []
    from gongjian.source.extents import last_line

    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := _COMMENT.search(line):
            rules = frozenset(part.strip().upper() for part in re.split("[,，、]", match[1]) if part.strip())
            alone = bool(_ALONE.match(line))
            first = number + 1 if alone else number
            covers = range(first, last_line(source.nodes, first, outermost=alone) + 1)
            place = Place(line=number, column=match.start() + 1, end_line=number, end_column=match.end() + 1)
            found.append(InlineWaiver(rules, match[2].strip(), covers, place))
    return found


def waive_inline(
    source: SourceFile, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[InlineWaiver, ...]]:
    """Mark the findings that a file's own comments waive; add what is wrong with the comments.

    Returns:
        the findings; the comments about rules that look at all plans together, of which only
        those rules can tell whether they are of use.
    """
    comments = inline_waivers(source)
    if not comments:
        return tuple(findings), ()
    marked = waive_by_comments(findings, comments)
    later = _for_all_plans(comments)
    now = (comment for comment in comments if comment not in later)
    return (*marked, *complaints_about(now, source.name)), later


def county_waivers(source: SourceFile) -> tuple[InlineWaiver, ...]:
    """Find the comments of a file that waive findings of the rules that look at all plans together."""
    return _for_all_plans(inline_waivers(source))


def _for_all_plans(comments: Iterable[InlineWaiver]) -> tuple[InlineWaiver, ...]:
    return tuple(comment for comment in comments if any(map(is_county_rule, comment.rules)))


def waive_by_comments(findings: Iterable[Finding], comments: Sequence[InlineWaiver]) -> list[Finding]:
    """Mark the findings that comments of their file waive."""
    return [_marked(finding, comments) for finding in findings]


def complaints_about(comments: Iterable[InlineWaiver], file: str) -> list[Finding]:
    """Tell what is wrong with comments that have done what they could."""
    return [replace(complaint, file=file) for comment in comments for complaint in _complaints(comment)]


def _marked(finding: Finding, comments: Iterable[InlineWaiver]) -> Finding:
    for comment in comments:
        if finding.place and finding.place.line in comment.covers and finding.rule in comment.rules:
            comment.used = True
            return replace(finding, waived=Waived(comment.reason))
    return finding


def _complaints(comment: InlineWaiver) -> Iterator[Finding]:
    rules = "、".join(sorted(comment.rules)) or "规则"
    if not comment.used:
        yield unused_waiver.check(f"这里没有 {rules} 的问题，豁免用不着了", comment.place)
    elif not comment.reason:
        yield waiver_without_reason.check(comment.place)


def waive_by_settings(
    findings: Iterable[Finding], waivers: Iterable[Waiver], day: date
) -> tuple[tuple[Finding, ...], list[int], list[int]]:
    """Mark the findings that the repository's waivers cover.

    Returns:
        the findings; the indexes of waivers that are expired; of those that waive nothing.
    """
    waivers = list(waivers)
    used: set[int] = set()
    marked: list[Finding] = []
    for finding in findings:
        index = next((i for i, waiver in enumerate(waivers) if _covers(waiver, finding)), None)
        if index is not None:
            used.add(index)
            waiver = waivers[index]
            if waiver.until >= day and not finding.waived:
                finding = replace(finding, waived=Waived(waiver.reason, waiver.approver, waiver.until))  # noqa: PLW2901
        marked.append(finding)
    expired = [i for i, waiver in enumerate(waivers) if waiver.until < day]
    return tuple(marked), expired, [i for i in range(len(waivers)) if i not in used and i not in expired]


def _covers(waiver: Waiver, finding: Finding) -> bool:
    requirement = finding.policy.requirement if finding.policy else None
    return (
        (waiver.rule is None or finding.rule == waiver.rule.upper())
        and (waiver.requirement is None or waiver.requirement == requirement)
        and (waiver.file is None or fnmatchcase(finding.file, waiver.file))
        and (waiver.place is None or _is_below(".".join(map(str, finding.at)), waiver.place))
    )


def _is_below(path: str, place: str) -> bool:
    """Tell whether a dotted path is a place or lies below it."""
    return path == place or path.startswith(f"{place}.")


def _unused_waiver(message: str, place: Place | None) -> Finding:
    """豁免的问题已经改好了，或者规则写错了：多余的豁免会把以后的问题也放过去。

    坏例：
    ```yaml
    theme: 手拉手，共成长  # gongjian: ignore[GJ231] 等上级文件
    ```
    好例：
    ```yaml
    theme: 手拉手，共成长
    ```
    """
    return unused_waiver.stamp(Finding(message=message, hint="删去这条豁免", place=place))


def _waiver_without_reason(place: Place) -> Finding:
    """豁免要写理由，看的人才知道为什么可以不改。

    坏例：
    ```yaml
    period: {start: 2025-09-01, end: 2022-07-31}  # gongjian: ignore[GJ211]
    ```
    好例：
    ```yaml
    period: {start: 2025-09-01, end: 2022-07-31}  # gongjian: ignore[GJ211] 原文如此，已去函询问
    ```
    """
    return waiver_without_reason.stamp(
        Finding(message="豁免没有写理由", hint="在方括号后面写理由", place=place)
    )


def _expired_waiver(index: int, day: date) -> Finding:
    """豁免过了到期日就不再起作用；要么改好方案，要么重新报批。

    坏例：
    ```yaml 仓库设置
    waivers:
      - {rule: GJ233, reason: 原文如此, approver: 李某, until: 2020-01-31}
    ```
    好例：
    ```yaml 仓库设置
    name: 某县方案
    ```
    """
    return expired_waiver.stamp(
        Finding(
            at=("waivers", index, "until"),
            message=f"豁免在 {day} 已经到期",
            hint="改好方案后删去，或者报批后延长",
        )
    )


unused_waiver: Rule = make_rule("GJ401", _unused_waiver, "warning", "豁免用不着")
waiver_without_reason: Rule = make_rule("GJ402", _waiver_without_reason, "error", "豁免没有理由")
expired_waiver: Rule = make_rule("GJ403", _expired_waiver, "error", "豁免已经到期")
WAIVER_RULES = (unused_waiver, waiver_without_reason, expired_waiver)
