"""`gongjian render`: official documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.output import show_findings, unwritable

if TYPE_CHECKING:
    from gongjian.repository.printing import Printed

FORMATS = ("docx", "pdf", "md")
"""`gongjian.document.rendering.FORMATS`, named here so that `--help` need not load it; a test compares."""

KINDS = ("实施方案",)
OUT = Path("out")

EXAMPLES = """
gongjian render plans/yongli.yaml --format docx
gongjian render plans --format docx --format md -o 印发稿
gongjian render plans/yongli.yaml -o 永利小学实施方案.docx
"""


@chinese_command("render", EXAMPLES)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="方案文件或文件夹..."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    metavar="格式",
    help="docx（默认）、pdf 或 md，可以写几次",
)
@click.option(
    "--kind", type=click.Choice(KINDS), default=KINDS[0], metavar="文种", help="文种：实施方案（默认）"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=OUT, metavar="路径",
    help="存到哪里：文件夹（默认 out），或者一份文件的名字，如 方案.docx",
)  # fmt: skip
@click.option("--template", type=click.Path(path_type=Path), metavar="文件", help="用自己的模板（.md.j2）")
@click.option("--quiet", "-q", is_flag=True, help="不打印写了哪些文件")
def command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    kind: str,
    output: Path,
    template: Path | None,
    quiet: bool,
) -> int:
    """印出公文：按 GB/T 9704 版式的 Word 文件、PDF，或 Markdown。

    \b
    文件名同方案文件；一份方案有问题，不影响印别的。
    退出码：0 都印出来了，1 有印不出来的，2 用法不对，3 程序出错。
    """
    if template and not template.is_file():
        raise click.UsageError(f"没有模板文件 {template}")
    from gongjian.repository.discovery import find_targets
    from gongjian.repository.printing import Order, PrintingError, print_plans

    suffix = output.suffix.lower().removeprefix(".")
    formats = tuple(dict.fromkeys(formats)) or (suffix if suffix in FORMATS else FORMATS[0],)
    targets = find_targets(paths, Path.cwd())
    single = _names_a_file(output, formats, paths)
    order = Order(formats, kind, output, single, template)
    try:
        results = [_told(printed, quiet=quiet) for printed in print_plans(targets, order)]
    except PrintingError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise unwritable(error) from error
    if not results:
        click.echo("没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1", err=True)
        return codes.USAGE
    return codes.FINE if all(results) else codes.FINDINGS


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


def _told(printed: "Printed", *, quiet: bool) -> bool:
    """Say what came of one plan; give whether it was printed."""
    for path in printed.written:
        if not quiet:
            click.echo(f"{printed.name} → {path.as_posix()}")
    if printed.problem:
        click.echo(f"{printed.name}: 印不出来：{printed.problem}", err=True)
    elif not printed.written:
        show_findings(printed.findings)
    elif errors := sum(finding.severity == "error" for finding in printed.findings):
        click.echo(
            f"{printed.name}: 方案还有 {errors} 个错误，用 gongjian validate {printed.name} 查看", err=True
        )
    return bool(printed.written)
