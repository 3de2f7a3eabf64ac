"""`gongjian render`: official documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import plan_files
from gongjian.cli.layout import chosen_profile
from gongjian.cli.output import show_findings, unwritable
from gongjian.cli.progress import progress
from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.model.calendar import Calendar, Cell
    from gongjian.model.script import Script
    from gongjian.repository.printing import Printed

FORMATS = ("docx", "pdf", "html", "md")
"""`gongjian.document.rendering.FORMATS`, named here so that `--help` need not load it; a test compares."""

KINDS = (
    "实施方案", "印发通知", "结对协议书", "工作计划", "工作总结", "指标对照表", "活动安排表", "交流人员花名册",
    "台账", "考核评分表", "领导小组名单",
)  # fmt: skip
"""`gongjian.document.kinds.KINDS`, likewise."""

SCRIPTS = ("hans", "hant", "hant-hk")

OUT = Path("out")

EXAMPLES = """
gongjian render plans/yongli.yaml --format docx
gongjian render plans --format docx --format md -o 印发稿
gongjian render plans/yongli.yaml -o 永利小学实施方案.docx
gongjian render plans/songyang.yaml --kind 印发通知
gongjian render plans/yongli.yaml --kind 工作计划 --term 2022-2023-2
gongjian render plans/yongli.yaml --script hant --redact
"""


@chinese_command("render", EXAMPLES)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="方案文件或文件夹...",
    shell_complete=plan_files,
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    metavar="格式",
    help="docx（默认）、pdf、html 或 md，可以写几次",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=KINDS[0],
    metavar="文种",
    help=f"文种：{'、'.join(KINDS)}；默认实施方案",
)
@click.option(
    "--term",
    metavar="学期",
    help="工作计划、工作总结和各种表写哪一段时间：2022-2023-1（第一学期）、2022-2023（学年）、2023年",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, readable=False), default=OUT, metavar="路径",
    help="存到哪里：文件夹（默认 out），或者一份文件的名字，如 方案.docx",
)  # fmt: skip
@click.option(
    "--script", type=click.Choice(SCRIPTS), metavar="字体",
    help="印成简体 hans、台湾繁体 hant 还是香港繁体 hant-hk；不写则同方案",
)  # fmt: skip
@click.option("--redact", is_flag=True, help="公开稿：隐去姓名（张某某）和电话、身份证号等")
@click.option(
    "--template",
    type=click.Path(path_type=Path, readable=False),
    metavar="文件",
    help="用自己的模板：.md.j2，或者单位自己的 Word 文件（.docx）",
)
@click.option(
    "--set",
    "layout",
    multiple=True,
    metavar="版式项=值",
    help="版式，可以写几次，如 fonts=windows、page_number=center；全部的项见 gongjian schema repository 的 layout",
)
@click.option("--review", is_flag=True, help="审阅稿：检查出的问题写成 Word 批注，标在有关的段落上")
@click.option("--check", is_flag=True, help="不写文件，只看已经印出的是不是方案现在的样子；不是的退出码为 1")
@click.option("--jobs", type=click.IntRange(1), metavar="个数", help="同时用几个进程；不写由程序决定")
@click.option("--quiet", "-q", is_flag=True, help="不打印写了哪些文件")
def command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    kind: str,
    term: str | None,
    output: Path,
    script: "Script | None",
    redact: bool,
    template: Path | None,
    layout: tuple[str, ...],
    review: bool,
    check: bool,
    jobs: int | None,
    quiet: bool,
) -> int:
    """印出公文：按 GB/T 9704 版式的 Word 文件、PDF、网页（一个文件，手机上看、打印都行），或 Markdown。

    \b
    文件名同方案文件，实施方案以外的加上文种；一份方案有问题，不影响印别的。
    退出码：0 都印出来了，1 有印不出来的，2 用法不对，3 程序出错。
    """
    if template and not template.is_file():
        raise click.UsageError(f"没有模板文件 {template}")
    from gongjian.repository.discovery import find_targets, repository_of
    from gongjian.repository.order import Order
    from gongjian.repository.printing import PrintingError, print_plans
    from gongjian.repository.settings import Settings
    from gongjian.repository.templates import own_folder

    suffix = output.suffix.lower().removeprefix(".")
    formats = tuple(dict.fromkeys(formats)) or (suffix if suffix in FORMATS else FORMATS[0],)
    if template and template.suffix.lower() == ".docx" and formats != ("docx",):
        raise click.UsageError("Word 模板只能印 docx")
    if review and (formats != ("docx",) or (template and template.suffix.lower() == ".docx")):
        raise click.UsageError("--review 只能印程序自己版式的 docx：批注写在 Word 文件里")
    if template and template.suffix.lower() == ".docx" and script:
        raise click.UsageError("Word 模板照方案和模板自己的字体印，不能用 --script")
    single = _names_a_file(output, formats, paths)
    settings = Settings.read(repository_of(paths, Path.cwd()))
    targets = find_targets(paths, Path.cwd(), settings.scope)
    standards = settings.standards()
    order = Order(
        formats,
        kind,
        output,
        single,
        template,
        term=_term(term, standards.calendar),
        own=own_folder(settings.root),
        review=review,
        profile=chosen_profile(settings.said.layout, layout, settings.root),
        script=script,
        redact=redact,
    )
    try:
        printed = print_plans(targets, order, standards, jobs=jobs, check=check)
        results = [
            _told(each, quiet=quiet, check=check) for each in progress(printed, len(targets), "印公文")
        ]
    except PrintingError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise unwritable(error) from error
    if not results:
        click.echo("没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1", err=True)
        return codes.USAGE
    return codes.FINE if all(results) else codes.FINDINGS


def _term(text: str | None, calendar: "Calendar") -> "Cell | None":
    """Read `--term`.

    Raises:
        click.UsageError: it is no term.
    """
    from gongjian.model.terms import TermError, parse_term

    try:
        return parse_term(text, calendar) if text else None
    except TermError as error:
        raise click.UsageError(f"--term：{error}") from None


def _names_a_file(output: Path, formats: Sequence[str], paths: Sequence[Path]) -> bool:
    """Tell whether `-o` names the one file to write, rather than a folder.

    Raises:
        click.UsageError: it names one file, but another format or several documents are asked for.
    """
    suffix = output.suffix.lower().removeprefix(".")
    if output.is_dir() or suffix not in FORMATS:
        return False
    if len(paths) > 1 or len(formats) > 1 or paths[0].is_dir():
        raise click.UsageError(f"要写几份文件，-o 应写文件夹，不能写一份文件的名字 {output}")
    if formats[0] != suffix:
        raise click.UsageError(f"-o 的文件名以 .{suffix} 结尾，格式却是 {formats[0]}；加上 --format {suffix}")
    return True


def _told(printed: "Printed", *, quiet: bool, check: bool) -> bool:
    """Say what came of one plan; give whether it was printed."""
    name = visible(printed.name)
    for path in printed.written:
        if not quiet and not check:
            click.echo(f"{name} → {visible(path.as_posix())}")
    for path in printed.missing:
        click.echo(f"{visible(path.as_posix())}: 还没有印（{name}）")
    for path in printed.stale:
        click.echo(f"{visible(path.as_posix())}: 不是 {name} 现在的样子，要重新印")
    if printed.problem:
        click.echo(f"{name}: {printed.problem}", err=True)
    elif not (printed.written or printed.missing or printed.stale):
        show_findings(printed.findings)
    elif errors := sum(finding.severity == "error" for finding in printed.findings):
        click.echo(f"{name}: 方案还有 {errors} 个错误，用 gongjian validate {name} 查看", err=True)
    return printed.fine
