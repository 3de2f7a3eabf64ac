"""Whole processes and functions timed in turn, A B A B, so that ratios hold when the machine drifts."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from statistics import median

from benchmarks.memory import Watch

MEBIBYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""How many of the units of `ru_maxrss` a MiB has: it counts KiB on Linux, bytes on macOS."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of each run, in order, and the most memory that all processes together had, in MiB."""

    seconds: tuple[float, ...]
    memory: float = 0.0

    @property
    def median(self) -> float:
        """The middle run."""
        return median(self.seconds)

    def ratio(self, other: "Timed") -> float:
        """How many times as long as the other, pair by pair, the middle of all pairs."""
        return median(a / b for a, b in zip(self.seconds, other.seconds, strict=True))


class BrokenRunError(Exception):
    """A process that was to be timed failed, so that its time says nothing."""


def processes(
    *commands: Sequence[str], environment: Mapping[str, str], runs: int = 7, warm: bool = True
) -> list[Timed]:
    """Time whole processes in turn; what they print is thrown away.

    Args:
        commands: what to run.
        environment: what they run in.
        runs: how often.
        warm: whether there is a round beforehand that is not counted, in which memory is looked
            at; without one, it is looked at in all rounds.

    Raises:
        BrokenRunError: one of them failed.
    """
    peaks = [[_watched(command, environment, timed=False)[1] for command in commands]] if warm else []
    rounds = []
    for _ in range(runs):
        if warm:
            rounds.append([_process(command, environment)[0] for command in commands])
        else:
            both = [_watched(command, environment, timed=True) for command in commands]
            rounds.append([seconds for seconds, _ in both])
            peaks.append([peak for _, peak in both])
    return [
        Timed(tuple(times), max(memory))
        for times, memory in zip(zip(*rounds, strict=True), zip(*peaks, strict=True), strict=True)
    ]


def _watched(command: Sequence[str], environment: Mapping[str, str], *, timed: bool) -> tuple[float, float]:
    """Run a process; give its time and the most memory of it and all below it."""
    watches: list[Watch] = []

    def watch(process: int) -> Watch:
        watches.append(Watch(process, timed=timed))
        return watches[0]

    seconds, largest = _process(command, environment, watch)
    return seconds, watches[0].peak or largest


def _process(
    command: Sequence[str], environment: Mapping[str, str], watch: Callable[[int], Watch] | None = None
) -> tuple[float, float]:
    """Run a process; give its time and what the system says of memory.

    That is but the largest of all processes, and on Linux never less than this one had when it
    started the other: what is measured is better watched.
    """
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(list(command), stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        with watch(child.pid) if watch else nullcontext():
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()[-500:]
            raise BrokenRunError(f"{' '.join(command)[:200]}: exit {child.returncode}: {said}")
    return seconds, usage.ru_maxrss / MEBIBYTE


def functions(*calls: Callable[[], object], runs: int = 9) -> list[Timed]:
    """Time functions in turn, after one uncounted round."""
    rounds = [[_function(call) for call in calls] for _ in range(runs + 1)][1:]
    return [Timed(tuple(each[i] for each in rounds)) for i in range(len(calls))]


def _function(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
