"""Who meets whom: the networks among the figures of a graph, and those in them with most meetings."""

from __future__ import annotations

import networkx as nx

from kg.stats.analysis import Projection
from kg.stats.attendance import Attendance, attendance
from kg.stats.figures import Network, Ranked
from kg.stats.projection import project
from kg.store import GraphStore

__all__ = ["networks"]

_PIVOTS = 500
_SEED = 0
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
        found.append(_measured(name, words, graph, _top(graph, present, store.manifest.base, top)))
    return tuple(found)


def _measured(name: str, projection: str, graph: nx.Graph, top: tuple[Ranked, ...]) -> Network:
    components = sorted(map(len, nx.connected_components(graph)), reverse=True)
    return Network(
        name=name,
        projection=projection,
        nodes=len(graph),
        edges=graph.number_of_edges(),
        density=round(nx.density(graph), _DIGITS),
        components=len(components),
        largest=components[0] if components else 0,
        pivots=min(len(graph), _PIVOTS),
        top=top,
    )


def _top(graph: nx.Graph, present: Attendance, base: str, top: int) -> tuple[Ranked, ...]:
    pivots = _PIVOTS if len(graph) > _PIVOTS else None
    betweenness = nx.betweenness_centrality(graph, k=pivots, seed=_SEED)
    pagerank = nx.pagerank(graph, weight="weight") if len(graph) else {}
    meetings, names = graph.nodes(data="meetings"), present.names
    leading = sorted(graph, key=lambda node: (-meetings[node], names[node], node))[:top]
    return tuple(
        Ranked(
            name=names[node],
            path=node.removeprefix(base),
            meetings=meetings[node],
            degree=graph.degree(node),
            weighted_degree=graph.degree(node, weight="weight"),
            betweenness=round(betweenness[node], _DIGITS),
            pagerank=round(pagerank[node], _DIGITS),
        )
        for node in leading
    )
