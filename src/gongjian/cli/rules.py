"""`gongjian rules`: the rule index."""

import json

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

EXAMPLES = """
gongjian rules
gongjian rules --format json
"""


@chinese_command("rules", EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="格式",
    help="text 或 json",
)
def command(form: str) -> int:
    """列出全部检查规则：编号、程度、标题。"""
    from gongjian.model.finding import SEVERITIES
    from gongjian.rules.index import RULES

    if form == "json":
        listed = [
            {"id": rule.id, "name": rule.name, "severity": rule.severity, "title": rule.title}
            for rule in RULES.values()
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return codes.FINE
    for rule in RULES.values():
        click.echo(f"{rule.id}  {SEVERITIES[rule.severity]}  {rule.title}")
    click.echo("\n讲解一条规则：gongjian explain 编号")
    return codes.FINE
