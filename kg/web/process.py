"""One reader as the server sees it."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from typing import Any

from kg.web.reply import LENGTHS, Reply
from kg.web.settings import Settings

__all__ = ["NotReady", "ReaderProcess"]

_BUFFER = 1 << 20


class NotReady(Exception):
    """A reader cannot read the store.

    Args:
        reply: Why.
    """

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.body.decode())
        self.reply = reply


class ReaderProcess:
    """A process that does one job at a time (:mod:`kg.web.reader`). Made by :meth:`start`."""

    def __init__(self, process: asyncio.subprocess.Process, version: str) -> None:
        assert process.stdin is not None  # noqa: S101 - it was started with pipes
        assert process.stdout is not None  # noqa: S101 - the same
        self._process = process
        self._asked = process.stdin
        self._answered = process.stdout
        self.version = version

    @classmethod
    async def start(cls, settings: Settings, version: str) -> ReaderProcess:
        """Starts one and waits until it is ready.

        Args:
            settings: Where the store is and how much memory the reader may use.
            version: What the store is at this moment (:func:`kg.store.store_version`).

        Raises:
            NotReady: It cannot read the store.
            EOFError: It ended before it was ready.
        """
        command = (sys.executable, "-m", "kg.web.reader", str(settings.store), str(settings.max_memory))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=_BUFFER)
        reader = cls(process, version)
        ready = await reader._receive()
        if ready.status != 200:
            await reader.stop()
            raise NotReady(ready)
        return reader

    async def do(self, request: bytes) -> Reply:
        """Has a job done.

        Args:
            request: Name and arguments of the job as JSON.

        Raises:
            EOFError: The process ended before it answered.
        """
        try:
            self._asked.write(LENGTHS.pack(len(request), 0) + request)
            await self._asked.drain()
        except ConnectionError as error:
            raise EOFError from error
        return await self._receive()

    async def _receive(self) -> Reply:
        try:
            of_head, of_body = LENGTHS.unpack(await self._answered.readexactly(LENGTHS.size))
            head: dict[str, Any] = json.loads(await self._answered.readexactly(of_head))
            return Reply(await self._answered.readexactly(of_body), **head)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise EOFError from error

    async def stop(self) -> None:
        """Ends it, whatever it does, and waits until nothing of it is left."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._asked.close()
        with suppress(ConnectionError):
            await self._asked.wait_closed()
        await self._process.wait()
