"""Words of a query are found where they stand, and values and prefixes are put where they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.sparql import Change, bound, changed, closing, computed, declared, matched, parses, words

PREFIXES = {"a": "urn:a:", "ab": "urn:ab:"}
A, B = NamedNode("urn:a:1"), NamedNode("urn:a:2")


def rows(text: str) -> list[str]:
    store = Store()
    store.extend([Quad(A, B, Literal("x")), Quad(B, B, Literal("y"))])
    found = store.query(text, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return [" ".join(str(value) for value in row) for row in found]


def test_words_are_not_looked_for_in_strings_iris_and_comments() -> None:
    text = """# GRAPH ?g {
    SELECT ?graph { ?graph <urn:GRAPH> "GRAPH ?g { \\" FROM <a>", '''VALUES ' {''' FILTER(?a < 1 && ?b > 2) }"""
    assert [word.text for word in words(text) if word.kind == "word"] == ["SELECT", "FILTER"]


def test_depth_counts_braces() -> None:
    assert [(word.text, word.depth) for word in words("ASK { { ?a } }")] == [
        ("ASK", 0),
        ("{", 0),
        ("{", 1),
        ("?a", 2),
        ("}", 1),
        ("}", 0),
    ]


@pytest.mark.parametrize("name", [r"a:report\/b", "a:b.c", ":", "a:", "ab:%20", "é:ü"])
def test_a_name_is_one_word(name: str) -> None:
    assert [(word.kind, word.text) for word in words(f"{name} .")] == [("name", name)]


@given(st.text())
def test_any_text_has_words_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end].upper() == word.text.upper() for word in found)
    assert [word.start for word in found] == sorted({word.start for word in found})


def test_brace_closes_what_it_opened() -> None:
    found = words("ASK { { ?a } { ?b } }")
    assert found[closing(found, 1)].end == len("ASK { { ?a } { ?b } }")
    assert found[closing(found, 2)].end == len("ASK { { ?a }")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("SELECT ?s WHERE { ?s ?p ?o }", "SELECT ?s WHERE "),
        ("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o }", "CONSTRUCT { ?s ?p 1 } WHERE "),
        ("SELECT (EXISTS { ?s ?p 1 } AS ?x) { ?s ?p ?o }", "SELECT (EXISTS { ?s ?p 1 } AS ?x) "),
    ],
)
def test_what_is_matched_opens_after_the_head(text: str, before: str) -> None:
    assert text[: matched(words(text)).start] == before


def test_changes_hold_whatever_their_order() -> None:
    assert changed("abcd", [Change(3, 4, "D"), Change(0, 1, "A"), Change(2, 2, "-")]) == "Ab-cD"


def test_what_select_computes() -> None:
    assert computed(words("SELECT ?a (COUNT(*) AS ?n) WHERE { BIND(1 AS ?b) }")) == {"n"}


def test_values_stand_first_and_hold_within_filters() -> None:
    text = "SELECT ?s WHERE { ?s ?p ?o FILTER EXISTS { ?s ?p ?x } }"
    found = bound(text, {"x": Literal("y")}, PREFIXES)
    assert found.startswith('SELECT ?s WHERE {\n  VALUES (?x) { ("y") } ?s ?p ?o')
    assert rows(found) == [str(B)]


def test_values_of_what_the_query_makes_stand_last() -> None:
    text = "SELECT ?n ?o WHERE { ?s ?p ?o BIND(STR(?s) AS ?n) }"
    found = bound(text, {"n": Literal(A.value), "o": Literal("x")}, PREFIXES)
    assert found.index('(?o) { ("x")') < found.index("BIND") < found.index("VALUES (?n)")
    assert rows(found) == [f'"{A.value}" "x"']
    assert rows(bound(text, {"n": Literal(A.value), "o": Literal("y")}, PREFIXES)) == []


def test_values_stand_last_where_they_may_not_stand_first() -> None:
    text = "SELECT ?s WHERE { SELECT ?s WHERE { ?s ?p ?o } }"
    found = bound(text, {"s": A}, PREFIXES)
    assert parses(found, PREFIXES)
    assert rows(found) == [str(A)]


def test_nothing_is_put_where_nothing_is_given() -> None:
    assert bound("ASK { ?s ?p ?o }", {}, {}) == "ASK { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ASK { ab:1 ?p ?o }", ["ab"]),
        ("ASK { ?s ?p <a:b>, 'a:b' }", []),
        ("PREFIX a: <urn:x:> ASK { a:1 ab:2 ?o }", ["ab"]),
        ("prefix a: <urn:x:> ASK { a:1 c:2 ?o }", []),
    ],
)
def test_prefixes_that_are_used_and_not_declared_are_declared(text: str, names: list[str]) -> None:
    found = declared(text, PREFIXES)
    assert found == "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in names) + text


def test_whether_a_query_parses() -> None:
    assert parses("ASK { a:1 ?p ?o }", PREFIXES)
    assert not parses("ASK { b:1 ?p ?o }", PREFIXES)
