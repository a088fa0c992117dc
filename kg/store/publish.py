"""Publishes a graph to a server: what differs is staged, then takes its place in one request.

Every named graph that differs is written beside those in use under a name of its own. One update then moves them all to
where they belong and changes the merged graph, so that whoever asks sees the old graph or the new one. Where much of
the merged graph differs, it is staged too. A server that keeps nothing yet has nothing to protect: there the graphs are
written where they belong, and what makes them a store comes last. A Virtuoso does no such update as a whole; there it
is done otherwise (:mod:`kg.store.virtuoso`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.store.address import address_of
from kg.store.difference import Difference, merged_difference
from kg.store.outgoing import Outgoing, Told
from kg.store.reader import open_store
from kg.store.server import Server
from kg.store.state import MERGED, STATE, STORE, WRITING, State, digests, read_state, rows
from kg.store.virtuoso import VirtuosoPublication
from kg.vocab import KEPT

__all__ = ["Published", "publish"]

_REQUEST = 4_000_000
"""Bytes of statements per request."""
_INLINE = 16_000_000
"""Bytes up to which the difference of the merged graph is part of the last request; beyond, all of it is staged."""
_STAGED = f"{KEPT.base}staged:"


class Published(NamedTuple):
    """What a publication did.

    Attributes:
        written: Number of graphs that were written.
        removed: Number of named graphs that were removed.
        kept: Number of graphs that stayed as they were.
    """

    written: int
    removed: int
    kept: int


def publish(folder: Path, store: Path | str, told: Told = lambda done, total: None) -> Published:
    """Makes a server keep the graph of the store in a folder.

    Args:
        folder: The store.
        store: Address of the server.
        told: Is told how many of how many graphs have been looked at.

    Raises:
        StoreMissing: There is no store in the folder.
        StoreError: The server does not answer or refuses, or keeps what is not of this software; the message says what
            was written.
    """
    server = Server(address_of(store) or str(store))
    try:
        with open_store(folder) as graph:
            if server.is_virtuoso:
                return Published(*VirtuosoPublication(server, Outgoing(graph, told)).run())
            return _Publication(server, Outgoing(graph, told)).run()
    finally:
        server.close()


class _Publication:
    def __init__(self, server: Server, outgoing: Outgoing) -> None:
        self._server = server
        self._outgoing = outgoing
        self._graph = outgoing.graph
        self._state = read_state(server)
        self._fresh = not self._state.version
        self._there = {} if self._fresh else digests(server)
        self._waiting: list[str] = []
        self._size = 0
        self._merged: Difference | None = None

    def run(self) -> Published:
        new = self._outgoing.digests
        changed = [name for name in new if self._there.get(name.value) != new[name]]
        removed = [NamedNode(name) for name in self._there if NamedNode(name) not in new]
        if not changed and not removed and self._outgoing.version == self._state.version:
            return Published(0, 0, len(new))
        self._clear()
        self._write(changed)
        self._switch(changed, removed)
        return Published(len(changed), len(removed), len(new) - len(changed))

    def _clear(self) -> None:
        """Removes what a publication left that was interrupted; refuses to write among what is of somebody else."""
        if self._fresh and not self._state.writing:
            (others,) = next(
                rows(self._server, "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
            )
            if others != "0":
                raise StoreError(
                    f"The server {self._server.address} keeps {others} statements that are not of this software.",
                    "Give it an empty dataset: publishing replaces all that is there.",
                )
        left = [f"DROP SILENT GRAPH <{name}>" for name in self._state.writing if name != STORE.value]
        if self._fresh and self._state.writing:
            left = ["DROP ALL"]
        if left:
            self._change(left, again=True, done="nothing that is in use was changed")

    def _write(self, changed: list[NamedNode]) -> None:
        """Writes graphs, to where they belong on a fresh server, else beside those in use."""
        if self._fresh:
            self._add(f"GRAPH {STATE} {{ {STORE} {WRITING} {STORE} . }}")
        for done, name in enumerate(changed, start=1):
            if name == MERGED and not self._fresh:
                self._merged = merged_difference(self._graph, self._server, _INLINE)
                if self._merged is not None:
                    continue
            place = self._place(name)
            if not self._fresh:
                self._add(f"GRAPH {STATE} {{ {STORE} {WRITING} {place} . }}")
            for block in self._outgoing.blocks(name, _REQUEST):
                statements = block.decode()
                self._add(statements if place is None else f"GRAPH {place} {{\n{statements}}}")
            self._outgoing.written(done, len(changed))
        self._flush()

    def _place(self, name: NamedNode) -> NamedNode | None:
        if not self._fresh:
            return NamedNode(_STAGED + name.value)
        return None if name == MERGED else name

    def _add(self, statements: str) -> None:
        self._waiting.append(statements)
        self._size += len(statements)
        if self._size >= _REQUEST:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting, self._size = self._waiting, [], 0
        if waiting:
            self._change(["INSERT DATA {\n" + "\n".join(waiting) + "\n}"], again=True, done=self._so_far())

    def _so_far(self) -> str:
        return (
            "parts of it were written, which the next attempt replaces"
            if self._fresh
            else "the graph there is as it was"
        )

    def _switch(self, changed: list[NamedNode], removed: list[NamedNode]) -> None:
        """Makes what was written the graph in use."""
        steps: list[str] = []
        if not self._fresh:
            for name in changed:
                if name == MERGED and self._merged is not None:
                    steps += _changes(self._merged)
                    continue
                target = "DEFAULT" if name == MERGED else f"GRAPH {name}"
                steps.append(f"MOVE GRAPH {NamedNode(_STAGED + name.value)} TO {target}")
        steps += [f"DROP SILENT GRAPH {name}" for name in removed]
        steps.append(f"DELETE WHERE {{ GRAPH {STATE} {{ {STORE} ?p ?o }} }}")
        steps += [f"DELETE WHERE {{ GRAPH {STATE} {{ {name} ?p ?o }} }}" for name in [*changed, *removed]]
        facts = "".join(self._outgoing.facts(changed, every_file=self._fresh))
        steps.append(f"INSERT DATA {{ GRAPH {STATE} {{\n{facts}}} }}")
        try:
            self._change(steps, again=False, done=self._so_far())
        except StoreError:
            # the answer may have been lost after the work was done
            if self._now().version != self._outgoing.version:
                raise

    def _now(self) -> State:
        try:
            return read_state(self._server)
        except StoreError as problem:
            raise StoreError(
                f"{problem.message} Whether the new graph or the old one is in use there cannot be told.",
                "Run the same command again: it writes what is missing, and nothing else.",
            ) from problem

    def _change(self, steps: list[str], *, again: bool, done: str) -> None:
        try:
            self._server.change(" ;\n".join(steps), again=again)
        except StoreError as problem:
            raise StoreError(f"{problem.message} Of the new graph, {done}.", problem.hint) from problem


def _changes(difference: Difference) -> Iterator[str]:
    for word, lines in zip(("DELETE", "INSERT"), difference, strict=True):
        if lines:
            yield f"{word} DATA {{\n{b''.join(lines).decode()}}}"
