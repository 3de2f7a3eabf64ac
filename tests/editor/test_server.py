"""One session, as an editor holds it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from small_plans import SMALL

pytest.importorskip("pygls", reason="没有安装 pygls（gongjian[lsp]）")


class Editor:
    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gongjian", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.last = 0

    def tell(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        self.last += 1
        self.tell(method, params, id=self.last)
        while (said := self.hear()).get("id") != self.last:
            pass
        return said["result"]

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def diagnostics(self) -> list[dict[str, Any]]:
        while (said := self.hear()).get("method") != "textDocument/publishDiagnostics":
            pass
        return said["params"]["diagnostics"]


def test_a_session(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    try:
        _hold(editor, tmp_path)
        assert editor.process.wait(timeout=5) == 0
    finally:
        editor.process.kill()
        editor.process.communicate()


def _hold(editor: Editor, folder: Path) -> None:
    uri = (folder / "方案.yaml").as_uri()
    document = {"uri": uri}
    able = editor.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
    assert able["capabilities"]["textDocumentSync"]["change"] == 1
    editor.tell("initialized", {})
    text = SMALL.replace("role: 牵头校", "role: 牵头学校")
    editor.tell(
        "textDocument/didOpen",
        {"textDocument": {**document, "languageId": "yaml", "version": 1, "text": text}},
    )
    (wrong,) = editor.diagnostics()
    spot = {"start": {"line": 8, "character": 34}, "end": {"line": 8, "character": 38}}
    assert wrong["range"] == spot
    assert (wrong["severity"], wrong["source"]) == (1, "gongjian")

    asked = {"textDocument": document, "range": spot, "context": {"diagnostics": [wrong]}}
    (mend, *_) = editor.ask("textDocument/codeAction", asked)
    assert mend["title"] == "改成“牵头校”"
    assert list(mend["edit"]["changes"].values()) == [[{"range": spot, "newText": "牵头校"}]]

    editor.tell(
        "textDocument/didChange",
        {"textDocument": {**document, "version": 2}, "contentChanges": [{"text": SMALL}]},
    )
    assert editor.diagnostics() == []

    place = {"textDocument": document, "position": {"line": 4, "character": 1}}
    assert editor.ask("textDocument/hover", place)["contents"]["value"].startswith("**结对模式**")
    place = {"textDocument": document, "position": {"line": 8, "character": 34}}
    items = editor.ask("textDocument/completion", place)
    assert [each["label"] for each in items] == ["牵头校", "成员校", "参与单位"]

    lost = {"textDocument": {"uri": "untitled:a"}, "position": {"line": 90, "character": 1}}
    assert editor.ask("textDocument/hover", lost) is None  # and the server lives on
    editor.tell("textDocument/didClose", {"textDocument": document})
    assert editor.diagnostics() == []
    assert editor.ask("shutdown", None) is None
    editor.tell("exit", None)
