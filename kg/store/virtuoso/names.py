"""How graphs are called on a Virtuoso, and which of them hold.

==========================================  ================================================================
graph                                       is
==========================================  ================================================================
``urn:wco-kg:graph:DIGEST:NAME``            the statements of a graph; publications share what is alike
``urn:wco-kg:state:7``                      what :mod:`kg.store.state` says of the seventh publication, and by what
                                            names its graphs are known to those who ask
``urn:wco-kg:state``                        which publication holds, and which graphs are of this software
==========================================  ================================================================

The publication that holds is the one with the greatest number; so one statement more takes readers from one to the
next.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self

from pyoxigraph import NamedNode

from kg.store.server import Server
from kg.store.state import STATE, STORE, rows
from kg.vocab import KEPT

__all__ = ["HOLDS", "KEEPS", "NOTHING", "USE", "Generation", "physical", "state_in_use", "stored"]

HOLDS = KEPT.holds
"""From the graph that is stored to the name that it has for those who ask."""
KEEPS = KEPT.keeps
USE = KEPT.use
NOTHING = KEPT.nothing
"""A graph in which there is nothing."""


class Generation(NamedTuple):
    """One publication.

    Attributes:
        number: Counted from 1; 0 where nothing has been published.
    """

    number: int

    @classmethod
    def in_use(cls, server: Server) -> Self:
        """The one that holds.

        Raises:
            StoreError: The server does not answer.
        """
        found = rows(server, f"SELECT ?n {{ GRAPH {STATE} {{ {STORE} {USE} ?n }} }}")
        return cls(max((int(number) for (number,) in found), default=0))

    def next(self) -> Self:
        """The one after it."""
        return type(self)(self.number + 1)

    @property
    def state(self) -> NamedNode:
        """Name of the graph that tells of it."""
        return NamedNode(f"{STATE.value}:{self.number}")


def physical(name: NamedNode, digest: str) -> NamedNode:
    """The graph that holds what is in a named graph."""
    return NamedNode(f"{KEPT.base}graph:{digest[:32]}:{name.value}")


def stored(server: Server, generation: Generation, names: Iterable[str] | None = None) -> dict[str, str]:
    """The graphs that hold what a publication has, by the name that each has for those who ask.

    Args:
        server: Who keeps them.
        generation: The publication.
        names: Those that are asked for; by default all.

    Raises:
        StoreError: It does not answer.
    """
    asked = "" if names is None else f"VALUES ?n {{ {' '.join(str(NamedNode(name)) for name in names)} }}"
    found = rows(server, f"SELECT ?n ?g {{ GRAPH {generation.state} {{ {asked} ?g {HOLDS} ?n }} }}")
    return dict(found)  # type: ignore[arg-type]


def state_in_use(server: Server) -> NamedNode:
    """The graph that tells of what is published on a server of any kind.

    Raises:
        StoreError: It does not answer.
    """
    found = Generation.in_use(server)  # what any server answers tells its kind
    return found.state if server.is_virtuoso else STATE
