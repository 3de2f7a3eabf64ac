"""Markdown for a comment on a merge request, or the summary of a CI job.

What comes from files is escaped: it makes no structure, no link, mentions nobody and refers
to no issue.
"""

import re
from collections.abc import Iterator
from html import escape

from gongjian.model.finding import SEVERITIES, Finding
from gongjian.report.paths import uri
from gongjian.report.run import Run, by_file
from gongjian.report.words import basis, grade, on_one_line, visible

LIMIT = 60_000
"""Characters: GitHub takes 65,536 in a comment, and others more."""

_SPECIAL = re.compile(r"([\\`*_\[\]~:$]|(?<=www)\.)")
"""What has a meaning in the middle of a line; `<` and `&` become entities."""

_REFERENCE = re.compile(r"(\\?[@#!~%$^]|&amp;)(?=\w)|\b(GH)(?=-[0-9])", re.IGNORECASE)
"""A sign that makes a mention or a reference of what follows, escaped or not; `GH-12` is one too."""

_RESERVE = 500
"""Characters for what stands around the findings."""


def lines(run: Run, *, below: str = "", limit: int = LIMIT) -> Iterator[str]:
    """Yield the comment.

    Args:
        run: what to tell.
        below: what the links to files begin with, for pages that are not of the repository.
        limit: how many characters it may have.
    """
    blocks = {id(finding): _item(finding, run, below) for finding in run.shown}
    listed = _fitting(run, blocks, limit)
    yield f"### gongjian：{run.summary.found}"
    yield f"\n检查了 {run.files} 个文件。"
    new = [finding for finding in run.open if id(finding) in listed]
    known = [finding for finding in run.shown if finding.known and id(finding) in listed]
    yield from _by_file(new, blocks)
    if known:
        yield f"\n<details><summary>基线里已有的 {len(known)} 个问题</summary>"
        yield from _by_file(known, blocks)
        yield "\n</details>"
    if left := len(blocks) - len(listed):
        yield f"\n还有 {left} 个问题没有列出，请看完整的报告。"


def _fitting(run: Run, blocks: dict[int, str], limit: int) -> set[int]:
    """Choose the findings that fit, the new ones and the worst first."""
    ranks = list(SEVERITIES)
    ordered = sorted(run.shown, key=lambda finding: (finding.known, ranks.index(finding.severity)))
    left = limit - _RESERVE
    listed: set[int] = set()
    files: set[tuple[str, bool]] = set()
    for finding in ordered:
        heading = (finding.file, finding.known)
        left -= len(blocks[id(finding)]) + 1 + (0 if heading in files else len(_heading(finding.file)) + 2)
        if left < 0:
            break
        files.add(heading)
        listed.add(id(finding))
    return listed


def _by_file(findings: list[Finding], blocks: dict[int, str]) -> Iterator[str]:
    for name, found in by_file(findings).items():
        yield f"\n{_heading(name)}\n"
        yield from (blocks[id(finding)] for finding in found)


def _heading(name: str) -> str:
    return f"**{escaped(visible(name))}**"


def _item(finding: Finding, run: Run, below: str) -> str:
    """Write a finding as an item of a list, how to mend it folded away."""
    line = finding.place.line if finding.place else 1
    address = f"{below}{uri(run.in_checkout(finding.file))}#L{line}"
    told = f"- [第 {line} 行](<{address}>) **{grade(finding)}** {finding.rule} {escaped(finding.message)}"
    source = basis(finding)
    folded = [*filter(None, (finding.hint, f"依据：{source}" if source else ""))]
    if not folded:
        return told
    title = "怎么改" if finding.hint else "依据"
    body = "<br>".join(map(_in_html, folded))
    return f"{told}\n  <details><summary>{title}</summary>{body}</details>"


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    return _in_html(_SPECIAL.sub(r"\\\1", on_one_line(text)))


def _in_html(text: str) -> str:
    """Write a text so that HTML shows it as it is, and no service makes a reference of it."""
    return _REFERENCE.sub(r"<span>\1\2</span>", escape(on_one_line(text), quote=False))
