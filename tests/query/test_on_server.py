"""A graph on a server gives the answers of the same graph in a folder."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import BadParameter, KgError, QuerySyntaxError
from kg.query import Query, list_queries, parse_query, run
from kg.store import GraphStore, open_store
from kg.store.publish import publish

OWN = [
    "ASK { ?s ?p ?o }",
    "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a wco:MeetingSeries ; rdfs:label ?o }",
    "DESCRIBE <https://w3id.org/wco-kg/id/series/global-meeting>",
    "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <https://w3id.org/wco-kg/id/report/rocbap-664> { ?s ?p ?o } }",
    "# where { {\nPREFIX x: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?l { ?s a wco:MeetingSeries ; x:label ?l }",
]


def answered(graph: GraphStore, query: Query) -> tuple[tuple[str, ...], list[str]]:
    answer = run(graph, query, query.example)
    rows = map(str, answer.triples()) if answer.is_graph else map(str, answer.rows())
    return answer.columns, sorted(rows)


@pytest.fixture
def graphs(sample_store: Path, oxigraph: str):
    publish(sample_store, oxigraph)
    with open_store(sample_store) as folder, open_store(oxigraph) as server:
        yield folder, server


def test_all_questions_have_the_same_answers(graphs: tuple[GraphStore, GraphStore]) -> None:
    folder, server = graphs
    for query in [*list_queries(), *(parse_query(text, "own") for text in OWN)]:
        assert answered(server, query) == answered(folder, query), query.name or query.text


def test_what_is_wrong_with_a_query_is_told_in_the_same_words(graphs: tuple[GraphStore, GraphStore]) -> None:
    folder, server = graphs
    for text in ("SELECT ?s WHERE { ?s ?p }", "DROP ALL", "SELECT ?a ?b { ?a nope:b ?b }"):
        told = []
        for graph in graphs:
            with pytest.raises(QuerySyntaxError) as raised:
                run(graph, parse_query(text, "own"))
            told.append((raised.value.message, raised.value.line, raised.value.column))
        assert told[0] == told[1]
    for graph in (folder, server):
        with pytest.raises(BadParameter, match="not among the columns"):
            graph.query("SELECT ?s { ?s ?p ?o }", {"o": NamedNode("urn:a")})
    with pytest.raises(KgError, match="Larri"):
        run(server, next(each for each in list_queries() if each.name == "meetings-of-a-person"), {"person": "Larri"})


def test_graphs_can_be_chosen(graphs: tuple[GraphStore, GraphStore]) -> None:
    report = NamedNode("https://w3id.org/wco-kg/id/report/rocbap-664")
    text = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for named in ([report], [NamedNode("urn:none")]):
        found = [sorted(map(str, graph.query(text, default_graph=[report], named_graphs=named))) for graph in graphs]
        assert found[0] == found[1]
        assert found[0]
