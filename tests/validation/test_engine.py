"""The engine's short cuts change nothing: plain pySHACL, with its own SPARQL, finds the same."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.validation import validate
from kg.validation.shapes import ontology_files, shape_files

FAULTS = {
    "passage": ('oa:exact "17th Global Meeting"', 'oa:exact "17th Global Meetings"'),
    "dates": ('schema:endDate "2023-02-21"^^xsd:date', 'schema:endDate "2023-01"^^xsd:gYearMonth'),
    "chair": ("wco:role <role/attendee>", "wco:role <role/chair>"),
    "nested": ('schema:startDate "2024"^^xsd:gYear', 'schema:startDate "2024"'),
    "nothing": ("18th", "18th"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_plain_pyshacl_finds_the_same(changed, fault: str) -> None:
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    graph = changed(FAULTS[fault])
    data, shapes = Graph(), Graph()
    data.parse(data=serialize((quad.triple for quad in graph), format=RdfFormat.N_TRIPLES), format="nt")
    for path in ontology_files():
        data.parse(path, format="turtle")
    for path in shape_files():
        shapes.parse(path, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    plain = sorted(
        (str(report.value(result, SH.sourceShape)), str(report.value(result, SH.focusNode)))
        for result in report.objects(predicate=SH.result)
    )
    assert plain == sorted((finding.shape, finding.focus) for finding in validate(graph))
    assert bool(plain) == (fault != "nothing")
