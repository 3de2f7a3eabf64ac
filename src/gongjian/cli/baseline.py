"""`--baseline` and `--write-baseline`: what was wrong before does not fail a run."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from collections.abc import Container

    from gongjian.report.run import Run
    from gongjian.repository.baseline import Baseline


@dataclass(frozen=True, slots=True)
class BaselineChoice:
    """What was asked for: the baseline to hold a run against, and where to write a new one."""

    old: "Baseline | None"
    new: Path | None

    @classmethod
    def of(cls, old: Path | None, new: str | None, root: Path | None, *, partial: bool) -> Self:
        """Take what was given, and read the baseline before anything is checked.

        Args:
            old: the file of `--baseline`.
            new: the file of `--write-baseline`; "" for the usual one.
            root: the folder of the repository.
            partial: whether but a part of the files is to be checked.

        Raises:
            click.UsageError: there is no such baseline, or it cannot be written there.
        """
        if old is None and new is None:
            return cls(None, None)
        from gongjian.repository.baseline import NAME, Baseline, BaselineError

        if new is not None:
            if partial:
                raise click.UsageError(
                    "--write-baseline 要检查全部文件，不能和 --changed-since 一起用：没有检查的问题会丢掉"
                )
            target = Path(new) if new else old or (root or Path.cwd()) / NAME
            _refuse_odd_name(target)
            return cls(None, target)  # what is written now is all that counts
        assert old is not None
        try:
            return cls(Baseline.read(old), None)
        except BaselineError as error:
            raise click.UsageError(str(error)) from None

    def hold(self, run: "Run", wanted: "Container[str]", *, whole: bool) -> "Run":
        """Mark what the baseline knows; write a new one first, if that was asked for.

        Where no file was found there is nothing to write: the wrong folder empties no baseline.

        Raises:
            click.ClickException: it cannot be written.
        """
        baseline = self._write(run) if self.new and run.files else self.old
        return baseline.apply(run, wanted, whole=whole) if baseline else run

    def _write(self, run: "Run") -> "Baseline":
        from gongjian.cli.output import unwritable
        from gongjian.repository.baseline import BaselineError, write_baseline

        assert self.new is not None
        try:
            written = write_baseline(self.new, run)
        except BaselineError as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            raise unwritable(error) from error
        click.echo(f"基线写在 {self.new}，记下 {len(written.entries)} 个问题", err=True)
        return written


def _refuse_odd_name(path: Path) -> None:
    """Refuse a folder or a plan that was meant to be checked and came to stand behind the option."""
    if path.is_dir() or path.suffix.lower() != ".json":
        raise click.UsageError(
            f"--write-baseline 后面的“{path}”要是 .json 文件；要检查的文件写在 --write-baseline 前面"
        )
