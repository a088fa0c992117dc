"""Who meets whom: the one-mode projections of participations (Wasserman and Faust, Social Network Analysis, chapter 8).

Two persons, or two offices, are connected if both were present at a meeting; the weight of the edge is the number of
such meetings. Whoever chaired, spoke, attended and so on was present; to be elected for a coming meeting, to organize
or to sponsor one is no presence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

import networkx as nx
from pyoxigraph import NamedNode, QuerySolutions

from kg.stats.attendance import ABSENT
from kg.stats.figures import Network, Ranked
from kg.store import GraphStore
from kg.vocab import FOAF, SKOS, WCO

__all__ = ["networks"]

_PIVOTS = 500
_SEED = 0
_DIGITS = 6

_PARTICIPATIONS = """
SELECT ?agent ?name ?meeting ?role ?class ?naming
WHERE {
  ?participation wco:participant ?agent ; wco:meeting ?meeting ; wco:role/skos:notation ?role .
  ?agent a ?class ; ?naming ?name .
}
"""
_PROJECTIONS = (
    (
        "persons",
        "persons present at the same meeting, weighted by the number of such meetings",
        FOAF.Person,
        FOAF.name,
    ),
    (
        "offices",
        "offices present at the same meeting in their own name, weighted by the number of such meetings",
        WCO.Office,
        SKOS.prefLabel,
    ),
)
"""Name, what it is in words, class of its nodes, property that names them."""


class _Presence(NamedTuple):
    """Who was where."""

    meetings: dict[str, set[str]]
    """The meetings at which each node was present."""
    names: dict[str, str]


def networks(store: GraphStore, top: int) -> tuple[Network, ...]:
    """The co-attendance networks of persons and of offices.

    Args:
        store: The graph.
        top: How many nodes of each are listed.
    """
    found = []
    for name, projection, class_, naming in _PROJECTIONS:
        presence = _presence(store, class_, naming)
        graph = _project(presence.meetings)
        found.append(_measured(name, projection, graph, _top(graph, presence, store.manifest.base, top)))
    return tuple(found)


def _presence(store: GraphStore, class_: NamedNode, naming: NamedNode) -> _Presence:
    found = _Presence(defaultdict(set), {})
    results = store.query(_PARTICIPATIONS, {"class": class_, "naming": naming})
    if isinstance(results, QuerySolutions):
        for agent, name, meeting, role, *_ in results:
            if role.value not in ABSENT:
                found.meetings[agent.value].add(meeting.value)
                found.names[agent.value] = min(name.value, found.names.get(agent.value, name.value))
    return found


def _project(meetings: dict[str, set[str]]) -> nx.Graph:
    """The projection; nodes and edges are added in order, so that every measure is the same on every run."""
    present: dict[str, list[str]] = defaultdict(list)
    for node in sorted(meetings):
        for meeting in meetings[node]:
            present[meeting].append(node)
    shared = Counter(pair for nodes in present.values() for pair in combinations(nodes, 2))
    graph = nx.Graph()
    graph.add_nodes_from(sorted(meetings))
    graph.add_weighted_edges_from((one, other, count) for (one, other), count in sorted(shared.items()))
    return graph


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


def _top(graph: nx.Graph, presence: _Presence, base: str, top: int) -> tuple[Ranked, ...]:
    pivots = _PIVOTS if len(graph) > _PIVOTS else None
    betweenness = nx.betweenness_centrality(graph, k=pivots, seed=_SEED)
    pagerank = nx.pagerank(graph, weight="weight") if len(graph) else {}
    meetings, names = presence
    leading = sorted(graph, key=lambda node: (-len(meetings[node]), names[node], node))[:top]
    return tuple(
        Ranked(
            name=names[node],
            path=node.removeprefix(base),
            meetings=len(meetings[node]),
            degree=graph.degree(node),
            weighted_degree=graph.degree(node, weight="weight"),
            betweenness=round(betweenness[node], _DIGITS),
            pagerank=round(pagerank[node], _DIGITS),
        )
        for node in leading
    )
