"""`gongjian validate --fix`: mend, and say what was mended."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from gongjian.report.words import visible
from gongjian.repository.discovery import SETTINGS

if TYPE_CHECKING:
    from gongjian.model.finding import Finding
    from gongjian.repository.discovery import Target
    from gongjian.repository.fixing import Fixed
    from gongjian.repository.settings import Settings
    from gongjian.rules.standards import Standards

_SIGNS = {"\t": "制表符", "  ": "两个空格", "：": "中文冒号", ":": "英文冒号", ": ": "英文冒号加空格"}
"""How signs that cannot be seen, or be told apart, are named."""


@dataclass(frozen=True, slots=True)
class Mending:
    """How files are mended.

    Attributes:
        wanted: the ids of the rules whose findings are mended.
        day: the day on which waivers must still be valid.
        canonical: also write quotas and days in their canonical form.
        diff: write nothing, and print the differences.
        quiet: do not say what was mended.
    """

    wanted: Container[str]
    day: date
    canonical: bool
    diff: bool
    quiet: bool


def fix_all(
    targets: "Sequence[Target]", read: "Callable[[], tuple[Settings, Standards]]", mending: Mending
) -> bool:
    """Mend files, or show how they would be; give whether there is anything to mend.

    Settings that cannot be read come first: they say what the other files are held against.

    Args:
        targets: the files.
        read: reads the settings, and what plans are held against.
        mending: how.
    """
    settings, standards = read()
    if not settings.broken:
        return _fix(targets, settings, standards, mending)
    first = [target for target in targets if target.name == SETTINGS]
    changed = _fix(first, settings, standards, mending)
    settings, standards = read()
    if settings.broken:
        click.echo(f"{SETTINGS} 有问题，改好它以前，别的文件不改", err=True)
        return changed
    others = [target for target in targets if target not in first]
    return _fix(others, settings, standards, mending) or changed


def _fix(targets: "Sequence[Target]", settings: "Settings", standards: "Standards", mending: Mending) -> bool:
    from gongjian.repository.fixing import fix_files

    mended = 0
    changed = False
    diff, quiet = mending.diff, mending.quiet
    judge = partial(settings.judged, day=mending.day)
    for fixed in fix_files(
        targets, standards, mending.wanted, judge=judge, canonical=mending.canonical, write=not diff
    ):
        changed |= fixed.before != fixed.after
        mended += len(fixed.done)
        if diff:
            from gongjian.report.unified import unified

            click.echo(unified(fixed.name, fixed.before, fixed.after), nl=False)
        _tell(fixed, diff=diff, quiet=quiet)
    if not quiet:
        click.echo(f"{'能改' if diff else '改好了'} {mended} 处", err=True)
    return changed


def _tell(fixed: "Fixed", *, diff: bool, quiet: bool) -> None:
    if fixed.refusal:
        click.echo(f"{visible(fixed.name)}: {fixed.refusal}", err=True)
    if quiet:
        return
    for finding in fixed.done:
        click.echo(f"{_where(finding)} {'能改' if diff else '已改'}：{_edit(finding)}", err=True)
    for finding, reason in fixed.kept:
        click.echo(f"{_where(finding)} 没有改（{_edit(finding)}）：{reason}", err=True)


def _where(finding: "Finding") -> str:
    place = finding.place
    assert place
    return f"{visible(finding.file)}:{place.line}:{place.column}: {finding.rule or finding.message}"


def _edit(finding: "Finding") -> str:
    mend = finding.mend
    assert mend
    return f"{_SIGNS.get(mend.old, mend.old)} → {_SIGNS.get(mend.new, mend.new)}"
