"""What is kept of a file's text for reports: the lines that findings are at, so that many bad files fit in memory."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from gongjian.model.finding import Finding, Place
from gongjian.model.script import has_traditional


def kept_text(text: str, findings: Sequence[Finding]) -> str:
    """Give what reports need of the text that findings are in.

    All of it where edits are to be told that may be in the other script, or go over several lines.
    """
    places = [finding.place for finding in findings]
    edited = [finding.place for finding in findings if finding.mend]
    if edited and (has_traditional(text) or any(place and place.end_line > place.line for place in edited)):
        return text
    return excerpt(text, places) if findings else ""


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
