from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import BadParameter
from kg.query import Answer, display, parse_query, run
from kg.rdf import FORMS
from kg.store import GraphStore, memory_store
from kg.vocab import FOAF, WCO, XSD, iri

CHAIRS = "SELECT ?name ?person ?none { ?person wco:chaired ?m ; foaf:name ?name } ORDER BY ?name ?m"
STATEMENTS = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }"


def answer(graph: GraphStore, text: str) -> Answer:
    return run(graph, parse_query(text))


def test_rows_and_table(graph: GraphStore) -> None:
    assert answer(graph, CHAIRS).columns == ("name", "person", "none")
    first = next(answer(graph, CHAIRS).rows())
    assert isinstance(first[1], NamedNode)
    assert first[2] is None
    table = answer(graph, CHAIRS).table()
    assert ("Norikazu Kuramoto", "person/norikazu-kuramoto", "") in table.rows


@pytest.mark.parametrize("text", ["ASK { ?s wco:chaired ?m }", "ASK { ?s wco:chaired wco:none }"])
def test_yes_or_no(graph: GraphStore, text: str) -> None:
    expected = "true" if "?m" in text else "false"
    assert answer(graph, text).table().rows == ((expected,),)
    assert answer(graph, text).to_bytes("csv") == expected.encode() + b"\n"
    assert json.loads(answer(graph, text).to_bytes("json"))["boolean"] is (expected == "true")


def test_standard_formats(graph: GraphStore) -> None:
    rows = len(list(answer(graph, CHAIRS).rows()))
    assert rows >= 3
    read = list(csv.reader(io.StringIO(answer(graph, CHAIRS).to_bytes("csv").decode(), newline="")))
    assert read[0] == ["name", "person", "none"]
    assert len(read) == rows + 1
    assert answer(graph, CHAIRS).to_bytes("tsv").decode().splitlines()[0] == "?name\t?person\t?none"
    assert len(json.loads(answer(graph, CHAIRS).to_bytes("json"))["results"]["bindings"]) == rows
    xml = ET.fromstring(answer(graph, CHAIRS).to_bytes("xml"))  # noqa: S314 - our own output
    assert len(xml.findall(".//{*}result")) == rows


def test_markdown_keeps_cells_whole() -> None:
    store = memory_store([])
    text = 'SELECT ?a ?b { VALUES (?a ?b) { ("one | two\\\\" "three\\nfour") } }'
    assert answer(store, text).to_bytes("markdown").decode() == (
        "| a | b |\n| --- | --- |\n| one \\| two\\\\ | three four |\n"
    )


@pytest.mark.parametrize("form", list(FORMS))
def test_statements_in_every_form(graph: GraphStore, form: str) -> None:
    data = answer(graph, STATEMENTS).to_bytes(form)
    assert data == answer(graph, STATEMENTS).to_bytes(form)
    library = RdfFormat.from_media_type(FORMS[form].media_type)
    assert {quad.triple for quad in parse(data, format=library)} == set(answer(graph, STATEMENTS).triples())


def test_statements_come_once_and_in_order() -> None:
    text = "CONSTRUCT { <urn:b> <urn:p> 1 . <urn:a> <urn:p> 1 } WHERE { VALUES ?x { 1 2 3 } }"
    assert [triple.subject.value for triple in answer(memory_store([]), text).triples()] == ["urn:a", "urn:b"]


@pytest.mark.parametrize(("text", "form"), [(CHAIRS, "turtle"), (STATEMENTS, "csv"), (CHAIRS, "xls")])
def test_a_wrong_form_is_refused(graph: GraphStore, text: str, form: str) -> None:
    with pytest.raises(BadParameter, match=f"no format '{form}'.*Choose one of"):
        answer(graph, text).to_bytes(form)


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        (iri("person/larry-liza"), "person/larry-liza"),
        (WCO.ordinal, "wco:ordinal"),
        (FOAF.name, "foaf:name"),
        (NamedNode("urn:x"), "urn:x"),
        (Literal("2023", datatype=XSD.gYear), "2023"),
        (Literal("réunion", language="fr"), "réunion"),
    ],
)
def test_display(term: NamedNode | Literal, shown: str) -> None:
    assert display(term) == shown
