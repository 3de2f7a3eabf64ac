"""The questions of `gongjian new`: what flags leave open, each with a default."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from gongjian.cli.new_answers import (
    Answers,
    archetype_of,
    check_output,
    group_of,
    id_of,
    name_of,
    pairings_of,
    period_of,
    request_of,
    several_names,
)
from gongjian.cli.questions import ask, choose, choose_several
from gongjian.repository.drafting.archetypes import ARCHETYPES, Archetype
from gongjian.repository.drafting.period import usual_time
from gongjian.repository.drafting.place import Place
from gongjian.repository.drafting.request import LEADER


def asked(answers: Answers, place: Place) -> Answers:
    """Ask for what is missing, in the order of a plan's head."""
    click.echo("新写一份方案。直接回车用〔〕里的；按 Ctrl-C 不写了，什么也不留下。\n")
    kinds = [(each.name, each.hint) for each in ARCHETYPES.values()]
    answers = replace(answers, kind=choose("哪一种方案？", kinds, kinds[0][0]))
    archetype = archetype_of(answers)
    answers = _schools(answers, archetype)
    if not (answers.term or answers.start):
        answers = replace(
            answers,
            term=ask(
                "学年或起止日期", usual_time(archetype, date.today()), lambda text: _time(text, archetype)
            ),
        )
    if answers.leader is None:
        answers = replace(answers, leader=ask("领导小组组长", LEADER, lambda text: name_of(text, "姓名")))
    answers = _packs(answers, place)
    if answers.output is None:
        answers = replace(answers, output=_output(answers, archetype, place))
    return answers


def _schools(answers: Answers, archetype: Archetype) -> Answers:
    if answers.members or answers.groups:
        return answers
    if archetype.is_county:
        return replace(answers, groups=_groups())
    lead = answers.lead or ask("牵头校", "牵头学校", lambda text: name_of(text, "校名"))

    def read(text: str) -> tuple[str, ...]:
        names = several_names(text)
        if names:
            pairings_of(replace(answers, lead=lead, members=names), archetype)
        return names

    few = archetype.most == 1
    label = "成员校" if few else "成员校，几所用顿号分开"
    return replace(answers, lead=lead, members=ask(f"{label}（没有定就直接回车）", "", read))


def _groups() -> tuple[str, ...]:
    groups: list[str] = []

    def read(text: str) -> str:
        if text:
            group_of(text)
        return text

    while text := ask(f"第 {len(groups) + 1} 组，写成 牵头校=成员校、成员校（写完了就直接回车）", "", read):
        groups.append(text)
    return tuple(groups)


def _time(text: str, archetype: Archetype) -> str:
    period_of(Answers(term=text), archetype)
    return text


def _packs(answers: Answers, place: Place) -> Answers:
    """Ask for packs until the schools are right for them."""
    if in_force := [pack.id for pack in place.standards.in_force]:
        click.echo(f"本仓库的政策包对每份方案都生效：{'、'.join(in_force)}")
    choices = [(name, title) for name, title in place.packs() if name not in in_force]
    while not answers.policies:
        policies = choose_several("另外按哪些政策包写？" if in_force else "按哪些政策包写？", choices)
        try:
            request_of(replace(answers, policies=policies, output=None), place)
        except click.UsageError as error:
            if not policies:
                raise
            click.echo(error.message)
            continue
        return replace(answers, policies=policies)
    return answers


def _output(answers: Answers, archetype: Archetype, place: Place) -> Path:
    name = id_of(answers, archetype, period_of(answers, archetype), place)
    path = place.folder / f"{name}.yaml"
    shown = path.relative_to(place.current) if path.is_relative_to(place.current) else path

    def read(text: str) -> Path:
        check_output(Path(text))
        return Path(text)

    return ask("写到", str(shown), read)
