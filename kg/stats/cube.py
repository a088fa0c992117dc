"""The figures of a network as statistical linked data (RDF Data Cube Vocabulary, W3C Recommendation 2014).

Three data sets, described as such (VoID): one observation a figure of the network as a whole, one a node, one a year.
The figures of the whole are told apart by ``qb:measureType`` (section 6.5), since a network need not have all of them.
Dimensions and measures are those of ``ontology/network.ttl``, and their definitions stand in the same file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import IO

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf import FORMS, order, read_rdf, write_rdf
from kg.resources import resource
from kg.stats.analysis import Analysis, Node, Year
from kg.stats.analysis_output import MEASURES, network_figures
from kg.vocab import DCTERMS, LICENSE, NETWORK, NETWORK_PREFIXES, QB, RDF, RDFS, SKOS, VOID, XSD, integer, iri

__all__ = ["write_cube"]

Term = NamedNode | Literal
Values = Mapping[NamedNode, int | float]

_OF_NODES = (*MEASURES, "community")
_OF_YEARS = tuple(field.name for field in fields(Year) if field.name != "year")
_TOLD = {RDF.type, RDFS.label, RDFS.range, RDFS.isDefinedBy, SKOS.definition}
"""What the file says of each dimension and measure."""
_NAMES = {
    "nodes_in_largest_component": "largest",
    "pivots_of_betweenness": "pivots",
    "standard_error_of_betweenness": "betweennessError",
    "standard_error_of_closeness": "closenessError",
    "nodes_with_region": "nodesWithRegion",
    "assortativity_by_region": "assortativity",
}
"""Terms of figures that other forms call by longer names."""


@dataclass(frozen=True, slots=True)
class _Cube:
    """A data set.

    Attributes:
        dimension: What tells its observations apart.
        measures: All that is measured.
        observations: Name, value of the dimension, and what is observed.
    """

    name: str
    title: str
    dimension: NamedNode
    measures: tuple[NamedNode, ...]
    observations: list[tuple[str, Term, Values]]


def write_cube(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes the figures as Turtle, sorted."""
    head, title = iri(f"network/{_slug(analysis)}", analysis.base), _title(analysis)
    cubes = list(_cubes(analysis))
    data = {triple for cube in cubes for triple in _data_set(cube, head, title)}
    described = set(_description(analysis, head, title, cubes, len(data)))
    write_rdf(sorted(data | described, key=order), out, FORMS["turtle"], prefixes=NETWORK_PREFIXES)


def _cubes(analysis: Analysis) -> Iterator[_Cube]:
    figures = {_term(name): value for name, value in network_figures(analysis).items() if value is not None}
    whole = [(_local(term), term, {term: value}) for term, value in figures.items()]
    yield _Cube("whole", "the network as a whole", QB.measureType, tuple(figures), [*whole])
    nodes = [(each.path, NamedNode(each.iri), _observed(each, _OF_NODES)) for each in analysis.nodes]
    yield _Cube("nodes", "its nodes", NETWORK.node, tuple(map(_term, _OF_NODES)), [*nodes])
    years = [
        (f"{each.year:04}", Literal(f"{each.year:04}", datatype=XSD.gYear), _observed(each, _OF_YEARS))
        for each in analysis.years
    ]
    yield _Cube("years", "year by year", NETWORK.year, tuple(map(_term, _OF_YEARS)), [*years])


def _observed(record: Node | Year, names: tuple[str, ...]) -> dict[NamedNode, int | float]:
    return {_term(name): getattr(record, name) for name in names}


def _description(analysis: Analysis, head: NamedNode, title: str, cubes: list[_Cube], triples: int) -> Iterator[Triple]:
    """The file described as a dataset (VoID)."""
    yield Triple(head, RDF.type, VOID.Dataset)
    yield Triple(head, DCTERMS.title, Literal(title, language="en"))
    yield Triple(head, DCTERMS.description, Literal(f"{analysis.projection.words.capitalize()}.", language="en"))
    yield Triple(head, DCTERMS.license, LICENSE)
    yield Triple(head, DCTERMS.source, iri("dataset", analysis.base))
    yield Triple(head, VOID.triples, integer(triples))
    yield Triple(head, VOID.vocabulary, NamedNode(QB.base))
    yield Triple(head, VOID.vocabulary, NamedNode(NETWORK.base))
    for cube in cubes:
        data = NamedNode(f"{head.value}#{cube.name}")
        yield Triple(head, VOID.subset, data)
        yield Triple(data, RDF.type, VOID.Dataset)
        yield Triple(data, VOID.entities, integer(len(cube.observations)))


def _data_set(cube: _Cube, head: NamedNode, title: str) -> Iterator[Triple]:
    data = NamedNode(f"{head.value}#{cube.name}")
    structure = NamedNode(f"{data.value}-structure")
    yield Triple(data, RDF.type, QB.DataSet)
    yield Triple(data, RDFS.label, Literal(f"{title}: {cube.title}", language="en"))
    yield Triple(data, QB.structure, structure)
    yield Triple(structure, RDF.type, QB.DataStructureDefinition)
    yield from _component(structure, cube.dimension, QB.dimension)
    for measure in cube.measures:
        yield from _component(structure, measure, QB.measure)
    for name, key, values in cube.observations:
        observation = NamedNode(f"{data.value}/{name}")
        yield Triple(observation, RDF.type, QB.Observation)
        yield Triple(observation, QB.dataSet, data)
        yield Triple(observation, cube.dimension, key)
        for measure, value in values.items():
            yield Triple(observation, measure, _number(measure, value))


def _component(structure: NamedNode, term: NamedNode, link: NamedNode) -> Iterator[Triple]:
    component = NamedNode(f"{structure.value}-{_local(term)}")
    yield Triple(structure, QB.component, component)
    yield Triple(component, RDF.type, QB.ComponentSpecification)
    yield Triple(component, link, term)
    yield from (triple for triple in _definitions() if triple.subject == term)


@cache
def _definitions() -> tuple[Triple, ...]:
    terms, quads = frozenset(NETWORK), read_rdf(resource("ontology", "network.ttl"))
    return tuple(quad.triple for quad in quads if quad.subject in terms and quad.predicate in _TOLD)


@cache
def _real() -> frozenset[NamedNode]:
    """The measures whose values are no whole numbers."""
    real = {triple.subject for triple in _definitions() if triple.object == XSD.decimal}
    return frozenset(term for term in NETWORK if term in real)


def _term(name: str) -> NamedNode:
    """The term of a figure: ``new_nodes`` is ``network:newNodes``."""
    first, *rest = _NAMES.get(name, name).split("_")
    return NETWORK[first + "".join(word.capitalize() for word in rest)]


def _local(term: NamedNode) -> str:
    return term.value.rpartition("#")[2]


def _number(measure: NamedNode, value: float) -> Literal:
    return Literal(f"{value:f}", datatype=XSD.decimal) if measure in _real() else integer(int(value))


def _slug(analysis: Analysis) -> str:
    selection = analysis.selection
    years = [f"from-{selection.first}"] if selection.first is not None else []
    years += [f"to-{selection.last}"] if selection.last is not None else []
    return "--".join((analysis.projection.value, *selection.regions, *years))


def _title(analysis: Analysis) -> str:
    selection = analysis.selection
    parts = [f"Network {analysis.projection}", *(f"region {region}" for region in selection.regions)]
    parts += [f"from {selection.first}"] if selection.first is not None else []
    parts += [f"to {selection.last}"] if selection.last is not None else []
    return ", ".join(parts)
