from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import BadParameter
from kg.query import parse_query
from kg.query.parameters import bind
from kg.store import GraphStore
from kg.vocab import XSD, iri


def bound(graph: GraphStore, kind: str, value: str) -> NamedNode | Literal:
    return bind(graph, parse_query(f"#+ params: {{x: {kind}}}\nASK {{}}", "q"), {"x": value})["x"]


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("region", "AP", iri("region/AP")),
        ("region", " a/p ", iri("region/AP")),
        ("role", "Elected chair", iri("role/elected-chair")),
        ("kind", "workshop", iri("meeting-kind/workshop")),
        ("status", "ACTING", iri("post-status/acting")),
        ("string", 'a "b" ?c }', Literal('a "b" ?c }')),
        ("integer", "018", Literal("18", datatype=XSD.integer)),
        ("date", "2023-02-20", Literal("2023-02-20", datatype=XSD.date)),
        ("year", "2023", Literal("2023", datatype=XSD.gYear)),
        ("person", "Norikazu Kuramoto", iri("person/norikazu-kuramoto")),
    ],
)
def test_values_become_terms(graph: GraphStore, kind: str, value: str, term: NamedNode | Literal) -> None:
    assert bound(graph, kind, value) == term


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("region", "Asia", "takes a region; found 'Asia'.*AP, ESA"),
        ("integer", "18th", "a whole number; found '18th'"),
        ("date", "2023-02-30", "YYYY-MM-DD"),
        ("date", "2023", "YYYY-MM-DD"),
        ("year", "23", "YYYY"),
        ("person", "", "empty"),
        ("person", "<https://a b>", "no valid IRI"),
    ],
)
def test_wrong_values_are_refused(graph: GraphStore, kind: str, value: str, words: str) -> None:
    with pytest.raises(BadParameter, match=words) as caught:
        bound(graph, kind, value)
    assert caught.value.exit_code == 2


HEAD = "#+ params: {day: date, region: region, year: year}\n#+ optional: [region]\n#+ defaults: {year: 2020}\nASK {}"


def test_defaults_and_optional_parameters(graph: GraphStore) -> None:
    assert bind(graph, parse_query(HEAD), {"day": "2023-02-20"}) == {
        "day": Literal("2023-02-20", datatype=XSD.date),
        "year": Literal("2020", datatype=XSD.gYear),
    }
    assert bind(graph, parse_query(HEAD), {"day": "2023-02-20", "year": "2021"})["year"].value == "2021"


def test_missing_and_unknown_parameters(graph: GraphStore) -> None:
    with pytest.raises(BadParameter, match=r"needs the parameter 'day'.*region \(region, optional\)"):
        bind(graph, parse_query(HEAD), {})
    with pytest.raises(BadParameter, match="no parameter 'dya'"):
        bind(graph, parse_query(HEAD), {"dya": "2023-02-20"})
    with pytest.raises(BadParameter, match="It has none"):
        bind(graph, parse_query("ASK {}"), {"day": "x"})
