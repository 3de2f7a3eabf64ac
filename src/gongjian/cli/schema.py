"""`gongjian schema`: the JSON Schema of each kind of file."""

import json

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

KINDS = ("plan", "policy", "ledger", "registry", "repository")

EXAMPLES = """
gongjian schema plan > plan.schema.json
gongjian schema plan --keys zh > 方案.schema.json
"""


@chinese_command("schema", EXAMPLES)
@click.argument(
    "kind", type=click.Choice(KINDS), default="plan", metavar="[plan|policy|ledger|registry|repository]"
)
@click.option(
    "--keys",
    type=click.Choice(("en", "zh")),
    default="en",
    metavar="文字",
    help="键用英文（en，默认）还是中文（zh）",
)
def command(kind: str, keys: str) -> int:
    """打印文件格式的 JSON Schema（2020-12），编辑器用它提示和补全。"""
    from gongjian.model.file_kinds import schema_of
    from gongjian.model.schema import json_schema

    click.echo(
        json.dumps(
            json_schema(schema_of(f"{kind}/v1"), chinese_keys=keys == "zh"), ensure_ascii=False, indent=2
        )
    )
    return codes.FINE
