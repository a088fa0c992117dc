from __future__ import annotations

import io

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from kg.model import Finding, Severity
from kg.validation import validate, validate_graphs, validation_report
from kg.vocab import SH, XSD, iri

BROKEN = (
    ("wco:ordinal 19", "wco:ordinal 0"),
    ('oa:exact "17th Global Meeting"', 'oa:exact "17th Global Meetings"'),
    ("wco:kind <meeting-kind/meeting>", "wco:kind <meeting-kind/party>"),
)


def rows(report: bytes, query: str) -> list[tuple[object, ...]]:
    store = Store()
    store.load(io.BytesIO(report), RdfFormat.TURTLE)
    return [tuple(row) for row in store.query(query, prefixes={"sh": SH.base})]


def test_a_graph_without_findings_conforms() -> None:
    assert rows(validation_report([]), "SELECT ?c { ?r a sh:ValidationReport ; sh:conforms ?c }") == [
        (Literal("true", datatype=XSD.boolean),)
    ]


def test_every_finding_is_a_result(changed) -> None:
    findings = validate(changed(*BROKEN))
    found = rows(
        validation_report(findings),
        """SELECT ?focus ?shape ?severity ?value ?component ?conforms {
             ?report sh:conforms ?conforms ; sh:result ?result .
             ?result a sh:ValidationResult ; sh:focusNode ?focus ; sh:sourceShape ?shape ; sh:resultSeverity ?severity ;
                     sh:sourceConstraintComponent ?component ; sh:resultPath ?path .
             OPTIONAL { ?result sh:value ?value } } ORDER BY ?result""",
    )
    assert [(focus.value, shape.value) for focus, shape, *_ in found] == [
        (finding.focus, finding.shape) for finding in findings
    ]
    assert {severity for _, _, severity, *_ in found} == {SH.Violation}
    assert Literal(0) in {value for _, _, _, value, *_ in found}
    assert {conforms for *_, conforms in found} == {Literal("false", datatype=XSD.boolean)}


def test_the_passage_is_quoted(changed) -> None:
    report = validation_report(validate(changed(BROKEN[0])))
    messages = rows(report, 'SELECT ?m { ?r sh:resultMessage ?m FILTER (LANG(?m) = "") }')
    assert messages == [(Literal("gm18, characters 175 to 191, rule example: the 19th in 2024"),)]


def test_paths_are_those_of_the_shapes(changed) -> None:
    report = validation_report(validate(changed(*BROKEN)))
    inverse = rows(report, "SELECT ?p { ?r sh:resultPath/sh:inversePath ?p }")
    assert inverse == [(NamedNode("http://purl.org/dc/terms/isPartOf"),)]
    steps = rows(
        report,
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "SELECT ?a ?b { ?r sh:resultPath/rdf:first ?a ; sh:resultPath/rdf:rest/rdf:first ?b }",
    )
    assert len(steps) == 2


def test_only_paths_are_blank(changed) -> None:
    quads = list(parse(validation_report(validate(changed(*BROKEN))), RdfFormat.TURTLE))
    results = {quad.object for quad in quads if quad.predicate == SH.result}
    assert {iri(f"validation#result-{number}") for number in range(1, len(results) + 1)} == results
    blank = {quad.predicate for quad in quads if isinstance(quad.object, BlankNode)}
    assert {predicate.value.rpartition("#")[2] for predicate in blank} == {"resultPath", "rest"}


def test_equal_findings_are_equal_bytes(changed) -> None:
    graph = changed(*BROKEN)
    assert validation_report(validate(graph)) == validation_report(validate_graphs([reversed(graph)]))


def test_a_finding_of_a_check_query_is_a_result_too() -> None:
    finding = Finding(
        "number-of-a-series-twice", Severity.WARNING, iri("meeting/a").value, "Once.", term=str(Literal(1))
    )
    shape = rows(validation_report([finding]), "SELECT ?s { ?r sh:sourceShape ?s ; sh:value 1 }")
    assert shape == [(iri("check/number-of-a-series-twice"),)]
