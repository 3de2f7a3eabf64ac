"""Parts and points: what the texts of all kinds of document are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongjian.document.wording import Wording, months
from gongjian.model.activity import Phase
from gongjian.model.measure import Block, Measure


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point: an optional heading that runs in, its text, and points below it."""

    heading: str
    text: str
    points: "tuple[Point, ...]" = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document under a heading: paragraphs, then points, then who answers for it.

    Attributes:
        missing: what is still to be filled in; printed as 待补.
    """

    heading: str
    text: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    duty: str = ""
    missing: str = ""


def part_of(block: Block, heading: str) -> Part:
    """Make a part of a block, under its own heading or else the customary one."""
    return Part(block.heading or heading, block.text, points_of(block.points))


def points_of(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Make points of blocks."""
    return tuple(Point(block.heading or "", "".join(block.text), points_of(block.points)) for block in blocks)


def plain_points(texts: Sequence[str]) -> tuple[Point, ...]:
    """Make points of texts alone."""
    return tuple(Point("", text) for text in texts)


def measure_part(measure: Measure, words: Wording) -> Part:
    """Put the points first, then the commitments, in one run of numbers; a single one needs no number."""
    points = points_of(measure.points) + plain_points(
        [words.commitment(each) for each in measure.commitments]
    )
    text = measure.text
    if len(points) == 1 and not points[0].heading and not points[0].points:
        text, points = (*text, points[0].text), ()
    return Part(measure.heading, text, points, words.duty(measure))


def phase_part(phase: Phase) -> Part:
    """Make a part of a phase, its time behind its name."""
    when = f"（{months(phase.period)}）" if phase.period else ""
    return Part(phase.heading + when, phase.text, points_of(phase.points))
