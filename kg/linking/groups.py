"""Groups of candidates that are judged together, since what is judged of one may decide about another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.linking.slugging import Key, as_key, as_text
from kg.model import Entity, EntityKind

__all__ = ["Group", "Linked", "connected"]


class Linked(NamedTuple):
    """The entity of a candidate, and the series that it belongs to."""

    entity: Entity
    series: Entity | None = None


@dataclass(slots=True)
class Group:
    """Some candidates, and which entity each of them is.

    Attributes:
        name: The smallest of their slugs.
        of: The entity of each.
        slugs: The slug of each.
    """

    name: str
    of: dict[Key, Linked]
    slugs: dict[Key, str]

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Paths of candidates that are another's entity, and the path of that one."""
        for key, linked in self.of.items():
            if self.slugs[key] != linked.entity.slug:
                yield f"{linked.entity.kind.value}/{self.slugs[key]}", linked.entity.path

    def to_json(self) -> str:
        """As text."""
        every = list({id(each): each for each in self.of.values()}.values())
        places = {id(each): place for place, each in enumerate(every)}
        members = [[as_text(key), self.slugs[key], places[id(linked)]] for key, linked in self.of.items()]
        linked = [[_flat(each.entity), _flat(each.series)] for each in every]
        return json.dumps([self.name, members, linked], ensure_ascii=False)

    @classmethod
    def from_json(cls, kind: EntityKind, text: str) -> Group:
        """What :meth:`to_json` wrote.

        Args:
            kind: What the candidates are.
            text: What it wrote.
        """
        name, members, linked = json.loads(text)
        every = [Linked(_entity(kind, one), _entity(EntityKind.SERIES, two) if two else None) for one, two in linked]
        return cls(
            name,
            {as_key(key): every[place] for key, _, place in members},
            {as_key(key): slug for key, slug, _ in members},
        )


def _flat(entity: Entity | None) -> list[Any] | None:
    return [entity.slug, entity.label, entity.alt_labels, entity.series] if entity else None


def _entity(kind: EntityKind, values: list[Any]) -> Entity:
    slug, label, alt_labels, series = values
    return Entity(kind, slug, label, tuple(alt_labels), series)


def connected(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For everything that is in a pair, the name of the part to which it belongs; each pair is in one part."""
    parent: dict[str, str] = {}

    def root(each: str) -> str:
        parent.setdefault(each, each)
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    for left, right in pairs:
        parent[root(left)] = root(right)
    return {each: root(each) for each in parent}
