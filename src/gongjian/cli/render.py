"""`gongjian render`: official documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.output import show_findings, write_file

if TYPE_CHECKING:
    from gongjian.repository.checking import Checked

FORMATS = ("docx", "md")
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
    help="docx（默认）或 md，可以写几次",
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
    """印出公文：按 GB/T 9704 版式的 Word 文件，或 Markdown。

    \b
    文件名同方案文件；一份方案有问题，不影响印别的。
    退出码：0 都印出来了，1 有印不出来的，2 用法不对，3 程序出错。
    """
    if template and not template.is_file():
        raise click.UsageError(f"没有模板文件 {template}")
    from gongjian.model.plan import Plan
    from gongjian.repository.checking import check_files
    from gongjian.repository.discovery import find_targets

    targets = find_targets(paths, Path.cwd())
    checked = [file for file in check_files(targets) if not file.foreign and _is_plan(file)]
    if not checked:
        click.echo("没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1", err=True)
        return codes.USAGE
    formats = tuple(dict.fromkeys(formats)) or ("docx",)
    single = _single_file(output, formats, len(checked))
    failed = 0
    for file in checked:
        if not isinstance(file.model, Plan):
            show_findings(file)
            failed += 1
            continue
        failed += not _render(file, file.model, formats, kind, single or output, template, quiet=quiet)
    return codes.FINDINGS if failed else codes.FINE


def _is_plan(file: "Checked") -> bool:
    """Tell whether a file is a plan, or meant to be one as far as can be seen."""
    from gongjian.model.plan import Plan

    return isinstance(file.model, Plan) or (file.model is None and bool(file.findings))


def _single_file(output: Path, formats: Sequence[str], plans: int) -> Path | None:
    """Give the one file that `-o` names, or None when it names a folder.

    Raises:
        click.UsageError: it names one file, but there are several to write.
    """
    suffix = output.suffix.lower().removeprefix(".")
    if output.is_dir() or suffix not in FORMATS:
        return None
    if plans > 1 or len(formats) > 1:
        raise click.UsageError(f"要写几份文件，-o 应写文件夹，不能写一份文件的名字 {output}")
    if formats[0] != suffix:
        raise click.UsageError(f"-o 的文件名以 .{suffix} 结尾，格式却是 {formats[0]}；加上 --format {suffix}")
    return output


def _render(
    file: "Checked",
    plan: object,
    formats: Sequence[str],
    kind: str,
    output: Path,
    template: Path | None,
    *,
    quiet: bool,
) -> bool:
    """Write one plan's documents; say what went wrong and give False when they cannot be made."""
    from gongjian.document.errors import DocumentError
    from gongjian.document.rendering import FORMATS as WRITERS
    from gongjian.document.rendering import document_of
    from gongjian.model.plan import Plan

    assert isinstance(plan, Plan)
    try:
        document = document_of(plan, file.text, kind, template)
        for name in formats:
            path = (
                output
                if output.suffix and not output.is_dir()
                else output / (Path(file.name).stem + WRITERS[name].suffix)
            )
            write_file(path, WRITERS[name].write(document))
            if not quiet:
                click.echo(f"{file.name} → {path.as_posix()}")
    except DocumentError as error:
        click.echo(f"{file.name}: 印不出来：{error}", err=True)
        return False
    errors = sum(finding.severity == "error" for finding in file.findings)
    if errors:
        click.echo(
            f"{file.name}: 方案还有 {errors} 个错误，先用 gongjian validate {file.name} 看一看", err=True
        )
    return True
