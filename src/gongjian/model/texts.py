"""Every text that a plan prints, with its path: for rules that look for words."""

from collections.abc import Iterator

from gongjian.model.finding import Path
from gongjian.model.measure import Block, Measure
from gongjian.model.plan import Plan

_BLOCKS = ("guiding", "principles", "goals", "pairing", "assessment", "safeguards", "requirements")
_TERMS = ("lead", "members", "both", "funds", "breach")


def plan_texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield the headings and texts of a plan in the order of its schema."""
    yield from ((("preamble", i), text) for i, text in enumerate(plan.preamble))
    for name in _BLOCKS:
        block = getattr(plan, name)
        if block:
            yield from block_texts((name,), block)
    yield from measure_texts(plan)
    for i, phase in enumerate(plan.phases):
        yield ("phases", i, "heading"), phase.heading
        yield from ((("phases", i, "text", j), text) for j, text in enumerate(phase.text))
        for j, point in enumerate(phase.points):
            yield from block_texts(("phases", i, "points", j), point)
    for i, section in enumerate(plan.sections):
        yield from block_texts(("sections", i), section)
    if plan.agreement:
        for name in _TERMS:
            terms = getattr(plan.agreement, name)
            yield from ((("agreement", name, i), text) for i, text in enumerate(terms))


def measure_texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield the headings and texts of the measures, and what their commitments are about."""
    for i, measure in enumerate(plan.measures):
        path: Path = ("measures", i)
        yield (*path, "heading"), measure.heading
        yield from (((*path, "text", j), text) for j, text in enumerate(measure.text))
        for j, point in enumerate(measure.points):
            yield from block_texts((*path, "points", j), point)
        for j, commitment in enumerate(measure.commitments):
            yield (*path, "commitments", j, "activity"), commitment.activity
            if commitment.text:
                yield (*path, "commitments", j, "text"), commitment.text


def block_texts(path: Path, block: Block) -> Iterator[tuple[Path, str]]:
    """Yield the heading and texts of a block and of the points below it."""
    if block.heading:
        yield (*path, "heading"), block.heading
    yield from (((*path, "text", i), text) for i, text in enumerate(block.text))
    for i, point in enumerate(block.points):
        yield from block_texts((*path, "points", i), point)


def text_blocks(plan: Plan) -> Iterator[tuple[Path, Block | Measure]]:
    """Yield everything that has a text and points below it, the points themselves too."""
    for name in _BLOCKS:
        if block := getattr(plan, name):
            yield from _with_points((name,), block)
    for i, measure in enumerate(plan.measures):
        yield ("measures", i), measure
        for j, point in enumerate(measure.points):
            yield from _with_points(("measures", i, "points", j), point)
    for i, section in enumerate(plan.sections):
        yield from _with_points(("sections", i), section)


def _with_points(path: Path, block: Block) -> Iterator[tuple[Path, Block]]:
    yield path, block
    for i, point in enumerate(block.points):
        yield from _with_points((*path, "points", i), point)
