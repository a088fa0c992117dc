"""Finds the contradictions of a graph: its discrepancies, and what is odd about the numbers of a series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.conflicts.conflict import Conflict, Stand, Statement, sort_conflicts
from kg.model import Finding, Span
from kg.store import GraphStore
from kg.validation import load_checks, run_checks
from kg.vocab import DCTERMS, FOAF, OA, PROV, RDF, RDFS, SKOS, WCO

__all__ = ["find_conflicts"]

_MERGED = DefaultGraph()
_ODDITIES = {
    "meeting-against-reference": "The reference tables have {}.",
    "office-against-reference": "The reference tables have {}.",
    "post-against-reference": "In the reference tables {} held the post at that time.",
    "gap-in-a-series": "No report tells of number {} of the series, which may be missing here or misread.",
    "number-of-a-series-twice": "{} has the same number; the two may be one meeting, or one number a misprint.",
    "number-against-date": "{} has a higher number and was earlier; one of the numbers may be a misprint.",
}
"""What check queries find, in words."""
_STANDS = {"reference": Stand.TABLES, "series": Stand.SERIES}
"""Tags of check queries whose findings are contradictions."""


def find_conflicts(store: GraphStore, *, series: bool = True) -> list[Conflict]:
    """All contradictions, the weightiest first.

    Args:
        store: The graph.
        series: Also what is odd about the numbers of a series: one that is missing, stands twice or runs against time;
            and what the reference tables have otherwise.

    Raises:
        StoreError: The store fails.
    """
    found = [_discrepancy(store, node) for node in _subjects(store, RDF.type, WCO.Discrepancy)]
    if series:
        for tag, stand in _STANDS.items():
            checks = [check for check in load_checks() if tag in check.tags]
            found += [_oddity(store, finding, stand) for finding in run_checks(store.query, checks)]
    return sort_conflicts(found)


def _discrepancy(store: GraphStore, node: NamedNode) -> Conflict:
    about = _node(store, node, WCO.about)
    on = _local_name(_node(store, node, WCO.onProperty).value)
    adopted = _text(store, node, WCO.adoptedValue)
    statements = [
        statement
        for candidate in _nodes(store, node, WCO.candidate)
        for statement in _statements(store, candidate, adopted)
    ]
    reason = _text(store, node, RDFS.comment)
    return Conflict(about.value, label(store, about), on, _stand(statements), reason, _ordered(statements))


def _oddity(store: GraphStore, finding: Finding, stand: Stand) -> Conflict:
    node = NamedNode(finding.focus)
    value = finding.value.removeprefix(store.manifest.base)
    reason = _ODDITIES.get(finding.shape, finding.message + " ({})").format(value)
    found = _located(store, node) if stand is Stand.SERIES else _passages(store, node, NamedNode(finding.path))
    statements = sorted(found, key=lambda each: (each.report, each.span))[:1]
    return Conflict(finding.focus, label(store, node), _local_name(finding.path), stand, reason, tuple(statements))


def _passages(store: GraphStore, node: NamedNode, path: NamedNode) -> Iterator[Statement]:
    """Where reports speak of a thing whose value the reference tables have otherwise."""
    value = _text(store, node, path).removeprefix(store.manifest.base)
    for passage in _nodes(store, node, PROV.wasDerivedFrom):
        yield _statement(store, passage, value, adopted=True)


def _located(store: GraphStore, meeting: NamedNode) -> Iterator[Statement]:
    """Where reports state the number of a meeting."""
    number = _text(store, meeting, WCO.ordinal)
    for passage in _nodes(store, meeting, PROV.wasDerivedFrom):
        if re.search(rf"\b{number}(?:st|nd|rd|th)?\b", _text(store, passage, OA.exact)):
            yield _statement(store, passage, number, adopted=True)


def _statements(store: GraphStore, candidate: NamedNode, adopted: str) -> Iterator[Statement]:
    value = _text(store, candidate, RDF.value)
    for passage in _nodes(store, candidate, PROV.wasDerivedFrom):
        yield _statement(store, passage, value, adopted=value == adopted)


def _statement(store: GraphStore, passage: NamedNode, value: str, *, adopted: bool) -> Statement:
    report = _node(store, passage, DCTERMS.isPartOf)
    span = Span(int(_text(store, passage, OA.start)), int(_text(store, passage, OA.end)))
    identifier, publisher = (_text(store, report, each) for each in (DCTERMS.identifier, DCTERMS.publisher))
    return Statement(value, adopted, identifier, publisher, span, _text(store, passage, OA.exact))


def _stand(statements: list[Statement]) -> Stand:
    if _differ(statements, lambda each: each.publisher or each.report):
        return Stand.PUBLISHERS
    return Stand.REPORTS if _differ(statements, lambda each: each.report) else Stand.REPORT


def _differ(statements: list[Statement], party: Callable[[Statement], str]) -> bool:
    """Whether two parties state no value in common."""
    stated: defaultdict[str, set[str]] = defaultdict(set)
    for each in statements:
        stated[party(each)].add(each.value)
    return any(not left & right for left, right in combinations(stated.values(), 2))


def _ordered(statements: list[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(set(statements), key=lambda each: (not each.adopted, each.value, each.report, each.span)))


def label(store: GraphStore, node: NamedNode) -> str:
    """The name of a thing; the end of its IRI where it has none."""
    names = (text for name in (RDFS.label, FOAF.name, SKOS.prefLabel) if (text := _text(store, node, name)))
    return next(names, _local_name(node.value))


def _text(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> str:
    """The smallest value, so that the outcome does not depend on the order of the database; empty where none."""
    found = (quad.object for quad in store.quads(_MERGED, subject=subject, predicate=predicate))
    return min((each.value for each in found if isinstance(each, NamedNode | Literal)), default="")


def _node(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> NamedNode:
    return NamedNode(_text(store, subject, predicate))


def _nodes(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    found = store.quads(_MERGED, subject=subject, predicate=predicate)
    return sorted((quad.object for quad in found if isinstance(quad.object, NamedNode)), key=str)


def _subjects(store: GraphStore, predicate: NamedNode, value: NamedNode | Literal) -> list[NamedNode]:
    found = store.quads(_MERGED, predicate=predicate, object=value)
    return sorted((quad.subject for quad in found if isinstance(quad.subject, NamedNode)), key=str)


def _local_name(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
