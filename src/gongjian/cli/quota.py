"""`gongjian quota`: how a quota is read."""

import json

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

EXAMPLES = """
gongjian quota '≥2人/学期'
gongjian quota 每学期不少于2人 --format json
"""


@chinese_command("quota", EXAMPLES)
@click.argument("text", metavar="指标")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="格式",
    help="text 或 json",
)
def command(text: str, form: str) -> int:
    """看一条指标怎么读：规范写法、公文说法、上下限、期限和范围。"""
    from gongjian.model.quota import QuotaError, parse_quota

    try:
        quota = parse_quota(text)
    except QuotaError as error:
        click.echo(_explained(error), err=True)
        return codes.FINDINGS
    facts = quota.as_json(text)
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False))
        return codes.FINE
    for title, key in _LINES:
        click.echo(f"{title}  {'不限' if facts[key] is None else facts[key]}")
    return codes.FINE


_LINES = (
    ("规范写法", "canonical"),
    ("公文说法", "prose"),
    ("计量单位", "dimension"),
    ("最　　少", "min"),
    ("最　　多", "max"),
    ("期　　限", "period"),
    ("范　　围", "per"),
)


def _explained(error: object) -> str:
    """Show the text with a caret under the spot, then the message and the hint."""
    from rich.cells import cell_len

    text, offset = str(error.text), int(error.offset)  # type: ignore[attr-defined]
    caret = " " * cell_len(text[:offset]) + "^" * max(1, cell_len(text[offset : offset + error.length]))  # type: ignore[attr-defined]
    return f"{text}\n{caret}\n{error.message}\n改法：{error.hint}"  # type: ignore[attr-defined]
