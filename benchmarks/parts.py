"""The parts of the benchmark, in the order of the report."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.beside_peers import COLUMNS, beside_peers
from benchmarks.checking import in_process
from benchmarks.county import plans_together
from benchmarks.documents import documents, pdf
from benchmarks.repositories import repository
from benchmarks.setting import Setting
from benchmarks.start_up import one_plan, start_up
from benchmarks.table import RATIOS, Row, Rows

SIZES = (1, 100, 1_000, 10_000)
QUICK_SIZES = (1, 20)


@dataclass(frozen=True, slots=True)
class Part:
    """A part: what it measures, and the heads of its table. Parts of one title share a table."""

    title: str
    measure: Callable[[Setting], Rows]
    columns: Row = RATIOS


def parts(sizes: tuple[int, ...]) -> dict[str, Part]:
    """Give the parts by name, some once for every size of a repository."""
    return {
        "start-up": Part("Start-up", start_up),
        "one-plan": Part("Start-up", one_plan),
        **{
            f"peers-{size}": Part("Beside peers", partial(beside_peers, size=size), COLUMNS) for size in sizes
        },
        **{
            f"repositories-{size}": Part("Whole repositories", partial(repository, size=size))
            for size in sizes
        },
        "in-process": Part("In process", in_process),
        "county": Part("In process", plans_together),
        "documents": Part("Documents", documents),
        "pdf": Part("Documents", pdf),
    }


def chosen(names: list[str], every: dict[str, Part]) -> dict[str, Part]:
    """Give the parts of these names; `peers` stands for all of `peers-…`.

    Raises:
        KeyError: there is none of a name.
    """
    if not names:
        return every
    for name in names:
        if not any(_is(part, name) for part in every):
            raise KeyError(name)
    return {part: each for part, each in every.items() if any(_is(part, name) for name in names)}


def _is(part: str, name: str) -> bool:
    return part == name or part.startswith(f"{name}-")
