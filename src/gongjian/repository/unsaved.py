"""Files as they are being written in an editor, which stand for what is on the disk."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError

T = TypeVar("T")


def read_unsaved(
    path: Path, name: str, unsaved: Mapping[Path, str], reading: Callable[[SourceFile], T]
) -> T | None:
    """Read a file as it is being written, or, while that is unsound, as it is on the disk; None when both are.

    Args:
        path: where the file is.
        name: how users know it.
        unsaved: the texts that are being written, by real paths.
        reading: makes something of the file; raises SourceError or SchemaError when it is unsound.
    """
    for version in _versions(path, name, unsaved):
        try:
            return reading(version())
        except (SourceError, SchemaError):
            continue
    return None


def _versions(path: Path, name: str, unsaved: Mapping[Path, str]) -> Iterator[Callable[[], SourceFile]]:
    text = unsaved.get(path.resolve()) if unsaved else None
    if text is not None:
        yield lambda: SourceFile.of(text, name)
    yield lambda: SourceFile.read(path, name)
