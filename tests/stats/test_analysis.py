from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.stats import Analysis, Projection, Selection, analyse, limits, measure
from kg.store import GraphStore


@pytest.fixture
def persons(store: GraphStore) -> Analysis:
    return analyse(store, Projection.PERSONS)


def test_the_network_worked_out_by_hand(persons: Analysis) -> None:
    assert (persons.meetings, len(persons.nodes), len(persons.edges)) == (4, 5, 4)
    assert (persons.density, persons.components, persons.largest, persons.pivots) == (0.4, 2, 4, 5)
    assert (persons.betweenness_error, persons.closeness_error) == (0, 0)
    found = {node.name: node for node in persons.nodes}
    assert {name: node.core for name, node in found.items()} == {
        "Askolani": 0,
        "Jaemin Cho": 2,
        "Larry Liza": 2,
        "Tong Hua": 1,
        "Yuko Mamiya": 2,
    }
    # Cho reaches three of four others, each in one step.
    assert found["Jaemin Cho"].closeness == 0.75
    assert found["Askolani"].eigenvector == 0
    assert sum(node.eigenvector**2 for node in persons.nodes) == pytest.approx(1, abs=1e-5)
    assert found["Askolani"].community == max(node.community for node in persons.nodes)


def test_it_agrees_with_the_figures_of_the_graph(store: GraphStore, persons: Analysis) -> None:
    network = measure(store).networks[0]
    assert (network.nodes, network.edges, network.density) == (5, 4, persons.density)
    found = {node.path: node for node in persons.nodes}
    for ranked in network.top:
        node = found[ranked.path]
        assert (node.meetings, node.degree, node.weighted_degree) == (
            ranked.meetings,
            ranked.degree,
            ranked.weighted_degree,
        )
        assert (node.betweenness, node.pagerank) == (ranked.betweenness, ranked.pagerank)


def test_edges_have_years_and_the_bridge_is_marked(persons: Analysis) -> None:
    edges = {
        (edge.source.rpartition("/")[2], edge.target.rpartition("/")[2]): (edge.weight, edge.first, edge.last)
        for edge in persons.edges
    }
    assert edges["larry-liza", "yuko-mamiya"] == (2, 2023, 2024)
    assert [edge.target.rpartition("/")[2] for edge in persons.edges if edge.bridge] == ["tong-hua"]
    assert persons.bridges == 1


def test_years(persons: Analysis) -> None:
    assert [(year.year, year.nodes, year.new_nodes, year.edges, year.new_edges) for year in persons.years] == [
        (2019, 2, 2, 1, 1),
        (2023, 3, 2, 3, 3),
        (2024, 2, 0, 1, 0),
    ]
    assert (persons.years[-1].nodes_so_far, persons.years[-1].edges_so_far) == (4, 4)


def test_selection_restricts_nodes_edges_and_years(store: GraphStore) -> None:
    found = analyse(store, Projection.PERSONS, Selection(("AP",), 2018, 2020))
    assert [node.name for node in found.nodes] == ["Jaemin Cho", "Tong Hua"]
    assert [year.year for year in found.years] == [2019]


def test_years_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(UsageError, match="no years from 2021 to 2020"):
        Selection((), 2021, 2020)


@pytest.mark.parametrize("projection", Projection)
def test_an_empty_graph(empty: GraphStore, projection: Projection) -> None:
    found = analyse(empty, projection)
    assert (found.nodes, found.edges, found.communities, found.years) == ((), (), (), ())
    assert (found.modularity, found.assortativity, found.pivots, found.largest) == (None, None, 0, 0)


def test_beyond_the_limit_pivots_are_stated(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "EXACT", 4)
    monkeypatch.setattr(limits, "EXACT_BY_IGRAPH", 4)
    monkeypatch.setattr(limits, "PIVOTS", 3)
    found = analyse(store, Projection.PERSONS)
    assert found.pivots == 3
    assert 0 < found.betweenness_error < 0.5
    assert 0 <= found.closeness_error < 0.5
    assert analyse(store, Projection.PERSONS) == found


def test_the_same_in_every_process(sample_store: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kg.stats import *; from kg.store import open_store\n"
        "with open_store(Path(sys.argv[1])) as store:\n"
        "    for each in Projection: print(analysis_to_json(analyse(store, each)))"
    )
    command = [sys.executable, "-c", script, str(sample_store)]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    )
    assert first == second
