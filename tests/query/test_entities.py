from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, Triple

from kg.errors import NoSuchEntity
from kg.query import ParameterType
from kg.query.entities import resolve
from kg.rdf import read_rdf
from kg.store import GraphStore, memory_store
from kg.vocab import FOAF, RDF, SKOS, WCO, iri

KURAMOTO = iri("person/norikazu-kuramoto")


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("Norikazu Kuramoto", ParameterType.PERSON, "person/norikazu-kuramoto"),
        ("norikazu kuramoto", ParameterType.PERSON, "person/norikazu-kuramoto"),
        ("KURAMOTO, Norikazu", ParameterType.PERSON, "person/norikazu-kuramoto"),
        ("Mr. Norikazu Kuramoto", ParameterType.PERSON, "person/norikazu-kuramoto"),
        ("person/norikazu-kuramoto", ParameterType.PERSON, "person/norikazu-kuramoto"),
        (KURAMOTO.value, ParameterType.AGENT, "person/norikazu-kuramoto"),
        (f"<{KURAMOTO.value}>", ParameterType.IRI, "person/norikazu-kuramoto"),
        ("ROCB A/P", ParameterType.OFFICE, "office/rocb-ap"),
        ("rocb ap", ParameterType.OFFICE, "office/rocb-ap"),
        ("rocbap-664", ParameterType.REPORT, "report/rocbap-664"),
        ("BE", ParameterType.COUNTRY, "country/BE"),
        ("Belgium", ParameterType.COUNTRY, "country/BE"),
        ("global-meeting", ParameterType.SERIES, None),
        ("Global Meeting of the Regional Entities", ParameterType.SERIES, "series/global-meeting"),
        ("next Global Meeting of Regional Entities", ParameterType.MEETING, "meeting/global-meeting-19"),
    ],
)
def test_finds(graph: GraphStore, text: str, kind: ParameterType, path: str | None) -> None:
    if path is None:
        with pytest.raises(NoSuchEntity):
            resolve(graph, text, [kind], "x")
    else:
        assert resolve(graph, text, [kind], "x") == iri(path)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Norikasu Kuramoto", ParameterType.PERSON, r"Did you mean 'Norikazu Kuramoto' \(person/norikazu-kuramoto\)"),
        ("Kuramoto", ParameterType.PERSON, "Norikazu Kuramoto"),
        ("ROCB A/P", ParameterType.PERSON, "no person named"),
        ("person/norikazu-kuramoto", ParameterType.OFFICE, "no office"),
        ("https://w3id.org/wco-kg/id/person/nobody", ParameterType.IRI, "no thing"),
        ("xyzzy", ParameterType.PERSON, "no person named 'xyzzy'"),
    ],
)
def test_says_what_is_nearest(graph: GraphStore, text: str, kind: ParameterType, words: str) -> None:
    with pytest.raises(NoSuchEntity, match=words):
        resolve(graph, text, [kind], "x")


def test_a_passage_can_be_named_by_its_path(graph: GraphStore) -> None:
    passage = next(iter(graph.quads(predicate=RDF.type, object=WCO.Passage))).subject
    path = passage.value.removeprefix(graph.manifest.base)
    assert resolve(graph, path, [ParameterType.IRI], "x") == passage


def two_of_one_name() -> GraphStore:
    quads = list(read_rdf(Path(__file__).parent / "graph.ttl"))
    other = iri("person/norikazu-kuramoto-2")
    return memory_store(
        [
            *quads,
            Triple(other, RDF.type, FOAF.Person),
            Triple(other, FOAF.name, Literal("Norikazu Kuramoto")),
            Triple(other, SKOS.altLabel, Literal("Larry Liza")),
        ]
    )


def test_an_ambiguous_name_is_refused_with_all_that_bear_it() -> None:
    graph = two_of_one_name()
    for text in ("Norikazu Kuramoto", "norikazu KURAMOTO"):
        with pytest.raises(NoSuchEntity, match=r"more than one person: person/norikazu-kuramoto, .*-kuramoto-2\."):
            resolve(graph, text, [ParameterType.PERSON], "x")


def test_a_name_goes_before_a_variant() -> None:
    assert resolve(two_of_one_name(), "Larry Liza", [ParameterType.PERSON], "x") == iri("person/larry-liza")
