"""The candidates of one kind: all mentions that are one by identity, and which of them are judged to be one thing.

What was judged is kept, so that a change of the corpus judges anew only the candidates that it touches and those with
whom they may be one, before the change or after it. The outcome is that of judging all of them.
"""

from __future__ import annotations

import json
from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from kg.linking.clusters import Clusters
from kg.linking.groups import Group, Linked, connected
from kg.linking.held import Held, Holder, Told
from kg.linking.slugging import Key, as_text
from kg.model.judgement import Judgement

__all__ = ["Held", "Linked", "Pool", "Told"]

View = TypeVar("View")


class Pool(Holder[View]):
    """The candidates of one kind, and which of them are one."""

    @abstractmethod
    def tries(self, held: Held[View]) -> Iterator[str]:
        """The slugs that would do for a candidate, the best first."""

    @abstractmethod
    def related(self, view: View) -> Iterator[Key]:
        """Those with whom a candidate may be one; called where that may have changed."""

    @abstractmethod
    def proposals(self, views: Sequence[View]) -> list[Judgement]:
        """What the rules say of candidates, among which are all with whom any of them may be one."""

    @abstractmethod
    def ties(self, views: Sequence[View]) -> Iterator[tuple[str, str]]:
        """Slugs of candidates that must be judged together though no rule proposes that they are one."""

    def settle_group(self, clusters: Clusters, views: Sequence[View]) -> None:
        """What is left to be decided in a group when all proposals have been."""

    def settle(self) -> dict[Key, tuple[Linked | None, Linked | None]]:
        """Judges what was touched; tells for each candidate that is another entity now what it was and what it is."""
        self._note_judgements()
        if self._touched:
            self._settle()
        changes = {}
        for key, before in self._before.items():
            held = self._held[key]
            was, now = before.linked if before else None, self.linked(held) if held else None
            if was != now:
                changes[key] = was, now
        self._keep()
        self._before.clear()
        self._touched.clear()
        self._shelf.put("linked", self._space, "yes")
        if self.first:
            # all candidates were in memory, which is much, and more than the entities is not asked for as a rule
            self._known = {key: now for key, (_, now) in changes.items() if now is not None}
            self._held.clear()
        self.first = False
        return changes

    def judgements(self) -> Iterator[tuple[tuple[object, ...], Judgement]]:
        """All judgements, each with the place that it has in the list of all of one kind."""
        for _, text in self._shelf.texts(f"{self._space} judged"):
            for place, left, right, same, score, rule, reason, reports in json.loads(text):
                yield tuple(place), Judgement(self.kind, left, right, same, score, rule, reason, tuple(reports))

    def replaced(self) -> dict[str, str]:
        """For the path of each candidate that was merged into another entity, the path of that one."""
        groups = (Group.from_json(self.kind, text) for _, text in self._shelf.texts(f"{self._space} group"))
        return dict(sorted(pair for group in groups for pair in group.redirects()))

    def _settle(self) -> None:
        changed = set(self._touched)
        for key in self.slugs.assign(changed, self._tries):
            self.touch(key)
        for key in self.slugs.assign(self.divide(changed | self._touched), self._tries):
            self.touch(key)
        loose = set(self._touched)
        if self.first:
            for each in self._here(self._touched):
                self._enter(each.key, frozenset(), self.blocks(self.view(each)))
        else:
            for key in self._placed_otherwise():
                held = self.get(key)
                if held is not None:
                    loose.add(key)
                    loose.update(self.related(self.view(held)))
                    loose.update(self._related_by_hand(self.view(held)))
        self._judge(self._with_groups(loose))

    def _tries(self, key: Key) -> Iterator[str] | None:
        held = self.whole(key)
        if held is None:
            return None
        held.view = None
        return self.tries(held)

    def whole(self, key: Key) -> Held[View] | None:
        """A candidate as it is when slugs are given."""
        return self.get(key)

    def divide(self, keys: Collection[Key]) -> set[Key]:
        """Tells apart what is one candidate but for a decision by hand; gives those that come of it, or go."""
        return set()

    def _placed_otherwise(self) -> set[Key]:
        """Those of whom it has changed with whom they may be one; enters them in the blocks where they are found."""
        found: set[Key] = set()
        moved: Counter[str] = Counter()
        for key in sorted(self._touched):
            held, before = self._held[key], self._before[key]
            profile = self._profile(self.view(held)) if held else None
            blocks = self.blocks(self.view(held)) if held else frozenset()
            old = before.blocks if before else frozenset()
            moved.update(dict.fromkeys(blocks - old, 1))
            moved.update(dict.fromkeys(old - blocks, -1))
            self._enter(key, old, blocks)
            if held is not None and (before is None or before.profile != profile):
                found.add(key)
        for block, change in moved.items():
            found.update(self.crowding(block, change))
        return found

    def crowding(self, block: str, change: int) -> Iterable[Key]:
        """Those of whom it has changed with whom they may be one because a block has become larger or smaller."""
        return ()

    def _related_by_hand(self, view: View) -> Iterator[Key]:
        own = self.slug_of(view)
        for judgement in self._by_hand:
            if own in {judgement.left, judgement.right}:
                other = self.slugs.owner(judgement.right if own == judgement.left else judgement.left)
                if other is not None:
                    yield other

    def _note_judgements(self) -> None:
        """Touches whom decisions by hand are about, if these are not those of the last time."""
        now = json.dumps([each[1:] for each in self._by_hand])
        before = self._shelf.get("by hand", self._space) or "[]"
        if now != before:
            self._shelf.put("by hand", self._space, now if self._by_hand else None)
            for left, right, *_ in (*json.loads(before), *json.loads(now)):
                for slug in (left, right):
                    owner = self.slugs.owner(slug)
                    for key in (*([owner] if owner else []), *self.slugs.waiting(slug)):
                        self.touch(key)
                        # whom they may be one with has changed, though not by what is said of them
                        known = self._before[key]
                        self._before[key] = known._replace(profile=None) if known else None

    def _with_groups(self, loose: set[Key]) -> list[Held[View]]:
        """Candidates with all who were judged together with any of them; their groups are no more."""
        names = {held.group for held in self._here(loose)} - {""}
        names |= {name for key in loose if (name := self._shelf.get(f"{self._space} in", as_text(key)))}
        every = set(loose)
        for name in sorted(names):
            group = self._group(name)
            every.update(group.of)
            for key, linked in group.of.items():
                self._remember(key, self.get(key), linked)
                self._shelf.put(f"{self._space} in", as_text(key), None)
            self.redirects.update((own, None) for own, _ in group.redirects())
            self._shelf.put(f"{self._space} group", name, None)
            self._shelf.put(f"{self._space} judged", name, None)
        found = sorted(self._here(every), key=lambda held: held.key)
        for held in found:
            self._remember(held.key, held)
            self._known.pop(held.key, None)
            held.group, held.linked = "", None
        return found

    def _judge(self, members: list[Held[View]]) -> None:
        by_slug = {self.slug_of(self.view(held)): held for held in members}
        views = [self.view(held) for held in members]
        proposals = self.proposals(views)
        pairs = [(each.left, each.right) for each in (*proposals, *self._by_hand)]
        known = [pair for pair in (*pairs, *self.ties(views)) if pair[0] in by_slug and pair[1] in by_slug]
        parts = connected(known)
        of_part: dict[str, list[Judgement]] = {part: [] for part in parts.values()}
        for each in proposals:
            of_part[parts[each.left]].append(each)
        together: dict[str, list[str]] = {}
        for own, part in parts.items():
            together.setdefault(part, []).append(own)
        for part, slugs in together.items():
            self._judge_group({own: by_slug[own] for own in sorted(slugs)}, of_part[part])

    def _judge_group(self, by_slug: dict[str, Held[View]], proposals: list[Judgement]) -> None:
        by_hand = [each for each in self._by_hand if each.left in by_slug and each.right in by_slug]
        clusters = Clusters(self.kind, by_slug, by_hand)
        views = {own: self.view(held) for own, held in by_slug.items()}
        self.separate(clusters, by_slug)
        hand = len(clusters.judgements)
        for judgement in sorted(proposals, key=lambda each: (-each.score, each.left, each.right)):
            clusters.join(judgement)
        ruled = len(clusters.judgements)
        self.settle_group(clusters, list(views.values()))
        given_up = clusters.given_up()
        group = Group(min(by_slug), {}, {held.key: own for own, held in by_slug.items()})
        judged: list[tuple[object, ...]] = []
        for members in clusters.groups().values():
            linked = self.entity([views[each] for each in members], given_up)
            group.of.update({by_slug[each].key: linked for each in members})
        for number, each in enumerate(clusters.judgements):
            place: tuple[object, ...] = (2, -each.score, each.left, each.right) if number < ruled else (3, each.left)
            if number < hand:
                place = (int(each.same), self._by_hand.index(each))
            judged.append((place, *each[1:]))
        for own, held in by_slug.items():
            held.group, held.linked = group.name, group.of[held.key]
            if held.linked.entity.slug != own:
                self.redirects[f"{self.kind.value}/{own}"] = held.linked.entity.path
            self._shelf.put(f"{self._space} in", as_text(held.key), group.name)
        self._shelf.put(f"{self._space} group", group.name, group.to_json())
        if judged:
            self._shelf.put(f"{self._space} judged", group.name, json.dumps(judged, ensure_ascii=False))

    def separate(self, clusters: Clusters, by_slug: dict[str, Held[View]]) -> None:
        """Keeps apart what reports tell apart."""
