"""How central nodes are: measures of all nodes of a network, by node.

Nodes are whole numbers in order, not IRIs: sets of them then have the same order in every process, and sums of floating
point numbers the same last digit.
"""

from __future__ import annotations

import random
from collections import Counter

import networkx as nx

__all__ = ["betweenness", "closeness", "eigenvector", "pagerank", "pivots"]

_SEED = 0
_ITERATIONS = 1000
_TOLERANCE = 1e-8


def pivots(graph: nx.Graph, exact: int, sampled: int) -> int:
    """From how many nodes shortest paths are followed: from all, or in a network beyond ``exact`` from some."""
    return len(graph) if len(graph) <= exact else min(sampled, len(graph))


def betweenness(graph: nx.Graph, pivots: int) -> dict[int, float]:
    """Betweenness over unweighted edges (Brandes 2001), from a sample of sources where ``pivots`` is less than all."""
    found: dict[int, float] = nx.betweenness_centrality(graph, k=pivots if pivots < len(graph) else None, seed=_SEED)
    return found


def closeness(graph: nx.Graph, pivots: int) -> dict[int, float]:
    """Closeness over unweighted edges, the mean distance in components of more nodes than ``pivots`` estimated.

    The estimate is from the distances to a sample of nodes of the component (Eppstein and Wang 2004).
    """
    found = dict.fromkeys(graph, 0.0)
    for component in map(sorted, nx.connected_components(graph)):
        sources = component
        if len(component) > pivots:
            sources = random.Random(_SEED).sample(component, pivots)  # noqa: S311 (a sample, no secret)
        total: Counter[int] = Counter()
        for source in sources:
            total.update(nx.single_source_shortest_path_length(graph, source))
        others, chosen = len(component) - 1, set(sources)
        for node in component:
            if total[node]:
                mean = total[node] / (len(sources) - (node in chosen))
                found[node] = others / (len(graph) - 1) / mean
    return found


def eigenvector(graph: nx.Graph) -> dict[int, float]:
    """Eigenvector centrality of the largest component, the first of several; elsewhere 0."""
    found = dict.fromkeys(graph, 0.0)
    if graph.number_of_edges():
        members = min(map(sorted, nx.connected_components(graph)), key=lambda nodes: (-len(nodes), nodes))
        part = nx.Graph()
        part.add_nodes_from(members)
        part.add_edges_from(graph.edges(members, data=True))
        try:
            found |= nx.eigenvector_centrality(part, max_iter=_ITERATIONS, tol=_TOLERANCE, weight="weight")
        except nx.PowerIterationFailedConvergence:
            found |= nx.eigenvector_centrality_numpy(part, weight="weight")
    return found


def pagerank(graph: nx.Graph) -> dict[int, float]:
    """PageRank over weighted edges, damping 0.85."""
    found: dict[int, float] = nx.pagerank(graph, weight="weight") if len(graph) else {}
    return found
