"""Groups of candidates that are judged to be one, and the judgements that made them so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.model import EntityKind
from kg.model.judgement import Judgement

__all__ = ["BY_HAND", "Clusters", "separate"]

BY_HAND = "hand"
"""Rule name of the judgements of a person; they go before every rule."""


class Clusters:
    """Disjoint groups of slugs. A join that would bring together what must stay apart is refused.

    Args:
        kind: What the slugs name.
        slugs: Every candidate, each in a group of its own at first.
        judgements: Decisions by hand; those of other kinds or about unknown slugs are passed over.
    """

    def __init__(self, kind: EntityKind, slugs: Iterable[str], judgements: Iterable[Judgement] = ()) -> None:
        self._kind = kind
        self._parent = {each: each for each in slugs}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self.judgements: list[Judgement] = []
        known = [each for each in judgements if each.kind is kind and {each.left, each.right} <= self._parent.keys()]
        for judgement in known:
            if not judgement.same:
                self.separate(judgement.left, judgement.right)
                self.judgements.append(judgement)
        for judgement in known:
            if judgement.same:
                self.join(judgement)

    def root(self, each: str) -> str:
        """The slug that stands for the group of ``each``."""
        while self._parent[each] != each:
            self._parent[each] = self._parent[self._parent[each]]
            each = self._parent[each]
        return each

    def separate(self, left: str, right: str) -> None:
        """Keeps two groups apart from now on."""
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing keeps the two apart."""
        return self.root(right) not in self._apart[self.root(left)]

    def join(self, judgement: Judgement) -> bool:
        """Makes one group of two, unless they are one already or are to stay apart; tells whether it did."""
        keep, give = self.root(judgement.right), self.root(judgement.left)
        if keep == give or keep in self._apart[give]:
            return False
        self._parent[give] = keep
        for other in self._apart.pop(give, set()):
            self._apart[other].discard(give)
            self._apart[other].add(keep)
            self._apart[keep].add(other)
        self.judgements.append(judgement)
        return True

    def given_up(self) -> frozenset[str]:
        """Slugs that judgements by hand give up: none of them names its group, if it has another."""
        by_hand = [each for each in self.judgements if each.rule == BY_HAND and each.same]
        return frozenset(each.left for each in by_hand) - frozenset(each.right for each in by_hand)

    def groups(self) -> dict[str, list[str]]:
        """Members of each group by the slug that stands for it, both sorted."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for each in sorted(self._parent):
            members[self.root(each)].append(each)
        return dict(sorted(members.items()))


def separate(clusters: Clusters, reports: Mapping[str, Iterable[str]]) -> None:
    """Keeps apart what one report tells apart.

    Args:
        clusters: The groups.
        reports: For each slug the reports that speak of it.
    """
    together: defaultdict[str, list[str]] = defaultdict(list)
    for own, every in reports.items():
        for report in every:
            together[report].append(own)
    for slugs in together.values():
        for left, right in combinations(slugs, 2):
            clusters.separate(left, right)
