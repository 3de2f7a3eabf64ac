"""Killed at any moment, an edit leaves the old file or the new one, and never a part."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from gongjian.repository.discovery import Target, find_targets
from gongjian.repository.fixing import fix_files
from gongjian.repository.formatting import format_bytes, format_file
from gongjian.repository.writing import write_atomically

PLAN = (Path(__file__).parents[2] / "plans/zhongxin.yaml").read_bytes()
KILLS = 100  # of each kind: 200 together

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")


def kill(work: Callable[[], None], after: float) -> None:
    """Do something again and again in another process, and kill it after a while."""
    child = os.fork()
    if child == 0:
        try:
            while True:
                work()
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)  # it was still at work


def survives(path: Path, states: dict[bytes, int], work: Callable[[], None], span: float) -> None:
    """Kill the work at random moments; the file must be in one of the states every time, and in all at some time.

    A machine that is busy with other things gets more and longer tries to have been in all.
    """
    chance = Random(5)
    for attempt in range(KILLS * 5):
        if attempt >= KILLS and all(states.values()):
            break
        kill(work, chance.random() * span * max(1, 2 * attempt / KILLS))
        states[path.read_bytes()] += 1  # KeyError: a part of a file
        assert [target.path for target in find_targets([path.parent], path.parent)] == [path]
    assert all(states.values())


def test_killed_while_formatting(tmp_path: Path) -> None:
    path = tmp_path / "方案.yaml"
    path.write_bytes(PLAN)
    target = Target(path, path.name, given=True)
    chinese = format_bytes(PLAN, path.name, "zh").after

    def work() -> None:
        for language in ("zh", "en"):
            format_file(target, language, write=True)

    survives(path, {PLAN: 0, chinese: 0}, work, 0.05)


def test_killed_while_fixing(tmp_path: Path) -> None:
    path = tmp_path / "方案.yaml"
    bad = PLAN.replace(b"leadership:", b"ledership:")
    path.write_bytes(bad)
    target = Target(path, path.name, given=True)

    def work() -> None:
        list(fix_files([target], write=True))
        write_atomically(path, bad)

    survives(path, {PLAN: 0, bad: 0}, work, 0.05)
