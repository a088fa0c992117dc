"""What differs between the networks of two graphs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.stats import Analysis, Projection, Section, analyse, analysis_changes, analysis_changes_shown, older_graph
from kg.store import GraphStore

REPORTS = Path(__file__).parents[2] / "data" / "reports"


@pytest.fixture
def now(store: GraphStore) -> Analysis:
    return analyse(store, Projection.PERSONS)


@pytest.fixture
def before(now: Analysis) -> Analysis:
    """As if Askolani had not come, Cho met Liza twice, and somebody since left had been met by Tong Hua."""
    nodes = {node.path: node for node in now.nodes if node.name != "Askolani"}
    gone = replace(nodes["person/tong-hua"], iri=now.base + "person/gone", path="person/gone", name="Gone Since")
    nodes |= {"person/tong-hua": replace(nodes["person/tong-hua"], degree=2), "person/gone": gone}
    edges = [replace(edge, weight=2) if edge.target.endswith("larry-liza") else edge for edge in now.edges]
    edges.append(replace(edges[-1], source=gone.iri, target=now.base + "person/tong-hua"))
    return replace(now, nodes=tuple(nodes.values()), edges=tuple(edges), density=0.5, years=now.years[:-1])


def by_name(tables) -> dict[str, Section]:
    return {section.name: section for section in tables}


def test_figures_nodes_edges_and_years(before: Analysis, now: Analysis) -> None:
    found = {name: set(section.rows) for name, section in by_name(analysis_changes(before, now)).items()}
    assert ("density", "value", "0.5", "0.4", "-0.100000") in found["network"]
    assert {("nodes", "kept", "", "4", ""), ("nodes", "new", "", "1", ""), ("nodes", "gone", "", "1", "")} <= found[
        "turnover"
    ]
    assert ("person/tong-hua", "degree", "2", "1", "-1") in found["nodes"]
    assert ("person/askolani", "name", "", "Askolani", "new") in found["nodes"]
    assert ("person/gone", "meetings", "1", "", "gone") in found["nodes"]
    assert ("person/jaemin-cho person/larry-liza", "weight", "2", "1", "-1") in found["edges"]
    assert ("2024", "nodes", "", "2", "new") in found["years"]


def test_tables_for_people_rank_by_what_was_asked(before: Analysis, now: Analysis) -> None:
    found = by_name(analysis_changes_shown(before, now, 2, "degree"))
    assert found["turnover"].rows == (("nodes", "4", "1", "1"), ("edges", "4", "0", "1"))
    assert found["nodes"].columns[-2:] == ("rank before", "rank now")
    assert [(row[0], *row[2:]) for row in found["nodes"].rows] == [
        ("Gone Since", "1", "", "gone", "5", ""),
        ("Tong Hua", "2", "1", "-1", "2", "4"),
    ]
    assert found["edges"].rows[0] == ("Gone Since", "Tong Hua", "2", "", "gone")
    assert found["years"].rows == (("2024", "", "1", "", "2", "", "1"),)


def test_nothing_where_nothing_differs(now: Analysis) -> None:
    assert by_name(analysis_changes(now, now)).keys() == {"turnover"}
    assert list(analysis_changes_shown(now, now, 5, "degree")) == []


def test_another_base_is_no_difference(now: Analysis) -> None:
    base = "https://example.org/id/"

    def moved(iri: str) -> str:
        return base + iri.removeprefix(now.base)

    nodes = tuple(replace(node, iri=moved(node.iri)) for node in now.nodes)
    edges = tuple(replace(edge, source=moved(edge.source), target=moved(edge.target)) for edge in now.edges)
    assert list(analysis_changes_shown(replace(now, base=base, nodes=nodes, edges=edges), now, 5, "degree")) == []


@pytest.fixture
def grown(kg, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A store of one report, its export, and a store of two."""
    before, exported, after = tmp_path / "before", tmp_path / "before.ttl", tmp_path / "after"
    first, second = (REPORTS / f"{name}.txt" for name in ("rocbap-664", "wco-gm17-2022"))
    assert kg("build", first, "--store", before).code == 0
    assert kg("export", "--store", before, "-o", exported).code == 0
    assert kg("build", first, second, "--store", after).code == 0
    return before, exported, after


def test_the_command_compares_with_a_store_and_with_a_file(kg, grown: tuple[Path, Path, Path], tmp_path: Path) -> None:
    before, exported, after = grown
    told = [
        json.loads(kg("network", "--store", after, "--compare-with", old, "-f", "json").out)
        for old in (before, exported)
    ]
    assert told[0] == told[1]
    assert int(told[0]["network"]["nodes"]["value"]["now"]) > int(told[0]["network"]["nodes"]["value"]["before"])
    rows = list(csv.DictReader(io.StringIO(kg("network", "--store", after, "--compare-with", before, "-f", "csv").out)))
    assert {
        "section": "network",
        "item": "meetings",
        "measure": "value",
        "before": "1",
        "now": "2",
        "change": "+1",
    } in rows
    shown = kg("network", "person-office", "--store", after, "--compare-with", before, "--top", 3)
    assert (shown.code, "Nodes by change of degree" in shown.out, "Who and what stayed" in shown.out) == (0, True, True)


def test_the_command_restricts_both_alike(kg, grown: tuple[Path, Path, Path]) -> None:
    before, _, after = grown
    ran = kg("network", "--store", after, "--compare-with", before, "--to", 2021)
    assert (ran.code, ran.out, ran.err) == (0, "", "No figure differs.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-f", "gexf"), "A comparison cannot be written as gexf."),
        (("-o", "a.nodes.csv"), "A comparison cannot be written as nodes."),
    ],
)
def test_other_forms_are_wrong_use(kg, in_sample: Path, arguments: tuple[str, ...], words: str) -> None:
    ran = kg("network", "--compare-with", ".kg", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("name", ["old.gexf", "nowhere", "empty"])
def test_what_is_no_graph_is_wrong_use(kg, in_sample: Path, name: str) -> None:
    (in_sample / "empty").mkdir()
    if name.endswith("gexf"):
        assert kg("network", "-o", name).code == 0
    ran = kg("network", "--compare-with", name)
    assert (ran.code, ran.out) in {(2, ""), (3, "")}
    assert name in ran.err


def test_an_older_graph_has_the_base_it_is_given(kg, grown: tuple[Path, Path, Path]) -> None:
    with older_graph(grown[1], "https://example.org/") as graph:
        assert graph.manifest.base == "https://example.org/"
