"""Do the same with many things, in several processes where that pays; results keep their order."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_CHUNKS = 8
"""For each process so many portions, so that one slow portion does not hold up the end."""


def in_order(
    work: Callable[[T], R], things: Sequence[T], *, jobs: int | None = None, enough: int = 0
) -> Iterator[R]:
    """Yield what becomes of each thing, in their order.

    Args:
        work: what is done; a value that can be sent to another process.
        things: what it is done with.
        jobs: how many processes; None for one a processor, if there is enough to do.
        enough: from so many things on several processes pay.
    """
    processes = jobs or (_processors() if len(things) >= enough else 1)
    if processes <= 1 or len(things) <= 1:
        yield from map(work, things)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forking takes over what is loaded already; it is safe as long as this process has no threads.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    portion = max(1, len(things) // (processes * _CHUNKS))
    with ProcessPoolExecutor(min(processes, len(things)), context) as pool:
        yield from pool.map(work, things, chunksize=portion)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
