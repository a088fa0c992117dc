from __future__ import annotations

import networkx as nx
import pytest

from kg.stats import by_igraph, limits
from kg.stats.centrality import Centrality


def weighted() -> nx.Graph:
    graph = nx.gnm_random_graph(120, 400, seed=2)
    nx.set_edge_attributes(graph, {edge: 1 + sum(edge) % 4 for edge in graph.edges}, "weight")
    return graph


GRAPHS = {
    "clubs": nx.karate_club_graph(),
    "weighted": weighted(),
    "disconnected": nx.disjoint_union_all(
        [nx.empty_graph(2), nx.path_graph(4), nx.karate_club_graph(), nx.gnm_random_graph(60, 200, seed=1)]
    ),
    "tree": nx.balanced_tree(2, 4),
    "two kinds": nx.complete_bipartite_graph(5, 9),
    "star": nx.star_graph(7),
}


@pytest.fixture
def without_igraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_igraph, "converted", lambda _: None)


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch):
    def limit(exact: int, by: int = 20_000, pivots: int = 500) -> None:
        monkeypatch.setattr(limits, "EXACT", exact)
        monkeypatch.setattr(limits, "EXACT_BY_IGRAPH", by)
        monkeypatch.setattr(limits, "PIVOTS", pivots)

    return limit


def measures(graph: nx.Graph) -> dict[str, dict[int, float]]:
    central = Centrality(graph)
    return {
        "betweenness": central.betweenness().values,
        "closeness": central.closeness().values,
        "eigenvector": central.eigenvector(),
        "pagerank": central.pagerank(),
        "cores": central.cores(),
    }


@pytest.mark.parametrize("name", GRAPHS)
def test_igraph_gives_the_figures_of_networkx(limited, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    pytest.importorskip("igraph")
    graph, asked = GRAPHS[name], []
    slow = measures(graph)
    limited(1)
    monkeypatch.setattr(by_igraph, "cores", lambda it, cores=by_igraph.cores: asked.append(it) or cores(it))
    quick = measures(graph)
    assert asked
    for measure, values in slow.items():
        assert quick[measure] == pytest.approx(values, abs=2e-6), measure


@pytest.mark.parametrize("name", GRAPHS)
def test_exact_is_what_networkx_says(name: str) -> None:
    graph = GRAPHS[name]
    found = Centrality(graph)
    assert found.betweenness() == (nx.betweenness_centrality(graph), len(graph), 0)
    assert found.closeness() == (nx.closeness_centrality(graph), len(graph), 0)


@pytest.mark.parametrize("by", ["igraph", "networkx"])
def test_estimates_are_near_and_state_their_error(limited, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    if by == "networkx":
        monkeypatch.setattr(by_igraph, "converted", lambda _: None)
    else:
        pytest.importorskip("igraph")
    graph = nx.disjoint_union(nx.path_graph(4), nx.gnm_random_graph(300, 900, seed=1))
    exact = Centrality(graph)
    limited(20, 20, 100)
    for measure in ("betweenness", "closeness"):
        true, found = getattr(exact, measure)().values, getattr(Centrality(graph), measure)()
        assert found.pivots == 100
        away = max(abs(found.values[node] - true[node]) for node in graph)
        # Of three hundred values the farthest is about three standard errors away.
        assert 0 < away < 4 * found.error
        assert found.error < max(true.values()) / 4
        assert getattr(Centrality(graph), measure)() == found


def test_the_error_is_honest(limited) -> None:
    """Over many graphs, two of three estimates are within one standard error of where they should be."""
    inside = total = 0
    for seed in range(8):
        graph = nx.barabasi_albert_graph(80, 2, seed=seed)
        exact = Centrality(graph).betweenness().values
        limited(20, 20, 40)
        found = Centrality(graph).betweenness()
        limited(1000)
        worst = max(graph, key=lambda node: exact[node])
        inside += abs(found.values[worst] - exact[worst]) <= 2 * found.error
        total += 1
    assert inside >= total - 1


def test_closeness_in_small_components_is_exact_beside_a_large_one(limited, without_igraph) -> None:
    graph = nx.disjoint_union(nx.path_graph(4), nx.gnm_random_graph(300, 1500, seed=1))
    limited(20, 20, 100)
    exact, found = nx.closeness_centrality(graph), Centrality(graph).closeness().values
    assert [found[node] for node in range(4)] == pytest.approx([exact[node] for node in range(4)])
    assert found != pytest.approx(exact, rel=1e-6)


@pytest.mark.parametrize(("size", "installed", "pivots"), [(8, True, 8), (9, True, 9), (12, True, 3), (9, False, 3)])
def test_the_limits_decide_from_how_many_nodes(
    limited, monkeypatch: pytest.MonkeyPatch, size: int, installed: bool, pivots: int
) -> None:
    if installed:
        pytest.importorskip("igraph")
    else:
        monkeypatch.setattr(by_igraph, "converted", lambda _: None)
    limited(8, 11, 3)
    assert Centrality(nx.cycle_graph(size)).betweenness().pivots == pivots


def test_nothing_at_all() -> None:
    nothing, alone = Centrality(nx.Graph()), Centrality(nx.empty_graph(1))
    assert (nothing.betweenness().values, nothing.closeness().values, nothing.pagerank()) == ({}, {}, {})
    assert (alone.betweenness().values, alone.closeness().values, alone.pagerank()) == ({0: 0}, {0: 0}, {0: 1})


def test_eigenvector_is_of_the_largest_component() -> None:
    graph = nx.disjoint_union(nx.path_graph(2), nx.karate_club_graph())
    found = Centrality(graph).eigenvector()
    assert (found[0], found[1]) == (0, 0)
    alone = nx.eigenvector_centrality_numpy(nx.karate_club_graph(), weight="weight")
    assert [found[node + 2] for node in alone] == pytest.approx(list(alone.values()), abs=1e-5)


def test_eigenvector_where_iteration_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stats.centrality._ITERATIONS", 1)
    graph = nx.karate_club_graph()
    expected = nx.eigenvector_centrality_numpy(graph, weight="weight")
    assert Centrality(graph).eigenvector() == pytest.approx(expected, abs=1e-6)


def test_eigenvector_and_pagerank_without_edges() -> None:
    assert Centrality(nx.empty_graph(2)).eigenvector() == {0: 0.0, 1: 0.0}
    assert Centrality(nx.empty_graph(2)).pagerank() == {0: 0.5, 1: 0.5}
