"""`gongjian init`: a new plan repository that validates clean at once."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import archetypes, packs
from gongjian.cli.questions import ask, choose, choose_several, on_terminal
from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.repository.starter.choice import Choice
    from gongjian.repository.starter.files import Written

NO_CI = "none"

EXAMPLES = """
gongjian init                                 在当前文件夹建方案仓库（在终端里逐项提问）
gongjian init 某县方案 --ci gitee --policy songyang
gongjian init --ci gitlab                     给已有的方案仓库补上 CI
"""


@chinese_command("init", EXAMPLES)
@click.argument("folder", type=click.Path(path_type=Path, readable=False), default=".", metavar="[文件夹]")
@click.option(
    "--ci",
    type=click.Choice(("github", "gitlab", "gitee", NO_CI)),
    metavar="服务",
    help="提交时在哪里自动检查：github、gitlab、gitee、none；不写看 git 的远程地址",
)
@click.option("--name", metavar="名称", help="方案仓库的名称")
@click.option("--bureau", metavar="全称", help="教育局的全称")
@click.option(
    "--kind",
    metavar="种类",
    shell_complete=archetypes,
    help="例子写哪一种方案，同 gongjian new；不写为 单对结对",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="政策包",
    shell_complete=packs,
    help="对全部方案生效的政策包（编号），可以写几次",
)
def command(
    folder: Path,
    ci: str | None,
    name: str | None,
    bureau: str | None,
    kind: str | None,
    policies: tuple[str, ...],
) -> int:
    """建一个方案仓库：设置、学校名册、例子、CI、编辑器提示，建好就能通过检查。

    \b
    已经有的文件一律不动，只补没有的；所以可以再运行一次，补上缺的。
    """
    from gongjian.repository.walking import real_path

    root = real_path(folder)
    began = _check(root)
    choice = _choice(root, ci, name, bureau, kind, policies, asks=on_terminal() and not began)
    from gongjian.cli.output import unwritable
    from gongjian.repository.starter.files import refusals, starter_files, write_missing

    today = date.today()
    if not began and (wrong := refusals(choice, today)):
        raise click.UsageError(f"例子的学校数目不合政策包的要求，换一种 --kind：{'；'.join(wrong)}")
    try:
        written = write_missing(root, starter_files(choice, today, began=began))
    except OSError as error:
        raise unwritable(error) from error
    _tell(root, written, choice)
    return _validate(root)


def _check(root: Path) -> bool:
    """Tell whether there is a repository already.

    Raises:
        click.UsageError: the folder is none, or lies in a repository.
    """
    from gongjian.repository.discovery import SETTINGS, repository_root

    if root.exists() and not root.is_dir():
        raise click.UsageError(f"{root} 是文件，不是文件夹")
    around = repository_root(root)
    if around and around != root:
        raise click.UsageError(f"已经在方案仓库 {around} 里面了；要另建一个，请在它外面建")
    return (root / SETTINGS).exists()


def _choice(
    root: Path,
    ci: str | None,
    name: str | None,
    bureau: str | None,
    kind: str | None,
    policies: tuple[str, ...],
    *,
    asks: bool,
) -> "Choice":
    """Read what was chosen, and ask for the rest."""
    from gongjian.cli.new_answers import Answers, archetype_of, name_of, packs_of
    from gongjian.repository.drafting.archetypes import ARCHETYPES
    from gongjian.repository.drafting.place import Place
    from gongjian.repository.settings import Settings
    from gongjian.repository.starter.choice import BUREAU, Choice, name_after
    from gongjian.repository.starter.services import CI_SERVICES, service_of

    place = Place(root, Settings())
    kinds = [(each.name, each.hint) for each in ARCHETYPES.values()]
    services = [*((key, service.title) for key, service in CI_SERVICES.items()), (NO_CI, "不要")]
    found = service_of(root)
    if asks:
        click.echo(f"在 {root} 建方案仓库。直接回车用〔〕里的；按 Ctrl-C 不建了。\n")
        name = name or ask("仓库的名称", name_after(bureau or BUREAU), lambda text: name_of(text, "名称"))
        bureau = bureau or ask("教育局的全称", BUREAU, lambda text: name_of(text, "名称"))
        kind = kind or choose("例子写哪一种方案？", kinds, kinds[0][0])
        policies = policies or choose_several("哪些政策包对全部方案生效？", place.packs())
        ci = ci or choose("提交时在哪里自动检查？", services, found)
    return Choice(
        archetype_of(Answers(kind=kind or kinds[0][0])),
        name_of(name, "--name") if name is not None else name_after(bureau or BUREAU),
        name_of(bureau, "--bureau") if bureau is not None else BUREAU,
        packs_of(policies, place),
        ci or found,
    )


def _tell(root: Path, written: "Written", choice: "Choice") -> None:
    from gongjian.repository.starter.services import CI_SERVICES, checkout_top
    from gongjian.repository.walking import real_path

    for name in written.new:
        click.echo(f"写好了 {name}")
    for name in written.kept:
        click.echo(f"已经有 {name}，没有改")
    top = checkout_top(root)
    if top is None:
        enter = "" if root == real_path(Path.cwd()) else f'cd "{visible(str(root))}" && '
        click.echo(f"还没有纳入 git：{enter}git init && git add -A && git commit -m 方案仓库", err=True)
    if choice.ci == NO_CI:
        click.echo(f"没有配置自动检查；要配置：gongjian init --ci {'|'.join(CI_SERVICES)}", err=True)
    elif top and real_path(top) != root:
        click.echo(
            f"CI 的设置要放在 git 仓库的最上层，请把 {CI_SERVICES[choice.ci].target} 移到 {top}", err=True
        )


def _validate(root: Path) -> int:
    """Check the repository as it is now; an old one may have findings of its own."""
    from gongjian.cli.output import show_findings
    from gongjian.repository.discovery import discover
    from gongjian.repository.settings import Settings
    from gongjian.repository.validating import Validation
    from gongjian.rules.selection import Selection

    settings, everything, today = Settings.read(root), Selection(), date.today()
    discovery = discover([root], root, settings.scope)
    targets = settings.with_registry(discovery)
    run = Validation(discovery, settings, settings.standards(), today).run(targets, everything)
    run = settings.apply(run, today, everything, whole=True)
    show_findings(run.open)
    click.echo(str(run.summary))
    return codes.FINDINGS if run.failing else codes.FINE
