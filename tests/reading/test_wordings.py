"""The tables of reading: what stands in them, and what happens when a row is wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import TableError
from kg.reading import wordings as module
from kg.reading.wordings import Abbreviation, DateAlone, wordings
from kg.tables import Row


def test_tables() -> None:
    tables = wordings()
    assert tables.abbreviations["Mr"] is Abbreviation.NAME
    assert {tables.months[name] for name in ("may", "mayo", "мая", "五月", "mai")} == {5}
    assert set(tables.months.values()) == set(range(1, 13))
    assert [publisher.name for publisher in tables.publishers if publisher.date_alone is DateAlone.EVENT] == [
        "ROCB A/P"
    ]
    assert "director" in tables.role_terms
    assert all(
        entry == entry.lower() for entry in (*tables.furniture.contained, *tables.furniture.menu, *tables.bylines)
    )


@pytest.mark.parametrize(
    ("load", "values", "column"),
    [
        (module._months, {"name": "May", "month": "13"}, "month"),
        (module._abbreviations, {"honorific": "Mr", "abbreviation": "Mr", "kind": "nickname"}, "kind"),
        (module._publishers, {"publisher": "WCO", "address": "wcoomd.org", "date_alone": "both"}, "date_alone"),
        (module._furniture, {"wording": "home", "match": "somewhere"}, "match"),
    ],
)
def test_a_wrong_row_is_named(
    load: Callable[[], object], values: dict[str, str], column: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows(*_parts: str, columns: tuple[str, ...] = ()) -> Iterator[Row]:
        assert set(columns) <= set(values)
        yield Row(values, Path("table.csv"), 7)

    monkeypatch.setattr(module, "read_table", rows)
    with pytest.raises(TableError, match=rf"table\.csv, line 7, column {column}"):
        load()
