"""Puts more statements into order than memory holds.

Statements are lines of N-Triples here: bytes are compared and copied many times faster than terms. Runs of bounded size
are sorted in memory and written to temporary files, then merged. All statements of a subject stand together, its types
first, and the order depends on nothing but the statements.
"""

from __future__ import annotations

import heapq
import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from pyoxigraph import Quad, RdfFormat, parse

from kg.rdf import Sink
from kg.vocab import RDF

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["Sorter", "parsed"]

_RUN = 64 * 1024 * 1024
"""Bytes sorted at a time; memory holds about twice as many."""

_BLOCK = 1024 * 1024

_TYPE = f"> <{RDF.type.value}> ".encode()
_FIRST = b"> \x01 "
"""Stands for :data:`_TYPE` while lines are sorted. N-Triples has no such character outside of escapes."""


class Sorter:
    """Takes N-Triples and gives them back in order.

    Args:
        run: Bytes that are held in memory at a time.

    Attributes:
        file: Where to write them.
    """

    def __init__(self, run: int = _RUN) -> None:
        self._run = run
        self._held: list[bytes] = []
        self._size = 0
        self._files = ExitStack()
        self._runs: list[IO[bytes]] = []
        self.file: IO[bytes] = io.BufferedWriter(Sink(self._take), _BLOCK)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def lines(self) -> Iterator[bytes]:
        """All statements in order, each with its line end.

        Raises:
            OSError: There is no room for temporary files.
        """
        self.file.flush()
        last = _sorted(b"".join(self._held))
        self._held.clear()
        merged = heapq.merge(*self._runs, last) if self._runs else last
        return (line.replace(_FIRST, _TYPE) for line in merged)

    def _take(self, data: bytes) -> None:
        self._held.append(data)
        self._size += len(data)
        if self._size >= self._run:
            whole, end, rest = b"".join(self._held).rpartition(b"\n")
            self._held, self._size = [rest], len(rest)
            self._spill(_sorted(whole + end))

    def _spill(self, lines: list[bytes]) -> None:
        file: IO[bytes] = self._files.enter_context(tempfile.TemporaryFile(prefix="wco-kg-"))  # noqa: SIM115
        file.writelines(lines)
        file.seek(0)
        self._runs.append(file)


def _sorted(text: bytes) -> list[bytes]:
    return sorted(text.replace(_TYPE, _FIRST).splitlines(keepends=True))


def parsed(lines: Iterable[bytes]) -> Iterator[Quad]:
    """The statements of N-Triples or N-Quads lines."""
    return iter(parse(io.BufferedReader(_Lines(lines), _BLOCK), RdfFormat.N_QUADS))


class _Lines(io.RawIOBase):
    """A binary file that is read from lines."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        parts = [self._rest]
        length = len(self._rest)
        while length < len(view) and (batch := list(islice(self._lines, 1000))):
            parts += batch
            length += sum(map(len, batch))
        text = b"".join(parts)
        size = min(len(text), len(view))
        view[:size] = text[:size]
        self._rest = text[size:]
        return size
