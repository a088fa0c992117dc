from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Triple

from kg.errors import BadParameter, QuerySyntaxError, StoreCorrupt, StoreError, StoreMissing, StoreTooNew
from kg.store import FORMAT, Manifest, build_store, memory_store, open_store, read_manifest
from kg.vocab import RDFS, iri

LABELS = "SELECT ?s ?label { ?s rdfs:label ?label } ORDER BY ?s"


def test_gives_back_what_was_written(built: Path, graph: NamedNode, manifest: Manifest) -> None:
    with open_store(built) as store:
        assert store.graphs() == [graph]
        assert len(list(store.quads(graph))) == 3
        assert len(list(store.quads(DefaultGraph()))) == 3
        assert len(list(store.triples())) == 3
        assert len(store) == 6
        assert store.manifest == manifest == read_manifest(built)


def test_quads_by_pattern(built: Path) -> None:
    with open_store(built) as store:
        found = list(
            store.quads(subject=iri("meeting/rocbap-664-1"), predicate=RDFS.label, object=Literal("Meeting 1"))
        )
    assert len(found) == 2


def test_queries_know_the_prefixes_and_bind_parameters(built: Path) -> None:
    with open_store(built) as store:
        rows = store.query(LABELS, {"label": Literal("Meeting 2")})
        assert isinstance(rows, QuerySolutions)
        assert [row["s"] for row in rows] == [iri("meeting/rocbap-664-2")]


def test_results_outlive_the_store(built: Path) -> None:
    with open_store(built) as store:
        rows = store.query(LABELS)
    assert isinstance(rows, QuerySolutions)
    assert len(list(rows)) == 3
    with pytest.raises(StoreError, match="closed"):
        store.query(LABELS)


def test_graphs_of_a_query_can_be_chosen(built: Path, graph: NamedNode) -> None:
    with open_store(built) as store:
        assert bool(store.query("ASK { ?s ?p ?o }", default_graph=[graph]))
        assert not bool(store.query("ASK { ?s ?p ?o }", default_graph=[iri("report/none")]))
        assert not bool(store.query("ASK { GRAPH ?g { ?s ?p ?o } }", named_graphs=[]))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("SELECT * {\n  ?s ?p ?o\n} ORDR BY ?s", 3, 3),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", 1, 1),
        ("", 1, 1),
    ],
)
def test_syntax_errors_have_a_place(built: Path, text: str, line: int, column: int) -> None:
    with open_store(built) as store, pytest.raises(QuerySyntaxError) as caught:
        store.query(text)
    assert caught.value.line == line
    assert caught.value.column >= column


def test_a_parameter_that_is_no_column_is_refused(built: Path) -> None:
    with open_store(built) as store, pytest.raises(BadParameter, match="columns"):
        store.query("SELECT ?s { ?s rdfs:label ?label }", {"label": Literal("x")})


def test_reading_changes_no_file(built: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in built.rglob("*")}
    with open_store(built) as store:
        list(store.quads())
    assert {file: file.stat().st_mtime_ns for file in built.rglob("*")} == before


def test_two_readers_at_once(built: Path) -> None:
    with open_store(built) as one, open_store(built) as two:
        assert len(one) == len(two) == 6


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="kg build") as caught:
        open_store(tmp_path / "nowhere")
    assert caught.value.exit_code == 2
    with pytest.raises(StoreMissing):
        open_store(tmp_path)


def test_a_file_in_place_of_a_store_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreMissing):
        open_store(tmp_path / "file")


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_damaged_database(built: Path, name: str) -> None:
    for file in built.glob(f"generation-1/db/{name}"):
        file.write_bytes(b"garbage" * 20)
    with pytest.raises(StoreCorrupt, match=r"damaged.*kg build"):
        open_store(built)


def test_lost_database(built: Path) -> None:
    (built / "generation-1" / "db" / "CURRENT").unlink()
    with pytest.raises(StoreCorrupt, match="damaged"):
        open_store(built)


def test_lost_generation(built: Path) -> None:
    (built / "generation-1").rename(built / "elsewhere")
    for opening in (open_store, read_manifest):
        with pytest.raises(StoreCorrupt, match="missing"):
            opening(built)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "1"}'])
def test_damaged_manifest(built: Path, text: str) -> None:
    (built / "generation-1" / "manifest.json").write_text(text)
    with pytest.raises(StoreCorrupt, match="manifest"):
        open_store(built)


def _set_format(built: Path, number: int) -> None:
    file = built / "generation-1" / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"format": number, "later": True}))


def test_newer_format(built: Path) -> None:
    _set_format(built, FORMAT + 1)
    with pytest.raises(StoreTooNew, match="Update"):
        open_store(built)
    with pytest.raises(StoreTooNew), build_store(built):
        pass


def test_older_format(built: Path) -> None:
    _set_format(built, FORMAT - 1)
    with pytest.raises(StoreError, match=r"older format.*kg build"):
        open_store(built)
    with build_store(built) as writer:
        writer.commit(Manifest(software="1", base="b"))
    assert read_manifest(built).software == "1"


def test_memory_store_takes_triples_and_quads(quads: Callable[..., Iterator[Quad]]) -> None:
    triple = Triple(iri("meeting/a"), RDFS.label, Literal("a"))
    store = memory_store([triple, *quads("rocbap-664")])
    assert len(list(store.triples())) == 4
    assert str(store.path) == "<memory>"
