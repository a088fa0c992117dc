"""The series of meetings that reports speak of: what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from kg.linking.groups import Linked
from kg.linking.meeting_rules import commonest
from kg.linking.pool import Held, Pool
from kg.linking.series import SeriesKey, listed_series
from kg.linking.shelf import Shelf
from kg.linking.slugging import Key
from kg.model import Entity, EntityKind
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["SeriesPool"]

_LIMIT = 60


@dataclass(slots=True)
class _Series:
    """One series: of the table, else by the commonest of the names that its meetings have without number."""

    key: Key
    slug: str
    names: Counter[str]

    @property
    def label(self) -> str:
        return min(self.names, key=commonest(self.names))


class SeriesPool(Pool[_Series]):
    """The series of all reports; each is one by identity, so that none is judged.

    Args:
        shelf: Where they are kept.
    """

    kind = EntityKind.SERIES

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf, (), lambda slug, key: slug in listed_series() and not _listed(key))

    def of(self, key: Key) -> Entity | None:
        """A series as an entity."""
        linked = self.linked_of(key)
        return linked.entity if linked else None

    def make_view(self, held: Held[_Series]) -> _Series:
        """See :class:`Pool`."""
        return _Series(held.key, self.slugs.of(held.key), held.traits["name"])

    def profile(self, view: _Series) -> Hashable:
        """See :class:`Pool`."""
        return view.key

    def blocks(self, view: _Series) -> frozenset[str]:
        """None: no series is another."""
        return frozenset()

    def tries(self, held: Held[_Series]) -> Iterator[str]:
        """As the table has it; else from the name, told apart by region."""
        listed = _listed(held.key)
        if listed is not None:
            yield listed.slug
            return
        own = slug(self.view(held).label, _LIMIT)
        yield own
        yield f"{own}-{held.key[-1].lower()}"

    def slug_of(self, view: _Series) -> str:
        """See :class:`Pool`."""
        return view.slug

    def related(self, view: _Series) -> Iterator[Key]:
        """None: no series is another."""
        return iter(())

    def proposals(self, views: Sequence[_Series]) -> list[Judgement]:
        """None: no series is another."""
        return []

    def ties(self, views: Sequence[_Series]) -> Iterator[tuple[str, str]]:
        """None: no series is another."""
        return iter(())

    def entity(self, views: Sequence[_Series], given_up: Collection[str]) -> Linked:
        """See :class:`Pool`."""
        view = views[0]
        others = tuple(sorted(view.names.keys() - {view.label}))
        return Linked(_listed(view.key) or Entity(EntityKind.SERIES, view.slug, view.label, others))


def series_key(key: Key) -> SeriesKey:
    """What makes meetings members of the series of that key."""
    listed = _listed(key)
    return SeriesKey(key, listed.label if listed else "", listed)


def _listed(key: Key) -> Entity | None:
    return listed_series().get(key[0]) if len(key) == 1 else None
