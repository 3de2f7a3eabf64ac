"""How two versions of a document's words differ, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 5_000
"""Paragraphs that are compared; of more that differ it is only said that they do."""

AROUND = 16
"""Characters of what is the same that are shown around a change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two versions differ; its neighbours are the same in both.

    Attributes:
        before: the paragraph before it, "" at the beginning.
        old: its paragraphs in the old version.
        new: its paragraphs in the new version.
        after: the paragraph after it, "" at the end.
    """

    before: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    after: str


def differences(old: Sequence[str], new: Sequence[str]) -> list[Difference]:
    """Every difference, in the order of the text."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    if len(first) + len(second) > MOST:
        spans = [(0, len(first), 0, len(second))]
    else:
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        spans = [
            (low, high, lower, higher)
            for tag, low, high, lower, higher in matcher.get_opcodes()
            if tag != "equal"
        ]
    return [
        Difference(
            before=old[start + low - 1] if start + low else "",
            old=tuple(first[low:high]),
            new=tuple(second[lower:higher]),
            after=old[start + high] if start + high < len(old) else "",
        )
        for low, high, lower, higher in spans
        if low < high or lower < higher
    ]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many paragraphs, or characters, are the same from the beginning."""
    pairs = zip(old, new, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def lines_of(difference: Difference) -> Iterator[str]:
    """A difference as lines: − old, + new, between its neighbours; long stretches of the same are shortened."""
    if difference.before:
        yield f"  {_shortened(difference.before)}"
    olds, news = _paired(difference)
    yield from (f"− {line}" for line in olds)
    yield from (f"+ {line}" for line in news)
    if difference.after:
        yield f"  {_shortened(difference.after)}"


def _paired(difference: Difference) -> tuple[list[str], list[str]]:
    """Old and new paragraphs for show; where one stands for one, only what changed and what is around it."""
    olds, news = list(map(on_one_line, difference.old)), list(map(on_one_line, difference.new))
    if len(olds) == len(news):
        pairs = [_clipped(old, new) for old, new in zip(olds, news, strict=True)]
        return [old for old, _ in pairs], [new for _, new in pairs]
    return olds, news


def _clipped(old: str, new: str) -> tuple[str, str]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return _cut(old, head, tail), _cut(new, head, tail)


def _cut(text: str, head: int, tail: int) -> str:
    """``text`` with little of the characters at its ends that are the same in the other version."""
    start = max(0, head - AROUND) if head > 2 * AROUND else 0
    end = len(text) - (max(0, tail - AROUND) if tail > 2 * AROUND else 0)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _shortened(paragraph: str) -> str:
    line = on_one_line(paragraph)
    return line if len(line) <= 3 * AROUND else f"{line[: 2 * AROUND]}…"


def on_one_line(paragraph: str) -> str:
    """A paragraph for show: line breaks and the seams of a table's cells as signs, nothing a terminal would obey."""
    line = paragraph.replace("\n", "↵").replace("\t", " │ ")
    return "".join(
        character if character.isprintable() or character == "\u3000" else "?" for character in line
    )
