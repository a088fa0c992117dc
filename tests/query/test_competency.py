"""Every named question: its head is complete, its answer over the sample reports is the approved one."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.query import Query, list_queries, run
from kg.store import GraphStore, open_store

EXPECTED = Path(__file__).parent / "expected"
QUERIES = list_queries()
each = pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])


@pytest.fixture
def sample(sample_store: Path) -> Iterator[GraphStore]:
    """The graph of the sample reports."""
    with open_store(sample_store) as graph:
        yield graph


@each
def test_the_head_is_complete(query: Query, sample: GraphStore) -> None:
    assert query.summary
    assert query.summary.endswith("?") or query.tags[-1] == "rdf"
    assert query.description.endswith(".")
    assert "competency" in query.tags
    required = {parameter.name for parameter in query.parameters if parameter.required}
    assert required <= query.example.keys()
    answer = run(sample, query, query.example)
    assert tuple(query.columns) == answer.columns
    if not answer.is_graph:
        assert {parameter.name for parameter in query.parameters} <= set(answer.columns)


@each
def test_rows_have_an_order(query: Query) -> None:
    assert re.search(r"ORDER BY|CONSTRUCT", query.text)


@each
def test_the_answer_is_the_approved_one(query: Query, sample: GraphStore, approve: bool) -> None:
    found = _written(sample, query)
    file = _file(query)
    if approve:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    expected = file.read_text(encoding="utf-8") if file.exists() else ""
    assert found == expected, "".join(
        difflib.unified_diff(expected.splitlines(keepends=True), found.splitlines(keepends=True), "approved", "found")
    )


@each
def test_a_parameter_that_may_be_left_out_chooses_rows_and_nothing_else(query: Query, sample: GraphStore) -> None:
    for parameter in query.parameters:
        if not parameter.required:
            others = {name: value for name, value in query.example.items() if name != parameter.name}
            every = run(sample, query, others).table()
            at = every.columns.index(parameter.name)
            values = sorted({str(row[at]) for row in every.rows if row[at]})
            for value in values[:3] + values[-3:]:
                chosen = run(sample, query, {**others, parameter.name: value}).table()
                assert sorted(map(str, chosen.rows)) == sorted(str(row) for row in every.rows if str(row[at]) == value)


EMPTY = {
    "reports-against-reference": "reports and tables agree",
}


@each
def test_something_is_found(query: Query) -> None:
    rows = _file(query).read_text(encoding="utf-8").splitlines()[1:]
    assert bool(rows) == (query.name not in EMPTY)


def test_posts_of_an_office_are_those_held_there(sample: GraphStore) -> None:
    (query,) = (query for query in QUERIES if query.name == "posts-held")
    every = run(sample, query, {}).table().rows
    office = max({row[7] for row in every if row[7]}, key=[row[7] for row in every].count)
    there = run(sample, query, {"office": office}).table().rows
    assert list(there) == [row for row in every if row[7] == office]
    assert 1 < len(there) < len(every)


def test_no_expected_file_is_left_over() -> None:
    assert {file.stem for file in EXPECTED.iterdir()} == {query.name for query in QUERIES}


def _file(query: Query) -> Path:
    return EXPECTED / f"{query.name}.{'csv' if query.columns else 'ttl'}"


def _written(sample: GraphStore, query: Query) -> str:
    answer = run(sample, query, query.example)
    if answer.is_graph:
        return answer.to_bytes("turtle").decode()
    out = io.StringIO()
    table = answer.table()
    csv.writer(out, lineterminator="\n").writerows([table.columns, *table.rows])
    return out.getvalue()
