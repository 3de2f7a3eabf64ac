"""Sessions, as editors hold them."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from small_plans import SMALL

pytest.importorskip("pygls", reason="没有安装 pygls（gongjian[lsp]）")


class Editor:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.versions: dict[str, int] = {}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gongjian", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
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
        return self.published()["diagnostics"]

    def published(self) -> dict[str, Any]:
        while (said := self.hear()).get("method") != "textDocument/publishDiagnostics":
            pass
        return said["params"]

    def begin(self, process: int | None = None, **capabilities: Any) -> Any:
        told = {"processId": process, "rootUri": self.folder.as_uri(), "capabilities": capabilities}
        able = self.ask("initialize", told)
        self.tell("initialized", {})
        return able["capabilities"]

    def open(self, name: str, text: str) -> dict[str, str]:
        document = {"uri": (self.folder / name).as_uri()}
        self.versions[document["uri"]] = 1
        told = {**document, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": told})
        return document

    def write(self, document: dict[str, str], text: str) -> int:
        self.versions[document["uri"]] += 1
        version = self.versions[document["uri"]]
        told = {"textDocument": {**document, "version": version}, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", told)
        return version

    def end(self) -> tuple[int, bytes]:
        """Say good-bye; give the exit code, and what was written to standard error."""
        assert self.ask("shutdown", None) is None
        self.tell("exit", None)
        return self.ended()

    def ended(self) -> tuple[int, bytes]:
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    editor = Editor(tmp_path)
    yield editor
    editor.process.kill()
    editor.process.wait()
    for pipe in (editor.process.stdin, editor.process.stdout, editor.process.stderr):
        assert pipe
        pipe.close()


def rules(diagnostics: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in diagnostics]


def test_a_session(editor: Editor) -> None:
    able = editor.begin()
    assert able["textDocumentSync"]["change"] == 1
    assert able["documentFormattingProvider"] is True
    document = editor.open("方案.yaml", SMALL.replace("role: 牵头校", "role: 牵头学校"))
    (wrong,) = editor.diagnostics()
    spot = {"start": {"line": 8, "character": 34}, "end": {"line": 8, "character": 38}}
    assert wrong["range"] == spot
    assert (wrong["severity"], wrong["source"], wrong["code"]) == (1, "gongjian", "GJ105")

    asked = {"textDocument": document, "range": spot, "context": {"diagnostics": [wrong]}}
    (mend, *_) = editor.ask("textDocument/codeAction", asked)
    assert mend["title"] == "改成“牵头校”"
    assert mend["edit"]["changes"] == {document["uri"]: [{"range": spot, "newText": "牵头校"}]}
    asked["context"]["only"] = ["refactor"]
    assert editor.ask("textDocument/codeAction", asked) == []

    editor.write(document, SMALL)
    assert editor.diagnostics() == []
    place = {"textDocument": document, "position": {"line": 4, "character": 1}}
    assert editor.ask("textDocument/hover", place)["contents"]["value"].startswith("**结对模式**")
    editor.tell("textDocument/didClose", {"textDocument": document})
    assert editor.diagnostics() == []
    assert editor.end() == (0, b"")


def test_what_is_completed(editor: Editor) -> None:
    editor.begin()
    document = editor.open("方案.yaml", SMALL.replace("role: 牵头校", "role: 成"))
    place = {"textDocument": document, "position": {"line": 8, "character": 35}}
    answer = editor.ask("textDocument/completion", place)
    assert answer["isIncomplete"] is True  # what is typed is Chinese: only what has it
    (item,) = answer["items"]
    assert (item["label"], item["filterText"], item["insertTextMode"]) == ("成员校", "成员校", 1)
    spot = {"start": {"line": 8, "character": 34}, "end": {"line": 8, "character": 35}}
    assert item["textEdit"] == {"range": spot, "newText": "成员校"}

    editor.write(document, SMALL + "\nactivities:\n  - {host: 乙")
    place["position"] = {"line": SMALL.count("\n") + 2, "character": 12}
    (item,) = editor.ask("textDocument/completion", place)["items"]
    assert (item["label"], item["detail"], item["filterText"]) == ("partner", "乙小学", "乙小学")
    editor.write(document, SMALL + "\nactivities:\n  - {ho")
    place["position"]["character"] = 7
    answer = editor.ask("textDocument/completion", place)
    assert answer["isIncomplete"] is False
    assert [each["sortText"] for each in answer["items"][:2]] == ["00000", "00001"]
    assert "host: " in [each["textEdit"]["newText"] for each in answer["items"]]


def test_only_the_last_of_many_keystrokes_is_checked(editor: Editor) -> None:
    editor.begin()
    document = editor.open("方案.yaml", SMALL)
    assert editor.published()["version"] == 1
    for count in range(20):
        last = editor.write(document, SMALL + "#" * count)
    assert editor.published()["version"] == last


def test_a_line_is_what_editors_take_for_one(editor: Editor) -> None:
    """A line separator inside of a text does not push what follows a line down."""
    editor.begin()
    editor.open("方案.yaml", SMALL.replace("issuer: 甲小学", "issuer: 甲\u2028小学"))
    (wrong,) = editor.diagnostics()
    assert (wrong["code"], wrong["range"]["start"]) == ("GJ003", {"line": 6, "character": 20})


def test_columns_are_counted_as_was_agreed_on(editor: Editor) -> None:
    able = editor.begin(general={"positionEncodings": ["utf-8", "utf-16"]})
    assert able["positionEncoding"] == "utf-8"
    editor.open("方案.yaml", SMALL.replace("name: 甲小学, role: 牵头校", "name: 𠀀小学, role: 牵头"))
    wrong = next(each for each in editor.diagnostics() if each["code"] == "GJ105")
    assert wrong["range"]["start"] == {
        "line": 8,
        "character": len("  - {id: yongli, name: 𠀀小学, role: ".encode()),
    }


def test_settings_that_are_being_written_count_for_the_plans(editor: Editor) -> None:
    head = "gongjian: repository/v1\n"
    (editor.folder / "gongjian.yaml").write_text(head, encoding="utf-8")
    editor.begin()
    plan = editor.open("plans/a.yaml", SMALL.replace("quota: ≥1次/学年", "quota: 定期"))
    assert rules(editor.diagnostics()) == ["GJ231"]
    settings = editor.open("gongjian.yaml", head)
    assert editor.published()["uri"] == settings["uri"]
    editor.write(settings, head + "severity: {GJ231: off}\n")
    assert two_published(editor) == {settings["uri"]: [], plan["uri"]: []}
    editor.write(settings, head + "severity: {GJ231: of")  # half-written: what is on the disk is in force
    assert two_published(editor) == {settings["uri"]: ["GJ005"], plan["uri"]: ["GJ231"]}


def two_published(editor: Editor) -> dict[str, list[str]]:
    """Give what is found in the next two files that are checked; either may be the first."""
    told = [editor.published() for _ in range(2)]
    return {each["uri"]: rules(each["diagnostics"]) for each in told}


def test_settings_that_change_on_the_disk_count_for_the_plans(editor: Editor) -> None:
    file = editor.folder / "gongjian.yaml"
    file.write_text("gongjian: repository/v1\n", encoding="utf-8")
    editor.begin()
    plan = editor.open("plans/a.yaml", SMALL.replace("quota: ≥1次/学年", "quota: 定期"))
    assert rules(editor.diagnostics()) == ["GJ231"]
    file.write_text("gongjian: repository/v1\nseverity: {GJ231: off}\n", encoding="utf-8")
    changes = [{"uri": file.as_uri(), "type": 2}]
    editor.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    assert editor.published() == {"uri": plan["uri"], "version": 1, "diagnostics": []}


def test_two_repositories_at_once(editor: Editor) -> None:
    for name, more in (("a", ""), ("b", "severity: {GJ231: off}\n")):
        (editor.folder / name).mkdir()
        text = f"gongjian: repository/v1\n{more}"
        (editor.folder / name / "gongjian.yaml").write_text(text, encoding="utf-8")
    editor.begin()
    vague = SMALL.replace("quota: ≥1次/学年", "quota: 定期")
    editor.open("a/plan.yaml", vague)
    assert rules(editor.diagnostics()) == ["GJ231"]
    editor.open("b/plan.yaml", vague)
    assert rules(editor.diagnostics()) == []


def test_a_text_is_laid_out(editor: Editor) -> None:
    editor.begin()
    document = editor.open("方案.yaml", SMALL.rstrip("\n").replace("mode: ", "mode:    ") + "\n")
    asked = {"textDocument": document, "options": {"tabSize": 2, "insertSpaces": True}}
    spot = {"start": {"line": 4, "character": 0}, "end": {"line": 5, "character": 0}}
    assert editor.ask("textDocument/formatting", asked) == [{"range": spot, "newText": "mode: 结对共建\n"}]


def test_a_file_that_is_not_open_is_no_error(editor: Editor) -> None:
    editor.begin()
    lost = {"textDocument": {"uri": "untitled:a"}, "position": {"line": 90, "character": 1}}
    assert editor.ask("textDocument/hover", lost) is None
    assert editor.ask("textDocument/completion", lost) is None
    spot = {"start": lost["position"], "end": lost["position"]}
    asked = {"textDocument": lost["textDocument"], "range": spot, "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", asked) == []
    editor.tell("nobody/knows", {})
    editor.tell("$/cancelRequest", {"id": 99})
    editor.tell("workspace/didChangeConfiguration", {"settings": {}})
    assert editor.end() == (0, b"")


def test_an_editor_that_ends_without_a_word(editor: Editor) -> None:
    editor.begin()
    editor.tell("exit", None)
    assert editor.ended() == (1, b"")


def test_an_editor_that_is_gone(editor: Editor) -> None:
    editor.begin()
    editor.open("方案.yaml", SMALL)
    assert editor.diagnostics() == []
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(timeout=30) == 1
    assert editor.process.stderr
    assert editor.process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="进程在不在只在 POSIX 上看")
def test_an_editor_that_is_gone_while_others_hold_its_pipe(editor: Editor) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        editor.begin(other.pid)
        editor.open("方案.yaml", SMALL)
        assert editor.diagnostics() == []
        other.kill()
    assert editor.process.wait(timeout=60) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C 的信号只在 POSIX 上试")
def test_an_interrupt_ends_it(editor: Editor) -> None:
    editor.begin()
    editor.process.send_signal(signal.SIGINT)
    assert editor.ended() == (130, b"")
