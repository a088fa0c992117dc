"""Named questions as the editor shows them: they can be asked anywhere, and give the same rows, as quickly."""

import pytest

from kg.query import Query, list_queries, run
from kg.sparql import declared
from kg.store import open_store
from kg.vocab import PREFIXES
from kg.web.pages import written_out

ROWS = [query for query in list_queries() if "CONSTRUCT" not in query.text]


@pytest.mark.parametrize("query", ROWS, ids=lambda query: query.name)
def test_rows_are_those_of_the_question(sample_store, query: Query) -> None:
    with open_store(sample_store) as store:
        text = written_out(store, query, {})
        expected = run(store, query, query.example).to_bytes("csv")
        assert run(store, Query("written", text), {}).to_bytes("csv") == expected


def test_values_stand_where_the_database_needs_them(sample_store) -> None:
    by_name = {query.name: query for query in ROWS}
    with open_store(sample_store) as store:
        first = written_out(store, by_name["colleagues-at-meetings"], {})
        last = written_out(store, by_name["meetings-without-chair"], {"region": "AP"})
    assert "WHERE {\n  VALUES (?person)" in first
    assert last.rstrip().splitlines()[-1].startswith("VALUES (?region)")


@pytest.mark.parametrize("text", ["SELECT * { ?s a wco:Meeting }", "prefix wco: <x:> select * { ?s a wco:Meeting }"])
def test_prefixes_are_declared_once(text: str) -> None:
    assert declared(text, PREFIXES).lower().count("prefix wco:") == 1
    assert "PREFIX co:" not in declared(text, PREFIXES)
