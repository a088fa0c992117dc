"""Spreads work over a Dask cluster, in place of processes of this machine.

The workers need this software with the same rules and tables and nothing else: no file of this machine, no shared disk.
What a worker did not finish when it was lost is done by another.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import urlsplit

from kg.errors import MissingExtra, UsageError, WorkerFailed
from kg.pipeline.carried import carried
from kg.pipeline.digest import inputs_digest
from kg.pipeline.workers import Workers
from kg.vocab import BASE

try:
    from distributed import CancelledError, Client, KilledWorker
    from distributed import TimeoutError as TooLate
except ImportError as error:
    raise MissingExtra(
        "Using a cluster needs the package distributed, which is not installed.", "pip install 'wco-kg[cluster]'"
    ) from error

__all__ = ["Cluster"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 16
_CONNECT = 15
"""Seconds in which a scheduler must answer."""
_PATIENCE = 60
"""Seconds without any worker after which the work is given up."""
_ALONE = threading.Lock()
"""Held while a worker works: what is called keeps tables and caches that threads must not fill at once."""


class Cluster(Workers):
    """The workers of a Dask cluster.

    Args:
        address: Of its scheduler, such as ``tcp://scheduler:8786``.

    Raises:
        UsageError: There is no scheduler at that address.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            _knock(address)  # a client that is given up too late complains when it is forgotten
            self._client: Any = Client(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, TooLate, ValueError) as error:
            raise UsageError(
                f"There is no Dask scheduler at {address}.",
                "Start one with `dask scheduler`; it tells its address, such as tcp://10.0.0.1:8786.",
            ) from error
        super().__init__(max(1, self._threads()))

    def close(self) -> None:
        """Lets go of the cluster, which goes on running; work that has not begun is dropped."""
        self._client.close()

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, chunk: int = _CHUNK
    ) -> Iterator[Result]:
        """See :meth:`kg.pipeline.workers.Workers.map`.

        Raises:
            WorkerFailed: All workers are gone, they have other rules or tables, or one item ended several of them.
        """
        source = iter(items)
        expected = _inputs()
        waiting: deque[Any] = deque()
        try:
            while True:
                most = 2 * max(1, self._threads()) + 1
                while len(waiting) < most and (part := [carried(each) for each in islice(source, chunk)]):
                    waiting.append(self._client.submit(_each, expected, function, part, pure=False))
                if not waiting:
                    return
                yield from self._result(waiting.popleft())
        finally:
            if waiting and self._client.status == "running":
                self._client.cancel(list(waiting))

    def _result(self, future: Any) -> list[Any]:
        idle = 0
        while True:
            try:
                found: list[Any] = future.result(timeout=_PATIENCE / 4)
            except TooLate:
                idle = 0 if self._threads() else idle + 1
                if idle >= 4:
                    raise WorkerFailed(
                        f"The cluster {self.address} has no workers left.",
                        "Start some with `dask worker`, then run the command again.",
                    ) from None
            except (KilledWorker, CancelledError) as failure:
                raise WorkerFailed(
                    f"The cluster {self.address} gave up a part of the work, several workers having ended over it.",
                    "Memory may have run out there; see what the workers say.",
                ) from failure
            else:
                return found

    def _threads(self) -> int:
        return sum(self._client.nthreads().values())


def _knock(address: str) -> None:
    """Sees whether anybody is there.

    Raises:
        ValueError: It is no address.
        OSError: Nobody is there.
    """
    place = urlsplit(address)
    if place.scheme not in {"tcp", "tls"} or not place.hostname or place.port is None:
        raise ValueError(address)
    socket.create_connection((place.hostname, place.port), timeout=_CONNECT).close()


@cache
def _inputs() -> str:
    return inputs_digest(BASE)


def _each(expected: str, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """On a worker."""
    with _ALONE:
        if _inputs() != expected:
            raise WorkerFailed(
                "A worker of the cluster has another version of this software, its rules or its tables.",
                "Install the same on all machines.",
            )
        return [function(item) for item in items]
