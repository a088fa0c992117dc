from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef

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
    assert cube.value(whole, NETWORK.value).toPython() == Decimal("0.4")
    node = URIRef(f"{HEAD}person-person#nodes/person/jaemin-cho")
    assert cube.value(node, NETWORK.degree).toPython() == 3
    assert str(cube.value(node, NETWORK.node)) == "https://w3id.org/wco-kg/id/person/jaemin-cho"
    year = URIRef(f"{HEAD}person-person#years/2023")
    assert cube.value(year, NETWORK.new_edges).toPython() == 3


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
        terms = set(cube.objects(None, link))
        assert terms
        assert all((term, RDF.type, class_) in cube for term in terms)
        assert all(len(list(cube.objects(term, RDFS.range))) == 1 for term in terms)


def test_observations_are_complete_and_told_apart_by_their_dimension(cube: Graph) -> None:  # IC-11, IC-12, IC-14
    for data in cube.subjects(RDF.type, QB.DataSet):
        structure = cube.value(data, QB.structure)
        (dimension,) = cube.objects(structure, QB.component / QB.dimension)
        observations = list(cube.subjects(QB.dataSet, data))
        assert len({cube.value(each, dimension) for each in observations}) == len(observations)
        for measure in cube.objects(structure, QB.component / QB.measure):
            assert all(len(list(cube.objects(each, measure))) == 1 for each in observations)


def test_a_selection_is_a_data_set_of_its_own(store: GraphStore) -> None:
    text = written(store, Selection(("AP",), 2018, 2020))
    cube = Graph().parse(data=text, format="turtle")
    data = URIRef(f"{HEAD}person-person--AP--from-2018--to-2020#nodes")
    assert str(cube.value(data, RDFS.label)) == "Network person-person, region AP, from 2018, to 2020: its nodes"


def test_the_same_bytes_on_every_run(store: GraphStore) -> None:
    assert written(store) == written(store)
    assert b"\n@prefix qb: <http://purl.org/linked-data/cube#> .\n" in written(store)
