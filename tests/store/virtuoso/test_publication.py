"""Publications to a real Virtuoso."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import StoreError, StoreMissing
from kg.store import Manifest, build_store, open_store, read_manifest, store_version
from kg.store.publish import publish
from kg.store.server import Server
from kg.store.state import rows
from kg.vocab import RDFS, XSD, iri

pytestmark = pytest.mark.xdist_group("virtuoso")

Make = Callable[..., Path]
_WRITTEN_OTHERWISE = pytest.mark.xfail(
    strict=True, reason="Virtuoso 7 writes numbers in a way of its own; docs/scale.md lists it"
)
ODD = 'Meeting "of" the\nCôte d’Ivoire \\ 会议 \U0001f600 \r\t\u0085\u2028 <b>&amp;</b>  '


def all_in(store: Path | str) -> tuple[Manifest, set[Quad], list[NamedNode]]:
    with open_store(store) as graph:
        manifest = graph.manifest
        manifest = Manifest(manifest.software, manifest.base, dict(manifest.reports))
        assert len(graph) == len(set(graph.quads()))
        return manifest, set(graph.quads()), graph.graphs()


def stored(address: str) -> list[str]:
    """Names of all graphs of this software that the server has."""
    server = Server(address)
    found = rows(server, 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "urn:wco-kg:")) }')
    names = sorted(name for (name,) in found)
    server.close()
    return names


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is sent to be written from now on: updates, and the names of graphs."""
    found: list[str] = []
    change, write = Server.change, Server.write

    def changing(self: Server, update: str, *, again: bool) -> None:
        found.append(update)
        change(self, update, again=again)

    def writing(self: Server, graph: str, turtle: bytes, *, more: bool) -> None:
        found.append(graph)
        write(self, graph, turtle, more=more)

    monkeypatch.setattr(Server, "change", changing)
    monkeypatch.setattr(Server, "write", writing)
    return found


def test_a_server_holds_what_the_folder_holds(make: Make, virtuoso: str) -> None:
    folder = make(a="19th Global Meeting", b=ODD, c="", d="x" * 100_000)
    assert publish(folder, virtuoso) == (5, 0, 0)
    assert all_in(virtuoso) == all_in(folder)
    assert read_manifest(virtuoso).reports["b"] == ODD


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ("2010", "gYear"),
        ("0987", "gYear"),
        ("2010-05", "gYearMonth"),
        ("2010-05-04", "date"),
        ("1899-12-31", "date"),
        ("-3", "integer"),
        ("http://www.rocb-ap.org/article-detail/664/?a=b&c", "anyURI"),
        ("true", "boolean"),
        ("2010-05-04T10:00:00Z", "dateTime"),
        pytest.param("05", "integer", marks=_WRITTEN_OTHERWISE),
        pytest.param("1.50", "decimal", marks=_WRITTEN_OTHERWISE),
    ],
)
def test_values_come_back_as_they_went(tmp_path: Path, virtuoso: str, value: str, type_: str) -> None:
    literal = Literal(value, datatype=XSD[type_])
    with build_store(tmp_path / "store") as writer:
        writer.add([Quad(iri("meeting/a"), RDFS.label, literal, DefaultGraph())])
        writer.commit(Manifest("0.1.0", "https://w3id.org/wco-kg/id/"))
    publish(tmp_path / "store", virtuoso)
    with open_store(virtuoso) as graph:
        assert [quad.object for quad in graph.quads()] == [literal]
        assert [quad.object for quad in graph.quads(object=literal)] == [literal]


def test_only_graphs_that_differ_are_sent(make: Make, virtuoso: str, sent: list[str]) -> None:
    publish(make(a="A", b="B", c="C"), virtuoso)
    version = store_version(virtuoso)
    sent.clear()
    assert publish(make(a="A", b="B", c="C"), virtuoso) == (0, 0, 4)
    assert store_version(virtuoso) == version
    assert sent == []
    folder = make(a="A", b="changed", d="D")
    assert publish(folder, virtuoso) == (3, 1, 1)
    assert all_in(virtuoso) == all_in(folder)
    assert store_version(virtuoso) != version
    assert not any(name.endswith("report/a") for name in sent)


