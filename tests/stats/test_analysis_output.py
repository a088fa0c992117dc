from __future__ import annotations

import csv
import io
import json

import pytest

from kg.stats import MEASURES, Projection, Selection, analyse, analysis_sections, analysis_to_csv, analysis_to_json
from kg.store import GraphStore


def test_json(store: GraphStore) -> None:
    values = json.loads(analysis_to_json(analyse(store, Projection.PERSONS, Selection((), 2019))))
    assert values["projection"] == "person-person"
    assert values["selection"] == {"regions": [], "from": 2019, "to": None}
    assert values["network"]["nodes"] == len(values["nodes"]) == 4
    assert values["network"]["assortativity_by_region"] is None
    assert [edge["weight"] for edge in values["bridges"]] == [1]
    assert values["years"][0]["year"] == 2019


def test_csv_has_a_row_for_each_figure(store: GraphStore) -> None:
    rows = list(csv.reader(io.StringIO(analysis_to_csv(analyse(store, Projection.PERSONS)), newline="")))
    assert rows[0] == ["section", "item", "measure", "value"]
    assert ["network", "density", "value", "0.4"] in rows
    assert ["nodes", "person/jaemin-cho", "degree", "3"] in rows
    assert ["years", "2023", "new_edges", "3"] in rows
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize("by", MEASURES)
def test_nodes_are_ranked_by_the_measure_asked_for(store: GraphStore, by: str) -> None:
    analysis = analyse(store, Projection.PERSONS)
    (nodes,) = (section for section in analysis_sections(analysis, 5, by) if section.name == "nodes")
    values = {node.name: getattr(node, by) for node in analysis.nodes}
    ranked = [values[row[0]] for row in nodes.rows]
    assert ranked == sorted(ranked, reverse=True)


def test_tables_are_rectangular_and_as_long_as_asked_for(store: GraphStore) -> None:
    found = list(analysis_sections(analyse(store, Projection.PERSONS), 1, "degree"))
    assert all(len(row) == len(section.columns) for section in found for row in section.rows)
    assert {section.name: len(section.rows) for section in found} == {
        "network": 14,
        "nodes": 1,
        "communities": 1,
        "bridges": 1,
        "years": 3,
    }
