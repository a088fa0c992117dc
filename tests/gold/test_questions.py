"""Every named question, asked of the graph and of facts written down by hand: where answers differ, it is known why.

The facts written down by hand are linked and mapped like those that the rules read, so that only reading can make a
difference. Each row that one of the two has alone stands in ``differences.csv`` with its reason:

- ``miss``: the report says it, and the rules do not read it.
- ``true``: the report says it, and by the conventions of the facts it is not written down, or in other words.
- ``wrong``: the report does not say it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from pyoxigraph import DefaultGraph, Literal

from kg.linking import link
from kg.linking.office_names import reference_row
from kg.mapping import merged_quads, redirect_quads, reference_quads
from kg.model import Entity, Links, Office, OfficeKind
from kg.pipeline import sample_corpus
from kg.query import Query, list_queries, run
from kg.reading import read_file
from kg.store import GraphStore, memory_store, open_store
from kg.vocab import BASE, FOAF, RDFS, SKOS

DIFFERENCES = Path(__file__).parent / "differences.csv"
COLUMNS = ("question", "only in", "row", "reason")
EVIDENCE = {"quote", "rule", "passage", "reason"}
"""Columns that tell where something stands and why it was adopted, which nobody wrote down."""
OFFSETS = {"evidence": {"start", "end"}}
QUERIES = [query for query in list_queries() if query.columns]
each = pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])

Row = tuple[str, ...]


@pytest.fixture(scope="module")
def sample(sample_store: Path) -> Iterator[GraphStore]:
    with open_store(sample_store) as graph:
        yield graph


@pytest.fixture(scope="module")
def written(facts: list[Path], read_gold, sample: GraphStore) -> GraphStore:
    """The graph of what was written down, in which everything is called as in that of the sample reports."""
    reports = [(read_file(sample_corpus() / f"{path.stem}.txt"), _with_kinds(read_gold(path)[1])) for path in facts]
    linking = link(extractions for _, extractions in reports)
    names = _names(sample)
    return memory_store(
        [
            *merged_quads((report, found, _renamed(linking.links[report.id], names)) for report, found in reports),
            *reference_quads(),
            *redirect_quads(linking.replaced, BASE),
        ]
    )


def _with_kinds(extractions):
    return replace(extractions, offices=tuple(_with_kind(office) for office in extractions.offices))


def _with_kind(office: Office) -> Office:
    """Of what kind an office is was not written down; the tables or its name tell."""
    row = reference_row(office)
    if row is not None:
        return replace(office, kind=row.kind, country=row.country)
    kinds = (kind for kind in OfficeKind if office.name.startswith(kind.value))
    return replace(office, kind=next(kinds, OfficeKind.OTHER))


def _names(sample: GraphStore) -> dict[str, str]:
    return {
        quad.subject.value.removeprefix(BASE): quad.object.value
        for name in (RDFS.label, FOAF.name, SKOS.prefLabel)
        for quad in sample.quads(DefaultGraph(), predicate=name)
        if isinstance(quad.object, Literal)
    }


def _renamed(links: Links, names: dict[str, str]) -> Links:
    def renamed(entity: Entity) -> Entity:
        return replace(entity, label=names.get(entity.path, entity.label))

    return Links(
        links.report,
        MappingProxyType({key: renamed(entity) for key, entity in links.entities.items()}),
        MappingProxyType({key: renamed(entity) for key, entity in links.series.items()}),
    )


def _rows(store: GraphStore, query: Query) -> set[Row]:
    table = run(store, query, query.example).table()
    hidden = EVIDENCE | OFFSETS.get(query.name, set())
    kept = [at for at, column in enumerate(table.columns) if column not in hidden]
    return {tuple(str(row[at]) for at in kept) for row in table.rows}


def _written_row(row: Row) -> str:
    return " | ".join(row)


def _known() -> dict[tuple[str, str, str], str]:
    with DIFFERENCES.open(encoding="utf-8", newline="") as file:
        return {(row["question"], row["only in"], row["row"]): row["reason"] for row in csv.DictReader(file)}


def _differences(query: Query, sample: GraphStore, written: GraphStore) -> set[tuple[str, str, str]]:
    here, there = _rows(sample, query), _rows(written, query)
    return {(query.name, "graph", _written_row(row)) for row in here - there} | {
        (query.name, "facts", _written_row(row)) for row in there - here
    }


@each
def test_the_graph_answers_as_people_would_but_for_what_is_known(
    query: Query, sample: GraphStore, written: GraphStore, approve: bool
) -> None:
    known = _known()
    found = _differences(query, sample, written)
    if approve:
        _approve(query, known, found)
    assert found == {key for key in _known() if key[0] == query.name}


def _approve(query: Query, known: dict[tuple[str, str, str], str], found: set[tuple[str, str, str]]) -> None:
    """Writes the differences of one question anew; the reason of a new one is for a person to write."""
    rows = {key: reason for key, reason in known.items() if key[0] != query.name}
    rows |= {key: known.get(key, "") for key in found}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((*key, reason) for key, reason in sorted(rows.items()))
    DIFFERENCES.write_text(out.getvalue(), encoding="utf-8")


def test_every_difference_has_a_reason() -> None:
    for key, reason in _known().items():
        kind, _, words = reason.partition(": ")
        assert kind in {"miss", "true", "wrong"}, key
        assert words, key


def test_every_difference_is_of_a_question() -> None:
    assert {key[0] for key in _known()} <= {query.name for query in QUERIES}
