"""The last run over a whole repository, given again as long as nothing that it follows from has changed.

To tell that, the files are walked, read and digested, and nothing more is done: neither schemas nor
rules are even loaded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gongjian.report.excerpts import kept_text
from gongjian.report.run import Run, by_file
from gongjian.repository.cache.program import digest, program
from gongjian.repository.cache.store import read, write
from gongjian.repository.discovery import SETTINGS, Discovery, Scope, discover
from gongjian.repository.rule_texts import rule_texts
from gongjian.repository.walking import SUFFIXES
from gongjian.source.decoding import decode, read_bytes
from gongjian.source.errors import SourceError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from gongjian.model.finding import Finding
    from gongjian.repository.settings import Settings

_FILE: Final = "last-run.json"
_FORM: Final = 1
"""Another number for another form of the file."""

_GRAIN: Final = 0.05
"""How much earlier than the clock a file system may date a change, in seconds."""


@dataclass(frozen=True)
class Recall:
    """What a run is asked, and what it was found to answer when it was asked last.

    Attributes:
        root: the folder of the repository.
        paths: what is to be checked; nothing is the repository.
        current: the current folder.
        options: what else the answer follows from: the day, the rules that are wanted.
    """

    root: Path
    paths: tuple[Path, ...]
    current: Path
    options: tuple[str, ...]

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return read(self.root, _FILE, _FORM)

    def run(self) -> Run | None:
        """Give the run again; None when anything has changed, or there is none."""
        try:
            plans, exclude, always = self._kept["scope"]
            scope = Scope(tuple(plans), tuple(exclude), frozenset(always))
            discovery = discover(self.paths, self.current, scope)
            if self._key(discovery, self._kept["named"]) != self._kept["key"]:
                return None
            return self._restored(discovery, self._kept["run"])
        except (LookupError, TypeError, ValueError, AttributeError):  # nothing kept, or not what was
            return None

    def keep(self, run: Run, discovery: Discovery, settings: "Settings", started: float) -> None:
        """Keep a run, unless a file was changed while it was going on.

        Args:
            run: what was found, before a baseline marks anything.
            discovery: the files that were checked.
            settings: those of the repository.
            started: when the run began, in seconds as `time.time` counts.
        """
        named = (*settings.said.policies, *filter(None, (settings.said.registry,)))
        files = [target.path for target in discovery.targets] + [self.root / name for name in named]
        if any(_changed(path) > started - _GRAIN for path in files):
            return
        scope = settings.scope
        entries = {
            "scope": [scope.plans, scope.exclude, sorted(scope.always)],
            "named": named,
            "key": self._key(discovery, named),
            "run": _written(run),
        }
        if entries["run"] is not None and entries != self._kept:
            write(self.root, _FILE, _FORM, entries)

    def _key(self, discovery: Discovery, named: Iterable[str]) -> str:
        """Digest all that a run follows from: what is asked, every file, what the settings name beside them."""
        return digest(program(), self._parts(discovery, named))

    def _parts(self, discovery: Discovery, named: Iterable[str]) -> Iterable[bytes | str]:
        yield from (str(self.root), str(self.current), *map(str, self.paths), "", *self.options)
        yield from (*discovery.outside, "")
        for target in discovery.targets:
            yield f"{target.name}\0{target.given}\0{target.errno}"
            yield _content(target.path)
        for name in (SETTINGS, *named):
            yield _content(self.root / name)

    def _restored(self, discovery: Discovery, kept: Mapping[str, Any]) -> Run:
        findings = _findings().validate_python(kept["findings"], strict=False) if kept["findings"] else ()
        paths = {target.name: target.path for target in discovery.targets}
        found = by_file(findings)
        return Run(
            findings,
            kept["files"],
            {
                name: text if text is not None else _text(paths.get(name, self.root / name), found[name])
                for name, text in kept["texts"].items()
            },
            tuple(kept["skipped"]),
            tuple(kept["names"]),
            tuple(discovery.outside),
            rules=rule_texts,
        )


def _written(run: Run) -> dict[str, Any] | None:
    """Write a run as JSON has it; None when it holds characters that are none, as the name of a file may.

    The text of a YAML file can be read again; that of a spreadsheet is made, and kept.
    """
    try:
        findings = _findings().dump_python(run.findings, mode="json") if run.findings else []
    except ValueError:
        return None
    return {
        "findings": findings,
        "files": run.files,
        "texts": {
            name: None if name.lower().endswith(SUFFIXES) else text for name, text in run.texts.items()
        },
        "skipped": run.skipped,
        "names": run.names,
    }


def _findings() -> "TypeAdapter[tuple[Finding, ...]]":
    from pydantic import TypeAdapter

    from gongjian.model.finding import Finding

    return TypeAdapter(tuple[Finding, ...])


def _content(path: Path) -> bytes:
    """Read a file; why that is impossible stands for one that cannot be read."""
    try:
        return read_bytes(path)
    except SourceError as error:
        return f"\0{error.args}".encode(errors="backslashreplace")


def _text(path: Path, findings: "Sequence[Finding]") -> str:
    """Read again the lines that findings are at; "" when a text cannot be decoded, and has none to show."""
    try:
        return kept_text(decode(_content(path)), findings)
    except SourceError:
        return ""


def _changed(path: Path) -> float:
    """Tell when a file was changed last; never, when it is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
