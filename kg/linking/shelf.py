"""Where linking keeps what it knows from one change of a corpus to the next: texts by name, and sets by name.

A shelf is all that linking asks of a store, so that a change reads and writes only what it touches.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

__all__ = ["MemoryShelf", "Shelf"]


class Shelf(Protocol):
    """Texts and sets of texts; ``space`` keeps those of one purpose apart from others."""

    def get(self, space: str, key: str) -> str | None:
        """The text of that name, or ``None``."""

    def put(self, space: str, key: str, text: str | None) -> None:
        """Gives a name to a text in place of the one it had; ``None`` takes the name away."""

    def texts(self, space: str) -> list[tuple[str, str]]:
        """All names of a space with their texts, sorted."""

    def members(self, space: str, key: str) -> list[str]:
        """What is in the set of that name, sorted; nothing where there is no such set."""

    def count(self, space: str, key: str) -> int:
        """How many are in it."""

    def add(self, space: str, key: str, member: str) -> None:
        """Puts something into the set of that name."""

    def discard(self, space: str, key: str, member: str) -> None:
        """Takes something out of it, if it is there."""


class MemoryShelf:
    """A shelf that nothing outlives."""

    def __init__(self) -> None:
        self._texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._sets: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def get(self, space: str, key: str) -> str | None:
        """See :class:`Shelf`."""
        return self._texts[space].get(key)

    def put(self, space: str, key: str, text: str | None) -> None:
        """See :class:`Shelf`."""
        if text is None:
            self._texts[space].pop(key, None)
        else:
            self._texts[space][key] = text

    def texts(self, space: str) -> list[tuple[str, str]]:
        """See :class:`Shelf`."""
        return sorted(self._texts[space].items())

    def members(self, space: str, key: str) -> list[str]:
        """See :class:`Shelf`."""
        return sorted(self._sets.get((space, key), ()))

    def count(self, space: str, key: str) -> int:
        """See :class:`Shelf`."""
        return len(self._sets.get((space, key), ()))

    def add(self, space: str, key: str, member: str) -> None:
        """See :class:`Shelf`."""
        self._sets[space, key].add(member)

    def discard(self, space: str, key: str, member: str) -> None:
        """See :class:`Shelf`."""
        found = self._sets.get((space, key))
        if found is not None:
            found.discard(member)
            if not found:
                del self._sets[space, key]
