from __future__ import annotations

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.export import describe
from kg.store import GraphStore
from kg.vocab import DCTERMS, FOAF, OWL, RDF, VOID, iri

DATASET = iri("dataset")


def value(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> str:
    (found,) = {t.object.value for t in describe(store) if t.subject == subject and t.predicate == predicate}
    return found


def test_counts_are_those_of_the_merged_graph(store: GraphStore, quads: list[Quad]) -> None:
    merged = {quad.triple for quad in quads if quad.graph_name == DefaultGraph()}
    assert value(store, DATASET, VOID.triples) == str(len(merged))
    assert value(store, DATASET, VOID.distinctSubjects) == str(len({t.subject for t in merged}))
    assert value(store, DATASET, VOID.distinctObjects) == str(len({t.object for t in merged}))
    assert value(store, DATASET, VOID.properties) == str(len({t.predicate for t in merged}))
    classes = {t.object for t in merged if t.predicate == RDF.type}
    assert value(store, DATASET, VOID.classes) == str(len(classes))


def test_partitions(store: GraphStore, quads: list[Quad]) -> None:
    persons = iri("dataset#class-foaf-Person")
    found = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == FOAF.Person}
    assert value(store, persons, VOID.entities) == str(len(found))
    assert value(store, persons, VOID["class"]) == FOAF.Person.value
    names = iri("dataset#property-foaf-name")
    assert value(store, names, VOID.triples) == str(len(found))
    assert value(store, names, VOID.property) == FOAF.name.value


def test_partitions_add_up(store: GraphStore) -> None:
    described = describe(store)
    parts = {t.object for t in described if t.predicate == VOID.propertyPartition}
    assert {t.subject for t in described if t.predicate == VOID.property} == parts
    total = sum(int(t.object.value) for t in described if t.predicate == VOID.triples and t.subject in parts)
    assert str(total) == value(store, DATASET, VOID.triples)


def test_licence_and_version(store: GraphStore) -> None:
    assert "creativecommons.org" in value(store, DATASET, DCTERMS.license)
    assert value(store, DATASET, OWL.versionInfo) == "0.1.0"


def test_no_literal_is_empty(store: GraphStore) -> None:
    assert all(t.object.value for t in describe(store) if isinstance(t.object, Literal))
