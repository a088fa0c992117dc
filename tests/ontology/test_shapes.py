"""The shapes are well formed and say of themselves what they are for."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Store

from kg.rdf import read_rdf
from kg.validation.shapes import shape_files, shape_triples
from kg.vocab import RDF, SH, SHAPES

SEVERITIES = {"must-hold": {"Violation"}, "should-hold": {"Warning", "Info"}}
FILES = [path for path in shape_files() if path.parent.name in SEVERITIES]


def is_shape(values) -> bool:
    return bool({SH.NodeShape, SH.PropertyShape} & set(values[RDF.type.value]))


def test_shapes_satisfy_the_shapes_of_shapes() -> None:
    from pyshacl import validate
    from rdflib import Graph

    graph = Graph()
    for path in shape_files():
        graph.parse(path, format="turtle")
    conforms, _, _ = validate(Graph(), shacl_graph=graph, meta_shacl=True)
    assert conforms


def test_every_shape_has_an_iri() -> None:
    typed = {each.subject for each in shape_triples() if each.object in {SH.NodeShape, SH.PropertyShape}}
    assert all(isinstance(node, NamedNode) and node.value.startswith(SHAPES) for node in typed)
    with_path = {each.subject for each in shape_triples() if each.predicate == SH.path}
    assert with_path <= typed


def test_every_shape_has_one_name_and_one_description(shapes) -> None:
    for shape, values in shapes.items():
        if is_shape(values):
            assert len(values[SH.base + "name"]) == 1, shape
            assert len(values[SH.base + "description"]) == 1, shape


def test_messages_say_what_must_be_true_and_then_the_likeliest_cause(shapes) -> None:
    for shape, values in shapes.items():
        if SH.PropertyShape in values[RDF.type.value]:
            (message,) = values[SH.base + "message"]
            assert message.language == "en", shape
            assert message.value.endswith("."), shape
            assert message.value[0].isupper(), shape
            assert len(message.value.split("; ")) == 2, shape


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_severities_are_those_of_the_folder(path) -> None:
    found = {
        quad.object.value.rpartition("#")[2] for quad in read_rdf(path) if quad.predicate.value == SH.base + "severity"
    }
    assert found <= SEVERITIES[path.parent.name]


def test_every_property_shape_belongs_to_one_node_shape(shapes) -> None:
    owned = [each for values in shapes.values() for each in values[SH.base + "property"]]
    assert sorted(owned, key=str) == sorted(
        (shape for shape, values in shapes.items() if SH.PropertyShape in values[RDF.type.value]), key=str
    )


def test_queries_of_shapes_parse() -> None:
    declared = {each.subject: {} for each in shape_triples() if each.predicate.value == SH.base + "prefix"}
    for each in shape_triples():
        if each.subject in declared:
            declared[each.subject][each.predicate.value.rpartition("#")[2]] = each.object.value
    prefixes = {each["prefix"]: each["namespace"] for each in declared.values()}
    texts = [each.object.value for each in shape_triples() if each.predicate.value == SH.base + "select"]
    assert len(texts) > 5
    for text in texts:
        assert list(Store().query(text, prefixes=prefixes)) == []
