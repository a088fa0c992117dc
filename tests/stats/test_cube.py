from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, VOID, Graph, Namespace, URIRef

from kg.resources import resource
from kg.stats import Projection, Selection, analyse, write_cube
from kg.store import GraphStore

QB = Namespace("http://purl.org/linked-data/cube#")
NETWORK = Namespace("https://w3id.org/wco-kg/network#")
HEAD = "https://w3id.org/wco-kg/id/network/"


def written(store: GraphStore, selection: Selection | None = None) -> bytes:
    out = io.BytesIO()
    write_cube(analyse(store, Projection.PERSONS, selection), out)
    return out.getvalue()


@pytest.fixture
def cube(store: GraphStore) -> Graph:
    return Graph().parse(data=written(store), format="turtle")


def test_values(cube: Graph) -> None:
    whole = URIRef(f"{HEAD}person-person#whole/density")
    assert cube.value(whole, NETWORK.density).toPython() == Decimal("0.4")
    node = URIRef(f"{HEAD}person-person#nodes/person/jaemin-cho")
    assert cube.value(node, NETWORK.degree).toPython() == 3
    assert str(cube.value(node, NETWORK.node)) == "https://w3id.org/wco-kg/id/person/jaemin-cho"
    year = URIRef(f"{HEAD}person-person#years/2023")
    assert cube.value(year, NETWORK.newEdges).toPython() == 3


def test_every_observation_has_one_data_set(cube: Graph) -> None:  # IC-1
    observations = list(cube.subjects(RDF.type, QB.Observation))
    assert len(observations) == 13 + 5 + 3
    assert all(len(list(cube.objects(each, QB.dataSet))) == 1 for each in observations)


def test_every_data_set_has_one_structure_with_measures(cube: Graph) -> None:  # IC-2, IC-3
    for data in cube.subjects(RDF.type, QB.DataSet):
        (structure,) = cube.objects(data, QB.structure)
        assert list(cube.objects(structure, QB.component / QB.measure))


def test_dimensions_and_measures_have_types_and_ranges(cube: Graph) -> None:  # IC-4
    for link, class_ in ((QB.dimension, QB.DimensionProperty), (QB.measure, QB.MeasureProperty)):
        terms = set(cube.objects(None, link)) - {QB.measureType}
        assert terms
        assert all(cube.value(term, SKOS.definition) for term in terms)
        assert all((term, RDF.type, class_) in cube for term in terms)
        assert all(len(list(cube.objects(term, RDFS.range))) == 1 for term in terms)


def test_observations_are_told_apart_by_their_dimension(cube: Graph) -> None:  # IC-11, IC-12
    for data in cube.subjects(RDF.type, QB.DataSet):
        (dimension,) = cube.objects(cube.value(data, QB.structure), QB.component / QB.dimension)
        observations = list(cube.subjects(QB.dataSet, data))
        keys = [list(cube.objects(each, dimension)) for each in observations]
        assert all(len(each) == 1 for each in keys)
        assert len({key for (key,) in keys}) == len(observations)


@pytest.mark.parametrize("name", ["nodes", "years"])
def test_observations_have_all_measures(cube: Graph, name: str) -> None:  # IC-14
    data = URIRef(f"{HEAD}person-person#{name}")
    measures = set(cube.objects(cube.value(data, QB.structure), QB.component / QB.measure))
    for each in cube.subjects(QB.dataSet, data):
        assert all(len(list(cube.objects(each, measure))) == 1 for measure in measures)


def test_figures_of_the_whole_have_the_measure_that_they_name(cube: Graph) -> None:  # IC-15, IC-16, IC-17
    data = URIRef(f"{HEAD}person-person#whole")
    measures = set(cube.objects(cube.value(data, QB.structure), QB.component / QB.measure))
    named = set()
    for each in cube.subjects(QB.dataSet, data):
        has = {measure for measure in measures if cube.value(each, measure) is not None}
        assert has == set(cube.objects(each, QB.measureType))
        named |= has
    assert named == measures
    assert NETWORK.assortativity not in measures  # this network has none


def test_it_is_described_as_a_dataset(cube: Graph) -> None:
    head = URIRef(f"{HEAD}person-person")
    assert (head, RDF.type, VOID.Dataset) in cube
    assert str(cube.value(head, DCTERMS.source)) == "https://w3id.org/wco-kg/id/dataset"
    assert {str(each) for each in cube.objects(head, VOID.vocabulary)} == {str(QB), str(NETWORK)}
    subsets = set(cube.objects(head, VOID.subset))
    assert subsets == set(cube.subjects(RDF.type, QB.DataSet))
    counted = {each: cube.value(each, VOID.entities).toPython() for each in subsets}
    assert counted == {each: len(list(cube.subjects(QB.dataSet, each))) for each in subsets}
    about = [triple for triple in cube if triple[0] == head or triple[1] == VOID.entities or triple[2] == VOID.Dataset]
    assert cube.value(head, VOID.triples).toPython() == len(cube) - len(set(about))


def test_definitions_are_those_of_the_ontology(cube: Graph) -> None:
    ontology = Graph().parse(resource("ontology", "network.ttl"), format="turtle")
    terms = {term for link in (QB.dimension, QB.measure) for term in cube.objects(None, link)} - {QB.measureType}
    assert len(terms) > 20
    for term in terms:
        assert set(cube.triples((term, None, None))) <= set(ontology.triples((term, None, None)))


def test_a_selection_is_a_data_set_of_its_own(store: GraphStore) -> None:
    text = written(store, Selection(("AP",), 2018, 2020))
    cube = Graph().parse(data=text, format="turtle")
    data = URIRef(f"{HEAD}person-person--AP--from-2018--to-2020#nodes")
    assert str(cube.value(data, RDFS.label)) == "Network person-person, region AP, from 2018, to 2020: its nodes"


def test_the_same_bytes_on_every_run(store: GraphStore) -> None:
    assert written(store) == written(store)
    assert b"\n@prefix qb: <http://purl.org/linked-data/cube#> .\n" in written(store)
