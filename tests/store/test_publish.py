from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import StoreError, StoreMissing
from kg.store import GraphStore, Manifest, open_store, read_manifest, store_version
from kg.store.publish import publish
from kg.store.server import Server
from kg.store.state import STATE
from kg.vocab import RDFS, iri

Make = Callable[..., Path]


def all_in(store: Path | str) -> tuple[Manifest, set[Quad], list[NamedNode]]:
    with open_store(store) as graph:
        manifest = graph.manifest
        manifest = Manifest(manifest.software, manifest.base, dict(manifest.reports))
        return manifest, set(graph.quads()), graph.graphs()


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The updates that are sent from now on."""
    sent: list[str] = []
    send = Server.change

    def change(self: Server, update: str, *, again: bool) -> None:
        sent.append(update)
        send(self, update, again=again)

    monkeypatch.setattr(Server, "change", change)
    return sent


def test_a_server_holds_what_the_folder_holds(make: Make, oxigraph: str) -> None:
    folder = make(a="19th Global Meeting", b='Meeting "of" the\nCôte d’Ivoire \\ 会议')
    assert publish(folder, oxigraph) == (3, 0, 0)
    assert all_in(oxigraph) == all_in(folder)
    assert read_manifest(oxigraph).reports == {
        "a": "19th Global Meeting",
        "b": 'Meeting "of" the\nCôte d’Ivoire \\ 会议',
    }


def test_only_graphs_that_differ_are_sent(make: Make, oxigraph: str, updates: list[str]) -> None:
    publish(make(a="A", b="B", c="C"), oxigraph)
    version = store_version(oxigraph)
    assert publish(make(a="A", b="B", c="C"), oxigraph) == (0, 0, 4)
    assert store_version(oxigraph) == version
    updates.clear()
    folder = make(a="A", b="changed", d="D")
    assert publish(folder, oxigraph) == (3, 1, 1)
    assert all_in(oxigraph) == all_in(folder)
    assert store_version(oxigraph) != version
    assert not any("report/a>" in update for update in updates)
    assert len(updates) == 2  # what is staged, and the switch


def test_readers_see_the_old_graph_until_the_switch(make: Make, oxigraph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(make(a="A", b="B"), oxigraph)
    before = all_in(oxigraph)
    seen = []
    send = Server.change

    def change(self: Server, update: str, *, again: bool) -> None:
        manifest, quads, graphs = all_in(oxigraph)
        staged = {quad for quad in quads if str(quad.graph_name).startswith("<urn:wco-kg:staged:")}
        seen.append((manifest, quads - staged, graphs) == before)
        send(self, update, again=again)

    monkeypatch.setattr(Server, "change", change)
    publish(make(a="A", b="changed"), oxigraph)
    assert seen == [True, True]
    assert all_in(oxigraph) != before


@pytest.mark.parametrize("inline", [0, 100_000])
def test_a_merged_graph_of_which_much_differs_is_staged(
    make: Make, oxigraph: str, updates: list[str], monkeypatch: pytest.MonkeyPatch, inline: int
) -> None:
    monkeypatch.setattr("kg.store.publish._INLINE", inline)
    publish(make(a="A", b='B "b"\n\\ Côte 会议 \u0085\u2028'), oxigraph)
    updates.clear()
    folder = make(a="changed", b='B "b"\n\\ Côte 会议 \u0085\u2028', c="C \u2029\r")
    publish(folder, oxigraph)
    assert all_in(oxigraph) == all_in(folder)
    assert ("TO DEFAULT" in updates[-1]) is (inline == 0)
    merged = updates[-1].partition("DELETE DATA")[2].partition("TO DEFAULT")[0]
    assert "Côte" not in merged


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("broken", [0, 1])
def test_what_was_interrupted_is_made_good_by_the_next(
    make: Make, oxigraph: str, monkeypatch: pytest.MonkeyPatch, fresh: bool, broken: int
) -> None:
    if not fresh:
        publish(make(a="A", b="B"), oxigraph)
        before = all_in(oxigraph)
    folder = make(a="A", b="changed", c="C")
    send, count = Server.change, iter(range(100))

    def change(self: Server, update: str, *, again: bool) -> None:
        if next(count) >= broken:
            raise StoreError("The server is gone.")
        send(self, update, again=again)

    with monkeypatch.context() as during:
        during.setattr(Server, "change", change)
        with pytest.raises(StoreError) as raised:
            publish(folder, oxigraph)
    if fresh:
        assert "parts of it were written, which the next attempt replaces" in raised.value.message
        with pytest.raises(StoreMissing):
            open_store(oxigraph)
    else:
        assert "the graph there is as it was" in raised.value.message
        manifest, quads, graphs = all_in(oxigraph)
        quads = {quad for quad in quads if not str(quad.graph_name).startswith("<urn:wco-kg:staged:")}
        assert (manifest, quads, graphs) == before
    publish(folder, oxigraph)
    assert all_in(oxigraph) == all_in(folder)


def test_a_switch_of_which_the_answer_is_lost_is_found_to_be_done(
    make: Make, oxigraph: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Server.change

    def change(self: Server, update: str, *, again: bool) -> None:
        send(self, update, again=again)
        if not again:
            raise StoreError("The connection broke.")

    monkeypatch.setattr(Server, "change", change)
    folder = make(a="A")
    assert publish(folder, oxigraph).written == 2
    assert all_in(oxigraph) == all_in(folder)


def test_a_switch_is_done_as_a_whole_or_not_at_all(make: Make, oxigraph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(make(a="A", b="B"), oxigraph)
    before = all_in(oxigraph)
    send = Server.change

    def change(self: Server, update: str, *, again: bool) -> None:
        send(self, update if again else update + " ;\nMOVE GRAPH <urn:nowhere> TO GRAPH <urn:somewhere>", again=again)

    monkeypatch.setattr(Server, "change", change)
    with pytest.raises(StoreError, match="the graph there is as it was"):
        publish(make(a="A", b="changed"), oxigraph)
    manifest, quads, graphs = all_in(oxigraph)
    quads = {quad for quad in quads if not str(quad.graph_name).startswith("<urn:wco-kg:staged:")}
    assert (manifest, quads, graphs) == before


def test_what_is_of_others_is_not_replaced(make: Make, oxigraph: str) -> None:
    server = Server(oxigraph)
    server.change("INSERT DATA { <urn:a> <urn:b> <urn:c> }", again=True)
    server.close()
    with pytest.raises(StoreError, match="keeps 1 statements that are not of this software"):
        publish(make(a="A"), oxigraph)


def test_a_server_without_a_graph_says_how_to_get_one(oxigraph: str) -> None:
    for use in (open_store, read_manifest, store_version):
        with pytest.raises(StoreMissing, match="keeps no graph") as raised:
            use(oxigraph)  # type: ignore[operator]
        assert f"kg build --store {oxigraph}" in raised.value.hint


def test_large_graphs_go_in_several_requests(
    make: Make, oxigraph: str, updates: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.publish._REQUEST", 400)
    folder = make(**{f"r{number}": f"Meeting {number}" for number in range(20)})
    publish(folder, oxigraph)
    assert len(updates) > 10
    assert all_in(oxigraph) == all_in(folder)


@pytest.fixture
def both(make: Make, oxigraph: str) -> Iterator[tuple[GraphStore, GraphStore]]:
    """The same graph in a folder and on a server."""
    folder = make(a="A", b="B")
    publish(folder, oxigraph)
    with open_store(folder) as one, open_store(oxigraph) as other:
        yield one, other


def test_patterns_are_matched_alike(both: tuple[GraphStore, GraphStore]) -> None:
    one, other = both
    meeting = iri("meeting/a")
    for graph in (None, DefaultGraph(), iri("report/a"), iri("report/none")):
        for subject in (None, meeting, iri("meeting/none")):
            for predicate in (None, RDFS.label):
                for value in (None, Literal("A"), Literal("B")):
                    given = {"subject": subject, "predicate": predicate, "object": value}
                    assert set(other.quads(graph, **given)) == set(one.quads(graph, **given)), (graph, given)
    assert len(one) == len(other) == 4
    assert STATE not in other.graphs()
