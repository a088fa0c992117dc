"""What differs between the merged graph here and on a server, with bounded memory."""

from __future__ import annotations

import io
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO, Self

from pyoxigraph import RdfFormat, parse, serialize

from kg.rdf import Sink
from kg.store.reader import GraphStore
from kg.store.server import Server

__all__ = ["Difference", "merged_difference"]

_PARTS = 64
"""Parts into which statements are spread, one of which is held in memory at a time."""
_BLOCK = 1 << 20
_MERGED = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

Difference = tuple[list[bytes], list[bytes]]
"""Statements that are to go and that are to come, as lines of N-Triples."""


def merged_difference(graph: GraphStore, server: Server, most: int) -> Difference | None:
    """How the merged graph of a server is to be changed to be that of a store.

    Args:
        graph: The store.
        server: The server.
        most: Bytes up to which the difference is told.

    Returns:
        ``None`` where it is larger.

    Raises:
        StoreError: The server does not answer.
    """
    with _Parts() as there, _Parts() as here:
        with io.BufferedWriter(Sink(there.take), _BLOCK) as out, server.ask(_MERGED, "application/n-triples") as answer:
            # read and written again: servers write the same characters in different ways
            serialize(parse(answer, RdfFormat.N_TRIPLES), out, RdfFormat.N_TRIPLES)
        with io.BufferedWriter(Sink(here.take), _BLOCK) as out:
            graph.dump(out)
        gone: list[bytes] = []
        come: list[bytes] = []
        size = 0
        for old, new in zip(there.parts(), here.parts(), strict=True):
            gone += sorted(old - new)
            come += sorted(new - old)
            size += sum(map(len, old ^ new))
            if size > most:
                return None
        return gone, come


class _Parts:
    """Spreads lines over temporary files, equal ones into the same."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._files: list[IO[bytes]] = []
        for _ in range(_PARTS):
            file: IO[bytes] = self._held.enter_context(tempfile.TemporaryFile(prefix="wco-kg-"))  # noqa: SIM115
            self._files.append(file)
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def take(self, data: bytes) -> None:
        """Takes bytes of N-Triples, cut anywhere."""
        whole, end, self._rest = (self._rest + data).rpartition(b"\n")
        for line in (whole + end).splitlines(keepends=True):
            self._files[zlib.crc32(line) % _PARTS].write(line)

    def parts(self) -> Iterator[set[bytes]]:
        """The lines, part by part."""
        for file in self._files:
            file.seek(0)
            yield set(file)
