"""The language server: what the protocol asks, answered by the rest of this room."""

import asyncio
import logging
import os
import signal

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from gongjian import __version__
from gongjian.editor.completion import complete
from gongjian.editor.desk import Desk, kept_alive
from gongjian.editor.fixes import fixes
from gongjian.editor.formatting import lay_out
from gongjian.editor.hovering import hover
from gongjian.editor.messages import action, edit, items

_LOOK = 2.0
"""Seconds between two looks at the disk, whether settings have changed there, and at the editor, whether it lives."""


_INTERRUPTED = 130
"""The exit code of Ctrl-C."""


class Server(LanguageServer):
    """A server for one editor.

    Attributes:
        asked_to_stop: the editor has said that it will end.
    """

    def __init__(self) -> None:
        # the whole text comes with each change: pygls would cut lines at characters where editors do not
        super().__init__("gongjian", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = Desk(self)
        self.asked_to_stop = False
        self._editor: int | None = None

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self.desk.take(params.text_document.uri)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self.desk.later(params.text_document.uri)

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self.desk.check(params.text_document.uri)
        self.desk.refresh()

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        self.desk.forget(params.text_document.uri)

    def hovered(self, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        sheet, around = self.desk.sheet(uri), self.desk.neighbours(uri)
        name = self.desk.around(uri)[1]
        told = hover(sheet.text, sheet.heard(params.position), name, around.standards)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told)) if told else None

    def completed(self, params: types.CompletionParams) -> types.CompletionList | None:
        uri = params.text_document.uri
        sheet = self.desk.sheet(uri)
        found = complete(sheet.text, sheet.heard(params.position), self.desk.neighbours(uri))
        return items(found, sheet) if found else None

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Give the quick fixes for what is found on the lines that are chosen, in the text as it is now."""
        uri = params.text_document.uri
        wanted = params.context.only
        if not self.desk.is_open(uri) or not (wanted is None or any(map(_is_quick_fix, wanted))):
            return []
        if self.desk.is_waiting(uri):
            self.desk.check(uri)
        sheet = self.desk.sheet(uri)
        first, last = params.range.start.line, params.range.end.line
        return [
            action(uri, fix, sheet)
            for each in self.desk.found.get(uri, [])
            if each.range.start.line <= last and first <= each.range.end.line
            for fix in fixes(sheet.text, each)
        ]

    def formatted(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        uri = params.text_document.uri
        sheet = self.desk.sheet(uri)
        layout = lay_out(sheet.text, self.desk.around(uri)[1])
        if layout.refusal:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, layout.refusal))
        return [edit(each, sheet) for each in layout.edits]

    def begun(self, params: types.InitializedParams) -> None:
        self._editor = self.process_id if _lives(self.process_id) else None
        asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _look(self) -> None:
        """Look from time to time at the few files that matter; editors would watch whole folders, if they do at all."""
        if self._editor is not None and not _lives(self._editor):
            os._exit(1)  # its end of the pipe may still be held open by others
        kept_alive(self.desk.refresh)()
        asyncio.get_running_loop().call_later(_LOOK, self._look)

    def heard_of_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        self.desk.refresh()

    def configured(self, params: types.DidChangeConfigurationParams) -> None:
        """There is nothing to set: the settings of a repository are in its file."""

    def stopping(self, params: None) -> None:
        self.asked_to_stop = True


def _is_quick_fix(kind: types.CodeActionKind | str) -> bool:
    """Tell whether a kind that is asked for is that of quick fixes, or has it below."""
    kind = kind.value if isinstance(kind, types.CodeActionKind) else kind
    return kind in ("", types.CodeActionKind.QuickFix.value)


def _lives(process: int | None) -> bool:
    """Tell whether there is a process; one of another machine or container is not seen."""
    if process is None or os.name != "posix":  # elsewhere signal 0 is no question
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def make_server() -> Server:
    """Make a server that checks what is open, tells about it, completes, mends and lays it out."""
    server = Server()
    completion = types.CompletionOptions(trigger_characters=[" ", "[", "{", ","])
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    answers = (
        (types.INITIALIZED, server.begun, None),
        (types.TEXT_DOCUMENT_DID_OPEN, server.opened, None),
        (types.TEXT_DOCUMENT_DID_CHANGE, server.changed, None),
        (types.TEXT_DOCUMENT_DID_SAVE, server.saved, None),
        (types.TEXT_DOCUMENT_DID_CLOSE, server.closed, None),
        (types.TEXT_DOCUMENT_HOVER, server.hovered, None),
        (types.TEXT_DOCUMENT_COMPLETION, server.completed, completion),
        (types.TEXT_DOCUMENT_CODE_ACTION, server.actions, kinds),
        (types.TEXT_DOCUMENT_FORMATTING, server.formatted, None),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, server.heard_of_files, None),
        (types.WORKSPACE_DID_CHANGE_CONFIGURATION, server.configured, None),
        (types.SHUTDOWN, server.stopping, None),
    )
    for method, answer, options in answers:
        server.feature(method, options)(kept_alive(answer))
    return server


def serve() -> int:
    """Serve the editor at the other end of standard input and output; give 0 if it said that it would end, else 1."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what editors send beyond the protocol is no news
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))  # a thread that reads would hold it up
    server = make_server()
    server.start_io()
    return 0 if server.asked_to_stop else 1
