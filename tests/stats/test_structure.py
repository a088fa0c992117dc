from __future__ import annotations

import networkx as nx

from kg.stats.structure import assortativity, bridges, communities, component_sizes, modularity

BARBELL = nx.barbell_graph(4, 0)
"""Two cliques of four, 0 to 3 and 4 to 7, joined by one edge."""


def test_communities_are_numbered_from_the_largest() -> None:
    graph = nx.disjoint_union(nx.complete_graph(2), BARBELL)
    assert communities(graph) == [[2, 3, 4, 5], [6, 7, 8, 9], [0, 1]]
    assert communities(nx.Graph()) == []


def test_modularity() -> None:
    assert modularity(BARBELL, [[0, 1, 2, 3], [4, 5, 6, 7]]) == 12 / 13 - 0.5
    assert modularity(nx.empty_graph(2), [[0], [1]]) is None


def test_bridges() -> None:
    assert bridges(BARBELL) == {frozenset({3, 4})}
    assert bridges(nx.cycle_graph(3)) == set()


def test_component_sizes() -> None:
    assert component_sizes(nx.disjoint_union(nx.empty_graph(1), BARBELL)) == [8, 1]


def test_assortativity_by_region() -> None:
    regions = dict.fromkeys(range(4), "AP") | dict.fromkeys(range(4, 8), "ESA")
    expected = (12 / 13 - 0.5) / 0.5
    found = assortativity(BARBELL, regions)
    assert found is not None
    assert abs(found - expected) < 1e-12
    assert assortativity(nx.complete_bipartite_graph(2, 2), {0: "AP", 1: "AP", 2: "ESA", 3: "ESA"}) == -1.0


def test_assortativity_needs_two_regions_that_are_known() -> None:
    assert assortativity(BARBELL, dict.fromkeys(range(8), "AP")) is None
    assert assortativity(BARBELL, dict.fromkeys(range(8), "")) is None
    assert assortativity(BARBELL, dict.fromkeys(range(4), "AP") | dict.fromkeys(range(4, 8), "")) is None
    assert assortativity(nx.Graph(), {}) is None
