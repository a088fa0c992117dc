from __future__ import annotations

import pytest

from kg.stats import Projection
from kg.stats.attendance import Attendance
from kg.stats.projection import density, project

PRESENT = Attendance(
    persons={"m1": {"p1", "p2"}, "m2": {"p1", "p2", "p3"}, "m3": {"p3"}},
    offices={"m1": {"o1"}, "m2": {"o1", "o2"}},
    names={},
    years={"m1": 2019, "m2": 2021},
    regions={},
)


@pytest.mark.parametrize(
    ("projection", "edges", "nodes"),
    [
        (Projection.PERSONS, {("p1", "p2"): 2, ("p1", "p3"): 1, ("p2", "p3"): 1}, 3),
        (Projection.OFFICES, {("o1", "o2"): 1}, 2),
        (
            Projection.PERSONS_OFFICES,
            {("p1", "o1"): 2, ("p2", "o1"): 2, ("p3", "o1"): 1, ("p1", "o2"): 1, ("p2", "o2"): 1, ("p3", "o2"): 1},
            5,
        ),
        (Projection.OFFICES_MEETINGS, {("o1", "m1"): 1, ("o1", "m2"): 1, ("o2", "m2"): 1}, 4),
    ],
)
def test_weights_are_shared_meetings(projection: Projection, edges: dict[tuple[str, str], int], nodes: int) -> None:
    graph = project(PRESENT, projection, ["m1", "m2", "m3"])
    assert {frozenset(edge[:2]): edge[2] for edge in graph.edges(data="weight")} == {
        frozenset(pair): weight for pair, weight in edges.items()
    }
    assert len(graph) == nodes


def test_nodes_count_their_meetings_and_edges_know_their_years() -> None:
    graph = project(PRESENT, Projection.PERSONS, ["m1", "m2", "m3"])
    assert dict(graph.nodes(data="meetings")) == {"p1": 2, "p2": 2, "p3": 2}
    assert graph.edges["p1", "p2"]["years"] == (2019, 2021)


def test_only_the_given_meetings_count() -> None:
    assert sorted(project(PRESENT, Projection.PERSONS, ["m1"])) == ["p1", "p2"]


def test_density_between_two_kinds_counts_no_pairs_within_one() -> None:
    meetings = ["m1", "m2", "m3"]
    assert density(project(PRESENT, Projection.PERSONS_OFFICES, meetings), Projection.PERSONS_OFFICES) == 1.0
    assert density(project(PRESENT, Projection.OFFICES_MEETINGS, meetings), Projection.OFFICES_MEETINGS) == 0.75
    assert density(project(PRESENT, Projection.OFFICES_MEETINGS, []), Projection.OFFICES_MEETINGS) == 0.0
