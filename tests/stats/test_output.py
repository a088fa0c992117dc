from __future__ import annotations

import csv
import io
import json

from kg.stats import measure, sections, to_csv, to_json
from kg.store import GraphStore


def test_json(store: GraphStore) -> None:
    values = json.loads(to_json(measure(store)))
    assert values["meetings_by_year"] == {"2019": 1, "2023": 1, "2024": 1}
    assert values["coverage"]["read_share"] == 0.375
    assert values["networks"][0]["name"] == "persons"
    assert values["networks"][0]["top"][0]["name"] == "Jaemin Cho"


def test_json_of_an_empty_graph(empty: GraphStore) -> None:
    assert json.loads(to_json(measure(empty)))["entities"] == {}


def test_csv_has_a_row_for_each_figure(store: GraphStore) -> None:
    rows = list(csv.reader(io.StringIO(to_csv(measure(store)), newline="")))
    assert rows[0] == ["section", "item", "measure", "value"]
    assert ["meetings_by_year", "2019", "count", "1"] in rows
    assert ["top_persons", "Jaemin Cho", "degree", "3"] in rows
    assert ["coverage", "share of sentences from which something was read", "value", "0.375"] in rows
    assert all(len(row) == 4 for row in rows)


def test_sections_are_rectangular_and_named_once(store: GraphStore) -> None:
    found = list(sections(measure(store)))
    assert len({section.name for section in found}) == len(found)
    assert all(len(row) == len(section.columns) for section in found for row in section.rows)


def test_the_same_text_on_every_run(store: GraphStore) -> None:
    assert to_json(measure(store)) == to_json(measure(store))
    assert to_csv(measure(store)) == to_csv(measure(store))
