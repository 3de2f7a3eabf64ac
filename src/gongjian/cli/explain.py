"""`gongjian explain`: one rule, with examples."""

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command
from gongjian.cli.completing import rules

EXAMPLES = """
gongjian explain GJ107
"""


@chinese_command("explain", EXAMPLES)
@click.argument("rule", metavar="规则", shell_complete=rules)
def command(rule: str) -> int:
    """讲解一条规则：为什么有它，什么样算错，怎样改对。"""
    from gongjian.rules.index import RULES
    from gongjian.rules.page import page
    from gongjian.rules.suggestions import did_you_mean

    by_name = {known.name: known for known in RULES.values()}
    found = RULES.get(rule.upper()) or by_name.get(rule)
    if not found:
        raise click.UsageError(
            f"没有规则 {rule}；{did_you_mean(rule.upper(), RULES, '用 gongjian rules 看全部规则')}"
        )
    click.echo(page(found))
    return codes.FINE
