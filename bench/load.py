"""Many clients at once, each asking again as soon as it has its answer."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import httptools

__all__ = ["Load", "Request", "run_load"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a path with its query string, and the media type to accept."""

    path: str
    accept: str


@dataclass(slots=True)
class Load:
    """What came of it.

    Attributes:
        seconds: How long it went on.
        times: Seconds that each answer took.
        failures: Answers with a status other than 200, and broken connections.
        received: Bytes of all bodies.
    """

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    failures: int = 0
    received: int = 0

    @property
    def throughput(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    def percentile(self, share: float) -> float:
        """The time, in milliseconds, within which ``share`` of the answers came."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class _Answer:
    """Collects one response; the callbacks are those of httptools."""

    def __init__(self) -> None:
        self.done = False
        self.length = 0

    def on_body(self, body: bytes) -> None:
        self.length += len(body)

    def on_message_complete(self) -> None:
        self.done = True


def run_load(port: int, requests: Sequence[Request], *, clients: int, seconds: float) -> Load:
    """Asks a server on this machine.

    Args:
        port: Where it listens.
        requests: What is asked, in turn; each client begins at another place.
        clients: How many there are.
        seconds: How long.
    """
    return asyncio.run(_run(port, requests, clients, seconds))


async def _run(port: int, requests: Sequence[Request], clients: int, seconds: float) -> Load:
    load = Load()
    start = time.perf_counter()
    end = start + seconds
    await asyncio.gather(
        *(_client(port, [*requests[place % len(requests) :], *requests[: place % len(requests)]], end, load)
          for place in range(clients))
    )  # fmt: skip
    load.seconds = time.perf_counter() - start
    return load


async def _client(port: int, requests: Sequence[Request], end: float, load: Load) -> None:
    connection: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    for request in itertools.cycle(requests):
        if time.perf_counter() >= end:
            break
        before = time.perf_counter()
        try:
            connection = connection or await asyncio.open_connection("127.0.0.1", port)
            status, length, keeps = await _ask(*connection, request)
        except (ConnectionError, httptools.HttpParserError):
            load.failures += 1
            connection = None
            continue
        load.times.append(time.perf_counter() - before)
        load.failures += status != 200
        load.received += length
        if not keeps:
            connection[1].close()
            connection = None
    if connection:
        connection[1].close()


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: Request) -> tuple[int, int, bool]:
    writer.write(f"GET {request.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {request.accept}\r\n\r\n".encode())
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    while not answer.done:
        data = await reader.read(1 << 16)
        if not data:
            raise ConnectionResetError
        parser.feed_data(data)
    return parser.get_status_code(), answer.length, parser.should_keep_alive()
