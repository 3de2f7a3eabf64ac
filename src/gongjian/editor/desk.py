"""The open files of one editor: when each is checked, and what was found."""

import asyncio
import functools
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from gongjian.editor.diagnostics import Diagnostic, diagnostics
from gongjian.editor.messages import told
from gongjian.editor.neighbours import Neighbours
from gongjian.editor.repositories import Repositories
from gongjian.editor.sheet import Sheet
from gongjian.repository.discovery import repository_root

_PAUSE = 0.25
"""Seconds without typing before a text is checked again."""

_PATIENCE = 2.0
"""How many times as long as the last check took nobody must have typed, where that is more."""

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Desk:
    """The open files of one editor."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.repositories = Repositories()
        self._open: set[str] = set()
        self.found: dict[str, list[Diagnostic]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._took: dict[str, float] = {}
        self._sheets: dict[str, Sheet] = {}

    def sheet(self, uri: str) -> Sheet:
        """Give a text as it is now; an empty one for a file that is not open."""
        codec = self.server.workspace.position_codec
        if uri not in self._open:
            return Sheet("", codec)
        document = self.server.workspace.get_text_document(uri)
        sheet = self._sheets.get(uri)
        if sheet is None or sheet.text is not document.source:
            sheet = self._sheets[uri] = Sheet(document.source, codec, document.version)
        return sheet

    def is_open(self, uri: str) -> bool:
        """Tell whether a file is open."""
        return uri in self._open

    def take(self, uri: str) -> None:
        """Take a file for open, and check it."""
        self._open.add(uri)
        self.check(uri)

    def around(self, uri: str) -> tuple[Path | None, str]:
        """Give the repository a file is in, and its name there."""
        path = to_fs_path(uri)
        if not path:
            return None, uri
        file = Path(path)
        root = repository_root(file.parent)
        resolved = file.resolve()
        inside = root is not None and resolved.is_relative_to(root)
        return root, resolved.relative_to(root).as_posix() if root and inside else file.name

    def unsaved(self) -> dict[Path, str]:
        """Give the texts of all open files by their real paths."""
        paths = {uri: to_fs_path(uri) for uri in self._open}
        return {Path(path).resolve(): self.sheet(uri).text for uri, path in paths.items() if path}

    def neighbours(self, uri: str) -> Neighbours:
        """Give what is around a file."""
        unsaved = self.unsaved()
        return Neighbours(*self.repositories.of(self.around(uri)[0], unsaved), unsaved)

    def later(self, uri: str) -> None:
        """Check a text once nobody has typed for a moment; a longer one for a text that takes long."""
        self._no_longer(uri)
        pause = max(_PAUSE, _PATIENCE * self._took.get(uri, 0))
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(pause, functools.partial(kept_alive(self.check), uri))

    def is_waiting(self, uri: str) -> bool:
        """Tell whether a text has changed since it was checked."""
        return uri in self._waiting or uri not in self.found

    def check(self, uri: str) -> None:
        """Check a text and tell the editor; with it, when all are held against it, the others of its repository."""
        root, _ = self.around(uri)
        changed = self.repositories.update(root, self.unsaved())
        self._check_one(uri)
        if changed:
            self._recheck(root, but=uri)

    def refresh(self) -> None:
        """Check the files of those repositories again whose settings, packs or registry have changed."""
        unsaved = self.unsaved()
        for root in {self.around(uri)[0] for uri in self.found}:
            if self.repositories.update(root, unsaved):
                self._recheck(root)

    def forget(self, uri: str) -> None:
        """Take a file for closed: what is on the disk counts again."""
        self._no_longer(uri)
        self._open.discard(uri)
        for known in (self.found, self._took, self._sheets):
            known.pop(uri, None)
        self._publish(uri, [], None)
        self.refresh()

    def _recheck(self, root: Path | None, but: str = "") -> None:
        for uri in [uri for uri in self.found if uri != but and self.around(uri)[0] == root]:
            self._check_one(uri)

    def _check_one(self, uri: str) -> None:
        self._no_longer(uri)
        root, name = self.around(uri)
        sheet = self.sheet(uri)
        began = time.monotonic()
        found = diagnostics(sheet.text, name, *self.repositories.of(root, self.unsaved()))
        self._took[uri] = time.monotonic() - began
        self.found[uri] = found
        self._publish(uri, [told(each, sheet) for each in found], sheet.version)

    def _no_longer(self, uri: str) -> None:
        if handle := self._waiting.pop(uri, None):
            handle.cancel()

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None) -> None:
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
        )


def kept_alive(answer: Callable[..., T]) -> Callable[..., T | None]:
    """Log a bug in an answer and answer nothing: the editor goes on."""

    @functools.wraps(answer)
    def guarded(*arguments: Any) -> T | None:
        try:
            return answer(*arguments)
        except Exception:  # noqa: BLE001 (a bug in one answer must not end the session)
            _log.exception("gongjian lsp")
            return None

    return guarded
