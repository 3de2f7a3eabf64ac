"""Where reports go: the terminal, a pipe, a file."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from gongjian.report.formats import FORMATS
from gongjian.report.run import Run
from gongjian.report.words import visible

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
        name, _, path = str(value).partition("=")
        if name not in FORMATS:
            self.fail(f"没有 {name} 这种格式，可以是 {'、'.join(FORMATS)}", param, ctx)
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


def write_outputs(run: Run, outputs: tuple[Output, ...], *, quiet: bool, statistics: bool) -> None:
    """Write a report in every format that was asked for.

    The summary goes to the terminal when text does, else nowhere: what programs read
    holds nothing but the report.
    """
    for name, path in outputs:
        if path is not None:
            report = "".join(f"{line}\n" for line in FORMATS[name].lines(run))
            write_file(path, report.encode(errors="backslashreplace"))
        elif name == "text" and sys.stdout.isatty():
            _show(run)
        else:
            for line in FORMATS[name].lines(run):
                click.echo(line)
    if statistics:
        _count(run)
    if not quiet and all(path or name in _FOR_LOGS for name, path in outputs):
        _close(run)


_FOR_LOGS = frozenset({"text", "github"})
"""Formats that people read as they come."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, its folder included.

    Raises:
        click.UsageError: that is impossible.
    """
    from gongjian.repository.writing import write_atomically

    try:
        write_atomically(path, content)
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> click.UsageError:
    """Say in words why a file cannot be written."""
    return click.UsageError(f"写不了 {error.filename or '文件'}：{why_unwritable(error)}")


def why_unwritable(error: OSError) -> str:
    """Say why, by the system's error number; else in the system's words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


_REASONS = {
    2: "文件夹不存在，也建不了",
    13: "没有权限，或者文件正在 Word、WPS 里打开",
    17: "要建文件夹的地方有一个同名的文件",
    20: "路径中间有一段是文件，不是文件夹",
    21: "那里有一个同名的文件夹",
    28: "磁盘满了",
    30: "这里只能读，不能写",
    36: "文件名太长",
}
"""Why a file cannot be written, by the system's error number."""


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
