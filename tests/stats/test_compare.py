"""What figures differ between two graphs."""

import json
from pathlib import Path

from kg.stats import changes, changes_as_json, comparable

REPORTS = Path(__file__).parents[2] / "data" / "reports"


def grown(kg, tmp_path):
    """A store of one report, its export, and a store of two."""
    store, before = tmp_path / "store", tmp_path / "before.ttl"
    first, second = (REPORTS / f"{name}.txt" for name in ("rocbap-664", "wco-gm17-2022"))
    assert kg("build", first, "--store", store).code == 0
    assert kg("export", "--store", store, "-o", before).code == 0
    assert kg("build", first, second, "--store", tmp_path / "after").code == 0
    return store, before, tmp_path / "after"


def test_what_a_report_more_changes(kg, tmp_path) -> None:
    store, before, after = grown(kg, tmp_path)
    old, without = comparable(store, 5)
    assert without == frozenset()
    new, _ = comparable(after, 5)
    found = {section.name: section.rows for section in changes(old, new)}
    assert ("reports", "value", "1", "2", "+1") in found["graph"]
    assert ("2022", "count", "", "1", "new") in found["meetings_by_year"]
    file, without = comparable(before, 5)
    assert not any(changes(file, old, without))
    assert list(changes(new, new)) == []


def test_the_command_shows_it_to_people_and_programs(kg, tmp_path) -> None:
    store, before, after = grown(kg, tmp_path)
    shown = kg("stats", "--store", after, "--compare-with", store)
    assert (shown.code, "Meetings by year" in shown.out) == (0, True)
    told = json.loads(kg("stats", "--store", after, "--compare-with", before, "-f", "json").out)
    assert told["meetings_by_year"]["2022"]["count"] == {"before": "", "now": "1"}
    assert "graph" not in told
    assert "No figure differs." in kg("stats", "--store", store, "--compare-with", store).err


def test_json_has_what_the_tables_have(kg, tmp_path) -> None:
    store, _, after = grown(kg, tmp_path)
    tables = list(changes(comparable(store, 5)[0], comparable(after, 5)[0]))
    told = json.loads(changes_as_json(tables))
    assert sum(len(measures) for items in told.values() for measures in items.values()) == sum(
        len(section.rows) for section in tables
    )
