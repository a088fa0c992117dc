from __future__ import annotations

import io
import random
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, Quad, Triple

from kg.errors import NoSuchEntity, UsageError
from kg.export import describe, export
from kg.rdf import FORMS, Form, read_rdf
from kg.store import GraphStore, memory_store
from kg.vocab import PREFIXES, RDFS, VOID, iri

all_forms = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig", "rdfxml": "rdfxml"}
RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}


def exported(store: GraphStore, form: Form, report: str | None = None) -> bytes:
    out = io.BytesIO()
    export(store, out, form, report=report)
    return out.getvalue()


def expected(store: GraphStore, form: Form) -> set[Quad]:
    merged = {Quad(*triple, DefaultGraph()) for triple in [*store.triples(), *describe(store)]}
    return (
        merged | {quad for graph in store.graphs() for quad in store.quads(graph)}
        if form.name in {"nquads", "trig"}
        else merged
    )


@pytest.fixture(scope="session", params=list(FORMS))
def file(request: pytest.FixtureRequest, store: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole graph in each form."""
    form = FORMS[request.param]
    path = tmp_path_factory.mktemp("export") / f"graph{form.suffix}"
    path.write_bytes(exported(store, form))
    return path


def form_of_file(file: Path) -> Form:
    return next(form for form in FORMS.values() if form.suffix == file.suffix)


def test_oxigraph_reads_back_what_is_there(file: Path, store: GraphStore) -> None:
    assert set(read_rdf(file)) == expected(store, form_of_file(file))


def test_rdflib_loads_it(file: Path, store: GraphStore) -> None:
    form = form_of_file(file)
    graph = rdflib.Dataset() if form.datasets else rdflib.Graph()
    graph.parse(file, format=RDFLIB[form.name])
    count = sum(1 for _ in graph.quads()) if isinstance(graph, rdflib.Dataset) else len(graph)
    assert count == len(expected(store, form))


def test_rapper_loads_it(file: Path, store: GraphStore) -> None:
    form = form_of_file(file)
    if form.name not in RAPPER:
        pytest.skip(f"rapper does not read {form.name}")
    if shutil.which("rapper") is None:
        pytest.skip("rapper (Debian raptor2-utils) is not installed")
    done = subprocess.run(
        ["rapper", "--count", "--input", RAPPER[form.name], file], capture_output=True, text=True, check=True
    )
    warnings = [line for line in done.stderr.splitlines() if "Error" in line or "Warning" in line]
    assert warnings == []
    assert f"returned {len(expected(store, form))} triples" in done.stderr


def test_no_blank_nodes(file: Path) -> None:
    for quad in read_rdf(file):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)


@all_forms
def test_bytes_do_not_depend_on_the_order_of_writing(quads: list[Quad], form: Form) -> None:
    shuffled = list(quads)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a fixed disorder
    assert exported(memory_store(quads), form) == exported(memory_store(shuffled), form)


def test_turtle_declares_every_prefix_once_and_in_order(store: GraphStore) -> None:
    lines = exported(store, FORMS["turtle"]).decode().splitlines()
    heads = [line for line in lines if line.startswith("@prefix")]
    assert heads == [f"@prefix {name}: <{PREFIXES[name]}> ." for name in sorted(PREFIXES)]


def test_statements_are_sorted(store: GraphStore) -> None:
    subjects = [str(quad.subject) for quad in read_in_order(exported(store, FORMS["ntriples"]))]
    assert subjects == sorted(subjects)


def read_in_order(data: bytes) -> list[Quad]:
    from pyoxigraph import RdfFormat, parse

    return list(parse(data, format=RdfFormat.N_TRIPLES))


@all_forms
def test_the_graph_of_one_report(store: GraphStore, form: Form, tmp_path: Path) -> None:
    path = tmp_path / f"report{form.suffix}"
    path.write_bytes(exported(store, form, "rocbap-664"))
    found = list(read_rdf(path))
    assert {quad.triple for quad in found} == {quad.triple for quad in store.quads(iri("report/rocbap-664"))}
    assert all(quad.predicate != VOID.triples for quad in found)


def test_an_unknown_report(store: GraphStore) -> None:
    with pytest.raises(NoSuchEntity, match=r"no report rocbap-66 .*rocbap-664"):
        exported(store, FORMS["turtle"], "rocbap-66")


def test_what_xml_cannot_hold_is_refused() -> None:
    store = memory_store([Triple(iri("report/a"), RDFS.comment, Literal("page\fbreak"))])
    with pytest.raises(UsageError, match=r"U\+000C.*another format"):
        exported(store, FORMS["rdfxml"])
    assert b"page\\fbreak" in exported(store, FORMS["ntriples"])
