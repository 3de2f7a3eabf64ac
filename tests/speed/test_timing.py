"""What is timed has succeeded, and memory is that of all processes together."""

import os
import sys

import pytest
from benchmarks.memory import PROC
from benchmarks.timing import BrokenRunError, Timed, functions, processes

ENVIRONMENT = dict(os.environ)
MIB = 40
HOLD = f"import time; kept = b'x' * {MIB * 1024 * 1024}; time.sleep(0.5)"
BOTH = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {HOLD!r}]); {HOLD}; child.wait()"


def test_what_fails_is_not_timed() -> None:
    with pytest.raises(BrokenRunError, match=r"exit 3: no such plan"):
        processes(
            [sys.executable, "-c", "import sys; print('no such plan', file=sys.stderr); sys.exit(3)"],
            environment=ENVIRONMENT,
            runs=1,
        )


@pytest.mark.skipif(not PROC.is_dir(), reason="needs /proc")
@pytest.mark.parametrize("warm", [True, False])
def test_memory_is_that_of_the_whole_tree(warm: bool) -> None:
    one, both = processes(
        [sys.executable, "-c", HOLD],
        [sys.executable, "-c", BOTH],
        environment=ENVIRONMENT,
        runs=1,
        warm=warm,
    )
    assert one.memory > MIB
    assert both.memory > one.memory + MIB * 0.9


def test_ratios_are_of_pairs() -> None:
    drifting = Timed((1.0, 2.0, 4.0)), Timed((2.0, 4.0, 8.0))
    assert drifting[0].ratio(drifting[1]) == 0.5
    assert drifting[1].median == 4.0


def test_the_first_round_does_not_count() -> None:
    calls: list[int] = []
    (timed,) = functions(lambda: calls.append(1), runs=3)
    assert (len(calls), len(timed.seconds)) == (4, 3)
