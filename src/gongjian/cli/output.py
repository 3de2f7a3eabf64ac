"""Where reports go: the terminal, a pipe, a file."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from gongjian.report.formats import FORMATS
from gongjian.report.run import Run
from gongjian.report.words import visible
from gongjian.repository.walking import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from gongjian.model.finding import Finding


class FormatOption(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """`json` or `json=out.json`: a format, and the file it goes to."""

    name = "格式"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Part the format from the file."""
        if isinstance(value, tuple):
            return value
        name, equals, path = str(value).partition("=")
        if name not in FORMATS:
            self.fail(f"没有 {name} 这种格式，可以是 {'、'.join(FORMATS)}", param, ctx)
        if equals and not path.strip():
            self.fail(f"{name}= 后面没有写文件；要打印出来的，只写 {name}", param, ctx)
        if path.lower().endswith(SUFFIXES):
            self.fail(f"报告不能写进 {path}：以 .yaml、.yml 结尾的是方案等文件，会被覆盖", param, ctx)
        return name, Path(path) if path else None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Complete the format's name."""
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=form.purpose)
            for name, form in FORMATS.items()
            if name.startswith(incomplete)
        ]


Output: TypeAlias = tuple[str, Path | None]


def refuse_mixed(outputs: tuple[Output, ...]) -> None:
    """Refuse reports that would be written over each other, or mixed up so that no program can read them.

    Raises:
        click.UsageError: there are such.
    """
    files = Counter(path.absolute() for _, path in dict.fromkeys(outputs) if path)
    if twice := next((path for path, count in files.items() if count > 1), None):
        raise click.UsageError(f"两种格式写进同一个文件 {twice.name}，后一种会盖掉前一种；各写一个文件")
    printed = list(dict.fromkeys(name for name, path in outputs if path is None))
    if len(printed) > 1 and (alone := next((name for name in printed if name in _FOR_PROGRAMS), None)):
        raise click.UsageError(
            f"{'、'.join(printed)} 都打印出来会混在一起，程序读不了；只打印一种，别的存成文件，"
            f"如 --format {alone}=文件名"
        )


_FOR_PROGRAMS = frozenset({"json", "sarif", "junit", "gitlab"})
"""Formats that are of use only when nothing else stands before or behind them, and in UTF-8."""


def write_outputs(run: Run, outputs: tuple[Output, ...], *, quiet: bool, statistics: bool) -> None:
    """Write a report in every format that was asked for.

    The summary goes to the terminal when text does, else nowhere: what programs read
    holds nothing but the report. A file that cannot be written keeps no other report back.

    Raises:
        click.UsageError: a file cannot be written.
    """
    failed: click.UsageError | None = None
    for name, path in dict.fromkeys(outputs):
        if path is not None:
            report = "".join(f"{line}\n" for line in FORMATS[name].lines(run))
            try:
                write_file(path, report.encode(errors="backslashreplace"))
            except click.UsageError as error:
                failed = failed or error
        elif name == "text" and sys.stdout.isatty():
            _show(run)
        else:
            lines = FORMATS[name].lines(run)
            if name == "text" and ("github", None) in outputs:
                from gongjian.cli.actions import disarmed

                lines = disarmed(lines)
            in_bytes = name in _FOR_PROGRAMS and not sys.stdout.isatty()
            for line in lines:
                click.echo(line.encode(errors="backslashreplace") if in_bytes else line)
    if statistics:
        _count(run)
    if not quiet and all(path or name in _FOR_LOGS for name, path in outputs):
        _close(run)
    if failed:
        raise failed


_FOR_LOGS = frozenset({"text", "github"})
"""Formats that people read as they come."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, its folder included.

    Raises:
        click.ClickException: that is impossible.
    """
    from gongjian.repository.writing import write_atomically

    try:
        write_atomically(path, content)
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> click.ClickException:
    """Say in words why a file cannot be written; when nothing is wrong with its path, usage is no help."""
    from gongjian.repository.writing import OF_THE_SYSTEM, why_not

    kind = click.ClickException if error.errno in OF_THE_SYSTEM else click.UsageError
    return kind(f"写不了 {error.filename or '文件'}：{why_not(error)}")


def show_findings(findings: "Sequence[Finding]") -> None:
    """Tell a person what is wrong with one file, on the error stream."""
    from gongjian.report.plain import lines

    for line in lines(Run(tuple(findings), 1)):
        click.echo(line, err=True)


def _show(run: Run) -> None:
    from rich.console import Console

    from gongjian.report.terminal import blocks

    console = Console(highlight=False, soft_wrap=True)
    for block in blocks(run):
        console.print(block)


def _count(run: Run) -> None:
    from gongjian.rules.index import RULES

    counts = Counter(finding.rule for finding in run.open)
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:>6}  {rule}  {RULES[rule].title}", err=not sys.stdout.isatty())


def _close(run: Run) -> None:
    if run.skipped:
        click.echo(f"跳过 {len(run.skipped)} 个不是方案的 YAML 文件：{some(run.skipped)}", err=True)
    if run.outside:
        click.echo(f"跳过 {len(run.outside)} 个指到仓库外面的链接：{some(run.outside)}", err=True)
    click.echo(str(run.summary), err=not sys.stdout.isatty())


def some(names: "Sequence[str]") -> str:
    """List the first few."""
    return "、".join(map(visible, names[:5])) + (" 等" if len(names) > 5 else "")
