from __future__ import annotations

import networkx as nx
import pytest

from kg.stats.centrality import betweenness, closeness, eigenvector, pagerank, pivots


@pytest.mark.parametrize(("size", "expected"), [(0, 0), (8, 8), (9, 3)])
def test_all_nodes_are_pivots_up_to_the_limit(size: int, expected: int) -> None:
    assert pivots(nx.empty_graph(size), 8, 3) == expected


def test_closeness_from_all_nodes_is_exact() -> None:
    graph = nx.disjoint_union(nx.karate_club_graph(), nx.path_graph(4))
    assert closeness(graph, len(graph)) == pytest.approx(nx.closeness_centrality(graph))


def test_closeness_from_some_nodes_is_near_and_exact_in_small_components() -> None:
    graph = nx.disjoint_union(nx.path_graph(4), nx.gnm_random_graph(300, 1500, seed=1))
    exact, estimated = nx.closeness_centrality(graph), closeness(graph, 100)
    assert estimated == pytest.approx(exact, rel=0.1)
    assert estimated != pytest.approx(exact, rel=1e-6)
    assert {node: estimated[node] for node in range(4)} == pytest.approx({node: exact[node] for node in range(4)})
    assert closeness(graph, 100) == estimated


def test_a_node_without_edges_is_close_to_none() -> None:
    assert closeness(nx.empty_graph(1), 1) == {0: 0.0}
    assert closeness(nx.Graph(), 0) == {}


def test_betweenness_from_some_nodes_is_the_same_on_every_run() -> None:
    graph = nx.karate_club_graph()
    assert betweenness(graph, len(graph)) == nx.betweenness_centrality(graph)
    assert betweenness(graph, 5) == betweenness(graph, 5) != betweenness(graph, len(graph))


def test_eigenvector_is_of_the_largest_component() -> None:
    graph = nx.disjoint_union(nx.path_graph(2), nx.karate_club_graph())
    found = eigenvector(graph)
    assert (found[0], found[1]) == (0, 0)
    alone = nx.eigenvector_centrality_numpy(nx.karate_club_graph(), weight="weight")
    assert [found[node + 2] for node in alone] == pytest.approx(list(alone.values()), abs=1e-5)


def test_eigenvector_where_iteration_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stats.centrality._ITERATIONS", 1)
    graph = nx.karate_club_graph()
    assert eigenvector(graph) == pytest.approx(nx.eigenvector_centrality_numpy(graph, weight="weight"), abs=1e-6)


def test_eigenvector_and_pagerank_without_edges() -> None:
    assert eigenvector(nx.empty_graph(2)) == {0: 0.0, 1: 0.0}
    assert pagerank(nx.Graph()) == {}
    assert pagerank(nx.empty_graph(2)) == {0: 0.5, 1: 0.5}
