"""click in Chinese: help pages and complaints about wrong usage."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"No such option:? '?(?P<a>[^'\s.]+)'?\.?(?: (?:Did you mean|\(Possible options:) (?P<b>.+?)[)?]+)?", "没有 {a} 这个选项{b}"),
    (r"No such command '?(?P<a>[^'.]+)'?\.?.*", "没有 {a} 这个命令"),
    (r"Option '?(?P<a>[^']+)'? requires an argument\.?", "选项 {a} 后面要写一个值"),
    (r"Option '?(?P<a>[^']+)'? does not take a value\.?", "选项 {a} 后面不能写值"),
    (r"Missing argument '?(?P<a>[^']+)'?\.?.*", "缺少 {a}"),
    (r"Missing option '?(?P<a>[^']+)'?\.?.*", "缺少选项 {a}"),
    (r"Missing command\.?", "缺少命令"),
    (r"Got unexpected extra arguments? \((?P<a>.+)\)", "多写了 {a}"),
    (r"Invalid value for '?(?P<a>[^:']+)'?(?: / '[^:]+)?: '?(?P<b>[^']*)'? is not one of (?P<c>.+?)\.?", "{a} 不能是 {b}，可以是 {c}"),
    (r"Invalid value for '?(?P<a>[^:']+)'?(?: / '[^:]+)?: '?(?P<b>[^']*)'? is not a valid integer.*", "{a} 应是整数，现在是 {b}"),
    (r"Invalid value for '?(?P<a>[^:']+)'?(?: / '[^:]+)?: (?P<b>\S+) is not in the range x>=(?P<c>\d+)\.?", "{a} 不能小于 {c}，现在是 {b}"),
    (r"Invalid value for '?(?P<a>[^:']+)'?(?: / '[^:]+)?: (?P<b>.+)", "{a}：{b}"),
)  # fmt: skip


class Formatter(click.HelpFormatter):
    """Help pages with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write two columns that line up however wide their characters are."""
        rows = list(rows)
        width = max((_cells(term) for term, _ in rows), default=0) + col_spacing
        for term, text in rows:
            self.write(f"{'':{self.current_indent}}{term}{' ' * (width - _cells(term))}{text}\n")


def _cells(text: str) -> int:
    """Count the terminal cells of a text; a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


class Context(click.Context):
    """A context whose help is Chinese."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is Chinese; its epilog keeps its lines."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, with help of its own."""
        return _chinese_help(super().get_help_option(ctx))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand."""
        write_examples(self.epilog, formatter)


def write_examples(epilog: str | None, formatter: click.HelpFormatter) -> None:
    """Write the examples of a help page, a line each."""
    if epilog:
        with formatter.section("例子"):
            formatter.write("".join(f"  {line.strip()}\n" for line in epilog.strip().splitlines()))


def _chinese_help(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "显示这份说明"
    return option


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called.

    Attributes:
        table: for each command, its module in `gongjian.cli` and its one-line help.
    """

    context_class = Context
    table: dict[str, tuple[str, str]]

    def __init__(self, *args: Any, table: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        """Take the table."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.table:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"gongjian.cli.{self.table[cmd_name][0]}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete the names of commands without importing them, and the group's own options."""
        from click.shell_completion import CompletionItem

        named = [
            CompletionItem(name, help=text)
            for name, (_, text) in self.table.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which are like it."""
        name = args[0] if args else ""
        if name and name not in self.table and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, self.table, n=1, cutoff=0.5)
            meant = f"，你是不是想写 {near[0]}？" if near else f"；命令有：{'、'.join(self.table)}"
            ctx.fail(f"没有 {name} 这个命令{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.table.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand."""
        write_examples(self.epilog, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, with help of its own."""
        return _chinese_help(super().get_help_option(ctx))


def complaint(error: click.ClickException) -> str:
    """Say in Chinese what is wrong with the way a command was called."""
    message = error.format_message().strip()
    for pattern, words in _COMPLAINTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(**{key: _filled(key, value) for key, value in match.groupdict().items()})
    return message


def _filled(key: str, value: str | None) -> str:
    if key == "b" and value and value.startswith(("--", "'--")):
        return f"，你是不是想写 {value}？".replace("'", "")
    return (value or "").replace("'", "").replace(", ", "、")


def command(name: str, examples: str) -> Callable[[Callable[..., int]], click.Command]:
    """Make a command of a function that gives an exit code."""
    return click.command(
        name, cls=Command, epilog=examples, options_metavar="[选项]", context_settings=SETTINGS
    )
