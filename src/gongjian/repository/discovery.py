"""Find the files that a command is about."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SETTINGS = "gongjian.yaml"
"""The file that makes a folder a plan repository."""

SUFFIXES = frozenset({".yaml", ".yml"})
SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders never looked into, beside hidden ones."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be read.

    Attributes:
        path: where it is.
        name: how users know it: a POSIX path relative to the repository, or to the
            current folder when it lies outside.
        given: whether the user named it, rather than a folder around it.
        folder: the folder the user named, when the file was met in one.
    """

    path: Path
    name: str
    given: bool
    folder: Path | None = None

    @property
    def below(self) -> Path:
        """The path below the folder that the user named; just the file's name without one."""
        return self.path.relative_to(self.folder) if self.folder else Path(self.path.name)


def repository_root(start: Path) -> Path | None:
    """Walk up from a folder to the repository around it."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), None)


def repository_of(paths: Iterable[Path], current: Path) -> Path | None:
    """Find the repository a command is about: the one around the current folder, else around what is named."""
    starts = (current, *(path if path.is_dir() else path.parent for path in paths))
    return next((root for root in map(repository_root, starts) if root), None)


def checkout_paths(root: Path | None, current: Path) -> Callable[[str], str]:
    """Give the function that turns the name of a file into its path below the top of the checkout.

    CI services count paths from there, wherever in it the repository is. Without a checkout,
    and for files outside of it, names stay as they are.
    """
    bases = [base.resolve() for base in (root, current) if base]
    top = next((folder for folder in (bases[0], *bases[0].parents) if (folder / ".git").exists()), None)

    def path_of(name: str) -> str:
        there = (Path(os.path.normpath(base / name)) for base in bases)
        file = next((path for path in there if os.path.lexists(path)), None)
        return file.relative_to(top).as_posix() if top and file and file.is_relative_to(top) else name

    return path_of


def find_targets(paths: Iterable[Path], current: Path) -> list[Target]:
    """List the files that paths stand for: files themselves, folders with all YAML below them.

    Without paths: the repository around the current folder, or the current folder. Each
    file is listed once, a folder's in the order of their names. A path that does not
    exist is listed too, so that reading it says so.
    """
    paths = list(paths)
    root = repository_of(paths, current)
    found: dict[Path, Target] = {}
    for path in paths or [root or current]:
        if path.is_dir():
            for file in _yaml_files(path):
                found.setdefault(
                    _absolute(file), Target(file, _name(file, root, current), given=False, folder=path)
                )
        else:
            found.setdefault(_absolute(path), Target(path, _name(path, root, current), given=True))
    return list(found.values())


def _yaml_files(folder: Path) -> Iterator[Path]:
    """Walk a folder in the order of names; links to folders are not followed."""
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED)
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(parent, name)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow links)


def _name(path: Path, root: Path | None, current: Path) -> str:
    absolute = _absolute(path)
    for base in (root, current.resolve()):
        if base and absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
    return path.as_posix()
