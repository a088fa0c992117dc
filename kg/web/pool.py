"""The readers of a server: as many as are needed, at most as many as are allowed; each can be ended at any time."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from kg.errors import KgError
from kg.store import store_version
from kg.web.memory import Memory
from kg.web.process import NotReady, ReaderProcess
from kg.web.reply import Reply, problem
from kg.web.settings import Settings

__all__ = ["Pool"]

_log = logging.getLogger(__name__)
_SECONDS_BETWEEN_LOOKS = 1.0


class Pool:
    """Has jobs done by readers.

    Queries that anybody writes take all readers but one at most, so that pages are answered whatever is asked. When
    another store takes the place of the one that is read, readers of the old one end after their job.

    Args:
        settings: See :class:`~kg.web.settings.Settings`.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._all = asyncio.Semaphore(settings.readers)
        self._written = asyncio.Semaphore(max(settings.readers - 1, 1))
        self._idle: list[ReaderProcess] = []
        self._busy: set[ReaderProcess] = set()
        self._memory = Memory(settings.cache)
        self._version = store_version(settings.store)
        self._looked = time.monotonic()

    async def warm(self) -> None:
        """Starts the first reader, so that the first client need not wait for it."""
        self._idle.append(await ReaderProcess.start(self._settings, self._version))

    async def close(self) -> None:
        """Ends all readers, whatever they do."""
        await self._dismiss()
        for reader in list(self._busy):
            await reader.stop()

    async def _dismiss(self) -> None:
        while self._idle:
            await self._idle.pop().stop()

    async def version(self) -> str:
        """What the store is (:func:`kg.store.store_version`)."""
        await self._look()
        return self._version

    async def do(self, job: str, /, *, written: bool = False, limit: float | None = None, **arguments: Any) -> Reply:
        """Has a job done, or remembers what it gave.

        Args:
            job: One of :data:`kg.web.jobs.JOBS`.
            written: Whether a client wrote what is computed.
            limit: Seconds that it may take; by default what the settings say.
            arguments: Of the job; what JSON can hold.
        """
        await self._look()
        request = json.dumps((job, arguments))
        known = self._memory.get(request)
        if known is not None:
            return known
        version = self._version
        reply = await self._have_done(request.encode(), written=written, limit=limit or self._settings.max_seconds)
        if reply.status < 500 and version == self._version:
            self._memory.put(request, reply)
        return reply

    async def _have_done(self, request: bytes, *, written: bool, limit: float) -> Reply:
        try:
            async with asyncio.timeout(self._settings.max_seconds):
                await self._take(written=written)
        except TimeoutError:
            return _busy()
        try:
            async with self._reader() as reader, asyncio.timeout(limit):
                return await reader.do(request)
        except TimeoutError:
            return _too_long(limit)
        except EOFError:
            return _too_much(self._settings.max_memory)
        except NotReady as error:
            return error.reply
        finally:
            self._give_back(written=written)

    async def _take(self, *, written: bool) -> None:
        if written:
            await self._written.acquire()
        try:
            await self._all.acquire()
        except asyncio.CancelledError:
            if written:
                self._written.release()
            raise

    def _give_back(self, *, written: bool) -> None:
        self._all.release()
        if written:
            self._written.release()

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[ReaderProcess]:
        """A reader for one job. One that is interrupted, that ended, or whose store has been replaced is done with."""
        reader = self._idle.pop() if self._idle else await ReaderProcess.start(self._settings, self._version)
        self._busy.add(reader)
        done = False
        try:
            yield reader
            done = True
        finally:
            if not done or reader.version != self._version:
                await asyncio.shield(reader.stop())
            else:
                self._idle.append(reader)
            self._busy.discard(reader)

    async def _look(self) -> None:
        """Looks now and then whether another store has taken the place of the one that is read."""
        now = time.monotonic()
        if now - self._looked < _SECONDS_BETWEEN_LOOKS:
            return
        self._looked = now
        try:
            version = store_version(self._settings.store)
        except KgError as error:  # it is being replaced or has been removed: what is open stays readable
            _log.warning("%s", error.message)
            return
        if version != self._version:
            self._version = version
            self._memory.clear()
            await self._dismiss()


def _busy() -> Reply:
    words = KgError("All readers are busy.", "Try again in a moment; --readers allows more of them.")
    return Reply(problem(words).body, status=503, headers={"Retry-After": "5"})


def _too_long(limit: float) -> Reply:
    words = KgError(
        f"The query took longer than {limit:g} seconds, which --max-seconds allows, and was ended.",
        "Narrow it down, or use MINUS in place of FILTER NOT EXISTS and a path in place of a union.",
    )
    return Reply(problem(words).body, status=503)


def _too_much(megabytes: int) -> Reply:
    words = KgError(
        f"The query took more memory than the {megabytes:,} MB that --max-memory allows, and was ended.",
        "Narrow it down: fewer patterns without a common variable, fewer rows to sort.",
    )
    return Reply(problem(words).body, status=503)
