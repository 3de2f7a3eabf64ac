"""`--changed-since`: only what git says has changed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongjian.repository.changes import Changes, Naming
    from gongjian.repository.discovery import Target
    from gongjian.repository.settings import Settings


def changed_only(
    targets: "Sequence[Target]",
    revision: str,
    settings: "Settings",
    policies: "Iterable[str]",
    naming: "Naming",
    *,
    quiet: bool,
) -> "Changes":
    """Choose the files that changed since a revision, and say so when that is none or all of them.

    Raises:
        click.UsageError: git cannot tell.
    """
    from gongjian.repository.changes import changed_targets
    from gongjian.repository.checkout import GitError

    packs = (Path(name) for name in policies)
    standards = [*settings.named_files, *(path for path in packs if path.is_file())]
    try:
        changes = changed_targets(targets, _folder(settings, targets), revision, standards, naming)
    except GitError as error:
        raise click.UsageError(f"--changed-since：{error}") from None
    if not quiet and changes.because:
        click.echo(f"{changes.because.name} 改过，全部文件都要检查", err=True)
    elif not quiet and changes.are_none:
        click.echo(f"从“{revision}”以来没有改过方案文件", err=True)
    return changes


def _folder(settings: "Settings", targets: "Sequence[Target]") -> Path:
    """Choose the folder whose checkout is asked: the repository, else where the first file is."""
    if settings.root:
        return settings.root
    first = next(iter(targets), None)
    return (first.folder or first.path.parent) if first else Path.cwd()
