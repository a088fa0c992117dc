"""Queries are taken apart rightly, and what becomes of them parses."""

import pytest
from pyoxigraph import Literal, NamedNode, Store, Variable

from kg.errors import StoreError
from kg.store.virtuoso.constructs import as_constructs, as_rows
from kg.store.virtuoso.dataset import Chosen, chosen_by, with_stored_graphs
from kg.store.virtuoso.names import Generation
from kg.store.virtuoso.parameters import with_values


def fits(text: str) -> bool:
    try:
        Store().query(text)
    except SyntaxError:
        return False
    return True


def test_what_names_no_graph_stays_as_it_is() -> None:
    text = """# GRAPH ?g {
    SELECT ?graph { ?graph <urn:GRAPH> "GRAPH ?g { \\" FROM <a>", '''VALUES ' {''' FILTER(?a < 1 && ?b > 2) }"""
    assert with_stored_graphs(text, Generation(1)) == text
    assert chosen_by(text) == (text, Chosen(None, None))


def test_chosen_graphs_leave_the_query() -> None:
    text = "PREFIX a: <urn:a:> SELECT * FROM a:b FROM NAMED <urn:c> FROM <urn:d> WHERE { ?from a a:FROM }"
    rest, chosen = chosen_by(text)
    assert chosen == Chosen(["urn:a:b", "urn:d"], ["urn:c"])
    assert " ".join(rest.split()) == "PREFIX a: <urn:a:> SELECT * WHERE { ?from a a:FROM }"
    assert chosen_by("PREFIX b: <urn:b/> ASK FROM b:c { }")[1] == Chosen(["urn:b/c"], [])


def test_a_name_is_read_with_its_escapes_and_its_base() -> None:
    text = r"PREFIX id: <https://w3id.org/wco-kg/id/> ASK FROM id:report\/rocbap-664 { }"
    assert chosen_by(text)[1] == Chosen(["https://w3id.org/wco-kg/id/report/rocbap-664"], [])
    assert chosen_by("BASE <https://w3id.org/wco-kg/> ASK FROM <id/a> {}")[1] == Chosen(
        ["https://w3id.org/wco-kg/id/a"], []
    )
    assert fits(with_stored_graphs(r"PREFIX a: <urn:a> ASK { GRAPH a:report\/b { ?s ?p ?o } }", Generation(1)))


@pytest.mark.parametrize("name", ["?g", "$g", "<urn:g>", "a:g"])
def test_graphs_are_looked_up(name: str) -> None:
    pattern = f"FILTER NOT EXISTS {{ GRAPH {name} {{ ?s ?p ?o }} }} graph {name} {{}}"
    text = f"PREFIX a: <urn:a:> SELECT ?s WHERE {{ {pattern} }}"
    translated = with_stored_graphs(text, Generation(7))
    assert fits(translated)
    assert translated.count("<urn:wco-kg:state:7>") == 2
    assert translated.count(f"<urn:wco-kg:holds> {name}") == 2


PEOPLE = "SELECT ?s ?n WHERE { ?s a <urn:Person> BIND(CONCAT('(', STR(?s)) AS ?n) } ORDER BY ?n"


def test_values_come_first() -> None:
    found = with_values(PEOPLE, {Variable("s"): NamedNode("urn:a")}, fits)
    assert found == PEOPLE.replace("{ ?s a", "{ VALUES (?s) { (<urn:a>) }   ?s a", 1)


def test_what_is_computed_is_compared() -> None:
    found = with_values(PEOPLE, {Variable("n"): Literal("urn:a")}, fits)
    assert 'VALUES (?n) { ("urn:a") }' in found.partition("BIND")[0]
    assert "AS ?wco_n) FILTER(STR(?wco_n) = STR(?n))" in found
    assert fits(found)


def test_values_at_the_end_move() -> None:
    found = with_values(f"{PEOPLE} VALUES (?s ?n) {{ (<urn:a> 'b') }}", {}, fits)
    assert found.startswith("SELECT ?s ?n WHERE { VALUES (?s ?n) { (<urn:a> 'b') }")
    assert found.endswith("ORDER BY ?n ")
    assert "FILTER(STR(?wco_n) = STR(?n))" in found
    assert fits(found)


