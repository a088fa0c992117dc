from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import reference, tables
from kg.errors import TableError
from kg.extraction.mentions import gazetteer
from kg.extraction.places import region_table, regions
from kg.extraction.places import table as table_of_places
from kg.extraction.values import modes
from kg.resources import resource
from kg.tables import Row, read_table


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is read in place of any table."""
    path = tmp_path / "table.csv"
    monkeypatch.setattr(tables, "resource", lambda *_: path)
    return path


def instead_of(file: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file is read in place of one table; all others stay."""
    monkeypatch.setattr(tables, "resource", lambda *parts: path if parts[-1] == file else resource(*parts))


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


@pytest.mark.parametrize("rows", [reference._rows, gazetteer._rows])
@pytest.mark.parametrize(
    ("file", "column", "wrong"),
    [("entities.csv", "kind", "ROCK"), ("entities.csv", "region", "A/P"), ("members.csv", "region", "Asia")],
)
def test_all_who_read_offices_refuse_a_wrong_value(
    rows: Callable[[], Iterator[object]],
    file: str,
    column: str,
    wrong: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / file
    first, *_ = read_table("data", "reference", file)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, first.keys())
        writer.writeheader()
        writer.writerow({**first, column: wrong})
    instead_of(file, path, monkeypatch)
    with refused(path, f"line 2, column {column}: one of "):
        list(rows())


@pytest.mark.parametrize(
    ("read", "file", "column"),
    [
        (region_table.region_names, "regions.csv", "code"),
        (regions._members, "members.csv", "region"),
        (regions._wordings, "event_regions.csv", "region"),
        (modes._table, "event_modes.csv", "mode"),
        (table_of_places.place_words, "place_words.csv", "use"),
    ],
)
def test_a_value_of_no_scheme_is_refused(
    read: Callable[[], object], file: str, column: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = "reference" if file in {"regions.csv", "members.csv"} else "wordings"
    head = resource("data", folder, file).read_text("utf-8-sig").splitlines()[0].split(",")
    path = tmp_path / file
    path.write_text(",".join(head) + "\n" + ",".join(["?"] * len(head)) + "\n", encoding="utf-8")
    instead_of(file, path, monkeypatch)
    with refused(path, f"line 2, column {column}: one of "):
        read.__wrapped__()  # type: ignore[attr-defined]
