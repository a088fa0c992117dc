"""The graph over HTTP: a SPARQL endpoint, linked data and pages.

::

    server            one process that speaks HTTP: parses, negotiates, remembers answers
      |  pipe
    reader, reader    processes that hold the store; one job at a time each, ended when it takes too long

Whatever looks into the graph is a *job* (:mod:`kg.web.jobs`) and runs in a reader, so that no query stops the server or
another query, and any can be ended.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.web.settings import Settings

__all__ = ["Settings", "serve"]


def serve(settings: Settings, started: Callable[[str], None] = lambda address: None) -> None:
    """Serves until interrupted.

    Args:
        settings: What can be set.
        started: Is told the address as soon as the server listens there.

    Raises:
        MissingExtra: The packages of the extra ``web`` are not installed.
        StoreError: The store cannot be read.
        UsageError: The address is in use or not of this machine.
    """
    from kg.web.server import run  # noqa: PLC0415 - readers import this package and need no web framework

    run(settings, started)
