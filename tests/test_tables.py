from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import reference, tables
from kg.errors import TableError
from kg.tables import Row, read_table


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is read in place of any table."""
    path = tmp_path / "table.csv"
    monkeypatch.setattr(tables, "resource", lambda *_: path)
    return path


@contextmanager
def refused(path: Path, words: str) -> Iterator[None]:
    with pytest.raises(TableError, match=re.escape(f"{path}, {words}")):
        yield


def test_values_are_stripped(table: Path) -> None:
    table.write_text("\ufeffword,use\n Board , title\n", encoding="utf-8")
    assert list(read_table("table.csv")) == [{"word": "Board", "use": "title"}]


def test_a_column_that_is_missing_is_named_where_it_is_demanded(table: Path) -> None:
    table.write_text("word\n", encoding="utf-8")
    with refused(table, "line 1: column kind, use is missing."):
        list(read_table("table.csv", columns=("word", "use", "kind")))


def test_a_column_that_is_missing_is_named_where_it_is_read(table: Path) -> None:
    table.write_text("word\nBoard\n", encoding="utf-8")
    (row,) = read_table("table.csv")
    with refused(table, "line 1: column use is missing."):
        row["use"]
    assert row.get("use", "any") == "any"


def test_every_column_that_offices_are_read_from_is_named_when_it_is_missing(table: Path) -> None:
    row = dict.fromkeys(
        "kind name acronym_variants region host_country_iso2 host_city opened closed confidence".split(), ""
    )
    table.write_text(",".join(row) + "\n" + ",".join({**row, "kind": "ROCB"}.values()) + "\n", encoding="utf-8")
    with refused(table, "line 1: column website is missing."):
        list(reference._entities())


def test_a_wrong_value_is_named() -> None:
    row = Row({"word": "Board", "use": "?"}, Path("table.csv"), 7)
    assert str(row.error("use", "one is needed")) == "table.csv, line 7, column use: one is needed (found '?')."


@pytest.mark.parametrize("text", ["word,use\nBoard\n", "word,use\nBoard,title,more\n"])
def test_a_row_with_more_or_fewer_fields_is_named(text: str, table: Path) -> None:
    table.write_text(text, encoding="utf-8")
    with refused(table, "line 2: as many fields are needed"):
        list(read_table("table.csv"))
