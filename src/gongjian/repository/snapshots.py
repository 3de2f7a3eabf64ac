"""The YAML files of a folder, of a checkout as it stands, or of a commit: what versions are compared of."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Protocol, TypeAlias

from gongjian.repository.checking import bytes_of
from gongjian.repository.checkout import Blob, Checkout, GitError
from gongjian.repository.discovery import Target, find_targets
from gongjian.repository.walking import SKIPPED, SUFFIXES, real_path
from gongjian.source.decoding import SIZE_LIMIT
from gongjian.source.errors import SourceError

Content: TypeAlias = bytes | SourceError
"""What a file holds, or why it cannot be read."""

_AT_ONCE = 200
"""How many files of a commit are asked for at once."""


class Snapshot(Protocol):
    """Files at some time."""

    @property
    def label(self) -> str:
        """What users call it."""

    def marks(self) -> Mapping[str, str]:
        """Give for the name of every file what only versions with the same content have; "" when nobody can tell."""

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        """Read files, in order."""


@dataclass(frozen=True)
class OnDisk:
    """Files as they stand; their marks are the ids that git gives their contents."""

    label: str
    files: Mapping[str, Target]

    def marks(self) -> Mapping[str, str]:
        """See `Snapshot`."""
        return {name: _mark(content) for name, content in self.read(self.files)}

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        """See `Snapshot`."""
        for name in names:
            try:
                yield name, bytes_of(self.files[name])
            except SourceError as error:
                yield name, error


def _mark(content: Content) -> str:
    if isinstance(content, SourceError):
        return ""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class InCommit:
    """Files of a commit."""

    label: str
    checkout: Checkout
    files: Mapping[str, Blob]

    def marks(self) -> Mapping[str, str]:
        """See `Snapshot`."""
        return {name: blob.identity for name, blob in self.files.items()}

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        """See `Snapshot`."""
        names = list(names)
        for start in range(0, len(names), _AT_ONCE):
            yield from self._some(names[start : start + _AT_ONCE])

    def _some(self, names: Sequence[str]) -> Iterator[tuple[str, Content]]:
        small = [self.files[name].identity for name in names if self.files[name].size <= SIZE_LIMIT]
        contents = self.checkout.contents(small)
        for name in names:
            size = self.files[name].size
            too_big = SourceError("too-big", size=size, limit=SIZE_LIMIT)
            yield name, too_big if size > SIZE_LIMIT else next(contents)


@dataclass(frozen=True)
class Given:
    """One file whose content was handed over."""

    label: str
    content: bytes

    def marks(self) -> Mapping[str, str]:
        """See `Snapshot`."""
        return {"": _mark(self.content)}

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        """See `Snapshot`."""
        for name in names:
            yield name, self.content


def of_path(path: Path) -> OnDisk:
    """Take a file, or the files of a folder by their paths below it."""
    targets = find_targets([path], Path.cwd())
    return OnDisk(path.as_posix(), {_below(target): target for target in targets})


def _below(target: Target) -> str:
    """Name a file so that its other version has the same name."""
    return target.below.as_posix() if target.folder else ""


def of_checkout(checkout: Checkout, paths: Sequence[Path]) -> OnDisk:
    """Take the files of a checkout as they stand, by their paths below its top.

    Args:
        checkout: the checkout.
        paths: only these files, and what is in these folders; those that are not there are left out.
    """
    there = [path for path in paths if os.path.lexists(path)]
    targets = find_targets(there, Path.cwd()) if there else []
    named = ((name_below(checkout, target.path), target) for target in targets)
    return OnDisk("工作区", {name: target for name, target in named if name})


def of_commit(checkout: Checkout, commit: str, label: str, paths: Iterable[Path]) -> InCommit:
    """Take the files of a commit, by their paths.

    Args:
        checkout: the checkout.
        commit: the id of the commit.
        label: what users call it.
        paths: only these files, and what is in these folders.
    """
    wanted = [name for path in paths if (name := name_below(checkout, path)) is not None]
    files = {
        blob.name: blob
        for blob in checkout.blobs(commit)
        if is_met(PurePosixPath(blob.name)) and any(_is_in(blob.name, name) for name in wanted)
    }
    return InCommit(label, checkout, files)


def of_file(checkout: Checkout, revision: str, path: Path) -> InCommit:
    """Take one file of a commit.

    Raises:
        GitError: there is no such revision, or no such file in it.
    """
    commit, name = checkout.commit(revision), name_below(checkout, path)
    blob = next((blob for blob in checkout.blobs(commit) if blob.name == name), None)
    if blob is None:
        raise GitError(
            f"“{revision}”里没有文件 {path.as_posix()}；冒号后面写一个文件的路径，从当前文件夹算起"
        )
    return InCommit(f"{revision}:{path.as_posix()}", checkout, {"": blob})


def name_below(checkout: Checkout, path: Path) -> str | None:
    """Give the path of a file below the top of a checkout, "" for the top itself; None when it lies elsewhere.

    Links to folders are followed, one to the file is not: git knows it by its own name.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow a link to the file)
    top = real_path(checkout.top)
    real = top if real_path(path) == top else Path(os.path.realpath(path.parent)) / path.name
    if not real.is_relative_to(top):
        return None
    return "" if real == top else real.relative_to(top).as_posix()


def is_met(name: PurePath) -> bool:
    """Tell whether a file would be found on a walk."""
    *folders, file = name.parts
    hidden = any(part.startswith(".") for part in name.parts)
    return not hidden and SKIPPED.isdisjoint(folders) and file.lower().endswith(SUFFIXES)


def _is_in(name: str, folder: str) -> bool:
    return not folder or name == folder or name.startswith(f"{folder}/")
