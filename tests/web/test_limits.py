"""Limits end a query with a message that names the setting, and leave the others alone."""

import http.client
import threading
import time
from contextlib import suppress
from urllib.parse import quote

import pytest

HEAVY = "/sparql?query=" + quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(STR(?c) < STR(?f)) }")
LIGHT = "/sparql?query=" + quote("ASK { ?s a wco:Meeting }")


def select(count: int) -> str:
    return "/sparql?query=" + quote(f"SELECT ?s ?o {{ ?s ?p ?o }} LIMIT {count}")


def test_too_long(serving) -> None:
    with serving(max_seconds=0.5, readers=2) as site:
        start = time.monotonic()
        answer = site.get(HEAVY)
        assert (answer.status, "--max-seconds" in answer.text) == (503, True)
        assert time.monotonic() - start < 5
        assert site.get(LIGHT).status == 200


def test_heavy_queries_do_not_stop_the_others(serving) -> None:
    def ask_much() -> None:
        with suppress(OSError, http.client.HTTPException):  # the server ends before the query does
            site.get(HEAVY, timeout=60)

    with serving(max_seconds=60, readers=3) as site:
        heavy = [threading.Thread(target=ask_much) for _ in range(2)]
        for each in heavy:
            each.start()
        time.sleep(0.2)
        assert all(site.get(f"/search?q={word}").status == 200 for word in ("kuramoto", "rocb", "global"))
        assert all(each.is_alive() for each in heavy)
    for each in heavy:
        each.join()


def test_no_reader_is_free(serving) -> None:
    with serving(max_seconds=0.6, readers=2) as site:
        found: list[int] = []
        threads = [
            threading.Thread(target=lambda n=n: found.append(site.get(HEAVY + "%20" * n).status)) for n in range(4)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [503] * 4
        assert site.get(LIGHT).status == 200


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"])
def test_too_many_rows(serving, accept: str) -> None:
    with serving(max_rows=5) as site:
        assert site.get(select(5), accept).status == 200
        answer = site.get(select(6), accept)
        assert (answer.status, "--max-rows" in answer.text) == (403, True)


def test_rows_are_counted_whatever_is_in_them(serving) -> None:
    query = quote('SELECT ("},{<result>\\n\\n" AS ?x) (1 AS ?y) {}')
    with serving(max_rows=1) as site:
        for accept in ("application/json", "application/xml", "text/csv", "text/tab-separated-values"):
            assert site.get(f"/sparql?query={query}", accept).status == 200


def test_rows_beyond_those_allowed_are_not_looked_for_by_the_page(serving) -> None:
    with serving(max_rows=5, max_seconds=20) as site:
        answer = site.get("/sparql?query=" + quote("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"), "text/html")
        assert (answer.status, "--max-rows" in answer.text) == (403, True)


def test_too_many_statements(serving) -> None:
    with serving(max_rows=5) as site:
        construct = "/sparql?query=" + quote("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT ")
        assert site.get(construct + "5").status == 200
        assert "--max-rows" in site.get(construct + "6").text


def test_answer_that_is_too_long(serving) -> None:
    with serving(max_bytes=1000) as site:
        answer = site.get(select(50))
        assert (answer.status, "--max-bytes" in answer.text) == (403, True)


def test_too_much_memory(serving) -> None:
    greedy = quote("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f ?a")
    with serving(max_memory=256, max_seconds=60) as site:
        answer = site.get(f"/sparql?query={greedy}")
        assert (answer.status, "--max-memory" in answer.text) == (503, True)
        assert site.get(LIGHT).status == 200