def test_nothing_is_left_of_what_was_replaced(make: Make, virtuoso: str) -> None:
    publish(make(a="A", b="Kuramoto"), virtuoso)
    publish(make(a="A"), virtuoso)
    names = stored(virtuoso)
    assert [name.rpartition("/")[2] for name in names if "report" in name] == ["a"]
    assert len(names) == 4  # the report, the merged graph, the state of the publication, and which holds
    server = Server(virtuoso)
    asked = 'SELECT ?s { GRAPH ?g { ?s ?p ?o FILTER(isLiteral(?o) && CONTAINS(STR(?o), "Kuramoto")) } }'
    assert list(rows(server, asked)) == []
    server.close()


def test_what_is_of_others_stays(make: Make, virtuoso: str) -> None:
    server = Server(virtuoso)
    assert server.is_virtuoso
    server.change("INSERT DATA { GRAPH <urn:other> { <urn:a> <urn:b> <urn:c> } }", again=True)
    for label in ("A", "B"):
        publish(make(a=label), virtuoso)
        with open_store(virtuoso) as graph:
            assert len(graph) == 2
            assert not list(graph.quads(subject=NamedNode("urn:a")))
    assert list(rows(server, "SELECT ?s { GRAPH <urn:other> { ?s ?p ?o } }")) == [("urn:a",)]
    server.close()


