"""The results of files: an unchanged file is not checked again, and what is not asked for any more drops out."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from gongjian.repository.cache.store import read, write
from gongjian.source.decoding import read_bytes
from gongjian.source.errors import SourceError

if TYPE_CHECKING:
    from gongjian.repository.cache.result import Result
    from gongjian.repository.discovery import Target
    from gongjian.rules.standards import Standards

_FILE: Final = "cache.json"
_FORM: Final = 2
"""Another number for another form of the file."""


class Cache:
    """The results kept in a repository."""

    def __init__(self, root: Path | None, environment: bytes, kept: dict[str, str]) -> None:
        self._root = root
        self._environment = environment
        self._kept = kept
        self._used: dict[str, str] = {}

    @classmethod
    def open(cls, root: Path | None, standards: "Standards") -> Self:
        """Open the cache of a repository; without one nothing is kept."""
        if root is None:
            return cls(None, b"", {})
        entries = read(root, _FILE, _FORM)
        sound = all(isinstance(each, str) for each in entries.values())
        return cls(root, _environment(standards), entries if sound else {})

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._root is not None

    def key(self, *parts: bytes | str) -> str:
        """Name a result by what it follows from, beside what all results do."""
        from gongjian.repository.cache.program import digest

        return digest(self._environment, parts)

    def key_of(self, target: "Target") -> str:
        """Name the result of a file; "" when none can be kept."""
        if not self.keeps or target.errno is not None:
            return ""
        try:
            content = read_bytes(target.path)
        except SourceError:
            return ""
        return self.key(content, target.name, "given" if target.given else "met")

    def get(self, key: str) -> "Result | None":
        """Give the result that is kept; None when there is none, or it cannot be read."""
        if not self.has(key):
            return None
        from gongjian.repository.cache.result import Result

        try:
            return Result.parse(self._used[key])
        except ValueError:
            del self._used[key]
            return None

    def has(self, key: str) -> bool:
        """Tell whether a result is kept; one that is asked for stays."""
        entry = self._kept.get(key) or self._used.get(key)
        if entry is not None:
            self._used[key] = entry
        return entry is not None

    def put(self, key: str, result: "Result") -> None:
        """Keep a result; one with characters that are none (a file's name may have them) is not kept."""
        if not self.keeps:
            return
        try:
            self._used[key] = str(result)
        except ValueError:
            return

    def save(self, *, whole: bool) -> None:
        """Write what was used or put; a folder that cannot be written to keeps nothing.

        Args:
            whole: whether the whole repository was checked, so that what was not used can go.
        """
        results = self._used if whole else {**self._kept, **self._used}
        if self._root is not None and results != self._kept:
            write(self._root, _FILE, _FORM, results)


def _environment(standards: "Standards") -> bytes:
    """Digest what every result follows from: program, libraries, packs, settings."""
    from gongjian.repository.cache.program import digest, program
    from gongjian.rules.county.summary import SUMMARY_VERSION

    return digest(program(), [str(SUMMARY_VERSION), standards.fingerprint()]).encode()
