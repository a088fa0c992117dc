import io

import pytest
from pyoxigraph import Literal

from kg.errors import StoreError
from kg.store.virtuoso.answers import decision, solutions
from kg.vocab import XSD

ROWS = b"""
{ "head": { "link": [], "vars": ["a", "b"] },
  "results": { "distinct": false, "ordered": true, "bindings": [
    { "a": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }\t, "b": {\
 "type": "literal", "value": "\\"datatype\\": \\"http://www.w3.org/2001/XMLSchema#boolean\\", \\"value\\": \\"1\\"" }},
    { "a": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "0" }} ] } }"""
ROW = b"""
{ "head": { "link": [], "vars": ["__ASK_RETVAL"] },
  "results": { "distinct": false, "ordered": true, "bindings": [
    { "__ASK_RETVAL": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "1" \
}} ] } }"""
NO_ROW = b"""
{ "head": { "link": [], "vars": ["__ASK_RETVAL"] },
  "results": { "distinct": false, "ordered": true, "bindings": [ ] } }"""


def body(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))  # type: ignore[type-var]


def fine() -> None:
    pass


def gone() -> None:
    raise StoreError("Another graph took its place.")


def test_true_and_false_are_written_as_such() -> None:
    found = [tuple(row) for row in solutions(body(ROWS), fine)]
    quoted = '"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1"'
    assert found == [(Literal(True), Literal(quoted)), (Literal("false", datatype=XSD.boolean), None)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ROW, True),
        (NO_ROW, False),
        (b'{"head": {}, "boolean": true}', True),
        (b'{"head": {}, "boolean": false}', False),
    ],
)
def test_a_decision_may_be_a_row(data: bytes, expected: bool) -> None:
    assert bool(decision(body(data), fine)) is expected


def test_an_answer_from_two_graphs_is_none() -> None:
    with pytest.raises(StoreError, match="took its place"):
        list(solutions(body(ROWS), gone))
    with pytest.raises(StoreError, match="took its place"):
        decision(body(ROW), gone)
