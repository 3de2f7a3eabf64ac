"""`gongjian diff`: what changed in meaning between two versions."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.report.words import on_one_line, visible

if TYPE_CHECKING:
    from gongjian.model.calendar import Calendar
    from gongjian.repository.snapshots import Snapshot

FORMATS = ("text", "json", "markdown")
"""`gongjian.report.changes.FORMATS`, named here so that `--help` need not load it; a test compares."""

EXAMPLES = """
gongjian diff 旧方案.yaml 新方案.yaml      比较两个文件；也可以是两个文件夹
gongjian diff                              还没有提交的改动
gongjian diff HEAD~1 -- plans              从上一次提交到现在，plans 里的改动
gongjian diff main..HEAD --format markdown 分支改了什么，用作合并请求的说明
"""


@chinese_command("diff", EXAMPLES)
@click.argument("arguments", nargs=-1, metavar="[旧 [新]] [-- 文件或文件夹...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    metavar="格式",
    help="text（默认）、json 或 markdown",
)
@click.option("--exit-code", is_flag=True, help="有改动时退出码为 1")
@click.option("--quiet", "-q", is_flag=True, help="不打印小结")
def command(arguments: tuple[str, ...], form: str, exit_code: bool, quiet: bool) -> int:
    """比较两个版本的意思：指标收紧还是放宽，人员、学校、日期、活动改了什么。

    \b
    旧、新是两个文件、两个文件夹，或者 git 的版本（分支、标签、提交，如 HEAD~1）；
    A..B 比较两个版本，A...B 从两者分开的地方比起；只写一个版本，就与现在的文件比；不写就与 HEAD 比。
    方案按编号对应，换了文件名、移了位置也认得；键的次序、写法不同而意思一样的不算改动。
    文字里删去的写作 [-…-]，新加的写作 {+…+}。
    退出码：0 比较完了（有没有改动都是），1 有读不了的文件，2 用法不对，3 程序出错。
    """
    from gongjian.report.changes import FORMATS as WRITERS
    from gongjian.report.changes.words import summary
    from gongjian.repository.checkout import GitError
    from gongjian.repository.contrasting import contrast

    sides = _Sides.of(arguments)
    try:
        old, new = sides.snapshots()
        found = contrast(old, new, _calendar())
    except GitError as error:
        raise click.UsageError(str(error)) from None
    for line in WRITERS[form](found):
        click.echo(line)
    for problem in found.problems:
        name = visible(problem.name) or problem.side
        click.echo(f"{name}（{visible(problem.side)}）：{on_one_line(problem.message)}，没有比较", err=True)
    if form == "text" and not quiet:
        click.echo(summary(found), err=True)
    return codes.FINDINGS if found.problems or (exit_code and found.files) else codes.FINE


def _calendar() -> "Calendar":
    """Give the calendar of the repository around the current folder."""
    from gongjian.model.calendar import DEFAULT_CALENDAR
    from gongjian.repository.discovery import repository_root
    from gongjian.repository.settings import Settings

    said = Settings.read(repository_root(Path.cwd())).said.calendar
    return said.calendar() if said else DEFAULT_CALENDAR


@dataclass
class _Sides:
    """What is compared: revisions of git, or paths alone.

    Attributes:
        revisions: one, to be compared with the files as they stand, or two.
        apart: compare from where the second parted from the first.
        paths: the two sides; with revisions, what the comparison is limited to.
    """

    revisions: list[str] = field(default_factory=list)
    apart: bool = False
    paths: list[Path] = field(default_factory=list)

    @classmethod
    def of(cls, arguments: Sequence[str]) -> "_Sides":
        """Tell revisions from paths: what is there is a path.

        Raises:
            click.UsageError: they make no two sides.
        """
        sides = cls()
        for argument in arguments:
            if sides.paths or os.path.lexists(argument) or len(sides.revisions) == 2:
                sides.paths.append(Path(argument))
            elif not sides.revisions and ".." in argument and not argument.startswith(("../", "..\\")):
                sides.apart = "..." in argument
                one, _, other = argument.partition("..." if sides.apart else "..")
                sides.revisions = [one or "HEAD", other or "HEAD"]
            else:
                sides.revisions.append(argument)
        sides.refuse()
        return sides

    def refuse(self) -> None:
        """Refuse paths that cannot be compared.

        Raises:
            click.UsageError: they cannot.
        """
        if self.revisions or len(self.paths) < 2:
            return
        if len(self.paths) > 2:
            raise click.UsageError("没有写版本时，要比较的只能是两个文件或者两个文件夹")
        missing = [path for path in self.paths if not os.path.lexists(path)]
        if missing:
            raise click.UsageError(f"没有文件或文件夹 {missing[0]}")
        if self.paths[0].is_dir() != self.paths[1].is_dir():
            raise click.UsageError("一边是文件、一边是文件夹，没有办法比较")

    def snapshots(self) -> "tuple[Snapshot, Snapshot]":
        """Take the two sides.

        Raises:
            GitError: git cannot tell.
        """
        from gongjian.repository.snapshots import of_path

        if not self.revisions and len(self.paths) == 2:
            return of_path(self.paths[0]), of_path(self.paths[1])
        return self._in_git()

    def _in_git(self) -> "tuple[Snapshot, Snapshot]":
        from gongjian.repository.checkout import Checkout
        from gongjian.repository.discovery import repository_root
        from gongjian.repository.snapshots import of_checkout, of_commit

        first = next(iter(self.paths), Path())
        checkout = Checkout.around(first if first.is_dir() else first.parent)
        paths = self.paths or [repository_root(Path.cwd()) or checkout.top]
        labels = self.revisions or ["HEAD"]
        commits = [checkout.commit(revision) for revision in labels]
        if self.apart:
            commits[0] = checkout.parting(commits[0], commits[1])
        old = of_commit(checkout, commits[0], labels[0], paths)
        if len(commits) == 1:
            return old, of_checkout(checkout, paths)
        return old, of_commit(checkout, commits[1], labels[1], paths)
