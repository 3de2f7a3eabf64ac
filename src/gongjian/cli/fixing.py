"""`gongjian validate --fix`: mend, and say what was mended."""

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

import click

from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.model.finding import Finding
    from gongjian.repository.discovery import Target
    from gongjian.repository.fixing import Fixed
    from gongjian.rules.standards import Standards

_SIGNS = {"\t": "制表符", "  ": "两个空格", "：": "中文冒号", ": ": "英文冒号加空格"}
"""How signs that cannot be seen, or be told apart, are named."""


def fix_and_tell(
    targets: "Sequence[Target]",
    standards: "Standards",
    wanted: Container[str],
    *,
    canonical: bool,
    diff: bool,
    quiet: bool,
) -> bool:
    """Mend files, or show how they would be; give whether there is anything to mend.

    Args:
        targets: the files.
        standards: what plans are held against.
        wanted: the ids of the rules whose findings are mended.
        canonical: also write quotas and days in their canonical form.
        diff: write nothing, and print the differences.
        quiet: do not say what was mended.
    """
    from gongjian.repository.fixing import fix_files

    mended = 0
    changed = False
    for fixed in fix_files(targets, standards, wanted, canonical=canonical, write=not diff):
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
