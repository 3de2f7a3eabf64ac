"""The language server: what the protocol asks, answered by the rest of this room; pygls is known only here."""

import asyncio
import functools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from gongjian import __version__
from gongjian.editor.completion import Proposal, proposals
from gongjian.editor.diagnostics import Diagnostic, Repositories, diagnostics
from gongjian.editor.fixes import Fix, fixes
from gongjian.editor.hovering import hover
from gongjian.editor.positions import Position, Range, characters, lines_of, units
from gongjian.repository.discovery import repository_root
from gongjian.rules.standards import Standards

_PAUSE = 0.25
"""Seconds without typing before a text is checked again."""

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_ITEM_KINDS = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "reference": types.CompletionItemKind.Reference,
}

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Desk:
    """The open files of one editor."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.repositories = Repositories()
        self.found: dict[str, list[Diagnostic]] = {}
        self.waiting: dict[str, asyncio.TimerHandle] = {}

    def text(self, uri: str) -> str:
        return self.server.workspace.get_text_document(uri).source

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

    def standards(self, uri: str) -> Standards:
        return self.repositories.of(self.around(uri)[0])[1]

    def later(self, uri: str) -> None:
        """Check a text once nobody has typed for a moment."""
        self.no_longer(uri)
        loop = asyncio.get_running_loop()
        self.waiting[uri] = loop.call_later(_PAUSE, functools.partial(_kept_alive(self.check), uri))

    def no_longer(self, uri: str) -> None:
        if handle := self.waiting.pop(uri, None):
            handle.cancel()

    def check(self, uri: str) -> None:
        """Check a text and tell the editor."""
        self.no_longer(uri)
        root, name = self.around(uri)
        document = self.server.workspace.get_text_document(uri)
        found = diagnostics(document.source, name, *self.repositories.of(root))
        self.found[uri] = found
        self.publish(uri, [self.told(uri, each) for each in found], document.version)

    def forget(self, uri: str) -> None:
        self.no_longer(uri)
        self.found.pop(uri, None)
        self.publish(uri, [], None)

    def publish(self, uri: str, told: list[types.Diagnostic], version: int | None) -> None:
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=told, version=version)
        )

    def told(self, uri: str, diagnostic: Diagnostic) -> types.Diagnostic:
        return types.Diagnostic(
            range=self.to_editor(uri, diagnostic.range),
            message=diagnostic.message,
            severity=_SEVERITIES[diagnostic.finding.severity],
            code=diagnostic.finding.rule,
            source="gongjian",
        )

    def to_editor(self, uri: str, found: Range) -> types.Range:
        """Give a range in the units that the editor and the server agreed on."""
        lines, codec = lines_of(self.text(uri)), self.server.workspace.position_codec

        def position(at: Position) -> types.Position:
            line = lines[at.line] if at.line < len(lines) else ""
            return types.Position(at.line, codec.client_num_units(line[: characters(line, at.character)]))

        return types.Range(position(found.start), position(found.end))

    def from_editor(self, uri: str, at: types.Position) -> Position:
        lines, codec = lines_of(self.text(uri)), self.server.workspace.position_codec
        line = lines[at.line] if at.line < len(lines) else ""
        ends = (end for end in range(len(line) + 1) if codec.client_num_units(line[:end]) >= at.character)
        return Position(at.line, units(line[: next(ends, len(line))]))

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Give the quick fixes for what is found on the lines that are chosen, in the text as it is now."""
        uri = params.text_document.uri
        if uri in self.waiting or uri not in self.found:
            self.check(uri)
        first, last = params.range.start.line, params.range.end.line
        text = self.text(uri)
        return [
            self.action(uri, fix)
            for each in self.found.get(uri, [])
            if each.range.start.line <= last and first <= each.range.end.line
            for fix in fixes(text, each)
        ]

    def action(self, uri: str, fix: Fix) -> types.CodeAction:
        edit = types.TextEdit(self.to_editor(uri, fix.range), fix.new)
        return types.CodeAction(
            title=fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.told(uri, fix.diagnostic)],
            is_preferred=fix.preferred or None,
            edit=types.WorkspaceEdit(changes={uri: [edit]}),
        )


def _item(proposal: Proposal) -> types.CompletionItem:
    return types.CompletionItem(
        label=proposal.label,
        kind=_ITEM_KINDS[proposal.kind],
        detail=proposal.detail or None,
        documentation=proposal.description or None,
        insert_text=proposal.new or None,
    )


def _kept_alive(answer: Callable[..., T]) -> Callable[..., T | None]:
    """Log a bug in an answer and answer nothing: the editor goes on."""

    @functools.wraps(answer)
    def guarded(*arguments: Any) -> T | None:
        try:
            return answer(*arguments)
        except Exception:  # noqa: BLE001 (a bug in one answer must not end the session)
            _log.exception("gongjian lsp")
            return None

    return guarded


def make_server() -> LanguageServer:
    """Make a server that checks what is open, tells about it, completes and mends it."""
    server = LanguageServer("gongjian", __version__)
    desk = Desk(server)

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.check(params.text_document.uri)

    def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.later(params.text_document.uri)

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        for uri in list(desk.found):  # the settings or a pack of the repository may be what was saved
            desk.check(uri)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.forget(params.text_document.uri)

    def hovered(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        at = desk.from_editor(uri, params.position)
        told = hover(desk.text(uri), at, desk.around(uri)[1], desk.standards(uri))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told)) if told else None

    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        uri = params.text_document.uri
        at = desk.from_editor(uri, params.position)
        return [_item(each) for each in proposals(desk.text(uri), at, desk.standards(uri))]

    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_kept_alive(opened))
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_kept_alive(changed))
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_kept_alive(saved))
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_kept_alive(closed))
    server.feature(types.TEXT_DOCUMENT_HOVER)(_kept_alive(hovered))
    options = types.CompletionOptions(trigger_characters=[":", " ", "-", "[", "{", ","])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(_kept_alive(completed))
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_kept_alive(desk.actions))
    return server
