"""Work in a forked process that is killed at a random moment, and a tally of what the moments were."""

import mmap
import os
import select
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from statistics import median

import pytest

from gongjian.repository import writing

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")

IDLE, WRITING, WRITTEN = 0, 1, 2
"""What the process was at: nothing written yet, in the middle of it, after at least one file."""

_SOON = 30.0
"""Seconds after which a process dies that did not get as far as to a write, and to wait for any: no test waits for ever."""


@dataclass
class Killer:
    """Kills work at random moments, every other time with SIGKILL anywhere, else in the middle of a write.

    For the latter the process has a timer set when a write begins, whose signal ends it like SIGKILL does, wherever
    it is: nothing of Python's runs any more. The time it takes to react would let most writes get away.

    Attributes:
        span: the work takes about so many seconds.
        chance: where the moments come from.
        tally: how often the process was at what when it was killed.
    """

    span: float
    chance: Random = field(default_factory=lambda: Random(5))
    tally: Counter[int] = field(default_factory=Counter)

    def kill(self, work: Callable[[], object], *, inside: bool) -> None:
        """Do something again and again in another process, and kill it; what it started is gone on return as well."""
        at = mmap.mmap(-1, 1)
        ended, alive = os.pipe()
        after = self.chance.random() * self.span
        nth, part = self.chance.randint(1, 2), self.chance.random()
        child = os.fork()
        if child == 0:
            try:
                os.close(ended)
                os.set_inheritable(alive, True)
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, _SOON)
                _watch(at, nth if inside else 0, part)
                while True:
                    work()
            finally:
                os._exit(1)
        os.close(alive)
        if not inside:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)  # it was still at work
        assert select.select([ended], [], [], _SOON)[0]  # whoever worked for it is gone as well
        os.close(ended)
        self.tally[at[0]] += 1
        at.close()


def _watch(at: mmap.mmap, nth: int, part: float) -> None:
    """Note when writes begin and end; set the timer to a part of the usual time when the nth begins."""
    write = writing._write
    took: list[float] = [0.0005]

    def watched(*given: object, **named: object) -> None:
        at[0] = WRITING
        if len(took) == nth:
            signal.setitimer(signal.ITIMER_REAL, max(1e-6, part * median(took)))
        start = time.perf_counter()
        write(*given, **named)  # type: ignore[arg-type]
        took.append(time.perf_counter() - start)
        at[0] = WRITTEN

    writing._write = watched  # type: ignore[assignment]
