from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Triple

from kg.validation import undefined_terms
from kg.vocab import FOAF, RDF, RDFS, WCO, iri

A = iri("person/larry-liza")


def test_the_valid_case_uses_defined_terms_alone(valid) -> None:
    assert undefined_terms(quad for quad in valid if quad.object != iri("region/pacific")) == [iri("region/pacific")]


def test_a_property_that_nobody_defines_is_found() -> None:
    assert undefined_terms([Triple(A, NamedNode(WCO.base + "dreamtOf"), A)]) == [NamedNode(WCO.base + "dreamtOf")]


def test_a_property_of_a_vocabulary_that_does_not_list_it_is_found() -> None:
    misspelt = NamedNode(FOAF.base + "nmae")
    assert undefined_terms([Triple(A, misspelt, Literal("Larry Liza"))]) == [misspelt]


def test_a_property_of_an_unknown_vocabulary_is_found() -> None:
    stranger = NamedNode("http://example.org/name")
    assert undefined_terms([Triple(A, stranger, Literal("Larry Liza"))]) == [stranger]


def test_a_class_that_nobody_defines_is_found() -> None:
    assert undefined_terms([Triple(A, RDF.type, NamedNode(WCO.base + "Prson"))]) == [NamedNode(WCO.base + "Prson")]


def test_a_concept_that_nobody_defines_is_found() -> None:
    assert undefined_terms([Triple(A, WCO.role, iri("role/guest"))]) == [iri("role/guest")]


def test_things_of_the_data_need_no_definition() -> None:
    triples = [Triple(A, FOAF.name, Literal("Larry Liza")), Triple(A, WCO.chaired, iri("meeting/global-meeting-17"))]
    assert undefined_terms(triples) == []
    assert undefined_terms([Triple(A, RDFS.seeAlso, NamedNode("http://example.org/"))]) == []
