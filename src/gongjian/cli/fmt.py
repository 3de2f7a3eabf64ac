"""`gongjian fmt`: the canonical layout of plans, packs, ledgers and settings."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import plan_files
from gongjian.cli.output import show_findings, some
from gongjian.cli.progress import progress
from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.repository.formatting import Formatted
    from gongjian.source.layout import Language

STDIN = Path("-")

EXAMPLES = """
gongjian fmt                              整理当前方案仓库的全部文件
gongjian fmt --check plans                只看有没有没整理的，不写文件
gongjian fmt --diff plans/yongli.yaml     看看会改成什么样
gongjian fmt --keys zh plans/yongli.yaml  把键换成中文名
gongjian fmt - < 方案.yaml > 新方案.yaml
"""


@chinese_command("fmt", EXAMPLES)
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(path_type=Path, readable=False),
    metavar="[文件或文件夹]...",
    shell_complete=plan_files,
)
@click.option("--check", is_flag=True, help="不写文件，只说哪些要整理；有要整理的退出码为 1")
@click.option("--diff", is_flag=True, help="不写文件，打印会改哪些行")
@click.option(
    "--keys",
    "language",
    type=click.Choice(("zh", "en")),
    metavar="语言",
    help="把键换成中文名（zh）或英文名（en）；不写就各用各的",
)
@click.option("--jobs", type=click.IntRange(1), metavar="个数", help="同时用几个进程；不写由程序决定")
@click.option("--quiet", "-q", is_flag=True, help="只报整理不了的文件")
def command(
    paths: tuple[Path, ...],
    check: bool,
    diff: bool,
    language: "Language | None",
    jobs: int | None,
    quiet: bool,
) -> int:
    """整理方案文件的版面：键的次序、缩进、空格，内容和注释一字不动。

    \b
    文件写作 - 时从标准输入读，写到标准输出。换行（LF 或 CRLF）和文件开头的 BOM 照旧。
    整理后读出来的内容与原来不一样的、注释会丢的，一律不改。
    退出码：0 都整理好了，1 有整理不了的（加 --check 时还有：有要整理的），2 用法不对，3 程序出错。
    """
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("- 是标准输入，不能和别的文件写在一起")
        return _format_stdin(language, check=check, diff=diff, quiet=quiet)
    from gongjian.repository.discovery import discover, repository_of
    from gongjian.repository.formatting import format_files
    from gongjian.repository.settings import Settings

    scope = Settings.read(repository_of(paths, Path.cwd())).scope
    discovery = discover(paths, Path.cwd(), scope)
    targets = discovery.targets
    done = []
    write = not (check or diff)
    for each in progress(format_files(targets, language, write=write, jobs=jobs), len(targets), "整理"):
        if not each.foreign:
            done.append(each)
            _tell(each, check=check, diff=diff, quiet=quiet)
    if not done:
        click.echo("没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1", err=True)
        return codes.USAGE
    if not quiet:
        if discovery.outside:
            click.echo(
                f"跳过 {len(discovery.outside)} 个指到仓库外面的链接：{some(discovery.outside)}", err=True
            )
        click.echo(_summary(done, write=write), err=True)
    return _code(done, check=check)


def _format_stdin(language: "Language | None", *, check: bool, diff: bool, quiet: bool) -> int:
    from gongjian.repository.formatting import format_bytes

    formatted = format_bytes(sys.stdin.buffer.read(), "标准输入", language)
    _tell(formatted, check=check, diff=diff, quiet=quiet or not (check or diff))
    if not (formatted.refused or check or diff):
        sys.stdout.buffer.write(formatted.after)
    return _code([formatted], check=check)


def _tell(formatted: "Formatted", *, check: bool, diff: bool, quiet: bool) -> None:
    """Say what came of one file."""
    if formatted.finding:
        show_findings([formatted.finding])
    if formatted.refusal:
        click.echo(formatted.refusal, err=True)
    if not formatted.changed or quiet:
        return
    if diff:
        from gongjian.report.unified import unified

        click.echo(unified(formatted.name, formatted.before, formatted.after), nl=False)
    else:
        click.echo(f"{visible(formatted.name)}: {'要整理' if check else '已整理'}")


def _summary(done: "list[Formatted]", *, write: bool) -> str:
    changed = sum(each.changed for each in done)
    refused = sum(each.refused for each in done)
    parts = [
        f"{changed} 个{'整理好了' if write else '要整理'}" if changed else "",
        f"{refused} 个整理不了" if refused else "",
        f"{len(done) - changed - refused} 个本来就整齐" if changed + refused < len(done) else "",
    ]
    return f"{len(done)} 个文件，" + "，".join(filter(None, parts))


def _code(done: "list[Formatted]", *, check: bool) -> int:
    failed = any(each.refused or (check and each.changed) for each in done)
    return codes.FINDINGS if failed else codes.FINE
