"""The ontology says of every term what it is, and has no other terms than the code."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import Literal, NamedNode

from kg.validation.shapes import ontology_files
from kg.vocab import DCTERMS, NETWORK, OWL, QB, RDF, RDFS, SKOS, WCO, Namespace

VOCABULARIES = {"wco": WCO, "network": NETWORK}
PROPERTIES = {OWL.base + kind for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")} | {
    RDF.base + "Property"
}


def document(vocabulary: Namespace) -> NamedNode:
    return NamedNode(vocabulary.base.rstrip("#"))


def terms(ontology) -> dict:
    documents = {document(each) for each in VOCABULARIES.values()}
    return {node: values for node, values in ontology.items() if documents & {*values[RDFS.isDefinedBy.value]}}


def in_namespace(ontology, vocabulary: Namespace) -> set[NamedNode]:
    return {node for node in ontology if isinstance(node, NamedNode) and node.value.startswith(vocabulary.base)}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_code_and_ontology_have_the_same_terms(ontology, name: str) -> None:
    assert in_namespace(ontology, VOCABULARIES[name]) == set(VOCABULARIES[name])


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_says_which_vocabulary_defines_it(ontology, name: str) -> None:
    for term in in_namespace(ontology, VOCABULARIES[name]):
        assert ontology[term][RDFS.isDefinedBy.value] == [document(VOCABULARIES[name])], term


def test_no_two_terms_have_the_same_local_name(ontology) -> None:
    names = [term.value.partition("#")[2] for vocabulary in VOCABULARIES.values() for term in vocabulary]
    assert sorted(names) == sorted(set(names))


def test_every_term_has_label_definition_and_example_in_english(ontology) -> None:
    for term, values in terms(ontology).items():
        labels = values[RDFS.base + "label"] + values[SKOS.prefLabel.value]
        assert [label for label in labels if label.language == "en"], term
        for what in ("definition", "example"):
            assert [text.language for text in values[SKOS.base + what]] == ["en"], (term, what)


def test_a_definition_is_a_phrase_that_can_stand_for_the_term(ontology) -> None:
    for term, values in terms(ontology).items():
        (definition,) = values[SKOS.base + "definition"]
        assert not definition.value.endswith("."), term
        assert not re.match(r"(A|An|The) ", definition.value), term
        assert definition.value.split()[0].islower() or definition.value.startswith("the World"), term


def test_no_two_terms_have_the_same_definition(ontology) -> None:
    definitions = [values[SKOS.base + "definition"][0].value for values in terms(ontology).values()]
    assert len(set(definitions)) == len(definitions)


def test_every_property_has_one_domain_and_one_range(ontology) -> None:
    properties = [values for values in terms(ontology).values() if PROPERTIES & set(kinds(values))]
    assert len(properties) > 30
    for values in properties:
        assert len(values[RDFS.base + "domain"]) == 1
        assert len(values[RDFS.base + "range"]) == 1


def test_every_class_stands_below_a_class_of_another_vocabulary(ontology) -> None:
    for term, values in terms(ontology).items():
        if OWL.Class.value in kinds(values):
            assert any(not above.value.startswith(WCO.base) for above in ancestors(ontology, term)), term


def test_names_are_cased_by_what_they_name(ontology) -> None:
    for term, values in terms(ontology).items():
        name = term.value.rpartition("#")[2]
        if PROPERTIES & set(kinds(values)):
            assert name[0].islower(), term
        elif term.value.startswith(WCO.base):
            assert name[0].isupper(), term


def test_dimensions_and_measures_are_of_observations(ontology) -> None:
    for term in NETWORK:
        kinds_of = {QB.DimensionProperty.value, QB.MeasureProperty.value} & set(kinds(ontology[term]))
        assert len(kinds_of) == 1, term
        assert ontology[term][RDFS.base + "domain"] == [QB.Observation]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_header_is_complete(ontology, name: str) -> None:
    node, vocabulary = document(VOCABULARIES[name]), VOCABULARIES[name]
    header = ontology[node]
    for term in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator, OWL.versionInfo):
        assert len(header[term.value]) == 1, term
    assert header["http://purl.org/vocab/vann/preferredNamespacePrefix"] == [Literal(name)]
    assert header["http://purl.org/vocab/vann/preferredNamespaceUri"] == [Literal(vocabulary.base)]
    (version,) = header[OWL.versionInfo.value]
    assert header[OWL.base + "versionIRI"] == [NamedNode(f"{node.value}/{version.value}")]


def test_rdflib_reads_what_oxigraph_reads() -> None:
    from pyoxigraph import parse
    from rdflib import Graph

    for path in ontology_files():
        assert len(Graph().parse(path, format="turtle")) == len({*parse(path=path)}), path.name


def kinds(values) -> list[str]:
    return [kind.value for kind in values[RDF.type.value]]


def ancestors(ontology, term) -> set:
    above = {each for each in ontology[term][RDFS.subClassOf.value] if isinstance(each, NamedNode)}
    return above | {each for node in above if node in ontology for each in ancestors(ontology, node)}
