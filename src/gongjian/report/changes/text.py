"""Changes as lines, for a terminal or a log."""

from collections.abc import Iterator
from itertools import groupby

from gongjian.model.changes import KINDS, Change, Contrast, FileChange
from gongjian.report.changes.words import Style, called, names_of, told, what
from gongjian.report.words import on_one_line

_STYLE = Style(
    plain=on_one_line,
    old=lambda text: f"[-{on_one_line(text)}-]",
    new=lambda text: f"{{+{on_one_line(text)}+}}",
)


def lines(contrast: Contrast) -> Iterator[str]:
    """Yield the lines; what is gone in a text stands in [-…-], what is new in {+…+}."""
    before: FileChange | None = None
    for file in contrast.files:
        if before and (before.changes or file.changes):
            yield ""
        yield from _file(file)
        before = file


def _file(file: FileChange) -> Iterator[str]:
    yield f"{on_one_line(names_of(file))}  {on_one_line(called(file))}"
    for title, found in groupby(file.changes, key=lambda change: change.title):
        yield f"  {title}"
        yield from (f"    {_change(change)}" for change in found)


def _change(change: Change) -> str:
    details = told(change, _STYLE)
    alone = change.what == change.title
    name = "" if alone else on_one_line(what(change))
    colon = "：" if name and details else ""
    return f"{KINDS[change.kind]} {name}{colon}{details}".rstrip()
