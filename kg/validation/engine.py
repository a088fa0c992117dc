"""What a SHACL engine takes and gives, so that one can be exchanged for another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.model import Severity

__all__ = ["Engine", "Focus", "Result", "Term"]

Term = NamedNode | BlankNode | Literal | Triple
"""Subjects and objects; triples only where a file has statements about statements, which are refused."""
Focus = frozenset[tuple[Any, Any]] | None
"""Pairs of shape and node that are to be looked at; without, each shape is held against all that it is for."""


class Result(NamedTuple):
    """One validation result (SHACL, section 3.6.2).

    Attributes:
        shape: The shape that was not met.
        focus: The node that did not meet it.
        path: SPARQL property path to the values, without angle brackets where it is one IRI; empty of a node shape.
        value: The offending value, where there is one.
        component: The constraint component.
    """

    shape: NamedNode
    severity: Severity
    focus: Term
    path: str
    value: Term | None
    component: NamedNode
    message: str


class Engine(Protocol):
    """Holds shapes, checks data."""

    def run(self, data: Iterable[Triple], focus: Focus = None) -> list[Result]:
        """All results for ``data`` as one graph, in any order; with ``focus`` those of the pairs in it."""
        ...
