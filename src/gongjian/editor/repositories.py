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
        known = self._known.get(root)
        texts = unsaved or {}
        if known is None or known[0] != _state(root, known[1], texts):
            settings = Settings.read(root, dict(texts))
            standards = settings.standards()
            known = self._known[root] = (_state(root, settings, texts), settings, standards)
        return known[1], known[2]

    def has_changed(self, root: Path | None, unsaved: Texts | None = None) -> bool:
        """Tell whether `of` would give others than last time."""
        known = self._known.get(root)
        return known is not None and known[0] != _state(root, known[1], unsaved or {})

    def concerns_all(self, root: Path | None, path: Path) -> bool:
        """Tell whether all files of a repository are held against a file."""
        known = self._known.get(root)
        return known is not None and path in map(Path.resolve, _files(root, known[1]))


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
