"""Spreads work over several processes, and gives out the results in order, whatever the number of processes.

Workers are fresh processes (never copies of this one, which may hold an open database), ignore Ctrl-C, which is for the
process that waits for them, and end when it ends, however it does.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self, TypeVar

from kg.errors import WorkerFailed

__all__ = ["Workers", "available_cores", "workers_for"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 16
"""Items handed to a worker at a time: many enough that handing over costs little, few enough to share out evenly."""

_FEW = 200
"""Reports that are read sooner than other processes start."""

_PRELOADED = ["kg.pipeline.preloaded"]


def available_cores() -> int:
    """The number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def workers_for(reports: int, jobs: int) -> int:
    """How many of ``jobs`` processes are worth starting to read so many reports."""
    return jobs if reports > _FEW else 1


class Workers:
    """A number of processes, started when they are first needed.

    Args:
        jobs: How many; with 1 all work is done in this process.
    """

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def several(self) -> bool:
        """Whether others do the work, while this process has time for something else."""
        return self.jobs > 1

    def close(self) -> None:
        """Ends the processes; work that has not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, chunk: int = _CHUNK
    ) -> Iterator[Result]:
        """The result of ``function`` for each item, in their order.

        Items are taken as they are needed, a few chunks ahead, so that neither they nor the results fill the memory.

        Args:
            function: A function of a module; it, the items and the results are copied between processes.
            items: What to work on.
            chunk: How many are handed over at a time.

        Raises:
            WorkerFailed: A process ended before its work was done.
        """
        if self.jobs <= 1:
            yield from map(function, items)
            return
        source = iter(items)
        waiting: deque[Future[list[Result]]] = deque()
        try:
            while True:
                while len(waiting) < 2 * self.jobs + 1 and (part := list(islice(source, chunk))):
                    waiting.append(self._started().submit(_each, function, part))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as failure:
            raise WorkerFailed(
                "A worker process ended before its work was done.",
                "It may have been killed, or memory may have run out; try fewer with --jobs.",
            ) from failure
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=_context(), initializer=_begin)
        return self._pool


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _begin() -> None:
    """In a worker, before anything else."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
