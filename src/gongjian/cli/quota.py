"""`gongjian quota`: how a quota is read."""

import json
from typing import TYPE_CHECKING

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

if TYPE_CHECKING:
    from datetime import date

    from gongjian.model.entailment import Parties
    from gongjian.model.quota import Quota, QuotaError

EXAMPLES = """
gongjian quota '≥2人/学期'
gongjian quota 每学期不少于2人 --format json
gongjian quota '≥4次/学年' --entails '≥2次/学期'
gongjian quota '≥2次/学期' --entails '≥1次/学期/成员校' --members 2
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
@click.option("--entails", metavar="要求", help="这条指标做到了，能不能保证做到那条要求")
@click.option("--members", type=click.IntRange(1), default=1, metavar="N", help="有几所成员校（默认 1）")
@click.option("--from", "start", metavar="日期", help="方案从哪天起（默认一个学年）")
@click.option("--to", "end", metavar="日期", help="方案到哪天止")
def command(
    text: str, form: str, entails: str | None, members: int, start: str | None, end: str | None
) -> int:
    """看一条指标怎么读：规范写法、公文说法、上下限、期限和范围。

    \b
    加上 --entails，再看它能不能保证做到另一条：满足、不足，或无法保证（要看怎样安排）。
    """
    from gongjian.model.quota import QuotaError, parse_quota

    try:
        quota = parse_quota(text)
        requirement = parse_quota(entails) if entails else None
    except QuotaError as error:
        click.echo(_explained(error), err=True)
        return codes.FINDINGS
    facts = quota.as_json(text)
    if requirement:
        facts["entails"] = _answer(quota, requirement, _parties(members, start, end))
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False))
        return codes.FINE
    for title, key in _LINES:
        click.echo(f"{title}  {'不限' if facts[key] is None else facts[key]}")
    for title, key in _VERDICT if requirement else ():
        if facts["entails"][key]:
            click.echo(f"{title}  {facts['entails'][key]}")
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


_VERDICT = (
    ("要　　求", "requirement"),
    ("结　　论", "verdict"),
    ("理　　由", "reason"),
    ("改　　法", "hint"),
)


def _parties(members: int, start: str | None, end: str | None) -> "Parties":
    """Read who takes part and when; by default for one school year.

    Raises:
        click.UsageError: a date is none, or the end comes before the beginning.
    """
    from gongjian.model.dates import DateError, parse_span
    from gongjian.model.entailment import Parties, default_parties

    usual = default_parties()
    try:
        first = parse_span(start).first if start else usual.start
        last = parse_span(end).last if end else max(first, usual.end) if not start else _year_from(first)
        return Parties(first, last, members=members)
    except DateError as error:
        raise click.UsageError(f"--from、--to：{error}") from None
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _year_from(first: "date") -> "date":
    from datetime import timedelta

    return first.replace(year=first.year + 1, day=min(first.day, 28)) - timedelta(days=1)


def _answer(quota: "Quota", requirement: "Quota", parties: "Parties") -> dict[str, str]:
    """Compare, and tell the verdict in words."""
    from gongjian.model.entailment import IncomparableError, entails

    try:
        found = entails(quota, requirement, parties=parties)
    except IncomparableError as error:
        raise click.UsageError(str(error)) from None
    return {
        "requirement": str(requirement),
        "verdict": found.verdict,
        "reason": found.reason,
        "hint": found.hint,
    }


def _explained(error: "QuotaError") -> str:
    """Show the text with a caret under the spot, then the message and the hint."""
    from rich.cells import cell_len

    text, offset = error.text, error.offset
    caret = " " * cell_len(text[:offset]) + "^" * max(1, cell_len(text[offset : offset + error.length]))
    return f"{text}\n{caret}\n{error.message}\n改法：{error.hint}"
