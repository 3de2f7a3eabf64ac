"""The settings of the repositories whose files are open: as they are being written, or else as they are on the disk."""

from collections.abc import Mapping
from pathlib import Path

from gongjian.repository.discovery import SETTINGS
from gongjian.repository.settings import Settings
from gongjian.rules.standards import Standards

Texts = Mapping[Path, str]
"""Texts that are being written, by the real paths of their files."""


class Repositories:
    """The settings of repositories; read again when a file that they come of has changed, in an editor or on the disk."""

    def __init__(self) -> None:
        self._known: dict[Path | None, tuple[object, Settings, Standards]] = {}

    def of(self, root: Path | None, unsaved: Texts | None = None) -> tuple[Settings, Standards]:
        """Give the settings and standards of a repository as they are now."""
        self.update(root, unsaved)
        return self._known[root][1:]

    def update(self, root: Path | None, unsaved: Texts | None = None) -> bool:
        """Read again what has changed; tell whether files that were checked would be checked by something else now."""
        known, texts = self._known.get(root), unsaved or {}
        if known is not None and known[0] == _state(root, known[1], texts):
            return False
        settings = Settings.read(root, dict(texts))
        standards = settings.standards()
        self._known[root] = (_state(root, settings, texts), settings, standards)
        return known is not None and (known[1].said, known[2]) != (settings.said, standards)


def _files(root: Path | None, settings: Settings) -> list[Path]:
    """List the files that standards come of; those that are not there yet count too."""
    if root is None:
        return []
    named = (*settings.said.policies, *filter(None, [settings.said.registry]))
    return list(dict.fromkeys((*settings.files, *(root / name for name in (SETTINGS, *named)))))


def _state(root: Path | None, settings: Settings, unsaved: Texts) -> object:
    """Tell the state of the files that standards come of."""
    return tuple((path, *_stamp(path), unsaved.get(path.resolve())) for path in _files(root, settings))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return 0, -1
    return state.st_mtime_ns, state.st_size
