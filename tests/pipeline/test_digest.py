from pathlib import Path

import pytest

from kg.pipeline import digest
from kg.pipeline.digest import inputs_digest


def test_is_the_same_as_long_as_nothing_changes() -> None:
    assert inputs_digest("a", "b") == inputs_digest("a", "b")


def test_settings_are_told_apart() -> None:
    assert len({inputs_digest("ab"), inputs_digest("a", "b"), inputs_digest()}) == 3


def test_rules_tables_ontology_and_shapes_count_but_reports_do_not() -> None:
    names = {name for name, _ in digest._files()}
    assert {"kg/extraction/engine.py", "data/wordings/titles.csv", "data/reference/members.csv"} <= names
    assert "ontology/wco.ttl" in names
    assert any(name.startswith("ontology/shapes/") for name in names)
    assert not any("reports" in name for name in names if name.startswith("data/"))


def test_a_changed_file_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "titles.csv"
    monkeypatch.setattr(digest, "_files", lambda: iter([("data/titles.csv", table)]))
    table.write_text("Head\n", encoding="utf-8")
    before = inputs_digest()
    table.write_text("Heads\n", encoding="utf-8")
    assert inputs_digest() != before
