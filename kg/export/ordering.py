"""Puts more statements into order than memory holds.

Runs of bounded length are sorted in memory and written to temporary files, then merged. The order is that of
:func:`kg.rdf.order`, so it depends on nothing but the statements.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.rdf import order

__all__ = ["in_order"]

_RUN = 200_000
"""Statements sorted at a time: about 200 MB."""


def in_order(triples: Iterable[Triple], run: int = _RUN) -> Iterator[Triple]:
    """The same statements in order.

    Args:
        triples: Each once.
        run: How many are held in memory.

    Raises:
        OSError: There is no room for temporary files.
    """
    source = iter(triples)
    first = sorted(islice(source, run), key=order)
    if len(first) < run:
        yield from first
        return
    with ExitStack() as files:
        runs = [_spilled(first, files)]
        while batch := sorted(islice(source, run), key=order):
            runs.append(_spilled(batch, files))
        yield from heapq.merge(*map(_read, runs), key=order)


def _spilled(triples: list[Triple], files: ExitStack) -> IO[bytes]:
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile(prefix="wco-kg-"))  # noqa: SIM115 - files closes it
    serialize(triples, file, RdfFormat.N_TRIPLES)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Triple]:
    return (quad.triple for quad in parse(file, RdfFormat.N_TRIPLES))
