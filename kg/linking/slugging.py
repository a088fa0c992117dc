"""Slugs, no two alike: each candidate has the first of those it would take that no smaller candidate has.

When candidates come, go or are called otherwise, only those are asked again whose slug another gives up or takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import count

from kg.linking.shelf import Shelf

__all__ = ["Key", "Slugs", "as_key", "as_text"]

Key = tuple[str, ...]

_JOIN = "\x1f"


def as_text(key: Key) -> str:
    """A key as one text."""
    return _JOIN.join(key)


def as_key(text: str) -> Key:
    """What :func:`as_text` made of it."""
    return tuple(text.split(_JOIN))


class Slugs:
    """The slugs of the candidates of one kind.

    Args:
        shelf: Where they are kept.
        space: Tells them apart from those of other kinds.
        taken: Whether a slug is one that a candidate may not have.
    """

    def __init__(self, shelf: Shelf, space: str, taken: Callable[[str, Key], bool] = lambda *_: False) -> None:
        self._shelf = shelf
        self._owners, self._own, self._missed = f"{space} slug", f"{space} own", f"{space} missed"
        self._taken = taken

    def owner(self, slug: str) -> Key | None:
        """Who has a slug."""
        found = self._shelf.get(self._owners, slug)
        return None if found is None else as_key(found)

    def of(self, key: Key) -> str:
        """The slug of a candidate; empty where it has none."""
        return (self._shelf.get(self._own, as_text(key)) or "").partition(_JOIN)[0]

    def waiting(self, slug: str) -> list[Key]:
        """Who would have a slug if it could."""
        return [as_key(each) for each in self._shelf.members(self._missed, slug)]

    def assign(self, changed: Iterable[Key], tries: Callable[[Key], Iterator[str] | None]) -> set[Key]:
        """Gives slugs to candidates that are new, gone, or would have others than before.

        Args:
            changed: Which these are.
            tries: The slugs that would do for one, the best first, at least one; ``None`` for one that is no more.

        Returns:
            All whose slug is another now.
        """
        heap = list(set(changed))
        heapify(heap)
        renamed: set[Key] = set()
        last: Key | None = None
        while heap:
            key = heappop(heap)
            if key == last:
                continue
            last = key
            before, missed_before = self._kept(key)
            wanted = tries(key)
            now, missed = self._choose(key, wanted) if wanted is not None else ("", ())
            for slug in missed_before:
                self._shelf.discard(self._missed, slug, as_text(key))
            for slug in missed:
                self._shelf.add(self._missed, slug, as_text(key))
            self._shelf.put(self._own, as_text(key), _JOIN.join((now, *missed)) if now else None)
            if now == before:
                continue
            renamed.add(key)
            if before and self.owner(before) == key:
                self._shelf.put(self._owners, before, None)
                for other in self.waiting(before):
                    if other > key:
                        heappush(heap, other)
            if now:
                robbed = self.owner(now)
                self._shelf.put(self._owners, now, as_text(key))
                if robbed is not None:
                    heappush(heap, robbed)
        return renamed

    def _kept(self, key: Key) -> tuple[str, tuple[str, ...]]:
        found = self._shelf.get(self._own, as_text(key))
        if found is None:
            return "", ()
        own, *missed = found.split(_JOIN)
        return own, tuple(missed)

    def _choose(self, key: Key, wanted: Iterator[str]) -> tuple[str, tuple[str, ...]]:
        """The first that no smaller key has; where all are taken, the first with a number. And those it missed."""
        missed: list[str] = []
        first = ""
        for slug in wanted:
            first = first or slug
            if self._free(slug, key):
                return slug, tuple(missed)
            missed.append(slug)
        for number in count(2):
            slug = f"{first}-{number}"
            if self._free(slug, key):
                break
            missed.append(slug)
        return slug, tuple(missed)

    def _free(self, slug: str, key: Key) -> bool:
        if self._taken(slug, key):
            return False
        owner = self.owner(slug)
        return owner is None or owner >= key
