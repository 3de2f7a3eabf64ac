"""What was answered, by flags or to questions, read into the request of a new plan."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

import click
from pydantic import TypeAdapter, ValidationError

from gongjian.model.base import Identifier, Text
from gongjian.model.dates import DateError, Period, parse_day
from gongjian.model.loose_dates import only_day
from gongjian.model.school import Mode
from gongjian.repository.drafting.archetypes import ARCHETYPES, Archetype
from gongjian.repository.drafting.composing import settle, wrong_schools
from gongjian.repository.drafting.period import period_in, usual_time
from gongjian.repository.drafting.place import Place
from gongjian.repository.drafting.request import LEADER, Pairing, Request
from gongjian.repository.drafting.scalars import is_unwritable
from gongjian.rules.suggestions import did_you_mean

STDOUT = Path("-")

_TEXT: TypeAdapter[str] = TypeAdapter(Text)
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)
_BETWEEN = re.compile("[,，、]")


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers as they were given; None and () where there was none."""

    kind: str | None = None
    lead: str | None = None
    members: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    mode: str | None = None
    term: str | None = None
    start: str | None = None
    end: str | None = None
    leader: str | None = None
    policies: tuple[str, ...] = ()
    title: str | None = None
    day: str | None = None
    output: Path | None = None


def request_of(answers: Answers, place: Place) -> Request:
    """Read the answers.

    Raises:
        click.UsageError: one of them will not do, or the packs want other numbers of schools.
    """
    archetype = archetype_of(answers)
    period = period_of(answers, archetype)
    check_output(answers.output)
    bureau = place.bureau
    pairings = tuple(_official(pairing, place) for pairing in pairings_of(answers, archetype))
    request = Request(
        archetype,
        id_of(answers, archetype, period, place),
        pairings,
        period,
        day_of(answers),
        leader=name_of(answers.leader, "--leader") if answers.leader else LEADER,
        policies=packs_of(answers.policies, place),
        title=name_of(answers.title, "--title") if answers.title else "",
        ids=place.registered_ids(),
    )
    if bureau:
        request = replace(
            request, bureau=bureau.name, office=(bureau.office or "") if archetype.is_county else ""
        )
    if not request.pairings:
        lead = place.official(name_of(answers.lead, "--lead")) if answers.lead else ""
        request = settle(request, place.standards, lead)
    if wrong := wrong_schools(request, place.standards):
        raise click.UsageError(f"学校的数目不合政策包的要求：{'；'.join(wrong)}")
    return request


def archetype_of(answers: Answers) -> Archetype:
    """Find the kind of plan."""
    kind = answers.kind or ""
    if kind not in ARCHETYPES:
        listed = f"可以是：{'、'.join(ARCHETYPES)}"
        raise click.UsageError(f"没有“{kind}”这种方案；{did_you_mean(kind, ARCHETYPES, listed)}")
    archetype = ARCHETYPES[kind]
    if answers.mode is None:
        return archetype
    if answers.mode not in get_args(Mode):
        raise click.UsageError(f"--mode 不能是 {answers.mode}，可以是 {'、'.join(get_args(Mode))}")
    return replace(archetype, mode=answers.mode)  # type: ignore[arg-type]


def pairings_of(answers: Answers, archetype: Archetype) -> tuple[Pairing, ...]:
    """Read who is paired with whom; empty when no member is named."""
    if answers.groups and not archetype.is_county:
        raise click.UsageError("--group 只用于县级方案；别的方案写 --lead 和 --member")
    if answers.groups and (answers.lead or answers.members):
        raise click.UsageError("--group 已经写了牵头校和成员校，不能再写 --lead、--member")
    pairings = tuple(group_of(group) for group in answers.groups)
    if answers.members:
        lead = name_of(answers.lead, "--lead") if answers.lead else "牵头学校"
        pairings = (Pairing(lead, tuple(name_of(name, "--member") for name in answers.members)),)
    for pairing in pairings:
        _check_pairing(pairing, archetype)
    return pairings


