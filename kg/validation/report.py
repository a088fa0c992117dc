"""Findings as a validation report of SHACL (section 3.6), for other tools to read."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.model import Finding
from kg.rdf import FORMS, order, write_rdf
from kg.validation.engine import Term
from kg.validation.shapes import shape_triples
from kg.vocab import RDF, SH, XSD, iri

__all__ = ["validation_report"]


def validation_report(findings: Iterable[Finding]) -> bytes:
    """A validation report in Turtle: equal findings, equal bytes.

    Its nodes have IRIs, except for paths that are not one property, which SHACL has as blank nodes. A second message of
    a result quotes the passage and names the rule that read it.

    Args:
        findings: In the order in which the results are to be numbered.
    """
    statements = sorted(_report(list(findings)), key=order)
    out = io.BytesIO()
    write_rdf(statements, out, FORMS["turtle"])
    return out.getvalue()


def _report(findings: list[Finding]) -> Iterator[Triple]:
    report = iri("validation")
    yield Triple(report, RDF.type, SH.ValidationReport)
    yield Triple(report, SH.conforms, Literal("false" if findings else "true", datatype=XSD.boolean))
    width = len(str(len(findings)))
    for number, finding in enumerate(findings, 1):
        result = iri(f"validation#result-{number:0{width}}")
        yield Triple(report, SH.result, result)
        yield from _result(result, finding)


def _result(result: NamedNode, finding: Finding) -> Iterator[Triple]:
    shape = NamedNode(finding.shape) if ":" in finding.shape else iri(f"check/{finding.shape}")
    yield Triple(result, RDF.type, SH.ValidationResult)
    yield Triple(result, SH.focusNode, _term(finding.focus))
    yield Triple(result, SH.resultSeverity, SH[finding.severity.value])
    yield Triple(result, SH.sourceShape, shape)
    yield Triple(result, SH.resultMessage, Literal(finding.message, language="en"))
    component = NamedNode(finding.component) if finding.component else SH.SPARQLConstraintComponent
    yield Triple(result, SH.sourceConstraintComponent, component)
    if finding.term:
        yield Triple(result, SH.value, _parsed(finding.term))
    if finding.passage is not None:
        yield Triple(result, SH.resultMessage, Literal(_where(finding)))
    if finding.path:
        yield from _path(result, shape, finding.path)


def _where(finding: Finding) -> str:
    if finding.passage is None:
        return ""
    start, end = finding.passage.span
    return f"{finding.report}, characters {start} to {end}, rule {finding.passage.rule}: {finding.quote}"


def _path(result: NamedNode, shape: NamedNode, path: str) -> Iterator[Triple]:
    """The path of a result; one that is not a single property is copied from the shape."""
    if "<" not in path:
        yield Triple(result, SH.resultPath, NamedNode(path))
        return
    number = result.value.rpartition("-")[2]
    names: dict[Term, BlankNode] = {}
    waiting = [value for _, value in _about(shape, SH.path)]
    for node in waiting:
        names[node] = BlankNode(f"path{number}x{len(names)}")
        waiting += (value for _, value in _about(node) if isinstance(value, BlankNode))
    yield Triple(result, SH.resultPath, names[waiting[0]])
    for node, name in names.items():
        for predicate, value in _about(node):
            yield Triple(name, predicate, names.get(value, value))


def _about(subject: Term, predicate: NamedNode | None = None) -> list[tuple[NamedNode, Term]]:
    return [each for each in _shapes_by_subject().get(subject, ()) if predicate in {None, each[0]}]


@cache
def _shapes_by_subject() -> dict[Term, list[tuple[NamedNode, Term]]]:
    found: dict[Term, list[tuple[NamedNode, Term]]] = defaultdict(list)
    for triple in shape_triples():
        found[triple.subject].append((triple.predicate, triple.object))
    return {subject: sorted(pairs, key=str) for subject, pairs in found.items()}


def _term(focus: str) -> Term:
    return BlankNode(focus.removeprefix("_:")) if focus.startswith("_:") else NamedNode(focus)


def _parsed(term: str) -> Term:
    """A term from its N-Triples syntax."""
    (statement,) = parse(f"<x:> <x:> {term} .".encode(), RdfFormat.N_TRIPLES)
    value: Term = statement.object
    return value
