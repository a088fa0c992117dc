"""Loads in a thread of its own, so that the next batch can be made ready meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["Aside"]


class Aside:
    """One batch is being loaded at a time, and one more may wait for it, so that memory stays bounded.

    Args:
        load: Loads a batch; lets other threads run meanwhile.
    """

    def __init__(self, load: Callable[[bytes], None]) -> None:
        self._load = load
        self._thread = ThreadPoolExecutor(1)
        self._running: Future[None] | None = None

    def put(self, batch: bytes) -> None:
        """Begins to load a batch, once the one before is loaded. Raises what that one raised."""
        self.wait()
        self._running = self._thread.submit(self._load, batch)

    def wait(self) -> None:
        """Waits for what is being loaded. Raises what that raised."""
        running, self._running = self._running, None
        if running is not None:
            running.result()

    def close(self) -> None:
        """Ends the thread; waits for what is being loaded, whether or not it fails. May be called again."""
        self._thread.shutdown(wait=True)