def _check_pairing(pairing: Pairing, archetype: Archetype) -> None:
    members = pairing.members
    if pairing.lead in members:
        raise click.UsageError(f"“{_short(pairing.lead)}”不能又是牵头校又是成员校")
    if twice := next((name for name in members if members.count(name) > 1), None):
        raise click.UsageError(f"成员校“{_short(twice)}”写了两次")
    if len(members) < archetype.fewest:
        raise click.UsageError(
            f"{archetype.name}至少要 {archetype.fewest} 所成员校，现在是 {len(members)} 所"
        )
    if archetype.most and len(members) > archetype.most:
        hint = "；几所成员校的，种类写 一校带几校" if archetype.name == "单对结对" else ""
        raise click.UsageError(
            f"{archetype.name}只有 {archetype.most} 所成员校，现在是 {len(members)} 所{hint}"
        )


def _official(pairing: Pairing, place: Place) -> Pairing:
    """Give the schools the names that the registry has for them."""
    return Pairing(place.official(pairing.lead), tuple(map(place.official, pairing.members)))


def group_of(text: str) -> Pairing:
    """Read `牵头校=成员校、成员校`."""
    lead, _, members = text.partition("=")
    names = [part for part in _BETWEEN.split(members) if part.strip()]
    if not lead.strip() or not names:
        raise click.UsageError(f"看不懂“{_short(text)}”，应写成 牵头校=成员校、成员校")
    return Pairing(name_of(lead, "牵头校"), tuple(name_of(name, "成员校") for name in names))


def several_names(text: str) -> tuple[str, ...]:
    """Read names that are parted by commas."""
    return tuple(name_of(part, "校名") for part in _BETWEEN.split(text) if part.strip())


def name_of(text: str, what: str) -> str:
    """Read a name as plans do: line breaks in it are nothing."""
    if is_unwritable(text):
        raise click.UsageError(f"{what}里有控制字符或不完整的字，请重新输入")
    try:
        return _TEXT.validate_python(text)
    except ValidationError:
        raise click.UsageError(f"{what}不能是空的") from None


def period_of(answers: Answers, archetype: Archetype) -> Period:
    """Read when the plan is for; the usual time of such plans when nobody says."""
    if answers.term and (answers.start or answers.end):
        raise click.UsageError("--term 和 --start、--end 只能写一种")
    if bool(answers.start) != bool(answers.end):
        raise click.UsageError("--start 和 --end 要一起写")
    if answers.start and answers.end:
        period = Period.of(_span(answers.start).start, _span(answers.end).end)
    else:
        period = _span(answers.term or usual_time(archetype, date.today()))
    if period.end < period.start:
        raise click.UsageError(f"结束（{period.end}）早于开始（{period.start}）")
    return period


def _span(text: str) -> Period:
    try:
        return period_in(text)
    except DateError as error:
        raise click.UsageError(f"{error}；也可写成 2026-2027学年、2026年秋季学期") from None


def day_of(answers: Answers) -> date:
    """Read the document's date."""
    try:
        return parse_day(only_day(answers.day) or answers.day) if answers.day else date.today()
    except DateError as error:
        raise click.UsageError(f"--date：{error}") from None


def packs_of(names: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """Check the ids of packs."""
    known = place.standards.pack_ids()
    for name in names:
        if name not in known:
            hint = did_you_mean(
                name, known, "用 gongjian policies 看全部；自己的政策包先写进 gongjian.yaml 的 policies"
            )
            raise click.UsageError(f"没有政策包 {name}；{hint}")
    return tuple(dict.fromkeys(names))


def id_of(answers: Answers, archetype: Archetype, period: Period, place: Place) -> str:
    """Make the plan's id: of its file's name where that will do, else of its kind and year."""
    wanted = f"{archetype.slug}-{period.start.year}"
    if answers.output and answers.output != STDOUT and not answers.output.is_dir():
        with suppress(ValidationError):
            wanted = _IDENTIFIER.validate_python(answers.output.stem)
    return place.free_id(wanted)


def check_output(output: Path | None) -> None:
    """Refuse a file that is there, or that would not be found as a plan."""
    if output is None or output == STDOUT or output.is_dir():
        return
    if output.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(f"文件名要以 .yaml 结尾：{output}")
    refuse_to_overwrite(output)


def refuse_to_overwrite(path: Path) -> None:
    """Never write over what is there.

    Raises:
        click.UsageError: something is.
    """
    if path.exists() or path.is_symlink():
        raise click.UsageError(f"{path} 已经有了，没有覆盖；换一个文件名（-o），或者先把它改名")


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}…"
