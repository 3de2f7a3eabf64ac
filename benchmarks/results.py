"""What was measured, kept by parts beside the benchmark, and the page of all of them."""

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.parts import Part
from benchmarks.table import Row

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).parents[1] / "docs/performance.md"

_HEAD = """# Speed

Written by `python -m benchmarks`: every row is measured in one run, the two things in turn (A B A B); ratios are medians of
the pairs, memory is the most that all processes of a run had together. gongjian is installed from a wheel. Plans have about
210 lines, 18 commitments and 20 activities; repositories have two policy packs in force, and nothing is kept of earlier runs
but where it says “nothing changed”. Every peer was first seen to refuse a broken plan. Absolute times are of that machine and
that hour.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """The rows of a part, and when and on what they were measured."""

    on: str
    rows: list[list[str]]


def machine() -> str:
    """Say when and on what this runs."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{date.today()}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def read() -> dict[str, Measured]:
    """Read what was measured so far."""
    if not RESULTS.exists():
        return {}
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    return {name: Measured(**part) for name, part in kept.items()}


def keep(name: str, rows: list[Row], every: dict[str, Part]) -> None:
    """Keep the rows of a part in place of earlier ones, and write the page again."""
    measured = read() | {name: Measured(machine(), [list(row) for row in rows])}
    measured = {part: measured[part] for part in every if part in measured}
    kept = {part: asdict(each) for part, each in measured.items()}
    RESULTS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(measured, every), encoding="utf-8")


def page(measured: dict[str, Measured], every: dict[str, Part]) -> str:
    """Write the page: a table for the parts of one title."""
    lines = [_HEAD]
    for title in dict.fromkeys(part.title for part in every.values()):
        names = [name for name, part in every.items() if part.title == title and name in measured]
        if not names:
            continue
        rows = [row for name in names for row in measured[name].rows]
        lines += [f"## {title}\n", *table([every[names[0]].columns, *rows]), ""]
        lines += [f"{'; '.join(dict.fromkeys(measured[name].on for name in names))}\n"]
    return "\n".join(lines)


def table(rows: "list[Row | list[str]]") -> list[str]:
    """Write rows, the first of which are heads."""
    head, *others = rows
    return [line(head), f"|{'---|' * len(head)}", *map(line, others)]


def line(row: "Row | list[str]") -> str:
    """Write a row."""
    return f"| {' | '.join(row)} |"
