"""Several processes give what one gives, in the same order, and end whatever happens."""

import os
import signal
from collections.abc import Iterator
from operator import neg

import pytest

from kg.errors import UnreadableReport, WorkerFailed
from kg.pipeline.workers import Workers, available_cores, workers_for


@pytest.fixture(scope="module")
def two() -> Iterator[Workers]:
    with Workers(2) as workers:
        yield workers


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_results_come_in_order(two: Workers, chunk: int) -> None:
    assert list(two.map(neg, range(50), chunk=chunk)) == [-each for each in range(50)]


def test_items_are_taken_as_they_are_needed(two: Workers) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for each in range(1000):
            taken.append(each)
            yield each

    results = two.map(neg, items(), chunk=1)
    assert next(results) == 0
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]


def test_few_reports_are_worth_no_other_process() -> None:
    assert [workers_for(reports, 4) for reports in (0, 200, 201)] == [1, 1, 4]


def test_one_job_works_in_this_process() -> None:
    with Workers(1) as workers:
        assert set(workers.map(_process, range(3))) == {os.getpid()}


def test_two_jobs_work_in_others(two: Workers) -> None:
    assert os.getpid() not in set(two.map(_process, range(3)))


def _process(_: int) -> int:
    return os.getpid()


def test_an_error_of_the_function_comes_through(two: Workers) -> None:
    with pytest.raises(TypeError):
        list(two.map(neg, ["a"]))
    assert list(two.map(neg, [1])) == [-1]


def test_errors_of_this_package_can_be_handed_over() -> None:
    import pickle

    again = pickle.loads(pickle.dumps(UnreadableReport("No report.", "Look again.")))  # noqa: S301 (our own)
    assert (again.message, again.hint) == ("No report.", "Look again.")


def test_a_worker_that_is_killed_is_told_in_words() -> None:
    with Workers(2) as workers, pytest.raises(WorkerFailed, match="ended before its work was done"):
        list(workers.map(signal.raise_signal, [signal.SIGKILL]))


def test_workers_leave_ctrl_c_to_the_process_that_waits(two: Workers) -> None:
    assert list(two.map(signal.getsignal, [signal.SIGINT])) == [signal.SIG_IGN]


def test_no_worker_is_left_over() -> None:
    with Workers(2) as workers:
        (pid,) = workers.map(_process, [0])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_there_is_a_core() -> None:
    assert available_cores() >= 1
