"""The decision itself: exact, without enumerating schedules.

The cells of one quota share no day, so in a required cell every schedule holds at least what the
promised cells *inside* it hold, and at most what those that *meet* it hold, if they cover it. That
decides 满足 ("every schedule").

A *tight* schedule holds nothing outside the commitment's cells and is minimal (each cell at the lower
bound) or maximal (each at the upper one); a range has both. Of 门 the number counts: to repeat a subject
is not to spare one. 不足 asks whether any of them keeps the requirement: whether fixed amounts in the
promised cells can be spread over their days so that every required cell gets its share. By Hoffman's
circulation theorem they can, unless some run of neighbouring required cells asks for more than all
promised cells it meets hold, or some run of promised cells must place more than all required cells it
meets allow. (Neighbouring ones suffice, as both rows are intervals of one line.) Unions of distinct
subjects need the same condition of single cells only.

`tests/model/oracle.py` enumerates small schedules and finds the same verdicts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from gongjian.model.entailment.span import Span, exactly, times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gongjian.model.calendar import Cell
    from gongjian.model.entailment.overlap import Overlap
    from gongjian.model.entailment.question import Question
    from gongjian.model.entailment.verdict import Verdict

Side = Literal["下限", "上限"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Where and by how much the requirement can fail.

    `cells` are required ones, side by side. `required` and `promised` are totals over them and over the
    subjects that share them; `promised` is None when the commitment sets no limit. `end` is what a
    promised cell of one subject holds in the tight schedules that fail so. `beyond` says that it is
    about subjects the commitment leaves out.
    """

    side: Side
    cells: tuple[Cell, ...]
    required: Fraction
    promised: Fraction | None
    overlap: Overlap
    end: Span | None = None
    beyond: bool = False


def decide(question: Question) -> tuple[Verdict, tuple[Failure, ...]]:
    """The verdict, and what tells it from 满足: one failure, or for 不足 one at each end of a range."""
    loose = next(_loose_failures(question), None)
    if loose is None:
        return "满足", ()
    tight = [next(_tight_failures(question, end), None) for end in question.ends]
    failures = tuple(failure for failure in tight if failure)
    if len(failures) < len(tight):
        return "无法保证", (loose,)
    sides = {failure.side: failure for failure in failures}
    return "不足", (tuple(sides.values()) if len(sides) > 1 else (_mildest(failures),))


def _mildest(failures: Sequence[Failure]) -> Failure:
    """Of failures on the same side, the one that comes closest: too little at the upper end."""
    return failures[-1] if failures[0].side == "下限" else failures[0]


def guaranteed(question: Question, overlap: Overlap) -> Fraction:
    """The least that any schedule which keeps the commitment holds in a required cell of one subject."""
    least = Fraction(question.commitment.minimum or 0) * question.rate.low
    if question.relation.splits.may_exceed_one or not overlap.contains:
        return Fraction(0)
    return least if question.distinct else least * overlap.contains * question.relation.sums.low


def possible(question: Question, overlap: Overlap) -> Fraction | None:
    """The most that any such schedule holds there; None when there is no limit."""
    maximum = question.commitment.maximum
    if maximum is None or not overlap.covered:
        return None
    most = times(Fraction(maximum), question.rate.high)
    return times(most, (exactly(len(overlap.meets)) * question.relation.sums).high)


def _loose_failures(question: Question) -> Iterator[Failure]:
    """Where a schedule that keeps the commitment may break the requirement."""
    yield from _beyond(question, question.maximum)
    low, high = question.minimum, question.maximum
    for cell, overlap in zip(question.required, question.seen(), strict=True):
        least, most = guaranteed(question, overlap), possible(question, overlap)
        if least < low:
            yield Failure("下限", (cell,), low, least, overlap)
        if high is not None and (most is None or most > high):
            yield Failure("上限", (cell,), high, most, overlap)


def _tight_failures(question: Question, end: Span) -> Iterator[Failure]:
    """Why no tight schedule with so much in each promised cell keeps the requirement."""
    yield from _beyond(question, None)
    yield from _too_little(question, end)
    yield from _too_much(question, end)


def _too_little(question: Question, end: Span) -> Iterator[Failure]:
    """Required cells that ask for more than the promised ones they meet hold."""
    need = question.minimum * (1 if question.distinct else question.relation.splits.low)
    held, seen = (end * question.relation.sums).high, question.seen()
    if run := starved(need, held, seen, single=question.distinct):
        cells = question.required[run.start : run.stop]
        supply = times(held, Fraction(_met(seen, run)))
        yield Failure("下限", cells, need * len(run), supply, seen[run[0]], end)


def _too_much(question: Question, end: Span) -> Iterator[Failure]:
    """Promised cells that must place more than the required ones they meet allow."""
    if question.maximum is None:
        return
    room = times(question.maximum, question.relation.splits.high)
    placed, back = end.low * (1 if question.distinct else question.relation.sums.low), question.seen_back()
    enclosed = [overlap if overlap.covered else None for overlap in back]
    if run := starved(placed, room, enclosed, single=question.distinct):
        cells = question.required[back[run[0]].meets.start : back[run[-1]].meets.stop]
        allowed = times(room, Fraction(_met(back, run))) or Fraction(0)
        yield Failure("上限", cells, allowed, placed * len(run), back[run[0]], end)


def _beyond(question: Question, maximum: Fraction | None) -> Iterator[Failure]:
    """About subjects of the requirement that the commitment leaves out, nothing is promised."""
    if question.relation.beyond is None:
        return
    cell, overlap = question.required[0], question.seen()[0]
    if question.minimum:
        yield Failure("下限", (cell,), question.minimum, Fraction(0), overlap, beyond=True)
    if maximum is not None:
        yield Failure("上限", (cell,), maximum, None, overlap, beyond=True)


def starved(
    need: Fraction, supply: Fraction | None, row: Sequence[Overlap | None], *, single: bool
) -> range | None:
    """The places of neighbouring cells that need more than all cells they meet supply.

    Each cell needs `need`, each cell of the other row supplies `supply` (None: any amount); None in
    `row` stands for a cell with other ways out. `single` looks at one cell at a time only.
    """
    for place, overlap in enumerate(row):
        if overlap and need > 0 and not overlap.meets:
            return range(place, place + 1)
        if overlap and supply is not None and need > supply * len(overlap.meets):
            return range(place, place + 1)
    return None if single or supply is None else _starved_run(need, supply, row)


def _starved_run(need: Fraction, supply: Fraction, row: Sequence[Overlap | None]) -> range | None:
    """The same for runs: need × cells > supply × cells met, in one pass as a difference of sums."""
    best, start = None, 0
    for place, overlap in enumerate(row):
        if overlap is None:
            best = None
            continue
        opening = supply * overlap.meets.start - need * place
        if best is None or opening >= best:
            best, start = opening, place
        if need * (place + 1) - supply * overlap.meets.stop + best > 0:
            return range(start, place + 1)
    return None


def _met(row: Sequence[Overlap], run: range) -> int:
    return row[run[-1]].meets.stop - row[run[0]].meets.start
