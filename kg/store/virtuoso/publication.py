"""Publishes a graph to a Virtuoso: all of it under names of its own, then one statement that makes them hold.

Nothing that is in use is touched before. What belongs to no publication any more goes afterwards; what others keep on
the same server stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.store.outgoing import Outgoing
from kg.store.server import Server
from kg.store.state import STATE, STORE, digests, read_state, rows
from kg.store.virtuoso.names import HOLDS, KEEPS, USE, Generation, physical, stored

__all__ = ["VirtuosoPublication"]

_REQUEST = 4_000_000
"""Bytes of statements per request."""
_NAMES = 500
"""Graphs that one request names."""
_TURTLE = b"@prefix wco: <https://w3id.org/wco-kg/ontology#> .\n"
"""The server guesses the format from the first characters, whatever it is told; by these it knows."""
_AS_IT_WAS = "the graph there is as it was"


class VirtuosoPublication:
    """One publication.

    Args:
        server: Where to.
        outgoing: What is published.

    Raises:
        StoreError: The server does not answer.
    """

    def __init__(self, server: Server, outgoing: Outgoing) -> None:
        self._server = server
        self._outgoing = outgoing
        self._begun = False
        self._old = Generation.in_use(server)
        self._wanted = {name: physical(name, digest) for name, digest in outgoing.digests.items()}

    def run(self) -> tuple[int, int, int]:
        """Publishes; gives how many graphs were written, removed and kept.

        Raises:
            StoreError: The server does not answer or refuses; the message says what was written.
        """
        there = digests(self._server, self._old.state)
        changed = [name for name, digest in self._outgoing.digests.items() if there.get(name.value) != digest]
        removed = [name for name in there if NamedNode(name) not in self._wanted]
        self._sweep(self._old, _AS_IT_WAS)
        if read_state(self._server, self._old.state).version == self._outgoing.version:
            return 0, 0, len(self._wanted)
        self._write(changed)
        self._switch()
        self._sweep(self._old.next(), "all is there and in use; what it replaces is still there in part")
        return len(changed), len(removed), len(self._wanted) - len(changed)

    def _write(self, changed: list[NamedNode]) -> None:
        state = self._old.next().state
        self._note("INSERT", [*(self._wanted[name] for name in changed), state], _AS_IT_WAS)
        self._begun = True
        for done, name in enumerate(changed, start=1):
            self._fill(self._wanted[name], self._outgoing.blocks(name, _REQUEST))
            self._outgoing.written(done, len(changed))
        self._fill(state, _blocks(self._facts()))

    def _facts(self) -> Iterator[bytes]:
        for line in self._outgoing.facts(self._wanted, every_file=True):
            yield line.encode()
        for name, place in self._wanted.items():
            yield f"{place} {HOLDS} {name} .\n".encode()

    def _fill(self, place: NamedNode, blocks: Iterable[bytes]) -> None:
        """Writes a graph, and has the server count what has arrived."""
        sent = 0
        try:
            for number, block in enumerate(blocks):
                sent += block.count(b"\n")
                self._server.write(place.value, _TURTLE + block, more=number > 0)
            query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {place} {{ ?s ?p ?o }} }}"
            count = sum(int(number) for (number,) in rows(self._server, query))
        except StoreError as problem:
            raise self._told(problem, _AS_IT_WAS) from problem
        if count != sent:
            raise StoreError(
                f"The server {self._server.address} keeps {count} of {sent} statements in {place.value}. "
                f"Of the new graph, parts were written; {_AS_IT_WAS}.",
                "Its log may tell why; running the same command again begins anew.",
            )

    def _switch(self) -> None:
        """Makes what was written the graph in use; done twice, it is the same."""
        new = self._old.next()
        try:
            self._change(f"INSERT DATA {{ GRAPH {STATE} {{ {STORE} {USE} {new.number} }} }}", _AS_IT_WAS)
        except StoreError as problem:
            # the answer may have been lost after the work was done
            if self._now(problem) != new:
                raise

    def _now(self, before: StoreError) -> Generation:
        try:
            return Generation.in_use(self._server)
        except StoreError:
            raise StoreError(
                f"{before.message} Whether the new graph or the old one is in use there cannot be told.",
                "Run the same command again: it writes what is missing, and nothing else.",
            ) from before

    def _sweep(self, holding: Generation, done: str) -> None:
        """Removes what was written for a publication that does not hold: an older one, or one that was interrupted."""
        used = set(stored(self._server, holding).values()) | {holding.state.value}
        kept = rows(self._server, f"SELECT ?g {{ GRAPH {STATE} {{ {STORE} {KEEPS} ?g }} }}")
        left = sorted(name for (name,) in kept if name not in used)
        for name in left:
            self._change(f"DROP SILENT GRAPH <{name}>", done)
        self._note("DELETE", [NamedNode(name) for name in left], done)
        older = f"GRAPH {STATE} {{ {STORE} {USE} ?n }}"
        if left:
            self._change(f"DELETE {{ {older} }} WHERE {{ {older} FILTER(?n < {holding.number}) }}", done)

    def _note(self, word: str, places: list[NamedNode], done: str) -> None:
        """Notes which graphs are ours, before they are written and after they are gone."""
        names = iter(places)
        while some := list(islice(names, _NAMES)):
            facts = " . ".join(f"{STORE} {KEEPS} {place}" for place in some)
            self._change(f"{word} DATA {{ GRAPH {STATE} {{ {facts} }} }}", done)

    def _change(self, update: str, done: str) -> None:
        try:
            self._server.change(update, again=True)
        except StoreError as problem:
            raise self._told(problem, done) from problem

    def _told(self, problem: StoreError, done: str) -> StoreError:
        if done == _AS_IT_WAS:
            parts = "parts were written, which the next attempt removes" if self._begun else "nothing was written"
            done = f"{parts}; {done}"
        return StoreError(f"{problem.message} Of the new graph, {done}.", problem.hint)


def _blocks(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Lines, about as many at a time as one request holds."""
    held, size = [], 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _REQUEST:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
