"""Which of a report's statements the merged graph takes over as they are.

These are the report itself, its passages, participations, posts, and what its statements are derived from. The rest
(names, dates and places of entities, discrepancies, concepts) is what all reports together decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.mapping.shortcuts import SHORTCUTS
from kg.vocab import BASE, PROV, WCO

__all__ = ["is_own", "merged_part"]

_MERGED = DefaultGraph()
_ENTITIES = ("person/", "office/", "meeting/")
_OF_ALL = (
    "series/",
    "title/",
    "place/",
    "country/",
    "region/",
    "role/",
    "meeting-kind/",
    "post-status/",
    "discrepancy/",
)
_OF_ENTITIES = frozenset({PROV.wasDerivedFrom, *SHORTCUTS.values()})


def is_own(quad: Quad, base: str = BASE) -> bool:
    """Whether the merged graph has a statement of a report's graph as soon as one report makes it."""
    if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(base):
        return True
    path = quad.subject.value[len(base) :]
    if path.startswith(_ENTITIES):
        return quad.predicate in _OF_ENTITIES
    # in how many ways one took part is for all reports to say
    return not path.startswith(_OF_ALL) and quad.predicate != WCO.mode


def merged_part(quads: Iterable[Quad], base: str = BASE) -> Iterator[Quad]:
    """What the merged graph takes over from the graph of one report, as quads of the default graph."""
    for quad in quads:
        if is_own(quad, base):
            yield Quad(quad.subject, quad.predicate, quad.object, _MERGED)
