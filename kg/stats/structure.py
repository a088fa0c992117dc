"""How a network hangs together: communities, bridges, mixing of regions. Nodes are whole numbers in order."""

from __future__ import annotations

import networkx as nx

__all__ = ["assortativity", "bridges", "communities", "component_sizes", "modularity"]

_SEED = 0


def component_sizes(graph: nx.Graph) -> list[int]:
    """Number of nodes of each connected component, the largest first."""
    return sorted(map(len, nx.connected_components(graph)), reverse=True)


def communities(graph: nx.Graph) -> list[list[int]]:
    """Communities by weighted modularity (Louvain; Blondel et al. 2008), the largest first, seeded."""
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED) if len(graph) else []
    return sorted(map(sorted, found), key=lambda nodes: (-len(nodes), nodes))


def modularity(graph: nx.Graph, parts: list[list[int]]) -> float | None:
    """Modularity of communities, edges weighted; ``None`` in a network without edges."""
    return float(nx.community.modularity(graph, parts, weight="weight")) if graph.number_of_edges() else None


def bridges(graph: nx.Graph) -> set[frozenset[int]]:
    """The edges without which the network falls into more parts."""
    return {frozenset(edge) for edge in nx.bridges(graph)}


def assortativity(graph: nx.Graph, regions: dict[int, str]) -> float | None:
    """Assortativity by region of the nodes whose region is known; ``None`` where edges join fewer than two regions."""
    mixed = nx.Graph()
    mixed.add_edges_from((one, other) for one, other in graph.edges if regions[one] and regions[other])
    if len({regions[node] for node in mixed}) < 2:
        return None
    nx.set_node_attributes(mixed, {node: regions[node] for node in mixed}, "region")
    return float(nx.attribute_assortativity_coefficient(mixed, "region"))
