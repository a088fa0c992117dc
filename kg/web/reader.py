"""A process that holds the store and does one job at a time: ``python -m kg.web.reader STORE MEGABYTES``.

It reads frames from standard input (:mod:`kg.web.reply`), each with the name and the arguments of a job, and answers
each with one frame on standard output; the first frame says that it is ready, or why it cannot be. It ends when its
input does, and so with the server.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO

from kg.errors import KgError
from kg.store import GraphStore, open_store
from kg.web.jobs import JOBS
from kg.web.reply import LENGTHS, Reply, problem, read_exactly, write_frame

__all__ = ["main"]


def main(store: str, megabytes: str) -> None:
    """Does jobs until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    asked, answered = _streams()
    _bound_memory(int(megabytes))
    try:
        with open_store(Path(store)) as graph:
            _answer(answered, Reply(b""))
            while (frame := _next(asked)) is not None:
                _answer(answered, _do(graph, *frame))
    except KgError as error:
        _answer(answered, problem(error))


def _end_with(server: int) -> None:
    """Ends this process, even amid a long query, when the server is no more."""
    while os.getppid() == server:
        time.sleep(1)
    os._exit(1)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output, for frames alone: whatever a library prints goes to standard error."""
    asked, answered = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return asked, answered


def _bound_memory(megabytes: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not everywhere

        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000, resource.RLIM_INFINITY))


def _next(asked: IO[bytes]) -> tuple[str, dict[str, object]] | None:
    lengths = read_exactly(asked, LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    job, arguments = json.loads(read_exactly(asked, LENGTHS.unpack(lengths)[0]))
    return job, arguments


def _do(graph: GraphStore, job: str, arguments: dict[str, object]) -> Reply:
    try:
        return JOBS[job](graph, **arguments).tagged()
    except KgError as error:
        return problem(error)


def _answer(answered: IO[bytes], reply: Reply) -> None:
    write_frame(answered, reply.head(), reply.body)


if __name__ == "__main__":
    main(*sys.argv[1:])
