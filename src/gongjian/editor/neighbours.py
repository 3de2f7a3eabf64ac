"""The other files of a repository, as far as a text that is being written can refer to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from gongjian.editor.positions import lines_of
from gongjian.editor.written import Written
from gongjian.model.policy import Policy
from gongjian.repository.discovery import SETTINGS, find_targets
from gongjian.repository.drafting.place import ids_in
from gongjian.repository.settings import Settings
from gongjian.rules.standards import Standards
from gongjian.source.decoding import read_text
from gongjian.source.errors import SourceError
from gongjian.source.spreadsheet.reading import SPREADSHEETS

_HEAD = 4096
"""What a file is stands within so many bytes."""


@dataclass(frozen=True)
class Neighbours:
    """The files of a repository; looked for when asked for, and then known.

    Attributes:
        settings: of the repository.
        standards: what its plans are held against.
        unsaved: the texts of files that are open, which stand for those on the disk.
    """

    settings: Settings = field(default_factory=Settings)
    standards: Standards = field(default_factory=Standards)
    unsaved: Mapping[Path, str] = field(default_factory=dict)

    @cached_property
    def _files(self) -> dict[str, Path]:
        root = self.settings.root
        targets = find_targets((), root, self.settings.scope) if root else ()
        return {target.name: target.path for target in targets if target.name != SETTINGS}

    def of_kind(self, kind: str) -> Iterator[str]:
        """Yield the names of the files of a kind, such as `policy/v1`."""
        return (name for name, path in self._files.items() if kind in self._head(path))

    def spreadsheets(self) -> Iterator[str]:
        """Yield the names of the spreadsheets in the folder of the settings and in those in it."""
        root = self.settings.root
        for pattern in ("*", "[!.]*/*") if root else ():
            assert root
            found = (path for path in root.glob(pattern) if path.suffix.lower() in SPREADSHEETS)
            yield from sorted(path.relative_to(root).as_posix() for path in found)

    @cached_property
    def plans(self) -> dict[str, Path]:
        """The files of plans, by the id of the plan."""
        found: dict[str, Path] = {}
        for path in self._files.values():
            if "plan/v1" in self._head(path):
                for name in ids_in(path):
                    found.setdefault(name, path)
        return found

    def plan(self, name: str) -> Written | None:
        """Give the plan that has an id."""
        path = self.plans.get(name)
        if path is None:
            return None
        try:
            return Written.of(lines_of(self.unsaved.get(path) or read_text(path)))
        except SourceError:
            return None

    def packs(self, named: tuple[str, ...]) -> tuple[Policy, ...]:
        """Give the packs that a plan can be held against here: in force, of the repository, or named by it."""
        from gongjian.rules.packs import built_in_pack, pack_ids

        known = pack_ids()
        more = (built_in_pack(name) for name in named if name in known)
        all_packs = (*self.standards.in_force, *self.standards.local, *more)
        return tuple({pack.id: pack for pack in all_packs}.values())

    def _head(self, path: Path) -> str:
        unsaved = self.unsaved.get(path)
        if unsaved is not None:
            return unsaved[:_HEAD]
        try:
            with path.open("rb") as file:
                return file.read(_HEAD).decode(errors="replace")
        except OSError:
            return ""
