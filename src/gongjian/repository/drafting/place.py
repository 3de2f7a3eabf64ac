"""Where a new plan goes: the repository around, what it holds plans against, the ids that are taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gongjian.model.repository import Bureau
from gongjian.repository.discovery import find_targets, repository_root
from gongjian.repository.settings import Settings
from gongjian.rules.standards import Standards

FOLDER = "plans"
"""Where a repository has its plans, when it does not say otherwise."""

_ID = re.compile(r"""^(?:id|编号|編號)[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
"""The line of a file's id, in English or in Chinese."""

_HEAD = 4096
"""The id stands within so many bytes."""


@dataclass(frozen=True)
class Place:
    """A folder that a plan is to be written in."""

    current: Path
    settings: Settings

    @classmethod
    def around(cls, current: Path) -> "Place":
        """Take the repository around a folder, or the folder itself."""
        return cls(current, Settings.read(repository_root(current)))

    @cached_property
    def standards(self) -> Standards:
        """What plans are held against here."""
        return self.settings.standards()

    @property
    def bureau(self) -> Bureau | None:
        """The bureau, when the settings name it."""
        return self.settings.said.bureau

    @property
    def folder(self) -> Path:
        """Where plans are written: among the others."""
        root = self.settings.root
        if root is None:
            return self.current
        said = self.settings.said.paths
        plain = [name for name in (said.plans if said else ()) if not re.search(r"[*?\[]|\.ya?ml$", name)]
        return root / next(iter(plain), FOLDER)

    def packs(self) -> list[tuple[str, str]]:
        """The packs a plan can name, with their titles."""
        from gongjian.rules.packs import built_in_pack

        local = {pack.id: pack for pack in self.standards.local}
        names = self.standards.pack_ids()
        return [(name, (local.get(name) or built_in_pack(name)).title) for name in names]

    def official(self, school: str) -> str:
        """Give the official name of a school that the registry knows by its id or by another name."""
        registry = self.standards.registry
        found = registry.find(school) if registry else None
        return found.name if found else school

    def registered_ids(self) -> dict[str, str]:
        """The ids that schools have in the registry, by their official names."""
        registry = self.standards.registry
        return {school.name: school.id for school in registry.schools if school.id} if registry else {}

    def free_id(self, wanted: str) -> str:
        """Give the id, or the next one that neither a plan nor a file of its name has."""
        names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(self._taken) + 3))]
        return next(
            name for name in names if name not in self._taken and not (self.folder / f"{name}.yaml").exists()
        )

    @cached_property
    def _taken(self) -> set[str]:
        if self.settings.root is None:
            return set()
        return {
            name
            for target in find_targets((), self.settings.root, self.settings.scope)
            for name in ids_in(target.path)
        }


def ids_in(path: Path) -> Iterator[str]:
    """Yield the id that a file says it has near its top, if it does."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return
    if match := _ID.search(head.decode(errors="replace")):
        yield match[1]
