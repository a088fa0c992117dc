"""The candidates of one kind as they are kept: all mentions that are one by identity."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Generic, NamedTuple, TypeVar

from kg.linking.groups import Group, Linked
from kg.linking.shelf import Shelf
from kg.linking.slugging import Key, Slugs, as_key, as_text
from kg.model import EntityKind
from kg.model.judgement import Judgement

__all__ = ["Held", "Holder", "Told", "Traits"]

View = TypeVar("View")

Traits = dict[str, Counter[str]]
"""What mentions say of a candidate: for each property how often each value is stated."""


class Told(NamedTuple):
    """What one mention tells of a candidate: properties and values."""

    key: Key
    traits: list[tuple[str, str]]


@dataclass(slots=True)
class Held(Generic[View]):
    """One candidate.

    Attributes:
        mentions: Number of mentions.
        view: The same in the form in which the rules look at it; ``None`` until it is asked for.
        linked: Which entity it is; ``None`` until that is asked for or decided.
        group: Name of the group in which it was judged; empty where it stands alone.
    """

    key: Key
    traits: Traits = field(default_factory=dict)
    mentions: int = 0
    view: View | None = None
    linked: Linked | None = None
    group: str = ""


class _Before(NamedTuple):
    """What a candidate was before the change."""

    profile: Hashable
    blocks: frozenset[str]
    linked: Linked


class Holder(ABC, Generic[View]):
    """The candidates of one kind.

    Args:
        shelf: Where they are kept.
        judgements: Decisions by hand.
        taken: Whether a slug is one that a candidate may not have.
    """

    kind: ClassVar[EntityKind]

    def __init__(
        self, shelf: Shelf, judgements: Iterable[Judgement], taken: Callable[[str, Key], bool] = lambda *_: False
    ) -> None:
        self._shelf = shelf
        self._space = self.kind.value
        self.slugs = Slugs(shelf, self._space, taken)
        self._by_hand = tuple(each for each in judgements if each.kind is self.kind)
        self._held: dict[Key, Held[View] | None] = {}
        self._before: dict[Key, _Before | None] = {}
        self._touched: set[Key] = set()
        self._known: dict[Key, Linked] = {}
        """Of candidates of which no more is in memory: the entity of each."""
        self.first = not shelf.get("linked", self._space)
        """Whether nothing has been judged yet, so that all candidates are in memory."""
        self.redirects: dict[str, str | None] = {}
        """For paths that lead elsewhere than before, where they lead now."""

    @abstractmethod
    def make_view(self, held: Held[View]) -> View:
        """The form in which the rules look at a candidate."""

    @abstractmethod
    def profile(self, view: View) -> Hashable:
        """All that decides with whom a candidate may be one."""

    @abstractmethod
    def blocks(self, view: View) -> frozenset[str]:
        """Names of sets in which a candidate is found by those with whom it may be one."""

    @abstractmethod
    def entity(self, views: Sequence[View], given_up: Collection[str]) -> Linked:
        """The entity that candidates are together."""

    @abstractmethod
    def slug_of(self, view: View) -> str:
        """The slug of a candidate."""

    def get(self, key: Key) -> Held[View] | None:
        """A candidate, or ``None`` where nothing mentions it."""
        if key not in self._held:
            self._held[key] = None if self.first else self._load(key)
        return self._held[key]

    def view(self, held: Held[View]) -> View:
        """A candidate in the form in which the rules look at it."""
        if held.view is None:
            held.view = self.make_view(held)
        return held.view

    def linked(self, held: Held[View]) -> Linked:
        """The entity of a candidate as it was last decided."""
        if held.linked is None:
            group = self._group(held.group) if held.group else None
            held.linked = group.of[held.key] if group else self.entity([self.view(held)], ())
        return held.linked

    def linked_of(self, key: Key) -> Linked | None:
        """The entity of a candidate by its key, or ``None`` where nothing mentions it."""
        known = self._known.get(key)
        if known is not None:
            return known
        held = self.get(key)
        return self.linked(held) if held is not None else None

    def reports(self, key: Key) -> list[str]:
        """The reports that mention a candidate, in order."""
        return self._shelf.members(f"{self._space} report", as_text(key))

    def touch(self, key: Key) -> Held[View] | None:
        """A candidate about which something changes that is not stated by mentions."""
        held = self.get(key)
        self._remember(key, held)
        self._known.pop(key, None)
        self._touched.add(key)
        if held is not None:
            held.view = held.linked = None
        return held

    def tell(self, key: Key, report: str, traits: Iterable[tuple[str, str]], sign: int = 1) -> None:
        """Takes in what a mention says of a candidate, or takes it back.

        Args:
            key: The candidate.
            report: That mentions it.
            traits: Properties and values.
            sign: 1 or -1.
        """
        held = self.touch(key)
        if held is None:
            held = self._held[key] = Held(key)
        held.mentions += sign
        for name, value in traits:
            counts = held.traits.get(name)
            if counts is None:
                counts = held.traits[name] = Counter()
            counts[value] += sign
            if not counts[value]:
                del counts[value]
                if not counts:
                    del held.traits[name]
        change = self._shelf.add if sign > 0 else self._shelf.discard
        change(f"{self._space} report", as_text(key), report)
        if not held.mentions:
            self._held[key] = None

    def _profile(self, view: View) -> Hashable:
        return self.slug_of(view), self.profile(view)

    def _enter(self, key: Key, old: frozenset[str], new: frozenset[str]) -> None:
        for block in sorted(old - new):
            self._shelf.discard(f"{self._space} block", block, as_text(key))
        for block in sorted(new - old):
            self._shelf.add(f"{self._space} block", block, as_text(key))

    def block(self, name: str) -> Iterator[View]:
        """All candidates that are found in a block."""
        for text in self._shelf.members(f"{self._space} block", name):
            held = self.get(as_key(text))
            if held is not None:
                yield self.view(held)

    def block_size(self, name: str) -> int:
        """How many are found in it."""
        return self._shelf.count(f"{self._space} block", name)

    def _here(self, keys: Iterable[Key]) -> Iterator[Held[View]]:
        return (held for key in keys if (held := self.get(key)) is not None)

    def _remember(self, key: Key, held: Held[View] | None, linked: Linked | None = None) -> None:
        if key not in self._before:
            if held is None:
                self._before[key] = None
            else:
                view = self.view(held)
                self._before[key] = _Before(self._profile(view), self.blocks(view), linked or self.linked(held))

    def _group(self, name: str) -> Group:
        text = self._shelf.get(f"{self._space} group", name)
        if text is None:
            message = f"there is no group {name}"
            raise KeyError(message)
        return Group.from_json(self.kind, text)

    def _load(self, key: Key) -> Held[View] | None:
        text = self._shelf.get(self._space, as_text(key))
        if text is None:
            return None
        mentions, traits = json.loads(text)
        held: Held[View] = Held(key, {name: Counter(counts) for name, counts in traits.items()}, mentions)
        held.group = self._shelf.get(f"{self._space} in", as_text(key)) or ""
        return held

    def _keep(self) -> None:
        for key in self._touched:
            held = self._held[key]
            text = (
                None if held is None else json.dumps([held.mentions, held.traits], ensure_ascii=False, sort_keys=True)
            )
            self._shelf.put(self._space, as_text(key), text)
