"""Questions on a terminal, in Chinese: asked again until the answer will do."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


def on_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str, read: Callable[[str], T]) -> T:
    """Ask for a text; Enter takes the default.

    Args:
        question: what is asked.
        default: what is taken for an empty answer; "" when an answer may be empty.
        read: makes the answer's value of it.

    Raises:
        click.Abort: whoever is asked has enough.
    """
    while True:
        shown = f"{question}〔{default}〕" if default else question
        answer = click.prompt(shown, default=default, show_default=False, prompt_suffix="：").strip()
        try:
            return read(answer)
        except click.UsageError as error:
            click.echo(error.message)


def choose(question: str, choices: Sequence[tuple[str, str]], default: str) -> str:
    """Let one of several be chosen, by its number or its name.

    Args:
        question: what is asked.
        choices: for each choice its name and what it is.
        default: the name that Enter takes.
    """
    _list(question, choices)
    names = [name for name, _ in choices]
    return ask("写编号或名称", default, lambda answer: _named(answer, names))


def choose_several(question: str, choices: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Let any number be chosen, parted by commas or spaces."""
    _list(question, choices)
    names = [name for name, _ in choices]

    def read(answer: str) -> tuple[str, ...]:
        parts = answer.replace("，", ",").replace("、", ",").replace(" ", ",").split(",")
        return tuple(dict.fromkeys(_named(part, names) for part in parts if part))

    return ask("写编号或名称，可以写几个，逗号分开；不要就直接回车", "", read)


def _list(question: str, choices: Sequence[tuple[str, str]]) -> None:
    click.echo(question)
    for number, (name, what) in enumerate(choices, 1):
        click.echo(f"{number:>4}  {name}" + (f"（{what}）" if what else ""))


def _named(answer: str, names: Sequence[str]) -> str:
    if answer in names:
        return answer
    if answer.isdecimal() and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    raise click.UsageError(f"没有“{answer}”，写 1 到 {len(names)} 的编号，或者名称")
