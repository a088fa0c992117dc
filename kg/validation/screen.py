"""Tells quickly which nodes of many graphs may not meet which shapes, so that an engine need look at these alone.

The shapes are turned into queries, which Oxigraph answers for a few dozen graphs at once, each in a named graph of its
own. What is passed has no findings; of what is not, the engine tells what they are. So what is found is what the
engine finds, whatever the number of graphs, and most graphs of a corpus have none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Store, Triple

from kg.validation.engine import Focus
from kg.validation.screen_queries import CannotScreen, Shapes
from kg.vocab import PREFIXES, UNNAMED

__all__ = ["Screen"]

_AT_ONCE = 20
"""Graphs in one database: with more the database follows longer chains, with fewer each query is planned more often."""

_MENTIONED = """
INSERT { GRAPH ?g { ?term ?property ?value } }
WHERE {
  {
    SELECT DISTINCT ?g ?term WHERE {
      VALUES ?term { %s }
      { GRAPH ?g { ?subject ?link ?term } FILTER (?link NOT IN (rdf:type, skos:inScheme)) }
      UNION
      { GRAPH ?g { ?term ?said ?what } }
    }
  }
  ?term ?property ?value .
}
"""
"""Gives each graph what the engine would know of the terms that the graph speaks of."""

_TOGETHER = 4
"""Patterns in one query: planning a query costs as much as answering it, and that of a union more than its parts."""
_ASKED = "SELECT DISTINCT ?g ?this ?place WHERE { GRAPH ?g { %s } }"
_BRANCH = "{ %s BIND (%d AS ?place) }"

_STRANGE = (
    "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?below rdfs:subClassOf ?above } }",
    "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?said ?of ?statement } FILTER (isTRIPLE(?statement)) }",
)
"""Graphs that add to the tree of classes, which the queries know beforehand, or that the engine refuses."""


class Screen:
    """Made once for the shapes, used for many graphs.

    Args:
        shapes: All statements of the shapes.
        background: What all data are checked with: subclasses, concepts of schemes.
    """

    def __init__(self, shapes: Iterable[Triple], background: Iterable[Triple] = ()) -> None:
        self._background = [Quad(each.subject, each.predicate, each.object, DefaultGraph()) for each in background]
        try:
            patterns = list(Shapes(shapes, (quad.triple for quad in self._background)).patterns())
        except CannotScreen:
            self._queries: list[tuple[list[object], str]] = []
        else:
            parts = [patterns[first : first + _TOGETHER] for first in range(0, len(patterns), _TOGETHER)]
            self._queries = [([shape for shape, _ in part], _union(pattern for _, pattern in part)) for part in parts]
        terms = {str(quad.subject) for quad in self._background}
        self._complete = _MENTIONED % " ".join(sorted(terms))

    def suspects(self, graphs: Sequence[Sequence[Quad] | Sequence[Triple]]) -> dict[int, Focus]:
        """The places of the graphs that may have findings, in order, and which shapes which nodes may not meet."""
        if not self._queries:
            return dict.fromkeys(range(len(graphs)))
        found: dict[int, Focus] = {}
        for start in range(0, len(graphs), _AT_ONCE):
            part = graphs[start : start + _AT_ONCE]
            found |= {start + place: focus for place, focus in self._suspects(part).items()}
        return found

    def _suspects(self, graphs: Sequence[Sequence[Quad] | Sequence[Triple]]) -> dict[int, Focus]:
        names = _names(graphs)
        store = Store()
        store.bulk_extend(chain(self._background, *map(_in_graph, graphs, names)))
        strange = {graph for query in _STRANGE for (graph,) in _rows(store, query)}
        store.update(self._complete, prefixes=PREFIXES)
        pairs: defaultdict[object, set[tuple[object, object]]] = defaultdict(set)
        for shapes, query in self._queries:
            for graph, node, place in _rows(store, query):
                pairs[graph].add((shapes[int(place.value)], node))
        suspects = pairs.keys() | strange
        return {
            place: None if name in strange else frozenset(pairs[name])
            for place, name in enumerate(names)
            if name in suspects
        }


def _union(patterns: Iterable[str]) -> str:
    """A query for the matches of several patterns, each with the place of its pattern."""
    return _ASKED % " UNION ".join(_BRANCH % (pattern, place) for place, pattern in enumerate(patterns))


def _rows(store: Store, query: str) -> Iterator[tuple[Any, ...]]:
    solutions = store.query(query, prefixes=PREFIXES)
    return map(tuple, solutions) if isinstance(solutions, QuerySolutions) else iter(())


def _in_graph(graph: Sequence[Quad] | Sequence[Triple], name: NamedNode) -> Iterator[Quad]:
    for each in graph:
        if isinstance(each, Quad) and each.graph_name == name:
            yield each
        else:
            yield Quad(each.subject, each.predicate, each.object, name)


def _names(graphs: Sequence[Sequence[Quad] | Sequence[Triple]]) -> list[NamedNode]:
    """The name of each graph if they have names, no two alike, since that saves copying; else a number."""
    firsts = [graph[0].graph_name if graph and isinstance(graph[0], Quad) else None for graph in graphs]
    if all(isinstance(name, NamedNode) for name in firsts) and len(set(firsts)) == len(firsts):
        return [name for name in firsts if isinstance(name, NamedNode)]
    return [NamedNode(f"{UNNAMED}{place}") for place in range(len(graphs))]
