"""`gongjian templates`: the templates there are, one of them, a copy to change, and whether they print."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import templates

if TYPE_CHECKING:
    from gongjian.repository.templates import Template

EXAMPLES = """
gongjian templates                            列出模板，和每个模板可以换的块
gongjian templates 实施方案                    看一个模板
gongjian templates 实施方案 --copy             复制到本仓库的 templates 文件夹，改了就用它印
gongjian templates --check plans              拿全部模板试印 plans 里的方案，不写文件
"""


@chinese_command("templates", EXAMPLES)
@click.argument("names", nargs=-1, metavar="[模板，或试印的方案]...", shell_complete=templates)
@click.option("--copy", is_flag=True, help="复制模板，供修改；已经有的不覆盖")
@click.option("--check", is_flag=True, help="拿全部模板试印这些方案（不写就是仓库里的全部），只报问题")
def command(names: tuple[str, ...], copy: bool, check: bool) -> int:
    """列出公文模板，看、复制一个模板，或者检查模板。

    \b
    仓库的 templates 文件夹里与内置模板同名的，印的时候先用；也可以只继承内置模板，换掉其中几块。
    退出码：0 没有问题，1 模板有问题，2 用法不对，3 程序出错。
    """
    from gongjian.repository.discovery import repository_of
    from gongjian.repository.templates import find_templates, own_folder

    root = repository_of(map(Path, names if check else ()), Path.cwd())
    own = own_folder(root)
    templates = find_templates(own)
    if check and copy:
        raise click.UsageError("--check 和 --copy 只能写一个")
    if check:
        return _check(templates, tuple(map(Path, names)), own, root)
    if not names:
        if copy:
            raise click.UsageError("--copy 要写明复制哪个模板，如 gongjian templates 实施方案 --copy")
        return _list(templates)
    for name in names:
        template = _named(name, templates)
        if copy:
            _copy(template, (root or Path.cwd()) / "templates")
        else:
            click.echo(template.path.read_text(encoding="utf-8"), nl=False)
    return codes.FINE


def _list(templates: "list[Template]") -> int:
    from gongjian.document.errors import TemplateError

    for template in templates:
        where = ("本仓库，代替内置的" if template.overrides else "本仓库") if template.own else "内置"
        try:
            blocks = "、".join(template.blocks()) or "（没有可以换的块）"
        except TemplateError as error:
            blocks = f"有问题：{error}"
        click.echo(f"{template.name}（{where}）\n    {blocks}")
    click.echo("\n复制一份来改：gongjian templates 实施方案 --copy；写法见 docs/templates.md")
    return codes.FINE


def _named(name: str, templates: "list[Template]") -> "Template":
    """Find a template by its name or its kind of document.

    Raises:
        click.UsageError: there is none.
    """
    from gongjian.rules.suggestions import did_you_mean

    known = {each.name.removesuffix(".md.j2"): each for each in templates}
    found = known.get(name.removesuffix(".md.j2"))
    if found is None:
        raise click.UsageError(
            f"没有模板 {name}；{did_you_mean(name, known, '用 gongjian templates 看全部模板')}"
        )
    return found


def _copy(template: "Template", folder: Path) -> None:
    """Copy a template, never over one that is there.

    Raises:
        click.UsageError: it is there already, or cannot be written.
    """
    from gongjian.cli.output import write_file

    path = folder / template.name
    if path.exists():
        raise click.UsageError(f"{path} 已经有了，没有覆盖；要重新复制，先把它改名或删去")
    write_file(path, template.path.read_bytes())
    click.echo(f"{template.name} → {path}")


def _check(templates: "list[Template]", paths: tuple[Path, ...], own: Path | None, root: Path | None) -> int:
    """Try every template, and tell the faults."""
    from gongjian.repository.discovery import find_targets
    from gongjian.repository.settings import Settings
    from gongjian.repository.templates import check_templates

    settings = Settings.read(root)
    targets = find_targets(paths, Path.cwd(), settings.scope)
    faults = list(check_templates(templates, targets, own, settings.standards()))
    for fault in faults:
        more = f" 等 {fault.plans} 份方案" if fault.plans > 1 else ""
        click.echo(f"{fault.message}（印 {fault.plan}{more}时）")
    click.echo(
        f"试了 {len(templates)} 个模板，{len(faults)} 处问题"
        if faults
        else f"试了 {len(templates)} 个模板，没有问题",
        err=True,
    )
    return codes.FINDINGS if faults else codes.FINE
