"""The editions of series in a merged graph: what a change of one meeting says about the numbers and dates of others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.mapping import Edition
from kg.model import Attribute, Entity
from kg.store import GraphStore
from kg.vocab import RDF, SCHEMA, WCO

__all__ = ["contested_beside", "editions_beside"]

_MERGED = DefaultGraph()
_JUDGED = (Attribute.ORDINAL, Attribute.START, Attribute.END)
"""What the other editions of a series have a say in."""


def contested_beside(graph: GraphStore, meetings: Collection[str], entities: Mapping[str, Entity]) -> set[str]:
    """Other meetings of the same series, as far as something is stated of them that the series has a say in.

    Args:
        graph: As it was before the change.
        meetings: Paths of meetings that change.
        entities: All entities after the change, by path.

    Returns:
        Paths of those whose number or dates are stated in several ways.
    """
    series = {f"series/{entities[path].series}" for path in meetings if path in entities and entities[path].series}
    for path in meetings:
        series |= {node.value[len(graph.manifest.base) :] for node in _nodes(graph, path, WCO.inSeries)}
    return {
        path
        for each in series
        for path in _editions(graph, each)
        if path not in meetings and any(_is_contested(graph, path, attribute) for attribute in _JUDGED)
    }


def editions_beside(graph: GraphStore, series: str, meetings: Collection[str]) -> Iterator[tuple[str, Edition]]:
    """Path, number and year of the meetings of a series but for ``meetings``, where reports agree on both."""
    for path in _editions(graph, series):
        if path not in meetings and not _is_contested(graph, path, Attribute.ORDINAL):
            numbers = _values(graph, path, WCO.ordinal)
            years = {value[:4] for value in _starts(graph, path)}
            if numbers and len(years) == 1:
                yield path, Edition(int(numbers[0]), int(years.pop()))


def _editions(graph: GraphStore, series: str) -> list[str]:
    base = graph.manifest.base
    found = graph.quads(_MERGED, predicate=WCO.inSeries, object=NamedNode(base + series))
    return sorted(quad.subject.value[len(base) :] for quad in found if isinstance(quad.subject, NamedNode))


def _starts(graph: GraphStore, path: str) -> Iterator[str]:
    """Every first day that reports state of a meeting."""
    yield from _values(graph, path, SCHEMA.startDate)
    for candidate in _nodes(graph, _record(path, Attribute.START), WCO.candidate):
        yield from _values(graph, candidate.value[len(graph.manifest.base) :], RDF.value)


def _is_contested(graph: GraphStore, path: str, attribute: Attribute) -> bool:
    return bool(_nodes(graph, _record(path, attribute), WCO.about))


def _record(path: str, attribute: Attribute) -> str:
    return f"discrepancy/{path.partition('/')[2]}--{attribute.value}"


def _values(graph: GraphStore, path: str, predicate: NamedNode) -> list[str]:
    found = graph.quads(_MERGED, subject=NamedNode(graph.manifest.base + path), predicate=predicate)
    return [quad.object.value for quad in found if isinstance(quad.object, Literal)]


def _nodes(graph: GraphStore, path: str, predicate: NamedNode) -> list[NamedNode]:
    found = graph.quads(_MERGED, subject=NamedNode(graph.manifest.base + path), predicate=predicate)
    return [quad.object for quad in found if isinstance(quad.object, NamedNode)]
