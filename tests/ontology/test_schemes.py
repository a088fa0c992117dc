"""Every value of the closed lists in the code has its concept or class in the ontology, and the other way round."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.mapping import concept, shortcuts
from kg.mapping.statements import Statements
from kg.model import MeetingKind, Mode, OfficeKind, PostStatus, Region, Role
from kg.validation import defined_terms
from kg.vocab import OWL, RDF, RDFS, SCHEMA, SKOS, WCO, iri

SCHEMES = {
    WCO.RoleScheme: ("role", Role),
    WCO.RegionScheme: ("region", Region),
    WCO.MeetingKindScheme: ("meeting-kind", MeetingKind),
    WCO.PostStatusScheme: ("post-status", PostStatus),
}


def notations(ontology, scheme) -> dict:
    return {
        node: [each.value for each in values[SKOS.notation.value]]
        for node, values in ontology.items()
        if scheme in values[SKOS.inScheme.value]
    }


@pytest.mark.parametrize("scheme", SCHEMES)
def test_concepts_are_those_of_the_code(ontology, scheme: NamedNode) -> None:
    folder, values = SCHEMES[scheme]
    assert notations(ontology, scheme) == {iri(f"{folder}/{value}"): [value] for value in values}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_concepts_are_labelled_in_english_and_french(ontology, scheme: NamedNode) -> None:
    for node in notations(ontology, scheme):
        labels = ontology[node][SKOS.prefLabel.value]
        assert sorted(label.language for label in labels) == ["en", "fr"], node


def test_modes_are_those_of_the_code(ontology) -> None:
    assert notations(ontology, WCO.ModeScheme) == {concept.mode_iri(mode): [mode] for mode in Mode}
    assert concept.mode_iri(Mode.HYBRID) == SCHEMA.MixedEventAttendanceMode


def test_kinds_of_offices_are_the_subclasses_of_office(ontology) -> None:
    offices = {
        node for node, values in ontology.items() if node == WCO.Office or WCO.Office in values[RDFS.subClassOf.value]
    }
    found = [each.value for node in offices for each in ontology[node][SKOS.notation.value]]
    assert sorted(found) == sorted(OfficeKind)
    assert all(NamedNode(OWL.Class.value) in ontology[node][RDF.type.value] for node in offices)


def test_each_role_has_one_shortcut(ontology) -> None:
    derived = {
        node: values[WCO.derivedFromRole.value]
        for node, values in ontology.items()
        if values[WCO.derivedFromRole.value]
    }
    assert derived == {shortcuts.SHORTCUTS[role]: [iri(f"role/{role}")] for role in Role}


def test_regions_are_of_their_class(ontology) -> None:
    assert all(WCO.Region in ontology[node][RDF.type.value] for node in notations(ontology, WCO.RegionScheme))


def test_shapes_list_the_same_values(shapes) -> None:
    listed = {"Participation-role": Role, "Meeting-kind": MeetingKind, "Membership-status-listed": PostStatus}
    for name, values in (listed | {"Region-notation": Region}).items():
        shape = NamedNode(f"https://w3id.org/wco-kg/shapes#{name}")
        assert members(shapes[shape]["http://www.w3.org/ns/shacl#in"][0]) == [Literal(value) for value in values]


def members(head) -> list:
    from kg.validation.shapes import shape_triples

    found, rest = [], head
    while rest.value != RDF.base + "nil":
        cell = {each.predicate.value: each.object for each in shape_triples() if each.subject == rest}
        found.append(cell[RDF.base + "first"])
        rest = cell[RDF.base + "rest"]
    return found


def test_concepts_count_as_defined() -> None:
    assert iri("role/chair") in defined_terms()
    assert WCO.chaired in defined_terms()


def test_reports_call_concepts_as_the_ontology_does(ontology) -> None:
    out = Statements()
    nodes = [concept.add_role(out, each) for each in Role]
    nodes += [concept.add_kind(out, each) for each in MeetingKind]
    nodes += [concept.add_status(out, each) for each in PostStatus]
    nodes += [concept.add_region(out, each) for each in Region]
    quads = out.quads(DefaultGraph())
    for node in nodes:
        said = {quad.object for quad in quads if quad.subject == node and quad.predicate == SKOS.prefLabel}
        assert said
        assert said <= set(ontology[node][SKOS.prefLabel.value]), node
