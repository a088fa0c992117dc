"""pySHACL as the engine.

The only module that knows pySHACL and rdflib. Both take long to import, so this module is imported when data are
first checked, not before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from pyshacl import validate
from rdflib.namespace import SH, XSD
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node

from kg.errors import RdfSyntaxError
from kg.model import Severity
from kg.validation.engine import Result, Term

__all__ = ["PyShaclEngine"]

_SEVERITIES: dict[Node, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


class PyShaclEngine:
    """Checks data in memory with pySHACL.

    Args:
        shapes: Turtle files with shapes.
        background: Statements added to all data: subclasses, concepts of schemes.
    """

    def __init__(self, shapes: Sequence[Path], background: Iterable[Triple] = ()) -> None:
        self._files = tuple(shapes)
        self._background = tuple(background)

    @cached_property
    def _shapes(self) -> rdflib.Graph:
        graph = rdflib.Graph()
        for path in self._files:
            graph.parse(path, format="turtle")
        return graph

    def run(self, data: Iterable[Triple]) -> list[Result]:
        """All results for ``data`` as one graph, in any order.

        Raises:
            RdfSyntaxError: The data hold a statement about a statement, of which SHACL knows nothing.
        """
        graph = _Graph()
        with _ill_typed_literals_unreported():
            _fill(graph, self._background)
            _fill(graph, data)
        conforms, report, text = validate(graph, shacl_graph=self._shapes, inplace=True)
        if not isinstance(report, rdflib.Graph):
            raise TypeError(text)
        return [] if conforms else [_result(report, node) for node in report.objects(predicate=SH.result)]


class _Graph(rdflib.Graph):
    """A graph that parses each query once: pySHACL asks the same one for every focus node."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> rdflib.query.Result:
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@lru_cache(maxsize=64)
def _prepared(text: str) -> Query:
    return prepareQuery(text)


@contextmanager
def _ill_typed_literals_unreported() -> Iterator[None]:
    """Keeps rdflib from writing of ill-typed literals to stderr; the shapes find them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def _fill(graph: rdflib.Graph, triples: Iterable[Triple]) -> None:
    known: dict[object, Node] = {}

    def term(node: object) -> Node:
        found = known.get(node)
        if found is None:
            found = known[node] = _to_rdflib(node)
        return found

    graph.addN((term(each.subject), term(each.predicate), term(each.object), graph) for each in triples)


def _to_rdflib(node: object) -> Node:
    if isinstance(node, NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, BlankNode):
        return rdflib.BNode(node.value)
    if not isinstance(node, Literal):
        raise RdfSyntaxError("Statements about statements cannot be checked.", "Leave RDF 1.2 triple terms out.")
    if node.language:
        return rdflib.Literal(node.value, lang=node.language)
    datatype = rdflib.URIRef(node.datatype.value)
    # rdflib tells "x" from "x"^^xsd:string, and would rewrite the year 2016 as a day if it normalised.
    return rdflib.Literal(node.value, datatype=None if datatype == XSD.string else datatype, normalize=False)


def _from_rdflib(node: Node) -> Term:
    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return BlankNode(str(node))
    if not isinstance(node, rdflib.Literal):
        raise TypeError(node)
    if node.language:
        return Literal(str(node), language=node.language)
    return Literal(str(node), datatype=NamedNode(str(node.datatype or XSD.string)))


def _result(report: rdflib.Graph, node: Node) -> Result:
    parts = dict(report.predicate_objects(node))
    value = parts.get(SH.value)
    return Result(
        shape=NamedNode(str(parts[SH.sourceShape])),
        severity=_SEVERITIES[parts[SH.resultSeverity]],
        focus=_from_rdflib(parts[SH.focusNode]),
        path=_path(report, parts[SH.resultPath]) if SH.resultPath in parts else "",
        value=None if value is None else _from_rdflib(value),
        component=NamedNode(str(parts[SH.sourceConstraintComponent])),
        message=str(parts[SH.resultMessage]),
    )


def _path(graph: rdflib.Graph, node: Node) -> str:
    """A SHACL path in the syntax of SPARQL; one IRI alone without its angle brackets."""
    return str(node) if isinstance(node, rdflib.URIRef) else _path_step(graph, node)


def _path_step(graph: rdflib.Graph, node: Node) -> str:
    if isinstance(node, rdflib.URIRef):
        return f"<{node}>"
    inverse = graph.value(node, SH.inversePath)
    if inverse is not None:
        return f"^{_path_step(graph, inverse)}"
    choices = graph.value(node, SH.alternativePath)
    steps = [_path_step(graph, step) for step in rdflib.collection.Collection(graph, choices or node)]
    return "|".join(steps) if choices is not None else "/".join(steps)
