from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import BadParameter, NoSuchPath, RdfSyntaxError
from kg.rdf import FORMS, Form, form_named, form_of, order, read_rdf, write_rdf
from kg.vocab import FOAF, OA, PREFIXES, RDF, SCHEMA, XSD, iri

PERSON = iri("person/norikazu-kuramoto")
TRIPLES = sorted(
    [
        Triple(PERSON, FOAF.name, Literal('Norikazu \\ "Kuramoto"\n<é>')),
        Triple(PERSON, FOAF.name, Literal("倉本", language="ja")),
        Triple(PERSON, RDF.type, FOAF.Person),
        Triple(iri("meeting/global-meeting-18"), SCHEMA.startDate, Literal("2023", datatype=XSD.gYear)),
        Triple(iri("report/rocbap-664#char=1,2"), OA.start, Literal("1", datatype=XSD.nonNegativeInteger)),
    ],
    key=order,
)
all_forms = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def written(triples: list[Triple], form: Form) -> bytes:
    out = io.BytesIO()
    write_rdf([Quad(*triple) for triple in triples] if form.datasets else triples, out, form)
    return out.getvalue()


@all_forms
def test_round_trip(form: Form, tmp_path: Path) -> None:
    file = tmp_path / f"graph{form.suffix}"
    file.write_bytes(written(TRIPLES, form))
    assert {quad.triple for quad in read_rdf(file)} == set(TRIPLES)


@all_forms
def test_a_graph_without_statements_is_a_document(form: Form, tmp_path: Path) -> None:
    file = tmp_path / f"graph{form.suffix}"
    file.write_bytes(written([], form))
    assert list(read_rdf(file)) == []


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_prefixes_are_declared_in_order(name: str) -> None:
    lines = written(TRIPLES, FORMS[name]).decode().splitlines()
    assert lines[: len(PREFIXES)] == [f"@prefix {key}: <{PREFIXES[key]}> ." for key in sorted(PREFIXES)]


def test_namespaces_of_xml_are_declared_in_order() -> None:
    lines = written(TRIPLES, FORMS["rdfxml"]).decode().splitlines()
    names = [line for line in lines if line.startswith("\txmlns:")]
    assert names == sorted(names)
    assert len(names) >= len(PREFIXES)


@all_forms
def test_every_process_writes_the_same_bytes(form: Form) -> None:
    code = (
        "import sys; from pyoxigraph import *; from kg.rdf import *; from kg.vocab import *\n"
        "triple = Triple(iri('person/a'), FOAF.name, Literal('A'))\n"
        f"write_rdf([Quad(*triple) if {form.datasets} else triple], sys.stdout.buffer, form_named({form.name!r}))\n"
    )
    outputs = {subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout for _ in range(3)}
    assert len(outputs) == 1


def test_named_graphs_survive(tmp_path: Path) -> None:
    quads = [Quad(*TRIPLES[0], iri("report/rocbap-664")), Quad(*TRIPLES[1], DefaultGraph())]
    for form in (FORMS["nquads"], FORMS["trig"], FORMS["jsonld"]):
        file = tmp_path / f"dataset{form.suffix}"
        with file.open("wb") as out:
            write_rdf(quads, out, form)
        assert set(read_rdf(file)) == set(quads)


def test_types_come_first_in_order() -> None:
    mine = [triple.predicate for triple in TRIPLES if triple.subject == PERSON]
    assert mine == [RDF.type, FOAF.name, FOAF.name]


@given(st.permutations(TRIPLES))
def test_order_is_total(triples: list[Triple]) -> None:
    assert sorted(triples, key=order) == TRIPLES


def test_a_wrong_file_has_an_address(tmp_path: Path) -> None:
    file = tmp_path / "wrong.ttl"
    file.write_text("<urn:a> <urn:b> 1 .\n<urn:a> <urn:b> .\n")
    with pytest.raises(RdfSyntaxError, match=r"wrong\.ttl, line 2"):
        list(read_rdf(file))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"no file .*none\.ttl"):
        list(read_rdf(tmp_path / "none.ttl"))


def test_forms_by_name_and_suffix() -> None:
    assert form_named("turtle") is form_of(Path("a/B.TTL"))
    assert form_of(Path("a.txt")) is None
    with pytest.raises(BadParameter, match="turtle"):
        form_named("tutle")


def test_relative_iris_are_resolved_against_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<#x> <#y> <#z> .")
    (quad,) = read_rdf(file)
    assert isinstance(quad.subject, NamedNode)
    assert quad.subject.value == file.absolute().as_uri() + "#x"
