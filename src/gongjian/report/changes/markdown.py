"""Changes as Markdown, for a comment on a merge request; what comes from files is escaped."""

from collections.abc import Iterator

from gongjian.model.changes import KINDS, Change, Contrast, FileChange
from gongjian.report.changes.words import Style, called, names_of, summary, told, what
from gongjian.report.markdown import LIMIT, escaped

_STYLE = Style(
    plain=escaped,
    old=lambda text: f"<del>{escaped(text)}</del>",
    new=lambda text: f"<ins>{escaped(text)}</ins>",
)

_STRIKING = frozenset({"tightened", "loosened", "removed"})
"""Kinds of change that a reviewer must not overlook."""

_RESERVE = 200
"""Characters for what stands around the changes."""


def lines(contrast: Contrast, limit: int = LIMIT) -> Iterator[str]:
    """Yield the comment.

    Args:
        contrast: what to tell.
        limit: how many characters it may have; what does not fit is counted.
    """
    heading = f"### gongjian：{escaped(summary(contrast))}"
    yield heading
    yield f"\n{escaped(contrast.old)} → {escaped(contrast.new)}"
    left = limit - _RESERVE - len(heading) - len(contrast.old) - len(contrast.new)
    untold = 0
    for file in contrast.files:
        for line in _file(file):
            left -= len(line) + 1
            if left >= 0:
                yield line
            else:
                untold += line.startswith("- ")
    if untold:
        yield f"\n还有 {untold} 处没有列出，用 gongjian diff 看全部。"
    if contrast.problems:
        yield f"\n{len(contrast.problems)} 个文件读不了，没有比较。"


def _file(file: FileChange) -> Iterator[str]:
    yield f"\n**{escaped(names_of(file))}** {escaped(called(file))}\n"
    yield from map(_change, file.changes)


def _change(change: Change) -> str:
    kind = f"**{KINDS[change.kind]}**" if change.kind in _STRIKING else KINDS[change.kind]
    name = "" if change.what == change.title else f" {escaped(what(change))}"
    details = told(change, _STYLE)
    return f"- {kind} {change.title}{name}{'：' if details else ''}{details}"
