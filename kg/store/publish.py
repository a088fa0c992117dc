"""Publishes a graph to a server: what differs is staged, then takes its place in one request.

Every named graph that differs is written beside those in use under a name of its own. One update then moves them all to
where they belong and changes the merged graph, so that whoever asks sees the old graph or the new one. Where much of
the merged graph differs, it is staged too. A server that keeps nothing yet has nothing to protect: there the graphs are
written where they belong, and what makes them a store comes last.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.errors import StoreError
from kg.store.address import address_of
from kg.store.difference import Difference, merged_difference
from kg.store.reader import GraphStore, open_store
from kg.store.server import Server
from kg.store.sink import Sink
from kg.store.state import (
    DIGEST,
    FILE,
    MANIFEST,
    MERGED,
    STATE,
    STORE,
    VERSION,
    WRITING,
    State,
    digests,
    manifest_text,
    read_state,
    report_graph,
    rows,
)

__all__ = ["Published", "publish"]

_REQUEST = 4_000_000
"""Bytes of statements per request."""
_BLOCK = 1 << 20
_INLINE = 16_000_000
"""Bytes up to which the difference of the merged graph is part of the last request; beyond, all of it is staged."""
_STAGED = "urn:wco-kg:staged:"

Told = Callable[[int, int], None]


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
            return _Publication(server, graph, told).run()
    finally:
        server.close()


class _Publication:
    def __init__(self, server: Server, graph: GraphStore, told: Told) -> None:
        self._server = server
        self._graph = graph
        self._told = told
        self._state = read_state(server)
        self._fresh = not self._state.version
        self._there = {} if self._fresh else digests(server)
        self._waiting: list[str] = []
        self._size = 0
        self._merged: Difference | None = None

    def run(self) -> Published:
        names: list[NamedNode] = self._graph.graphs()
        new = self._new_digests(names)
        changed = [name for name in new if self._there.get(name.value) != new[name]]
        removed = [NamedNode(name) for name in self._there if NamedNode(name) not in new]
        version = self._version(new)
        if not changed and not removed and version == self._state.version:
            return Published(0, 0, len(new))
        self._clear()
        self._write(changed)
        self._switch(changed, removed, new, version)
        return Published(len(changed), len(removed), len(new) - len(changed))

    def _new_digests(self, names: list[NamedNode]) -> dict[NamedNode, str]:
        """The digest of each graph.

        The order of the database depends on nothing but what is in it. Should another version of it have another order,
        all is sent once more.
        """
        found = {}
        every: list[NamedNode | None] = [*names, None]
        for done, name in enumerate(every, start=1):
            digest = hashlib.sha256()
            with io.BufferedWriter(Sink(digest.update), _BLOCK) as out:
                self._graph.dump(out, name)
            found[name or MERGED] = digest.hexdigest()
            self._told(done, 2 * len(every))
        return found

    def _version(self, new: dict[NamedNode, str]) -> str:
        parts = [manifest_text(self._graph.manifest), *(f"{name} {new[name]}" for name in sorted(new, key=str))]
        parts += [f"{report} {digest}" for report, digest in sorted(self._graph.manifest.reports.items())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

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
        total = len(self._graph.graphs()) + 1
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
            for block in _blocks(self._graph, None if name == MERGED else name):
                self._add(block if place is None else f"GRAPH {place} {{\n{block}}}")
            self._told(total + done * total // len(changed), 2 * total)
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

    def _switch(
        self, changed: list[NamedNode], removed: list[NamedNode], new: dict[NamedNode, str], version: str
    ) -> None:
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
        steps.append("INSERT DATA {{ GRAPH {} {{\n{}}} }}".format(STATE, "".join(self._facts(changed, new, version))))
        try:
            self._change(steps, again=False, done=self._so_far())
        except StoreError:
            # the answer may have been lost after the work was done
            if self._now().version != version:
                raise

    def _now(self) -> State:
        try:
            return read_state(self._server)
        except StoreError as problem:
            raise StoreError(
                f"{problem.message} Whether the new graph or the old one is in use there cannot be told.",
                "Run the same command again: it writes what is missing, and nothing else.",
            ) from problem

    def _facts(self, changed: Iterable[NamedNode], new: dict[NamedNode, str], version: str) -> Iterator[str]:
        manifest = self._graph.manifest
        files = {report_graph(manifest.base, report): digest for report, digest in manifest.reports.items()}
        yield f"{STORE} {MANIFEST} {Literal(manifest_text(manifest))} .\n"
        yield f"{STORE} {VERSION} {Literal(version)} .\n"
        for name in changed:
            yield f"{name} {DIGEST} {Literal(new[name])} .\n"
        for name in changed if not self._fresh else files:
            if name in files:
                yield f"{name} {FILE} {Literal(files[name])} .\n"

    def _change(self, steps: list[str], *, again: bool, done: str) -> None:
        try:
            self._server.change(" ;\n".join(steps), again=again)
        except StoreError as problem:
            raise StoreError(f"{problem.message} Of the new graph, {done}.", problem.hint) from problem


def _changes(difference: Difference) -> Iterator[str]:
    for word, lines in zip(("DELETE", "INSERT"), difference, strict=True):
        if lines:
            yield f"{word} DATA {{\n{b''.join(lines).decode()}}}"


def _blocks(graph: GraphStore, name: NamedNode | None) -> Iterator[str]:
    """The statements of a graph as N-Triples, as much at a time as one request holds."""
    with tempfile.TemporaryFile(prefix="wco-kg-") as file:
        graph.dump(file, name)
        file.seek(0)
        while lines := file.readlines(_REQUEST):
            yield b"".join(lines).decode()