def test_values_go_into_what_a_construct_matches() -> None:
    found = with_values("CONSTRUCT { ?s a <urn:b> } WHERE { ?s ?p ?o }", {Variable("s"): NamedNode("urn:a")}, fits)
    assert found == "CONSTRUCT { ?s a <urn:b> } WHERE { VALUES (?s) { (<urn:a>) }   ?s ?p ?o }"
    short = with_values("CONSTRUCT WHERE { ?s ?p ?o }", {}, fits)
    assert short == "CONSTRUCT WHERE { ?s ?p ?o }"


def test_what_select_computes_cannot_be_given() -> None:
    with pytest.raises(StoreError, match="cannot be given a value"):
        with_values("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", {Variable("n"): Literal(1)}, fits)


def test_values_stand_beside_a_query_within_the_query() -> None:
    text = "SELECT ?s WHERE { SELECT ?s WHERE { ?s ?p ?o } LIMIT 2 }"
    found = with_values(text, {Variable("s"): NamedNode("urn:a")}, fits)
    assert " ".join(found.split()) == (
        "SELECT ?s WHERE { VALUES (?s) { (<urn:a>) } { SELECT ?s WHERE { ?s ?p ?o } LIMIT 2 } }"
    )


def test_what_select_asks_in_parentheses_is_not_what_is_matched() -> None:
    text = "SELECT ?s (EXISTS { ?s <urn:p> 1 } AS ?x) WHERE { ?s ?p ?o }"
    found = with_values(text, {Variable("s"): NamedNode("urn:a")}, fits)
    assert " ".join(found.split()).endswith("AS ?x) WHERE { VALUES (?s) { (<urn:a>) } ?s ?p ?o }")


def test_a_name_computed_further_in_stays() -> None:
    text = "SELECT ?n WHERE { ?s ?p ?o { ?a ?b ?c BIND(STR(?a) AS ?n) } }"
    found = with_values(text, {Variable("n"): Literal("a")}, fits)
    assert "wco_" not in found


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        ("CONSTRUCT WHERE { ?s ?p ?o }", {Variable("s"): NamedNode("urn:a")}, "of this form"),
        (f"{PEOPLE} VALUES (?s ?n) {{ (<urn:a> UNDEF) }}", {}, "UNDEF"),
    ],
)
def test_what_cannot_be_given_is_told(text: str, given: dict[Variable, NamedNode], told: str) -> None:
    with pytest.raises(StoreError, match=told):
        with_values(text, given, fits)


def test_a_construct_is_taken_apart() -> None:
    found = as_rows("PREFIX a: <urn:a> CONSTRUCT { ?s a: ?o . } WHERE { ?s ?p ?o { ?o ?q ?r } } LIMIT 3")
    assert found.names == ("s", "o")
    assert found.template == "{ ?s a: ?o . }"
    assert " ".join(found.rows.split()) == "PREFIX a: <urn:a> SELECT ?s ?o WHERE { ?s ?p ?o { ?o ?q ?r } } LIMIT 3"
    short = as_rows("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3")
    assert short.template == "{ ?s ?p ?o }"
    assert short.rows.split() == "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 3".split()
    assert fits(as_rows("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE { ?s ?p ?o }").rows)


def test_a_description_is_made_for_each_thing() -> None:
    found = as_constructs("PREFIX a: <urn:a:> DESCRIBE ?s <urn:b> a:c WHERE { ?s ?p ?o } LIMIT 2")
    assert len(found) == 3
    assert all(fits(each) for each in found)
    assert "SELECT DISTINCT (?s AS ?wco_s) WHERE { ?s ?p ?o } LIMIT 2" in found[0]
    assert "VALUES ?wco_s { a:c }" in found[2]
    assert len(as_constructs("DESCRIBE * WHERE { ?s ?p ?o }")) == 3
    assert as_constructs("DESCRIBE <urn:b>")[0].count("<urn:b>") == 1
