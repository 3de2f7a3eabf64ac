"""Figures as tables show them."""

from collections.abc import Iterator
from typing import TypeAlias

from benchmarks.timing import Timed

Row: TypeAlias = tuple[str, ...]
Rows: TypeAlias = Iterator[Row]

RATIOS: Row = ("what", "against", "ratio or median", "budget")
"""The heads of most tables."""


def seconds(value: float) -> str:
    """Write a time."""
    for unit, factor, digits in (("s", 1, 1), ("ms", 1e3, 0), ("µs", 1e6, 0)):
        if value * factor >= 1 or unit == "µs":
            return f"{value * factor:,.{digits}f} {unit}"
    raise AssertionError


def mebibytes(timed: Timed) -> str:
    """Write the most memory that a run had."""
    return f"{timed.memory:,.0f} MiB"


def ratio(value: float) -> str:
    """Write how many times as long."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def at_most(budget: float) -> str:
    """Write a budget."""
    return f"≤ {budget:g}"
