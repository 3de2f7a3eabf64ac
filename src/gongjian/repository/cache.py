"""What checks found, kept by what was checked: unchanged files are not checked again.

A result is kept under a digest of everything it follows from: the bytes of the file, its name, the
packs and settings, the program and what it is built with. So nothing ever goes stale, and what is not
asked for any more drops out when the cache is written. The file is written at once or not at all;
of two runs at a time the later one wins, and a cache that cannot be read is as good as none.
"""

import json
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from gongjian import __version__
from gongjian.model.finding import Finding
from gongjian.repository.writing import write_atomically
from gongjian.rules.county.summary import SUMMARY_VERSION, PlanSummary
from gongjian.source.decoding import read_bytes
from gongjian.source.errors import SourceError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from gongjian.repository.discovery import Target
    from gongjian.rules.standards import Standards

FOLDER: Final = ".gongjian"
"""In the folder of the repository; not to be committed."""

_FILE: Final = "cache.json"
_FORM: Final = 1
"""Another number for another form of the file."""

_LIBRARIES: Final = ("pydantic_core", "yaml", "yaml_rs", "chinese_calendar", "cel", "openpyxl")
"""Those that what is found depends on."""

_FOLDERS: Final = (
    "", "model", "model/quota", "model/entailment", "policies",
    "rules", "rules/county", "rules/registered", "rules/requirements", "source", "source/spreadsheet",
)  # fmt: skip
"""The rooms of the program that what is found depends on."""

_IGNORE: Final = b"*\n"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a file, but for its text.

    Attributes:
        findings: what was found in it.
        summary: of a plan, what the rules over all plans need.
        sound: whether its schema was met.
        foreign: whether it is none of ours.
    """

    findings: tuple[Finding, ...] = ()
    summary: PlanSummary | None = None
    sound: bool = True
    foreign: bool = False


@cache
def _adapter() -> "TypeAdapter[Result]":
    from pydantic import TypeAdapter

    return TypeAdapter(Result)


class Cache:
    """The results kept in a repository."""

    def __init__(self, path: Path | None, environment: bytes, kept: dict[str, str]) -> None:
        self._path = path
        self._environment = environment
        self._kept = kept
        self._used: dict[str, str] = {}

    @classmethod
    def open(cls, root: Path | None, standards: "Standards") -> Self:
        """Open the cache of a repository; without one nothing is kept."""
        if root is None:
            return cls(None, b"", {})
        path = root / FOLDER / _FILE
        if path.parent.is_symlink():  # somebody else's repository must not have us write elsewhere
            return cls(None, b"", {})
        try:
            kept = json.loads(path.read_bytes()) if path.is_file() else {}
            entries = kept["results"] if kept["form"] == _FORM else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            entries = {}
        sound = isinstance(entries, dict) and all(isinstance(each, str) for each in entries.values())
        return cls(path, _environment(standards), entries if sound else {})

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._path is not None

    def key(self, *parts: bytes | str) -> str:
        """Name a result by what it follows from, beside what all results do."""
        digest = blake2b(self._environment, digest_size=20)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "little"))
            digest.update(data)
        return digest.hexdigest()

    def key_of(self, target: "Target") -> str:
        """Name the result of a file; "" when none can be kept."""
        if not self.keeps or target.errno is not None:
            return ""
        try:
            content = read_bytes(target.path)
        except SourceError:
            return ""
        return self.key(content, target.name, "given" if target.given else "met")

    def get(self, key: str) -> Result | None:
        """Give the result that is kept; None when there is none, or it cannot be read."""
        if not self.has(key):
            return None
        try:
            return _adapter().validate_json(self._used[key])
        except ValueError:
            del self._used[key]
            return None

    def has(self, key: str) -> bool:
        """Tell whether a result is kept; one that is asked for stays."""
        entry = self._kept.get(key) or self._used.get(key)
        if entry is not None:
            self._used[key] = entry
        return entry is not None

    def put(self, key: str, result: Result) -> None:
        """Keep a result; one with characters that are none (a file's name may have them) is not kept."""
        if not self.keeps:
            return
        try:
            self._used[key] = _adapter().dump_json(result).decode()
        except ValueError:
            return

    def save(self, *, whole: bool) -> None:
        """Write what was used or put; a folder that cannot be written to keeps nothing.

        Args:
            whole: whether the whole repository was checked, so that what was not used can go.
        """
        results = self._used if whole else {**self._kept, **self._used}
        if self._path is None or results == self._kept:
            return
        content = json.dumps({"form": _FORM, "results": results}, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
        try:
            write_atomically(self._path, content)
            ignore = self._path.with_name(".gitignore")
            if not ignore.exists():
                write_atomically(ignore, _IGNORE)
        except OSError:
            return


def _environment(standards: "Standards") -> bytes:
    """Digest what every result follows from: program, libraries, packs, settings."""
    digest = blake2b(digest_size=20)
    said = [
        f"{__version__} {SUMMARY_VERSION} {sys.version}",
        *(f"{name} {_installed(name)}" for name in _LIBRARIES),
        *_sources(),
        standards.fingerprint(),
    ]
    for each in said:
        digest.update(each.encode() + b"\0")
    return digest.digest()


def _installed(module: str) -> str:
    """Tell which build of a library is installed; asking for its version would take longer than all else."""
    try:
        spec = find_spec(module)
        stat = Path(spec.origin).stat() if spec and spec.origin else None
    except (ImportError, OSError, ValueError):
        return "-"
    return f"{stat.st_size} {stat.st_mtime_ns}" if stat else "-"


def _sources() -> list[str]:
    """Tell this program's files by their size and time: whoever changes them would not change the version."""
    package = Path(__file__).parents[1]
    files = sorted(path for folder in _FOLDERS for path in (package / folder).glob("*.[py]*"))
    return [f"{path.name} {stat.st_size} {stat.st_mtime_ns}" for path in files for stat in (path.stat(),)]
