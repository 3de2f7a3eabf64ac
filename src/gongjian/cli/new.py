"""`gongjian new`: a new plan from an archetype, by questions or by flags."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import archetypes, modes, packs
from gongjian.cli.questions import on_terminal
from gongjian.report.words import visible

if TYPE_CHECKING:
    from gongjian.repository.drafting.composing import Composed
    from gongjian.repository.drafting.place import Place
    from gongjian.repository.drafting.request import Request

EXAMPLES = """
gongjian new                                  逐项提问
gongjian new --kind 单对结对 --lead 永利小学 --member 共建小学
gongjian new --kind 一校带几校 --lead 实验小学 --member 坑西小学 --member 举水小学 --policy gongtongti
gongjian new --kind 支教 --term 2026年秋季学期 --policy zhifang -o plans/支教.yaml
gongjian new --kind 县级方案 --group 实验小学=坑西小学、举水小学 --group 城东小学=大济小学
"""


@chinese_command("new", EXAMPLES)
@click.option(
    "--kind", metavar="种类", shell_complete=archetypes, help="哪一种方案；不写就逐项提问（在终端里）"
)
@click.option("--lead", metavar="校名", help="牵头校")
@click.option("--member", "members", multiple=True, metavar="校名", help="成员校，可以写几次")
@click.option(
    "--group",
    "groups",
    multiple=True,
    metavar="牵头校=成员校",
    help="县级方案的一组，成员校用顿号分开；可以写几次",
)
@click.option("--mode", metavar="模式", shell_complete=modes, help="结对模式，如 共建型；不写按方案的种类")
@click.option("--term", metavar="学年", help="学年或学期，如 2026-2027学年、2026年秋季学期")
@click.option("--start", metavar="日期", help="从哪一天起，如 2026-09-01；和 --end 一起写")
@click.option("--end", metavar="日期", help="到哪一天止")
@click.option("--leader", metavar="姓名", help="领导小组组长；不写为 王某某")
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="政策包",
    shell_complete=packs,
    help="按哪些政策包写（编号），可以写几次",
)
@click.option("--title", metavar="标题", help="公文标题；不写由程序拟")
@click.option("--date", "day", metavar="日期", help="成文日期；不写为今天")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="文件",
    help="写到哪里；不写为 plans 文件夹，- 为打印出来",
)
def command(
    kind: str | None,
    lead: str | None,
    members: tuple[str, ...],
    groups: tuple[str, ...],
    mode: str | None,
    term: str | None,
    start: str | None,
    end: str | None,
    leader: str | None,
    policies: tuple[str, ...],
    title: str | None,
    day: str | None,
    output: Path | None,
) -> int:
    """新写一份方案：单对结对、一校带几校、教共体、支教、跟岗、手拉手、县级方案。

    \b
    承诺和内容按政策包的要求写好，写完就能通过检查；不知道的（姓名等）写上要换掉的字样。
    已经有的文件不覆盖。
    """
    from gongjian.cli.new_answers import Answers, request_of
    from gongjian.cli.new_questions import asked
    from gongjian.repository.drafting.archetypes import ARCHETYPES
    from gongjian.repository.drafting.place import Place

    answers = Answers(
        kind, lead, members, groups, mode, term, start, end, leader, policies, title, day, output
    )
    place = Place.around(Path.cwd())
    _refuse_unsound(place)
    if kind is None:
        if not on_terminal():
            raise click.UsageError(f"要写明 --kind（不在终端里，没有办法提问）：{'、'.join(ARCHETYPES)}")
        answers = asked(answers, place)
    return _write(request_of(answers, place), place, answers.output)


def _refuse_unsound(place: "Place") -> None:
    """Refuse settings that cannot be read, or contradict the packs: what a plan must meet is unknown then.

    Raises:
        click.UsageError: they do.
    """
    if place.settings.broken:
        raise click.UsageError("gongjian.yaml 有问题，不知道哪些政策包生效；先运行 gongjian validate 改好")
    if contradiction := place.standards.contradiction():
        raise click.UsageError(f"政策包和仓库的活动类型互相矛盾：{contradiction}")


def _write(request: "Request", place: "Place", output: Path | None) -> int:
    """Compose the plan and write it, never over a file that is there."""
    from gongjian.cli.new_answers import STDOUT, refuse_to_overwrite
    from gongjian.cli.output import write_file
    from gongjian.repository.drafting.composing import compose

    composed = compose(request, place.standards)
    if output == STDOUT:
        click.echo(composed.text, nl=False)
        return _tell(composed, Path(f"{request.id}.yaml"))
    folder = output if output and output.is_dir() else place.folder
    path = folder / f"{request.id}.yaml" if output is None or output.is_dir() else output
    refuse_to_overwrite(path)
    write_file(path, composed.text.encode())
    shown = path.relative_to(place.current) if path.is_relative_to(place.current) else path
    click.echo(f"写好了 {visible(str(shown))}" + ("" if composed.findings else "，检查通过"))
    return _tell(composed, shown)


def _tell(composed: "Composed", path: Path) -> int:
    """Tell what is left to do; give the exit code."""
    from gongjian.cli.output import show_findings

    findings = [replace(finding, file=path.as_posix()) for finding in composed.findings]
    if findings:
        show_findings(findings)
        click.echo("上面的要照实际情况改", err=True)
    return codes.FINDINGS if any(each.severity == "error" for each in findings) else codes.FINE
