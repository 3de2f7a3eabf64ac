"""Work in several processes: the same results, in the same order."""

import os
import select
import signal
import sys
from dataclasses import dataclass

import pytest

from gongjian.repository.workers import in_order


def double(number: int) -> int:
    return 2 * number


def process(number: int) -> int:
    return os.getpid()


def fail(number: int) -> int:
    if number == 3:
        raise ValueError("3")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_results_stand_in_order(count: int, jobs: int) -> None:
    assert list(in_order(double, range(count), jobs=jobs)) == [2 * number for number in range(count)]


def test_little_work_stays_in_this_process() -> None:
    assert set(in_order(process, range(9), enough=10)) == {os.getpid()}


def test_asked_for_several_processes_do_it() -> None:
    assert os.getpid() not in set(in_order(process, range(4), jobs=2, enough=100))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_out(jobs: int) -> None:
    with pytest.raises(ValueError, match=r"^3$"):
        list(in_order(fail, range(5), jobs=jobs))


@dataclass(frozen=True)
class Heavy:
    """Work that can be sent to another process so often at most."""

    sent: list[int]

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[type, tuple[list[int]]]:
        self.sent.append(1)
        return Heavy, ([],)


def test_the_work_is_not_sent_with_every_portion() -> None:
    work = Heavy([])
    assert list(in_order(work, range(1000), jobs=2)) == list(range(1000))
    assert len(work.sent) <= 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked")
def test_workers_end_with_a_program_that_is_killed() -> None:
    ended, alive = os.pipe()
    begun, begin = os.pipe()

    def work(number: int) -> None:
        os.write(begin, b"x")
        signal.pause()

    child = os.fork()
    if child == 0:
        try:
            os.close(ended)
            list(in_order(work, range(2), jobs=2))
        finally:
            os._exit(1)
    os.close(alive)
    assert os.read(begun, 1) == b"x"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert select.select([ended], [], [], 30)[0]
    for each in (ended, begun, begin):
        os.close(each)
