"""How central nodes are: measures of all nodes of a network, by node.

Nodes are whole numbers in order, not IRIs: sets of them then have the same order in every process, and sums of floating
point numbers the same last digit.

Up to :data:`kg.stats.limits.EXACT` nodes networkx measures, beyond it igraph where it is installed. Where it is not, or
the network is larger than it can do in a minute or two, betweenness and closeness are estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from kg.stats import by_igraph, limits
from kg.stats.sampling import Estimate, estimated_betweenness, estimated_closeness

__all__ = ["Centrality"]

_ITERATIONS = 200
_TOLERANCE = 1e-10
"""For each node; networkx alone would end when it is as near as 0.000001."""


class Centrality:
    """The measures of one network; each is computed when it is asked for.

    Args:
        graph: The network; its nodes are the whole numbers from 0.
    """

    def __init__(self, graph: nx.Graph) -> None:
        self._graph = graph
        self._fast = by_igraph.converted(graph) if len(graph) > limits.EXACT else None
        most = limits.EXACT if self._fast is None else limits.EXACT_BY_IGRAPH
        self._pivots = len(graph) if len(graph) <= most else min(limits.PIVOTS, len(graph))

    def betweenness(self) -> Estimate:
        """Betweenness over unweighted edges (Brandes 2001)."""
        if self._pivots < len(self._graph):
            return estimated_betweenness(len(self._graph), self._pivots, self._dependencies)
        if self._fast:
            return Estimate(_by_node(by_igraph.betweenness(self._fast)), self._pivots)
        return Estimate(nx.betweenness_centrality(self._graph), self._pivots)

    def closeness(self) -> Estimate:
        """Closeness over unweighted edges, scaled by the share of all nodes that is reached."""
        if self._pivots < len(self._graph):
            components = map(sorted, nx.connected_components(self._graph))
            return estimated_closeness(len(self._graph), self._pivots, components, self._distances)
        if self._fast:
            return Estimate(_by_node(by_igraph.closeness(self._fast)), self._pivots)
        return Estimate(nx.closeness_centrality(self._graph), self._pivots)

    def eigenvector(self) -> dict[int, float]:
        """Eigenvector centrality, edges weighted, of the largest component, the first of several; elsewhere 0."""
        found = dict.fromkeys(self._graph, 0.0)
        if not self._graph.number_of_edges():
            return found
        members = min(map(sorted, nx.connected_components(self._graph)), key=lambda nodes: (-len(nodes), nodes))
        if self._fast:
            values = by_igraph.eigenvector(self._fast.induced_subgraph(members))
            return found | dict(zip(members, values, strict=True))
        part = nx.Graph()
        part.add_nodes_from(members)
        part.add_edges_from(self._graph.edges(members, data=True))
        try:
            found |= nx.eigenvector_centrality(part, max_iter=_ITERATIONS, tol=_TOLERANCE, weight="weight")
        except nx.PowerIterationFailedConvergence:
            found |= nx.eigenvector_centrality_numpy(part, weight="weight")
        return found

    def pagerank(self) -> dict[int, float]:
        """PageRank over weighted edges, damping 0.85."""
        if self._fast:
            return _by_node(by_igraph.pagerank(self._fast))
        if not len(self._graph):
            return {}
        found: dict[int, float] = nx.pagerank(self._graph, weight="weight", max_iter=_ITERATIONS, tol=_TOLERANCE)
        return found

    def cores(self) -> dict[int, int]:
        """For each node the largest k such that it is in the k-core."""
        if self._fast:
            return dict(enumerate(by_igraph.cores(self._fast)))
        found: dict[int, int] = nx.core_number(self._graph)
        return found

    def _dependencies(self, sources: Sequence[int]) -> dict[int, float]:
        if self._fast:
            return _by_node(by_igraph.dependencies(self._fast, sources))
        found = nx.betweenness_centrality_subset(self._graph, sources, list(self._graph))
        return {node: 2 * value for node, value in found.items()}  # it counts each way of a path as half

    def _distances(self, source: int) -> dict[int, int]:
        if self._fast:
            return by_igraph.distances(self._fast, source)
        found: dict[int, int] = nx.single_source_shortest_path_length(self._graph, source)
        return found


def _by_node(values: Iterable[float]) -> dict[int, float]:
    return dict(enumerate(values))
