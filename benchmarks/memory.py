"""The memory of a process and all below it, looked at while it runs."""

import os
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PROC = Path("/proc")
_PAUSE = 0.01
_REST = 20
"""Beside what is timed, it rests after a look for so many times as long as that kept the processor busy."""


class Watch:
    """Looks at a tree of processes again and again, and keeps the most memory it had, in MiB.

    What several of them share is counted once (the proportional set size). Where there is no
    `/proc`, it sees nothing.

    Args:
        root: the process.
        timed: whether its time counts, so that it must not be slowed.
    """

    def __init__(self, root: int, *, timed: bool) -> None:
        self.peak = 0.0
        self._root = root
        self._rest = _REST if timed else 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Self:
        if PROC.is_dir():
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread.ident:
            self._thread.join()

    def _look_on(self) -> None:
        while not self._done.is_set():
            start = time.thread_time()
            self.peak = max(self.peak, sum(map(_proportional, _tree(self._root))) / 1024)
            self._done.wait(max(_PAUSE, self._rest * (time.thread_time() - start)))


def _tree(root: int) -> list[int]:
    """List a process and all below it."""
    below: dict[int, list[int]] = {}
    for name in os.listdir(PROC):  # noqa: PTH208 (a list of names is all that is needed)
        if name.isdigit():
            below.setdefault(_parent(name), []).append(int(name))
    found = [root]
    for process in found:
        found += below.get(process, [])
    return found


def _parent(process: str) -> int:
    try:
        return int((PROC / process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0  # it has ended


def _proportional(process: int) -> float:
    """Give its share of memory in KiB; 0 when it has ended."""
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
