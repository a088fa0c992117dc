"""Remembers replies within bounds: a store does not change while it is read, so neither do answers."""

from __future__ import annotations

from collections import OrderedDict

from kg.web.reply import Reply

__all__ = ["Memory"]

_OVERHEAD = 1_000
"""Bytes that a remembered reply takes besides its body and its key, roughly."""


class Memory:
    """The replies asked for last.

    Args:
        megabytes: How much is kept; 0 keeps nothing.
    """

    def __init__(self, megabytes: int) -> None:
        self._limit = megabytes * 1_000_000
        self._size = 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    def __len__(self) -> int:
        return len(self._replies)

    def get(self, key: str) -> Reply | None:
        """What is remembered under ``key``."""
        reply = self._replies.get(key)
        if reply is not None:
            self._replies.move_to_end(key)
        return reply

    def put(self, key: str, reply: Reply) -> None:
        """Remembers a reply, and forgets those that were asked for longest ago where there is no room.

        One that would take more than an eighth of the room is not remembered.
        """
        size = _size(key, reply)
        if key in self._replies or size > self._limit // 8:
            return
        self._replies[key] = reply
        self._size += size
        while self._size > self._limit:
            self._size -= _size(*self._replies.popitem(last=False))

    def clear(self) -> None:
        """Forgets everything."""
        self._replies.clear()
        self._size = 0


def _size(key: str, reply: Reply) -> int:
    return len(key) + len(reply) + _OVERHEAD
