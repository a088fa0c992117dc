"""Projections of attendance on networks (Wasserman and Faust, Social Network Analysis, chapter 8).

Nodes and edges are added in order, so that every measure is the same on every run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

import networkx as nx

from kg.stats.analysis import Projection
from kg.stats.attendance import Attendance

__all__ = ["density", "project"]

Pair = tuple[str, str]


def project(present: Attendance, projection: Projection, meetings: Iterable[str]) -> nx.Graph:
    """The network of some meetings.

    Nodes are IRIs, with ``kind`` (person, office, meeting) and ``meetings``, the number of those at which they were;
    edges have ``weight``, the number of shared meetings, and ``years``, those of the shared meetings that are known.
    """
    kinds: dict[str, str] = {}
    attended: Counter[str] = Counter()
    shared: Counter[Pair] = Counter()
    years: dict[Pair, set[int]] = defaultdict(set)
    for meeting in meetings:
        persons, offices = present.persons.get(meeting, set()), present.offices.get(meeting, set())
        there = _nodes(projection, meeting, persons, offices)
        kinds |= there
        attended.update(there.keys())
        for pair in _PAIRS[projection](meeting, persons, offices):
            shared[pair] += 1
            years[pair] |= {present.years[meeting]} if meeting in present.years else set()
    graph = nx.Graph()
    graph.add_nodes_from((node, {"kind": kinds[node], "meetings": attended[node]}) for node in sorted(kinds))
    graph.add_edges_from(
        (*pair, {"weight": count, "years": tuple(sorted(years[pair]))}) for pair, count in sorted(shared.items())
    )
    return graph


def density(graph: nx.Graph, projection: Projection) -> float:
    """Edges there are, of those there could be, 0 to 1; with two kinds of nodes, only from one kind to the other."""
    if projection in {Projection.PERSONS, Projection.OFFICES}:
        return float(nx.density(graph))
    sizes = Counter(kind for _, kind in graph.nodes(data="kind"))
    possible = 1
    for kind in projection.value.split("-"):
        possible *= sizes[kind]
    return float(graph.number_of_edges() / possible) if possible else 0.0


def _nodes(projection: Projection, meeting: str, persons: set[str], offices: set[str]) -> dict[str, str]:
    nodes: dict[str, str] = {}
    if projection in {Projection.PERSONS, Projection.PERSONS_OFFICES}:
        nodes |= dict.fromkeys(persons, "person")
    if projection is not Projection.PERSONS:
        nodes |= dict.fromkeys(offices, "office")
    if projection is Projection.OFFICES_MEETINGS and offices:
        nodes[meeting] = "meeting"
    return nodes


_PAIRS: dict[Projection, Callable[[str, set[str], set[str]], Iterator[Pair]]] = {
    Projection.PERSONS: lambda _, persons, __: combinations(sorted(persons), 2),
    Projection.OFFICES: lambda _, __, offices: combinations(sorted(offices), 2),
    Projection.PERSONS_OFFICES: lambda _, persons, offices: product(sorted(persons), sorted(offices)),
    Projection.OFFICES_MEETINGS: lambda meeting, _, offices: product(sorted(offices), [meeting]),
}
"""Between whom there is an edge for having been at a meeting."""
