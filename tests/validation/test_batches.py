from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.model import Finding
from kg.validation import validate, validate_graphs
from kg.validation.default import default_engine
from kg.vocab import SHAPES


def found(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.shape.removeprefix(SHAPES), finding.report) for finding in findings]


@pytest.fixture
def graphs(changed) -> list[list[Quad]]:
    """Three reports of one meeting: each sound in itself, or with a flaw of its own."""
    return [
        changed(("gm18", "one")),
        changed(("gm18", "two"), ("wco:ordinal 19", "wco:ordinal 0")),
        changed(("gm18", "three"), ('rdfs:label "19th Global Meeting" ;', "")),
    ]


def test_graphs_neither_contradict_nor_complete_each_other(graphs) -> None:
    assert found(validate_graphs(graphs)) == [("Meeting-label", "three"), ("Meeting-ordinal", "two")]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_the_size_of_a_batch_changes_nothing(graphs, size: int) -> None:
    one_by_one = [finding for graph in graphs for finding in validate(graph)]
    assert set(validate_graphs(graphs, size=size)) == set(one_by_one)


def test_the_same_report_twice_is_checked_twice(valid) -> None:
    assert validate_graphs([valid, valid]) == []


def test_what_one_graph_describes_another_does_not_have(changed) -> None:
    person = "<person/norikazu-kuramoto>\n    a foaf:Person ;"
    graphs = [changed(("gm18", "one")), changed(("gm18", "two"), (person, "<person/norikazu-kuramoto>"))]
    assert {finding.report for finding in validate_graphs(graphs)} == {"two"}


def test_blank_nodes_of_different_graphs_are_different() -> None:
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    series = Triple(BlankNode("b"), kind, NamedNode("https://w3id.org/wco-kg/ontology#MeetingSeries"))
    named = [series, Triple(BlankNode("b"), label, NamedNode("http://example.org/"))]
    findings = validate_graphs([named, [series]])
    assert [(finding.shape.removeprefix(SHAPES), finding.focus) for finding in findings] == [
        ("MeetingSeries-label", "_:b")
    ]


def test_graphs_are_read_as_they_are_needed(valid) -> None:
    read: list[int] = []
    runs: list[int] = []

    def graphs():
        for number in range(5):
            read.append(number)
            yield valid

    class Counting:
        def run(self, data, focus=None):
            runs.append(len(read))
            return default_engine().run(data, focus)

    assert validate_graphs(graphs(), engine=Counting(), size=2) == []
    assert runs == [2, 4, 5]
