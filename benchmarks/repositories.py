"""Whole repositories: one process and two, from nothing and with what an earlier run kept, beside a peer."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from benchmarks.plans import write_repository
from benchmarks.timing import processes

Row = tuple[str, str, str, str]

HASHING = """
import sys
from hashlib import blake2b
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    blake2b(path.read_bytes()).digest()
"""
"""What a run in which nothing has changed cannot do without."""

_TWO = {100: "≤ 1.0", 1_000: "≤ 0.70", 10_000: "≤ 0.65"}
"""Budgets of two processes against one."""


def repositories(folder: Path, counts: tuple[int, ...], program: str, yamale: str | None) -> Iterator[Row]:
    """Measure repositories of so many plans."""
    for count in counts:
        place = folder / str(count)
        place.mkdir()
        write_repository(place, count)
        (place / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
        yield from _repository(place, count, program)
        if yamale and count == 1_000:
            yield from _beside_yamale(place, program, yamale)
        rmtree(place)


def _repository(place: Path, count: int, program: str) -> Iterator[Row]:
    plain = [program, "validate", str(place), "--quiet", "--no-cache"]
    runs = 3 if count >= 1_000 else 7
    two, one = processes([*plain, "--jobs", "2"], [*plain, "--jobs", "1"], runs=runs)
    yield (
        f"`validate`, {count:,} plans, two processes ({two.memory:.0f} MiB each)",
        f"one process ({one.memory:.0f} MiB, {one.median:.2f} s, {one.median / count * 1e6:,.0f} µs a plan)",
        f"{two.ratio(one):.2f}",
        _TWO.get(count, ""),
    )
    kept = [program, "validate", str(place), "--quiet"]
    processes(kept, runs=1)
    warm, floor = processes(kept, [sys.executable, "-c", HASHING, str(place)], runs=runs)
    yield (
        f"the same with nothing changed ({warm.median:.2f} s)",
        "a process that walks, reads and hashes the files",
        f"{warm.ratio(floor):.2f}",
        "≤ 2",
    )


def _beside_yamale(place: Path, program: str, yamale: str) -> Iterator[Row]:
    schema = place.parent / "schema.yml"
    schema.write_text("map()\n", encoding="utf-8")
    mine, peer = processes(
        [program, "validate", str(place), "--quiet", "--no-cache"],
        [yamale, "-s", str(schema), str(place)],
        runs=3,
    )
    yield (
        "`validate`, 1,000 plans",
        "`yamale`, a schema that asks for nothing",
        f"{mine.ratio(peer):.2f}",
        "≤ 0.25",
    )
