"""What can stand in an argument or an option: for completion in the shell, quickly."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completer: TypeAlias = "Callable[[click.Context, click.Parameter, str], list[CompletionItem]]"

_PLAIN = re.compile(r"[\w./+@-]+")
"""Paths that no shell reads otherwise than they stand."""
_TITLE = re.compile("^title: *(.+)$", re.MULTILINE)


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the id of a rule."""
    from gongjian.rules.index import RULES

    return _beginning(incomplete.upper(), ((rule.id, rule.title) for rule in RULES.values()))


def packs(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the id of a built-in policy pack, or else the name of a file."""
    folder = Path(__file__).parents[1] / "policies"
    found = _beginning(incomplete, ((path.stem, _title(path)) for path in sorted(folder.glob("*.yaml"))))
    return found or _by_the_shell(incomplete)


def templates(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the name of a template, or that of a plan to try them on."""
    if ctx.params.get("check"):
        return plan_files(ctx, param, incomplete)
    from gongjian.document.builtin import builtin_templates
    from gongjian.repository.discovery import repository_root

    folders = [builtin_templates(), (repository_root(Path.cwd()) or Path.cwd()) / "templates"]
    names = {path.name.removesuffix(".md.j2") for folder in folders for path in folder.glob("[!_]*.md.j2")}
    return _beginning(incomplete, ((name, "") for name in sorted(names)))


def archetypes(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the kind of a new plan."""
    from gongjian.repository.drafting.archetypes import ARCHETYPES

    return _beginning(incomplete, ((each.name, each.hint) for each in ARCHETYPES.values()))


def modes(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete a mode of pairing."""
    from typing import get_args

    from gongjian.model.school import Mode

    return _beginning(incomplete, ((mode, "") for mode in get_args(Mode)))


def files(*suffixes: str) -> Completer:
    """Make what completes the paths of files of a kind."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Where there are folders to go into, the shell does it better."""
        folder, slash, start = incomplete.rpartition("/")
        try:
            with os.scandir(f"{folder}/" if slash else ".") as entries:
                found = [entry for entry in entries if entry.name.startswith(start) and _shown(entry, start)]
        except OSError:
            return _by_the_shell(incomplete)
        names = sorted(entry.name for entry in found if entry.name.lower().endswith(suffixes))
        if not names or any(entry.is_dir() for entry in found) or not all(map(_PLAIN.fullmatch, names)):
            return _by_the_shell(incomplete)
        return _beginning("", ((f"{folder}{slash}{name}", "") for name in names))

    return complete


plan_files = files(".yaml", ".yml")
word_files = files(".docx")


def _shown(entry: "os.DirEntry[str]", start: str) -> bool:
    """Tell whether an entry is not hidden, or asked for."""
    return start.startswith(".") or not entry.name.startswith(".")


def _by_the_shell(incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _beginning(incomplete: str, choices: Iterable[tuple[str, str]]) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=text or None) for name, text in choices if name.startswith(incomplete)]


def _title(path: Path) -> str:
    match = _TITLE.search(path.read_text(encoding="utf-8"))
    return match[1] if match else ""
