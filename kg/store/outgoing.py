"""What is to be published: graphs with their digests, and what is said of them."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from kg.rdf import Sink
from kg.store.reader import GraphStore
from kg.store.state import DIGEST, FILE, MANIFEST, MERGED, STORE, VERSION, manifest_text, report_graph

__all__ = ["Outgoing", "Told"]

_BLOCK = 1 << 20

Told = Callable[[int, int], None]


class Outgoing:
    """The graphs of a store on their way to a server.

    Args:
        graph: The store.
        told: Is told how many of how many graphs have been looked at or written.

    Attributes:
        graph: The store.
        digests: The digest of each graph, the merged one under the name that stands for it. The order of the database
            depends on nothing but what is in it; should another version have another order, all is sent once more.
        version: A digest of them all and of the manifest.
    """

    def __init__(self, graph: GraphStore, told: Told) -> None:
        self.graph = graph
        self._told = told
        self.digests = self._digested(graph.graphs())
        self.version = self._versioned()

    def _digested(self, names: list[NamedNode]) -> dict[NamedNode, str]:
        found = {}
        every: list[NamedNode | None] = [*names, None]
        for done, name in enumerate(every, start=1):
            digest = hashlib.sha256()
            with io.BufferedWriter(Sink(digest.update), _BLOCK) as out:
                self.graph.dump(out, name)
            found[name or MERGED] = digest.hexdigest()
            self._told(done, 2 * len(every))
        return found

    def _versioned(self) -> str:
        digests, manifest = self.digests, self.graph.manifest
        parts = [manifest_text(manifest), *(f"{name} {digests[name]}" for name in sorted(digests, key=str))]
        parts += [f"{report} {digest}" for report, digest in sorted(manifest.reports.items())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def written(self, done: int, total: int) -> None:
        """Tells that some of the graphs that differ have been written."""
        every = len(self.digests)
        self._told(every + done * every // max(total, 1), 2 * every)

    def blocks(self, name: NamedNode, size: int) -> Iterator[bytes]:
        """The statements of a graph as N-Triples, some bytes at a time."""
        with tempfile.TemporaryFile(prefix="wco-kg-") as file:
            self.graph.dump(file, None if name == MERGED else name)
            file.seek(0)
            while lines := file.readlines(size):
                yield b"".join(lines)

    def facts(self, changed: Iterable[NamedNode], *, every_file: bool) -> Iterator[str]:
        """What the server is to know of the graphs, as N-Triples.

        Args:
            changed: Graphs of which the digest is told.
            every_file: Whether the digests of the files of all reports are told, or only of those that changed.
        """
        manifest = self.graph.manifest
        files = {report_graph(manifest.base, report): digest for report, digest in manifest.reports.items()}
        yield f"{STORE} {MANIFEST} {Literal(manifest_text(manifest))} .\n"
        yield f"{STORE} {VERSION} {Literal(self.version)} .\n"
        listed = list(changed)
        for name in listed:
            yield f"{name} {DIGEST} {Literal(self.digests[name])} .\n"
        for name in files if every_file else listed:
            if name in files:
                yield f"{name} {FILE} {Literal(files[name])} .\n"
