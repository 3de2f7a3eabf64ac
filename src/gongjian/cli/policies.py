"""`gongjian policies`: the policy packs, and one pack with its clauses."""

import json
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.named_pack import named_pack

if TYPE_CHECKING:
    from gongjian.model.policy import Policy

EXAMPLES = """
gongjian policies                             列出全部政策包
gongjian policies songyang                    看一个政策包的各条要求
gongjian policies songyang --format json
gongjian policies 我的政策包.yaml --test       运行政策包里的例子
"""


@chinese_command("policies", EXAMPLES)
@click.argument("pack", required=False, metavar="[政策包]")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="格式",
    help="text 或 json",
)
@click.option("--test", is_flag=True, help="运行政策包里的例子：该做到的做到，该报的报出")
def command(pack: str | None, form: str, test: bool) -> int:
    """列出政策包，或者一个政策包的各条要求：条款、内容、指标。

    \b
    方案在 policies 里写政策包的编号，gongjian validate 就按它检查。
    """
    from gongjian.rules.packs import pack_ids

    packs = [named_pack(name) for name in ([pack] if pack else pack_ids())]
    if test:
        return _test(packs)
    if form == "json":
        shown = [each.model_dump(mode="json", exclude_defaults=True) for each in packs]
        click.echo(json.dumps(shown[0] if pack else shown, ensure_ascii=False, indent=2))
        return codes.FINE
    for each in packs:
        _show(each) if pack else click.echo(f"{each.id:<18}{each.title}（{len(each.requirements)} 条要求）")
    return codes.FINE


def _show(pack: "Policy") -> None:
    """Print a pack clause by clause."""
    paper = pack.document
    number = f"（{paper.number}）" if paper.number else ""
    click.echo(f"{pack.title}\n出自《{paper.title}》{number}，{paper.issuer}\n")
    for requirement in pack.requirements:
        quotas = "、".join(str(quota) for quota in getattr(requirement, "quota", ()))
        click.echo(
            f"{requirement.id}  {requirement.clause}  {requirement.text}{f'〔{quotas}〕' if quotas else ''}"
        )
    if pack.unchecked:
        click.echo("\n文件里有、但不检查的：")
    for left in pack.unchecked:
        click.echo(f"  {left.clause}  {left.text}（{left.reason}）")


def _test(packs: "list[Policy]") -> int:
    """Run the examples of packs, and say of each that fails what was expected."""
    from gongjian.rules.pack_examples import run_examples

    outcomes = [(pack, outcome) for pack in packs for outcome in run_examples(pack)]
    failed = [(pack, outcome) for pack, outcome in outcomes if not outcome.passed]
    for pack, outcome in failed:
        wanted, found = ("、".join(ids) or "没有" for ids in (outcome.example.unmet, outcome.unmet))
        said = outcome.problem or f"应当报出 {wanted}，实际报出 {found}"
        click.echo(f"{pack.id}：例子“{outcome.example.title}”不对：{said}")
    click.echo(f"{len(packs)} 个政策包，{len(outcomes)} 个例子，{len(failed)} 个不对", err=True)
    return codes.FINDINGS if failed else codes.FINE
