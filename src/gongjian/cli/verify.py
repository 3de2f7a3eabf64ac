"""`gongjian verify`: printed documents held against their plans."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import word_files
from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.repository.verifying import Verified

EXAMPLES = """
gongjian verify out/yongli.docx               查一份文件
gongjian verify out/*.docx --plans plans      方案在 plans 文件夹里
gongjian verify out/yongli.docx --format json
"""

_MOST = 20
"""Differences shown; more would not be read on a terminal."""

_VERSION = 8
"""Characters of a digest that are shown."""


@chinese_command("verify", EXAMPLES)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="Word文件...",
    shell_complete=word_files,
)
@click.option(
    "--plans",
    type=click.Path(path_type=Path, readable=False),
    metavar="文件夹",
    help="方案在哪里（默认当前方案仓库）",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="格式",
    help="text 或 json",
)
def command(files: tuple[Path, ...], plans: Path | None, form: str) -> int:
    """查印好的 Word 文件：出自哪个方案、哪一版，方案后来改过没有，正文有没有手工改动。

    \b
    手工改动逐段列出，− 是方案印的，+ 是文件里的。
    退出码：0 都与方案一致、没有手工改动，1 有不一致的或者查不了的，2 用法不对，3 程序出错。
    """
    _refuse_missing(files, plans)
    from gongjian.document.kinds import KINDS
    from gongjian.repository.discovery import find_targets, repository_of
    from gongjian.repository.materials import Materials
    from gongjian.repository.reprinting import Reprinter
    from gongjian.repository.settings import Settings
    from gongjian.repository.templates import own_folder
    from gongjian.repository.verifying import verify_files

    around = [plans] if plans else []
    settings = Settings.read(repository_of(around, Path.cwd()))
    targets = find_targets(around, Path.cwd(), settings.scope)
    materials = Materials.gather(targets, KINDS, settings.standards())
    reprint = Reprinter(materials, own_folder(settings.root))
    verified = []
    for each in verify_files(files, targets, reprint):
        verified.append(each)
        if form == "text":
            _show(each)
    if form == "json":
        click.echo(json.dumps([_facts(each) for each in verified], ensure_ascii=False, indent=2))
    elif len(verified) > 1:
        fine = sum(each.is_fine for each in verified)
        click.echo(f"共 {len(verified)} 份文件，{fine} 份与方案一致、没有手工改动")
    return codes.FINE if all(each.is_fine for each in verified) else codes.FINDINGS


def _refuse_missing(files: tuple[Path, ...], plans: Path | None) -> None:
    """Refuse what is not there.

    Raises:
        click.UsageError: a file or folder is missing, or is the other of the two.
    """
    for path in files:
        if path.is_dir():
            raise click.UsageError(f"{path} 是文件夹，要写 Word 文件，如 {path.as_posix()}/*.docx")
        if not path.exists():
            raise click.UsageError(f"没有文件 {path}")
    if plans and not plans.exists():
        raise click.UsageError(f"没有文件夹 {plans}")


def _show(verified: "Verified") -> None:
    """Tell a person what came of one document."""
    if verified.problem:
        click.echo(f"{visible(verified.name)}: 查不了：{verified.problem}", err=True)
        return
    from gongjian.document.differences import lines_of, on_one_line

    click.echo(visible(verified.name))
    for line in _told(verified):  # the file says its plan and kind itself: nothing a terminal would obey
        click.echo(f"  {on_one_line(line)}")
    for index, difference in enumerate(verified.differences[:_MOST]):
        if index:
            click.echo("    ……")
        for line in lines_of(difference):
            click.echo(f"    {line}")
    more = len(verified.differences) - _MOST
    if more > 0:
        click.echo(f"    还有 {more} 处，用 --format json 看全部")


def _told(verified: "Verified") -> Iterator[str]:
    where = f"{verified.file}（编号 {verified.plan}）" if verified.file else verified.lost
    yield f"方案：{where}" + (f"，文种：{verified.kind}" if verified.kind else "")
    yield f"版本：{_version(verified)}"
    if verified.file and verified.lost:
        yield f"重印：{verified.lost}"
    yield f"正文：{_edited(verified)}"
    if verified.stale and not verified.edited:
        yield f"重印：有 {len(verified.differences)} 处不同（− 文件里的，+ 重印的）{_reason(verified)}"
    elif verified.plan_changed and verified.stale is False:
        yield "重印：正文不变"


def _version(verified: "Verified") -> str:
    printed = verified.printed[:_VERSION] or "没有记下"
    if verified.plan_changed is None:
        return printed
    if verified.plan_changed:
        return f"{printed}，印出以后方案改过，现在是 {verified.current[:_VERSION]}"
    return f"{printed}，方案没有改过"


def _edited(verified: "Verified") -> str:
    if verified.edited is None:
        return "看不出有没有手工改过（印的时候没有记下原文）"
    if not verified.edited:
        return "没有手工改动"
    if verified.stale is None:
        return "手工改过"
    if verified.stale:
        count = len(verified.differences)
        return f"手工改过；方案也改过，文件和方案现在印的有 {count} 处不同（− 方案印的，+ 文件里的）"
    return f"手工改过 {len(verified.differences)} 处（− 方案印的，+ 文件里的）"


def _reason(verified: "Verified") -> str:
    return "" if verified.plan_changed else "；方案没有改，是模板或程序更新了"


def _facts(verified: "Verified") -> dict[str, Any]:
    return {
        "file": verified.name,
        "problem": verified.problem or None,
        "plan": {"id": verified.plan, "file": verified.file or None} if verified.plan else None,
        "kind": verified.kind or None,
        "version": {"printed": verified.printed or None, "current": verified.current or None},
        "plan_changed": verified.plan_changed,
        "edited": verified.edited,
        "stale": verified.stale,
        "note": verified.lost or None,
        "differences": [
            {"before": each.before, "old": each.old, "new": each.new, "after": each.after}
            for each in verified.differences
        ],
        "fine": verified.is_fine,
    }
