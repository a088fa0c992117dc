from __future__ import annotations

import pytest

from kg.stats import Network, limits, measure
from kg.store import GraphStore


@pytest.fixture
def persons(store: GraphStore) -> Network:
    return next(network for network in measure(store).networks if network.name == "persons")


def test_size(persons: Network) -> None:
    assert (persons.nodes, persons.edges) == (5, 4)
    assert persons.density == 0.4
    assert (persons.components, persons.largest) == (2, 4)
    assert persons.pivots == 5


def test_elections_and_repeated_roles_do_not_count(persons: Network) -> None:
    assert [(each.name, each.meetings) for each in persons.top] == [
        ("Jaemin Cho", 2),
        ("Larry Liza", 2),
        ("Yuko Mamiya", 2),
        ("Askolani", 1),
        ("Tong Hua", 1),
    ]


def test_centralities(persons: Network) -> None:
    found = {each.name: each for each in persons.top}
    assert {name: each.degree for name, each in found.items()} == {
        "Jaemin Cho": 3,
        "Larry Liza": 2,
        "Yuko Mamiya": 2,
        "Tong Hua": 1,
        "Askolani": 0,
    }
    assert found["Larry Liza"].weighted_degree == 3
    # Of the six pairs of others, the two of Tong Hua with Liza and with Mamiya meet over Cho.
    assert found["Jaemin Cho"].betweenness == round(2 / 6, 6)
    assert found["Larry Liza"].betweenness == 0
    assert sum(each.pagerank for each in persons.top) == pytest.approx(1, abs=1e-5)
    assert found["Larry Liza"].pagerank == found["Yuko Mamiya"].pagerank
    assert found["Jaemin Cho"].path == "person/jaemin-cho"


def test_only_as_many_as_asked_for_are_listed(store: GraphStore) -> None:
    assert [len(network.top) for network in measure(store, top=2).networks] == [2, 0]


def test_large_networks_are_estimated_the_same_on_every_run(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"EXACT": 4, "EXACT_BY_IGRAPH": 4, "PIVOTS": 3}.items():
        monkeypatch.setattr(limits, name, value)
    first, second = measure(store).networks[0], measure(store).networks[0]
    assert first.pivots == 3
    assert 0 < first.betweenness_error < 0.5
    assert first == second
