"""pySHACL as the engine.

The only module that knows pySHACL and rdflib. Both take long to import, so this module is imported when data are
first checked, not before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple, Variable
from pyshacl import validate
from rdflib.namespace import SH, XSD
from rdflib.term import Identifier, Node

from kg.errors import RdfSyntaxError
from kg.model import Severity
from kg.validation.engine import Focus, Result, Term

__all__ = ["PyShaclEngine"]

_SEVERITIES: dict[Node, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


class PyShaclEngine:
    """Checks data in memory with pySHACL.

    Args:
        shapes: All statements of the shapes.
        background: Statements added to all data: subclasses, concepts of schemes.
    """

    def __init__(self, shapes: Iterable[Triple], background: Iterable[Triple] = ()) -> None:
        self._shapes = _tuned(_copied(shapes))
        self._without_targets = _without_targets(self._shapes)
        self._background = tuple(background)

    def run(self, data: Iterable[Triple], focus: Focus = None) -> list[Result]:
        """All results for ``data`` as one graph, in any order; with ``focus`` those of the pairs in it.

        Raises:
            RdfSyntaxError: The data hold a statement about a statement, of which SHACL knows nothing.
        """
        if focus is not None and not focus:
            return []
        every = chain(self._background, data)
        with _ill_typed_literals_unreported():
            if focus is None:
                shapes, graph = self._shapes, _copied(every)
            else:
                shapes, graph = _aimed(self._without_targets, focus), _viewed(every)
            conforms, report, text = validate(graph, shacl_graph=shapes, inplace=True)
        if not isinstance(report, rdflib.Graph):
            raise TypeError(text)
        return [] if conforms else [_result(report, node) for node in report.objects(predicate=SH.result)]


def _tuned(shapes: rdflib.Graph) -> rdflib.Graph:
    """Shapes that find the same in half the time, rearranged for the way in which pySHACL works.

    It evaluates a property shape of a node shape anew for each focus node, and a property shape with targets of its own
    once for all of them: so the targets of a node shape are given to its property shapes. It examines the text of a
    query by regular expressions for each focus node, and these take long over many lines: so it gets one line.
    """
    for node, target in _targets(shapes):
        for member in shapes.objects(node, SH.property):
            shapes.add((member, *target))
    for node in {node for node, _ in _targets(shapes)}:
        shapes.remove((node, SH.property, None))
    for node, query in list(shapes.subject_objects(SH.select)):
        shapes.set((node, SH.select, rdflib.Literal(" ".join(line.strip() for line in str(query).splitlines()))))
    return shapes


def _without_targets(shapes: rdflib.Graph) -> rdflib.Graph:
    bare = rdflib.Graph()
    bare += shapes
    for node, target in _targets(shapes):
        bare.remove((node, *target))
    return bare


def _aimed(bare: rdflib.Graph, focus: Iterable[tuple[Any, Any]]) -> rdflib.Graph:
    """Shapes with these nodes as targets, and no others."""
    aimed = rdflib.Graph()
    aimed += bare
    for shape, node in focus:
        aimed.add((_to_rdflib(shape), SH.targetNode, _to_rdflib(node)))
    return aimed


def _targets(shapes: rdflib.Graph) -> list[tuple[Node, tuple[Node, Node]]]:
    kinds = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    return [(node, (kind, value)) for kind in kinds for node, value in shapes.subject_objects(kind)]


def _copied(triples: Iterable[Triple]) -> _Graph:
    """Data held by rdflib as well: sooner found if all of them are looked at."""
    statements = list(triples)
    graph = _Graph(_database(statements))
    known: dict[object, Node] = {}

    def term(node: Any) -> Any:
        found = known.get(node)
        if found is None:
            found = known[node] = _to_rdflib(node)
        return found

    for each in statements:
        graph.add((term(each.subject), term(each.predicate), term(each.object)))
    return graph


def _viewed(triples: Iterable[Triple]) -> _Graph:
    """Data of which rdflib sees what it asks for: sooner there if little of them is looked at."""
    database = _database(triples)
    return _Graph(database, _View(database))


def _database(triples: Iterable[Triple]) -> Store:
    database = Store()
    database.bulk_extend(Quad(each.subject, each.predicate, each.object) for each in triples)
    return database


class _View(rdflib.store.Store):
    """What Oxigraph holds, as rdflib reads it."""

    context_aware = graph_aware = True  # pySHACL takes no other stores

    def __init__(self, database: Store) -> None:
        super().__init__()
        self._database = database

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """The statements that match a pattern, each as in no context."""
        subject, predicate, value = (None if node is None else _from_rdflib(node) for node in triple_pattern)
        if isinstance(subject, Literal) or not (predicate is None or isinstance(predicate, NamedNode)):
            return  # rdflib may ask what is said of a literal: nothing
        for each in self._database.quads_for_pattern(subject, predicate, value, DefaultGraph()):
            yield tuple(map(_to_rdflib, each.triple)), iter(())

    def __len__(self, context: Any = None) -> int:
        return len(self._database)


class _Graph(rdflib.Graph):
    """Data for pySHACL, with the constraints in SPARQL evaluated by Oxigraph, which is a hundred times faster at it."""

    def __init__(self, database: Store, store: rdflib.store.Store | str = "default") -> None:
        super().__init__(store, bind_namespaces="none")
        self._database = database

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> rdflib.query.Result:
        """Runs a SELECT query as pySHACL asks for it: after the query come processor, result, namespaces, bindings."""
        bound = kwargs.get("initBindings") or args[3]
        values = {Variable(name): _from_rdflib(node) for name, node in bound.items()}
        solutions = self._database.query(query_object, substitutions=values)
        if not isinstance(solutions, QuerySolutions):
            raise TypeError(query_object)
        names = [rdflib.Variable(each.value) for each in solutions.variables]
        answer = rdflib.query.Result("SELECT")
        answer.vars = names
        answer.bindings = [
            {name: _to_rdflib(value) for name, value in zip(names, solution, strict=True) if value is not None}
            for solution in solutions
        ]
        return answer


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


def _to_rdflib(node: object) -> Identifier:
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
