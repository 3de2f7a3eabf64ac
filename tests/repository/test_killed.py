"""Killed at any moment, a command leaves the old file or the new one, and never a part."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from gongjian.cli.program import run
from gongjian.repository import validating
from gongjian.repository.discovery import Target, find_targets
from gongjian.repository.fixing import fix_files
from gongjian.repository.formatting import format_bytes, format_file
from gongjian.repository.order import Order
from gongjian.repository.printing import print_plans
from gongjian.repository.writing import is_temporary, write_atomically
from killing import WRITING, Killer, needs_fork

PLANS = Path(__file__).parents[2] / "plans"
PLAN = (PLANS / "zhongxin.yaml").read_bytes()
KILLS = 100  # of each kind: 400 together
INSIDE = 20
"""So many of them at least must have hit a write; 40 to 45 do."""

pytestmark = needs_fork


@dataclass
class Survivors:
    """Files of which each must hold one of its contents, whole.

    Attributes:
        folder: where they are; nothing else may be there but hidden temporary files.
        contents: what each may hold.
        seen: what each has held.
    """

    folder: Path
    contents: Mapping[Path, set[bytes]]
    seen: set[tuple[Path, bytes]] = field(default_factory=set)

    def look(self) -> None:
        """Make sure that nothing is torn or left over where somebody would take it for something."""
        there = {path for path in self.folder.rglob("*") if path.is_file() and not is_temporary(path.name)}
        assert there <= set(self.contents)
        for path in there:
            content = path.read_bytes()
            assert content in self.contents[path]
            self.seen.add((path, content))

    def left_over(self) -> list[Path]:
        """Give the temporary files that were never finished."""
        return [path for path in self.folder.rglob("*") if is_temporary(path.name)]

    def saw_all(self) -> bool:
        return len(self.seen) == sum(map(len, self.contents.values()))


def survive(work: Callable[[], object], survivors: Survivors) -> None:
    """Kill the work at random moments; a machine that is busy with other things gets more and longer tries."""
    start = time.perf_counter()
    work()
    killer = Killer(time.perf_counter() - start)
    for attempt in range(KILLS * 5):
        if attempt >= KILLS and survivors.saw_all() and killer.tally[WRITING] >= INSIDE:
            break
        killer.kill(work, inside=bool(attempt % 2))
        survivors.look()
    assert survivors.saw_all()
    assert killer.tally[WRITING] >= INSIDE
    assert survivors.left_over()


def test_killed_while_formatting(tmp_path: Path) -> None:
    path = tmp_path / "方案.yaml"
    path.write_bytes(PLAN)
    target = Target(path, path.name, given=True)
    survivors = Survivors(tmp_path, {path: {PLAN, format_bytes(PLAN, path.name, "zh").after}})

    def work() -> None:
        for language in ("zh", "en"):
            format_file(target, language, write=True)

    survive(work, survivors)
    assert [target.path for target in find_targets([tmp_path], tmp_path)] == [path]
    work()
    assert path.read_bytes() == PLAN


def test_killed_while_fixing(tmp_path: Path) -> None:
    path = tmp_path / "方案.yaml"
    good = (Path(__file__).parents[1] / "cases/good/base.yaml").read_bytes()
    bad = good.replace(b"measures:", b"mesures:")
    path.write_bytes(bad)
    target = Target(path, path.name, given=True)

    def work() -> None:
        list(fix_files([target], write=True))
        write_atomically(path, bad)

    survive(work, Survivors(tmp_path, {path: {good, bad}}))
    assert [target.path for target in find_targets([tmp_path], tmp_path)] == [path]
    list(fix_files([target], write=True))
    assert path.read_bytes() == good


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 0)
    write_atomically(tmp_path / "gongjian.yaml", b"gongjian: repository/v1\n")
    for name in ("zhongxin", "yongli"):
        write_atomically(tmp_path / f"plans/{name}.yaml", (PLANS / f"{name}.yaml").read_bytes())
    for path in tmp_path.rglob("*.yaml"):
        os.utime(path, (0, 0))  # what has just been changed is not kept
    return tmp_path


def test_killed_while_the_cache_is_written(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = county / ".gongjian"
    kept: dict[Path, set[bytes]] = {}

    def work() -> None:
        for more in (("2023-01-05",), ("2023-01-05", "--policy", "songyang"), ("2023-01-06",)):
            run(["validate", "--format", "json=/dev/null", "--as-of", *more])
            for path in folder.iterdir():
                kept.setdefault(path, set()).add(path.read_bytes())

    work()
    assert {path.name: len(each) for path, each in kept.items()} == {
        ".gitignore": 1,
        "cache.json": 2,
        "last-run.json": 2,
    }
    survive(work, Survivors(folder, dict(kept)))
    capsys.readouterr()
    assert report(capsys) == report(capsys, "--no-cache")


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run(["validate", "--as-of", "2023-01-05", *arguments])
    return code, capsys.readouterr().out


@dataclass
class Printing:
    """Two plans in two versions, printed into one folder in turn."""

    folder: Path
    order: Order
    versions: list[list[Target]]

    @classmethod
    def within(cls, folder: Path) -> "Printing":
        for version in ("旧", "新"):
            for name in ("zhongxin", "yongli"):
                text = (
                    (PLANS / f"{name}.yaml").read_bytes().replace(b"title: ", f"title: {version}".encode(), 1)
                )
                write_atomically(folder / version / f"{name}.yaml", text)
        order = Order(("docx", "html", "md"), output=folder / "out")
        return cls(folder, order, [find_targets([folder / version], folder) for version in ("旧", "新")])

    def survivors(self) -> Survivors:
        """Give what every document may hold: what either version prints."""
        documents: dict[Path, set[bytes]] = {}
        for version in self.versions:
            for each in print_plans(version, self.order):
                for path in each.written:
                    documents.setdefault(path, set()).add(path.read_bytes())
        assert [len(each) for each in documents.values()] == [2] * 6
        return Survivors(self.order.output, documents)

    def plans(self) -> dict[Path, bytes]:
        return {target.path: target.path.read_bytes() for version in self.versions for target in version}

    def print_all(self, jobs: int = 1) -> None:
        for version in self.versions:
            assert all(each.fine for each in print_plans(version, self.order, jobs=jobs))


def test_killed_while_printing(tmp_path: Path) -> None:
    printing = Printing.within(tmp_path)
    survivors, plans = printing.survivors(), printing.plans()
    survive(printing.print_all, survivors)
    assert printing.plans() == plans
    printing.print_all()
    old, new = printing.versions
    assert all(each.fine for each in print_plans(new, printing.order, check=True))
    assert not any(each.fine for each in print_plans(old, printing.order, check=True))


def test_killed_while_printing_in_several_processes(tmp_path: Path) -> None:
    printing = Printing.within(tmp_path)
    survivors, plans = printing.survivors(), printing.plans()
    killer = Killer(0.4)
    for _ in range(12):
        killer.kill(partial(printing.print_all, jobs=2), inside=False)
        survivors.look()
    assert printing.plans() == plans
    printing.print_all(jobs=2)
    assert all(each.fine for each in print_plans(printing.versions[1], printing.order, check=True))
