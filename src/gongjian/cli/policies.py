"""`gongjian policies`: the policy packs, and one pack with its clauses."""

import json
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import packs
from gongjian.cli.named_pack import named_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongjian.model.policy import Policy
    from gongjian.rules.pack_examples import Outcome

EXAMPLES = """
gongjian policies                             列出全部政策包
gongjian policies songyang                    看一个政策包的各条要求
gongjian policies songyang --format json
gongjian policies 我的政策包.yaml --test       运行政策包里的例子
"""


@chinese_command("policies", EXAMPLES)
@click.argument("pack", required=False, metavar="[政策包]", shell_complete=packs)
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
        quotas = [str(quota) for quota in getattr(requirement, "quota", ())]
        notes = "、".join([*quotas, "不是硬要求"] if requirement.soft else quotas)
        click.echo(
            f"{requirement.id}  {requirement.clause}  {requirement.text}{f'〔{notes}〕' if notes else ''}"
        )
    if pack.unchecked:
        click.echo("\n文件里有、但不检查的：")
    for left in pack.unchecked:
        click.echo(f"  {left.clause}  {left.text}（{left.reason}）")


def _test(packs: "list[Policy]") -> int:
    """Run the examples of packs; of one pack, each is listed, of several those that fail."""
    from gongjian.rules.pack_examples import run_examples, untested

    total = failed = 0
    for pack in packs:
        outcomes = list(run_examples(pack))
        wrong = [outcome for outcome in outcomes if not outcome.passed]
        total, failed = total + len(outcomes), failed + len(wrong)
        click.echo(f"{pack.id}  {pack.title}：{_verdict(len(outcomes), len(wrong))}")
        for outcome in outcomes if len(packs) == 1 else wrong:
            expected = f"没有做到 {'、'.join(outcome.example.unmet)}" if outcome.example.unmet else "全做到"
            click.echo(f"  {'对' if outcome.passed else '不对'}  {outcome.example.title}（{expected}）")
            for line in _what_is_wrong(pack, outcome):
                click.echo(f"        {line}")
        if len(packs) == 1 and outcomes and (left := untested(pack)):
            click.echo(f"  没有例子说明怎样算没做到：{'、'.join(left)}")
    click.echo(f"{len(packs)} 个政策包，{total} 个例子，{failed} 个不对", err=True)
    return codes.FINDINGS if failed else codes.FINE


def _verdict(total: int, wrong: int) -> str:
    if not total:
        return "没有例子"
    return f"{total} 个例子，{wrong} 个不对" if wrong else f"{total} 个例子，都对"


def _what_is_wrong(pack: "Policy", outcome: "Outcome") -> "Iterator[str]":
    """Say of an example that fails what was expected and what came."""
    if outcome.problem:
        yield outcome.problem
        return
    texts = {each.id: f"{each.id}（{each.clause}：{each.text.rstrip('。')}）" for each in pack.requirements}
    for name in outcome.missed:
        yield (f"应当报出，没有报出：{texts[name]}" if name in texts else f"政策包里没有编号是“{name}”的要求")
    for name in outcome.surplus:
        yield f"不应报出，却报出了：{name}，{outcome.reported[name]}"
