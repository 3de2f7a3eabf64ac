"""A program run on a real terminal: what it prints is waited for, what a person types is sent."""

import codecs
import os
import select
import signal
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")

PATIENCE = 20


class Terminal:
    """`python -m gongjian …` on a terminal."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.seen = ""
        self._bytes = b""
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a job in the background ignores it
            os.chdir(folder)
            command = [sys.executable, "-m", "gongjian", *arguments]
            os.execve(sys.executable, command, os.environ | {"PYTHONUTF8": "1", "TERM": "dumb"} | environment)

    def answer(self, question: str, text: str) -> None:
        """Wait for a question, then type an answer."""
        self._wait(question)
        self.seen = self.seen.partition(question)[2]
        os.write(self._handle, text.encode())

    def interrupt(self, question: str) -> None:
        """Wait for a question, then press Ctrl-C; again, should it come just before the program listens."""
        self._wait(question)
        for _ in range(PATIENCE):
            os.write(self._handle, b"\x03")
            while select.select([self._handle], [], [], 0.5)[0]:
                if not self._read() or "已中断" in self.seen:
                    return

    def close(self) -> int:
        """Read to the end, and give the exit code."""
        while self._read():
            pass
        os.close(self._handle)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _wait(self, question: str) -> None:
        while question not in self.seen:
            assert self._read(), f"never asked {question!r}: {self.seen}"

    def _read(self) -> bool:
        ready, _, _ = select.select([self._handle], [], [], PATIENCE)
        assert ready, f"nothing came: {self.seen}"
        try:
            data = os.read(self._handle, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self._bytes += data
        self.seen += self._decoded()
        return bool(data)

    def _decoded(self) -> str:
        """Decode what is whole so far."""
        text, count = codecs.utf_8_decode(self._bytes, "replace", False)
        self._bytes = self._bytes[count:]
        return text.replace("\r\n", "\n")
