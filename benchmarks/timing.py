"""Whole processes and functions timed in pairs, A B A B, so that ratios hold when the machine drifts."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

MEBIBYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""How many of the units of `ru_maxrss` a MiB has: it counts KiB on Linux, bytes on macOS."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of each run, in order, and the peak memory of the largest, in MiB."""

    seconds: tuple[float, ...]
    memory: float = 0.0

    @property
    def median(self) -> float:
        """The middle run."""
        return median(self.seconds)

    def ratio(self, other: "Timed") -> float:
        """How many times as long as the other, pair by pair, the middle of all pairs."""
        return median(a / b for a, b in zip(self.seconds, other.seconds, strict=True))


def processes(*commands: Sequence[str], runs: int = 7) -> list[Timed]:
    """Time whole processes in turn, after one uncounted round; what they print is thrown away."""
    rounds = [[_process(command) for command in commands] for _ in range(runs + 1)][1:]
    return [
        Timed(tuple(each[i][0] for each in rounds), max(each[i][1] for each in rounds))
        for i in range(len(commands))
    ]


def _process(command: Sequence[str]) -> tuple[float, float]:
    start = time.perf_counter()
    child = subprocess.Popen(list(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.perf_counter() - start, usage.ru_maxrss / MEBIBYTE


def functions(*calls: Callable[[], object], runs: int = 9) -> list[Timed]:
    """Time functions in turn, after one uncounted round."""
    rounds = [[_function(call) for call in calls] for _ in range(runs + 1)][1:]
    return [Timed(tuple(each[i] for each in rounds)) for i in range(len(calls))]


def _function(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
