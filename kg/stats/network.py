"""Who meets whom: the networks among the figures of a graph, and those in them with most meetings."""

from __future__ import annotations

import networkx as nx

from kg.stats.analysis import Projection
from kg.stats.attendance import Attendance, attendance
from kg.stats.centrality import Centrality
from kg.stats.figures import Network, Ranked
from kg.stats.projection import project
from kg.stats.structure import component_sizes
from kg.store import GraphStore

__all__ = ["networks"]

_DIGITS = 6

_PROJECTIONS = (
    (
        "persons",
        "persons present at the same meeting, weighted by the number of such meetings",
        Projection.PERSONS,
    ),
    (
        "offices",
        "offices present at the same meeting in their own name, weighted by the number of such meetings",
        Projection.OFFICES,
    ),
)
"""Name, what it is in words, which projection."""


def networks(store: GraphStore, top: int) -> tuple[Network, ...]:
    """The co-attendance networks of persons and of offices.

    Args:
        store: The graph.
        top: How many nodes of each are listed.
    """
    present, found = attendance(store), []
    for name, words, projection in _PROJECTIONS:
        graph = project(present, projection, present.meetings((), None, None))
        found.append(_measured(name, words, graph, present, store.manifest.base, top))
    return tuple(found)


def _measured(name: str, projection: str, named: nx.Graph, present: Attendance, base: str, top: int) -> Network:
    graph, iris = nx.convert_node_labels_to_integers(named), list(named)
    central = Centrality(graph)
    between, ranks = central.betweenness(), central.pagerank()
    components = component_sizes(graph)
    meetings, names = graph.nodes(data="meetings"), [present.names[iri] for iri in iris]
    leading = sorted(graph, key=lambda node: (-meetings[node], names[node], node))[:top]
    return Network(
        name=name,
        projection=projection,
        nodes=len(graph),
        edges=graph.number_of_edges(),
        density=round(nx.density(graph), _DIGITS),
        components=len(components),
        largest=max(components, default=0),
        pivots=between.pivots,
        betweenness_error=round(between.error, _DIGITS),
        top=tuple(
            Ranked(
                name=names[node],
                path=iris[node].removeprefix(base),
                meetings=meetings[node],
                degree=graph.degree(node),
                weighted_degree=graph.degree(node, weight="weight"),
                betweenness=round(between.values[node], _DIGITS),
                pagerank=round(ranks[node], _DIGITS),
            )
            for node in leading
        ),
    )
