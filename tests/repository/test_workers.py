"""Work in several processes: the same results, in the same order."""

import os

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