def test_readers_see_the_old_graph_until_the_switch(make: Make, virtuoso: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(make(a="A", b="B"), virtuoso)
    before = all_in(virtuoso)
    seen: list[bool] = []
    change, write = Server.change, Server.write

    def changing(self: Server, update: str, *, again: bool) -> None:
        seen.append(all_in(virtuoso) == before)
        change(self, update, again=again)

    def writing(self: Server, graph: str, turtle: bytes, *, more: bool) -> None:
        seen.append(all_in(virtuoso) == before)
        write(self, graph, turtle, more=more)

    monkeypatch.setattr(Server, "change", changing)
    monkeypatch.setattr(Server, "write", writing)
    folder = make(a="A", b="changed")
    publish(folder, virtuoso)
    switch = seen.index(False)
    assert switch >= 5  # what is noted, three graphs, and the statement that makes them hold
    assert not any(seen[switch:])
    assert all_in(virtuoso) == all_in(folder)


def test_who_reads_while_another_graph_is_published_is_told(make: Make, virtuoso: str) -> None:
    publish(make(a="A"), virtuoso)
    with open_store(virtuoso) as graph:
        assert len(list(graph.quads())) == 2
        publish(make(a="B"), virtuoso)
        with pytest.raises(StoreError, match="took the place") as raised:
            list(graph.quads())
        assert "again" in raised.value.hint
        with pytest.raises(StoreError, match="took the place"):
            graph.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("broken", range(6))
def test_what_was_interrupted_is_made_good_by_the_next(
    make: Make, virtuoso: str, monkeypatch: pytest.MonkeyPatch, fresh: bool, broken: int
) -> None:
    """Wherever it breaks: readers have the old graph or the new one, and the next attempt leaves nothing behind."""
    if not fresh:
        publish(make(a="A", b="B"), virtuoso)
    before = None if fresh else all_in(virtuoso)
    folder = make(a="A", b="changed")
    count = iter(range(100))

    def breaking(does: Callable[..., None]) -> Callable[..., None]:
        def sending(self: Server, *given: object, **more: object) -> None:
            if next(count) >= broken:
                raise StoreError("The server is gone.")
            does(self, *given, **more)

        return sending

    with monkeypatch.context() as during:
        during.setattr(Server, "change", breaking(Server.change))
        during.setattr(Server, "write", breaking(Server.write))
        with pytest.raises(StoreError) as raised:
            publish(folder, virtuoso)
        switched = not fresh and broken == 5  # one graph less is written where there is one
        words = "parts were written, which the next attempt removes; the graph there is as it was"
        words = "nothing was written; the graph there is as it was" if broken == 0 else words
        assert ("all is there and in use" if switched else words) in raised.value.message
        if fresh:
            with pytest.raises(StoreMissing):
                open_store(virtuoso)
        else:
            assert all_in(virtuoso) == (all_in(folder) if switched else before)
    publish(folder, virtuoso)
    assert all_in(virtuoso) == all_in(folder)
    assert len(stored(virtuoso)) == 5


def test_a_switch_of_which_the_answer_is_lost_is_found_to_be_done(
    make: Make, virtuoso: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Server.change

    def change(self: Server, update: str, *, again: bool) -> None:
        send(self, update, again=again)
        if "urn:wco-kg:use" in update:
            raise StoreError("The connection broke.")

    monkeypatch.setattr(Server, "change", change)
    folder = make(a="A")
    assert publish(folder, virtuoso).written == 2
    assert all_in(virtuoso) == all_in(folder)


def test_what_did_not_arrive_is_noticed(make: Make, virtuoso: str, monkeypatch: pytest.MonkeyPatch) -> None:
    send = Server.write

    def write(self: Server, graph: str, turtle: bytes, *, more: bool) -> None:
        send(self, graph, turtle.replace(b'"B"', b'"A"').replace(b"meeting/b", b"meeting/a"), more=more)

    monkeypatch.setattr(Server, "write", write)
    with pytest.raises(StoreError, match="keeps 1 of 2 statements") as raised:
        publish(make(a="A", b="B"), virtuoso)
    assert "the graph there is as it was" in raised.value.message


def test_large_graphs_go_in_several_requests(
    make: Make, virtuoso: str, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.virtuoso.publication._REQUEST", 400)
    monkeypatch.setattr("kg.store.virtuoso.publication._NAMES", 2)
    folder = make(**{f"r{number}": f"Meeting {number}" for number in range(12)})
    publish(folder, virtuoso)
    assert sum(name.endswith("urn:wco-kg:merged") for name in sent) > 2
    assert all_in(virtuoso) == all_in(folder)


@pytest.mark.parametrize(("user", "password"), [("dba", "wrong word"), ("", "")])
def test_who_may_not_write_is_told_and_nothing_is_written(
    make: Make, virtuoso: str, monkeypatch: pytest.MonkeyPatch, user: str, password: str
) -> None:
    monkeypatch.setenv("WCO_KG_STORE_USER", user)
    monkeypatch.setenv("WCO_KG_STORE_PASSWORD", password)
    with pytest.raises(StoreError, match="refuses: 401, not allowed") as raised:
        publish(make(a="A"), virtuoso)
    assert "nothing was written; the graph there is as it was" in raised.value.message
    assert "wrong word" not in str(raised.value) + raised.value.hint
    assert "WCO_KG_STORE_PASSWORD" in raised.value.hint
    assert stored(virtuoso) == []


def test_all_goes_through_the_address_that_wants_a_password(make: Make, virtuoso: str) -> None:
    folder = make(a="A")
    publish(folder, virtuoso + "-auth")
    assert all_in(virtuoso + "-auth") == all_in(folder)


def test_an_answer_that_the_server_cuts_is_an_error(tmp_path: Path, virtuoso: str) -> None:
    with build_store(tmp_path / "store") as writer:
        writer.add(Quad(iri("meeting/a"), RDFS.label, Literal(number), DefaultGraph()) for number in range(250))
        writer.commit(Manifest("0.1.0", "https://w3id.org/wco-kg/id/"))
    publish(tmp_path / "store", virtuoso)
    with open_store(virtuoso) as graph:
        for text in ("SELECT ?a ?b { ?s ?p ?a . ?t ?q ?b }", "CONSTRUCT { ?s ?p ?b } { ?s ?p ?a . ?t ?q ?b }"):
            with pytest.raises(StoreError, match="gives no more than 50000 rows"):
                list(graph.query(text))  # type: ignore[arg-type]
