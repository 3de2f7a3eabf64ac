"""Whole repositories: one process and two, from nothing and with what an earlier run kept, many plans against few."""

from pathlib import Path

from benchmarks.plans import write_repository
from benchmarks.setting import Setting
from benchmarks.table import Rows, mebibytes, ratio, seconds

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

_UNCHANGED = {1_000: "≤ 2", 10_000: "≤ 2"}
"""Budgets of a run with nothing changed: below a thousand it is but the start of the program."""

_RUNS = 3


def repository(setting: Setting, size: int) -> Rows:
    """Measure a repository of so many plans, all rules and two packs in force."""
    place = write_repository(setting.folder / "repository", size)
    runs = max(setting.runs_of(size), 1 if setting.quick else _RUNS)
    yield from _processes(setting, place, size, runs)
    yield from _unchanged(setting, place, size, runs)
    if size > 1_000:
        yield from _against_few(setting, place, size)


def _processes(setting: Setting, place: Path, size: int, runs: int) -> Rows:
    plain = setting.gongjian("validate", place, "--quiet", "--no-cache")
    two, one = setting.time([*plain, "--jobs", "2"], [*plain, "--jobs", "1"], runs=runs)
    yield (
        f"`validate`, {size:,} plan{'s' * (size > 1)}, two processes ({seconds(two.median)}, {mebibytes(two)})",
        f"one process ({seconds(one.median)}, {mebibytes(one)}, {seconds(one.median / size)} a plan)",
        ratio(two.ratio(one)),
        _TWO.get(size, ""),
    )


def _unchanged(setting: Setting, place: Path, size: int, runs: int) -> Rows:
    kept = setting.gongjian("validate", place, "--quiet")
    warm, floor = setting.time(
        kept, setting.python(HASHING, place), runs=runs
    )  # the first round fills the cache
    yield (
        f"the same with nothing changed ({seconds(warm.median)})",
        "a process that walks, reads and hashes the files",
        ratio(warm.ratio(floor)),
        _UNCHANGED.get(size, ""),
    )


def _against_few(setting: Setting, place: Path, size: int) -> Rows:
    few = size // 10
    small = write_repository(setting.folder / "few", few)
    many, less = setting.time(
        *(
            setting.gongjian("validate", each, "--quiet", "--no-cache", "--jobs", "1")
            for each in (place, small)
        ),
        runs=_RUNS,
    )
    yield (
        f"time a plan, of {size:,} plans ({mebibytes(many)})",
        f"of {few:,} plans ({mebibytes(less)})",
        ratio(many.ratio(less) / 10),
        "≤ 1.1",
    )
