"""What is kept of a file's text for reports: the lines that findings are at, so that many bad files fit in memory."""

from collections.abc import Iterable
from itertools import zip_longest

from gongjian.model.finding import Place


def excerpt(text: str, places: Iterable[Place | None]) -> str:
    """Empty the lines of a text that no report shows; those of the places, and those before them, stay."""
    shown = {line for place in places if place for line in (place.line - 2, place.line - 1)}
    lines = text.split("\n")
    return "\n".join(line if number in shown else "" for number, line in enumerate(lines))


def united(one: str, other: str) -> str:
    """Give the lines of two excerpts of one text."""
    return "\n".join(
        first or second for first, second in zip_longest(one.split("\n"), other.split("\n"), fillvalue="")
    )
