"""A progress bar on a terminal, for work that takes longer than a moment."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_MOMENT = 1.0
"""Seconds without a bar: short work needs none, and loading what draws it takes time."""


def progress(items: Iterable[T], total: int, label: str) -> Iterator[T]:
    """Yield the items; on a terminal show on the error stream how many of how many have come."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    iterator = iter(items)
    done = 0
    for item in iterator:
        done += 1
        yield item
        if time.monotonic() - start > _MOMENT:
            break
    else:
        return
    yield from _with_bar(iterator, done, total, label)


def _with_bar(items: Iterator[T], done: int, total: int, label: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, completed=done)
        for item in items:
            bar.advance(task)
            yield item
