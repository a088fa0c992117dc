"""The figures of a network as statistical linked data (RDF Data Cube Vocabulary, W3C Recommendation 2014).

Three data sets: one observation a figure of the network as a whole, one a node, one a year. Dimensions and measures are
defined in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import IO

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf import FORMS, order, write_rdf
from kg.stats.analysis import Analysis, Year
from kg.stats.analysis_output import MEASURES, network_figures
from kg.vocab import NETWORK, NETWORK_PREFIXES, QB, RDF, RDFS, XSD, iri

__all__ = ["write_cube"]

Term = NamedNode | Literal
_NODE_MEASURES = (*MEASURES, "community")
_YEAR_MEASURES = tuple(field.name for field in fields(Year) if field.name != "year")
_REAL = {"betweenness", "closeness", "eigenvector", "pagerank", "density", "value"}
_RANGES = {"year": XSD.gYear, "figure": XSD.string, "node": RDFS.Resource}


@dataclass(frozen=True, slots=True)
class _Cube:
    """A data set: what identifies an observation, what is observed, and for each the name, the key and the values."""

    name: str
    title: str
    dimension: str
    measures: tuple[str, ...]
    observations: Iterable[tuple[str, Term, tuple[int | float, ...]]]


def write_cube(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes the figures as Turtle, sorted."""
    head = iri(f"network/{_slug(analysis)}", analysis.base)
    triples = [triple for cube in _cubes(analysis) for triple in _data_set(cube, head, _title(analysis))]
    write_rdf(sorted(set(triples), key=order), out, FORMS["turtle"], prefixes=NETWORK_PREFIXES)


def _cubes(analysis: Analysis) -> Iterator[_Cube]:
    whole = [(name, Literal(name), (value,)) for name, value in network_figures(analysis).items() if value is not None]
    yield _Cube("whole", "the network as a whole", "figure", ("value",), whole)
    nodes = [
        (node.path, NamedNode(node.iri), tuple(getattr(node, name) for name in _NODE_MEASURES))
        for node in analysis.nodes
    ]
    yield _Cube("nodes", "its nodes", "node", _NODE_MEASURES, nodes)
    years = [
        (f"{each.year:04}", Literal(f"{each.year:04}", datatype=XSD.gYear), _values(each)) for each in analysis.years
    ]
    yield _Cube("years", "year by year", "year", _YEAR_MEASURES, years)


def _values(year: Year) -> tuple[int | float, ...]:
    return tuple(getattr(year, name) for name in _YEAR_MEASURES)


def _data_set(cube: _Cube, head: NamedNode, title: str) -> Iterator[Triple]:
    data = NamedNode(f"{head.value}#{cube.name}")
    structure = NamedNode(f"{data.value}-structure")
    yield Triple(data, RDF.type, QB.DataSet)
    yield Triple(data, RDFS.label, Literal(f"{title}: {cube.title}", language="en"))
    yield Triple(data, QB.structure, structure)
    yield Triple(structure, RDF.type, QB.DataStructureDefinition)
    yield from _component(structure, cube.dimension, QB.dimension, QB.DimensionProperty)
    for measure in cube.measures:
        yield from _component(structure, measure, QB.measure, QB.MeasureProperty)
    for name, key, values in cube.observations:
        observation = NamedNode(f"{data.value}/{name}")
        yield Triple(observation, RDF.type, QB.Observation)
        yield Triple(observation, QB.dataSet, data)
        yield Triple(observation, NETWORK[cube.dimension], key)
        for measure, value in zip(cube.measures, values, strict=True):
            yield Triple(observation, NETWORK[measure], _number(measure, value))


def _component(structure: NamedNode, name: str, link: NamedNode, class_: NamedNode) -> Iterator[Triple]:
    component, term = NamedNode(f"{structure.value}-{name}"), NETWORK[name]
    yield Triple(structure, QB.component, component)
    yield Triple(component, RDF.type, QB.ComponentSpecification)
    yield Triple(component, link, term)
    yield Triple(term, RDF.type, RDF.Property)
    yield Triple(term, RDF.type, class_)
    yield Triple(term, RDFS.label, Literal(name.replace("_", " "), language="en"))
    yield Triple(term, RDFS.range, _range(name))


def _range(name: str) -> NamedNode:
    return _RANGES.get(name) or (XSD.decimal if name in _REAL else XSD.integer)


def _number(measure: str, value: float) -> Literal:
    if measure in _REAL:
        return Literal(f"{value:f}", datatype=XSD.decimal)
    return Literal(str(value), datatype=XSD.integer)


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
