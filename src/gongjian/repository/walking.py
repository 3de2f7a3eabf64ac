"""Walk a folder for YAML files, wary of links, closed folders, and files that are none."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeAlias

SUFFIXES = (".yaml", ".yml")
SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders never looked into, beside hidden ones."""

Found: TypeAlias = tuple[str, int | None]
"""A file; or a folder that cannot be looked into, with the system's error number."""


@dataclass(slots=True)
class Walk:
    """What is met on one walk.

    Attributes:
        border: links must not lead out of this folder.
        files: the files, in the order of the walk, links left out.
        links: links to files, which count when what they lead to is not met itself.
        outside: links that lead out.
    """

    border: Path
    files: list[Found] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)

    @classmethod
    def through(cls, folder: Path, border: Path) -> Self:
        """Walk a folder in the order of names: files first, then the folders in it."""
        walk = cls(border)
        pending = [os.fspath(folder)]
        while pending:
            pending += reversed(walk._look_into(pending.pop()))
        return walk

    def found(self) -> Iterator[Found]:
        """Yield the files, then the links that lead to another file of the repository, or to nothing."""
        yield from self.files
        met = {os.path.realpath(path) for path, _ in self.files} if self.links else set()
        for link in self.links:
            real = os.path.realpath(link)
            if real not in met:
                met.add(real)
                yield link, None

    def _look_into(self, folder: str) -> list[str]:
        """Take the files of a folder; give the folders in it that are to be looked into."""
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            self.files.append((folder, error.errno))
            return []
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                self._take_link(entry)
            elif entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED:
                    folders.append(entry.path)
            elif _is_yaml(entry.name) and entry.is_file(follow_symlinks=False):
                self.files.append((entry.path, None))
        return folders

    def _take_link(self, link: os.DirEntry[str]) -> None:
        """Sort a link: to a folder it is not followed; to a pipe or socket it is nothing."""
        real = Path(os.path.realpath(link.path))
        leads_out = not real.is_relative_to(self.border)
        try:
            to_folder, to_something = link.is_dir(), os.path.lexists(real)
            to_file = link.is_file()
        except OSError:  # it leads back to itself
            to_folder, to_something, to_file = False, False, False
        if leads_out:
            if to_folder or _is_yaml(link.name):
                self.outside.append(Path(link.path))
        elif not to_folder and _is_yaml(link.name) and (to_file or not to_something):
            self.links.append(link.path)


def real_path(path: Path) -> Path:
    """Give where a path leads, links followed; one that leads in circles, which `Path.resolve` may refuse, too."""
    return Path(os.path.realpath(path))


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)
