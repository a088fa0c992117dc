"""The measures of :mod:`kg.stats.centrality` computed by igraph, which is many times as fast as networkx.

Nodes are whole numbers in order. The same figures as those of networkx, but for the last digits.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import networkx as nx

__all__ = [
    "betweenness",
    "closeness",
    "converted",
    "cores",
    "dependencies",
    "distances",
    "eigenvector",
    "installed",
    "pagerank",
]


def installed() -> bool:
    """Whether igraph is there."""
    return find_spec("igraph") is not None


def converted(graph: nx.Graph) -> Any | None:
    """The network as igraph has it; ``None`` where igraph is not installed."""
    if not installed():
        return None
    from igraph import Graph  # noqa: PLC0415 - an extra, and slow to load

    weights = [weight for _, _, weight in graph.edges(data="weight", default=1)]
    return Graph(n=len(graph), edges=list(graph.edges), edge_attrs={"weight": weights})


def betweenness(network: Any) -> list[float]:
    """Betweenness over unweighted edges of all nodes, 0 to 1."""
    pairs = (network.vcount() - 1) * (network.vcount() - 2) / 2
    return [value / pairs if pairs > 0 else 0.0 for value in network.betweenness(directed=False)]


def dependencies(network: Any, sources: Sequence[int]) -> list[float]:
    """For each node, how many shortest paths from ``sources`` lead over it; several to one end count in part."""
    return [2 * value for value in network.betweenness(directed=False, sources=list(sources))]


def closeness(network: Any) -> list[float]:
    """Closeness over unweighted edges of all nodes, scaled by the share of all nodes that is reached."""
    others = network.vcount() - 1
    components = network.connected_components()
    sizes = components.sizes()
    reached = [sizes[component] - 1 for component in components.membership]
    found = network.closeness(normalized=True)
    return [value * count / others if count else 0.0 for value, count in zip(found, reached, strict=True)]


def distances(network: Any, source: int) -> dict[int, int]:
    """Steps from a node to each that can be reached."""
    found = network.distances(source=[source])[0]
    return {node: int(steps) for node, steps in enumerate(found) if steps != float("inf")}


def eigenvector(network: Any) -> list[float]:
    """Eigenvector centrality, edges weighted, of a connected network; of length 1."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # far from the centre values are next to nothing, rightly
        found = network.eigenvector_centrality(weights="weight", scale=False)
    length = sum(value * value for value in found) ** 0.5
    return [value / length for value in found]


def pagerank(network: Any) -> list[float]:
    """PageRank over weighted edges, damping 0.85."""
    found: list[float] = network.pagerank(directed=False, weights="weight", damping=0.85)
    return found


def cores(network: Any) -> list[int]:
    """For each node the largest k such that it is in the k-core."""
    found: list[int] = network.coreness()
    return found
