"""What the server remembers, and how it takes up another store."""

from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.store import Manifest, build_store
from kg.vocab import BASE, FOAF
from kg.web.memory import Memory
from kg.web.reply import Reply


def test_memory_forgets_what_was_asked_for_longest_ago() -> None:
    memory = Memory(1)
    for number in range(20):
        memory.put(str(number), Reply(b"x" * 99_000))
        memory.get("0")
    assert memory.get("0") is not None
    assert memory.get("1") is None
    assert memory.get("19") is not None
    assert len(memory) <= 10


def test_memory_refuses_what_would_push_out_the_rest() -> None:
    memory = Memory(1)
    memory.put("big", Reply(b"x" * 200_000))
    assert memory.get("big") is None


def test_memory_of_no_size_remembers_nothing() -> None:
    memory = Memory(0)
    memory.put("x", Reply(b"x"))
    assert memory.get("x") is None


def test_another_store_is_taken_up(serving, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("kg.web.pool._SECONDS_BETWEEN_LOOKS", 0)

    def build(name: str) -> None:
        with build_store(tmp_path / "store") as writer:
            writer.add([Quad(NamedNode(BASE + "person/x"), FOAF.name, Literal(name))])
            writer.commit(Manifest("", BASE))

    build("Norikazu Kuramoto")
    query = "/sparql?query=" + quote("SELECT ?name { ?s foaf:name ?name }")
    with serving(store=tmp_path / "store") as site:
        assert "Norikazu Kuramoto" in site.get(query, "text/csv").text
        build("Larry Liza")
        assert "Larry Liza" in site.get(query, "text/csv").text
