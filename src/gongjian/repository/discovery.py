"""Find the files that a command is about."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from gongjian.model.sending import sent_by_fields
from gongjian.repository.walking import Walk, real_path

SETTINGS = "gongjian.yaml"
"""The file that makes a folder a plan repository."""


@sent_by_fields
@dataclass(frozen=True, slots=True)
class Target:
    """A file to be read.

    Attributes:
        where: where it is; as a text, where there are many: a `Path` takes several times the memory.
        name: how users know it: a POSIX path relative to the repository, or to the
            current folder when it lies outside.
        given: whether the user named it, rather than a folder around it.
        folder: the folder the user named, when the file was met in one.
        errno: the system's error number when this is a folder that cannot be looked into.
    """

    where: Path | str
    name: str
    given: bool
    folder: Path | None = None
    errno: int | None = None

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.where)

    @property
    def below(self) -> Path:
        """The path below the folder that the user named; just the file's name without one."""
        return self.path.relative_to(self.folder) if self.folder else Path(self.path.name)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found.

    Attributes:
        targets: the files to be read.
        folders: the folders that were looked into.
        outside: links that lead out of the repository, by name; they are left alone.
    """

    targets: list[Target] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which of the files met in folders count. Patterns name files or folders; `*` stands for any text.

    Attributes:
        plans: where to look when no path is named; everywhere when empty.
        exclude: what is left out, however its folder was named.
        always: the names of files that count in any case.
    """

    plans: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    always: frozenset[str] = frozenset({SETTINGS})

    def covers(self, name: str, *, everything: bool) -> bool:
        """Tell whether a file counts, where everything was asked for or a folder by name."""
        if name in self.always:
            return True
        wanted = not (everything and self.plans) or matches_any(name, self.plans)
        return wanted and not matches_any(name, self.exclude)


WHOLE = Scope()


def matches_any(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether a pattern names a file or a folder above it."""
    return any(
        fnmatchcase(name, form)
        for pattern in patterns
        for form in (pattern.removeprefix("./").rstrip("/"), f"{pattern.removeprefix('./').rstrip('/')}/*")
    )


def repository_root(start: Path) -> Path | None:
    """Walk up from a folder to the repository around it."""
    start = real_path(start)
    return next((folder for folder in (start, *start.parents) if _is_file(folder / SETTINGS)), None)


def repository_of(paths: Iterable[Path], current: Path) -> Path | None:
    """Find the repository a command is about: the one around the current folder, else around what is named."""
    starts = (current, *(path if _is_folder(path) else path.parent for path in paths))
    return next((root for root in map(repository_root, starts) if root), None)


def checkout_paths(root: Path | None, current: Path) -> Callable[[str], str]:
    """Give the function that turns the name of a file into its path below the top of the checkout.

    CI services count paths from there, wherever in it the repository is. Without a checkout,
    and for files outside of it, names stay as they are.
    """
    bases = [real_path(base) for base in (root, current) if base]
    top = next((folder for folder in (bases[0], *bases[0].parents) if os.path.lexists(folder / ".git")), None)

    def path_of(name: str) -> str:
        there = (Path(os.path.normpath(base / name)) for base in bases)
        file = next((path for path in there if os.path.lexists(path)), None)
        return file.relative_to(top).as_posix() if top and file and file.is_relative_to(top) else name

    return path_of


def find_targets(paths: Iterable[Path], current: Path, scope: Scope = WHOLE) -> list[Target]:
    """List the files that paths stand for; see `discover`."""
    return discover(paths, current, scope).targets


def discover(paths: Iterable[Path], current: Path, scope: Scope = WHOLE) -> Discovery:
    """Find what paths stand for: files themselves, folders with all YAML below them.

    Without paths: the repository around the current folder, or the current folder. Each
    file is listed once, a folder's in the order of their names. A path that does not
    exist is listed too, and so is a folder that cannot be looked into, so that reading
    it says so. A link met in a folder counts only when it leads to a file of the repository.
    Of what is met in folders, only what the scope covers is listed.
    """
    paths = list(paths)
    root = repository_of(paths, current)
    found: dict[str, Target] = {}
    discovery = Discovery()
    bases = [os.path.join(base, "") for base in (root, current.resolve()) if base]  # noqa: PTH118 (many files)
    for path in paths or [root or current]:
        if not _is_folder(path):
            absolute = os.path.abspath(path)  # noqa: PTH100 (Path.resolve would follow links)
            found.setdefault(absolute, Target(path, _name(absolute, path, bases), given=True))
            continue
        discovery.folders.append(path)
        walk = Walk.through(path, _border(path, root))
        links = (_name(os.path.abspath(link), link, bases) for link in walk.outside)  # noqa: PTH100
        discovery.outside.extend(name for name in links if scope.covers(name, everything=not paths))
        for file, errno in walk.found():
            absolute = os.path.abspath(file)  # noqa: PTH100
            if absolute in found:
                continue
            name = _name(absolute, file, bases)
            if scope.covers(name, everything=not paths):
                found[absolute] = Target(file, name, given=False, folder=path, errno=errno)
    discovery.targets.extend(found.values())
    return discovery


def _border(folder: Path, root: Path | None) -> Path:
    """Give the folder that links must not lead out of: the repository, or the one that was named."""
    real = real_path(folder)
    return root if root and real.is_relative_to(root) else real


def _is_file(path: Path) -> bool:
    """Tell whether a path is a file, as far as one may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _name(absolute: str, path: Path | str, bases: Iterable[str]) -> str:
    """Name a file: its path below the first of the folders that it is in, else as it was written."""
    for base in bases:
        if absolute.startswith(base):
            return absolute[len(base) :].replace(os.sep, "/")
    return Path(path).as_posix()
