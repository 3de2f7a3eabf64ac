"""`gongjian policies`: the policy packs, and one pack with its clauses."""

import json
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

if TYPE_CHECKING:
    from gongjian.model.policy import Policy

EXAMPLES = """
gongjian policies                             列出全部政策包
gongjian policies songyang                    看一个政策包的各条要求
gongjian policies songyang --format json
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
def command(pack: str | None, form: str) -> int:
    """列出政策包，或者一个政策包的各条要求：条款、内容、指标。

    \b
    方案在 policies 里写政策包的编号，gongjian validate 就按它检查。
    """
    from gongjian.rules.packs import built_in_pack, pack_ids
    from gongjian.rules.suggestions import did_you_mean

    if pack and pack not in pack_ids():
        raise click.UsageError(
            f"没有政策包 {pack}；{did_you_mean(pack, pack_ids(), '用 gongjian policies 看全部')}"
        )
    packs = [built_in_pack(name) for name in ([pack] if pack else pack_ids())]
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
