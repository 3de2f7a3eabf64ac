"""Do the same with many things, in several processes where that pays; results keep their order."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_PORTIONS = 8
"""For each process so many portions at least, so that one slow portion does not hold up the end."""

_LARGEST = 64
"""Things in a portion at most: what comes of a portion is held in memory until it is sent as a whole."""


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
    portion = min(_LARGEST, max(1, len(things) // (processes * _PORTIONS)))
    with ProcessPoolExecutor(min(processes, len(things)), context, _begin, (work,)) as pool:
        yield from pool.map(_do, things, chunksize=portion)


_work: Callable[[Any], Any]
"""What a worker process does; told it once, as it may be heavy to send."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Begin a worker's life: take its work, and see to it that it does not outlive the program."""
    from threading import Thread

    global _work  # noqa: PLW0603 (a worker has one work all its life)
    _work = work
    Thread(target=_end_with_parent, daemon=True).start()


def _do(thing: Any) -> Any:
    return _work(thing)


def _end_with_parent() -> None:
    """Wait until the program is gone, killed perhaps, and end then: nobody would take what is done."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
