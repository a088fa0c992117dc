"""Collects the statements about one subject matter and hands them out in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.model import PartialDate
from kg.vocab import BASE, XSD, iri

__all__ = ["Statements", "Subject", "date_literal", "integer", "path_part"]

Subject = NamedNode
Object = NamedNode | Literal


class Statements:
    """A set of statements, and the base under which its IRIs are made.

    Args:
        base: Beginning of every data IRI; ends with ``/`` or ``#``.
    """

    def __init__(self, base: str = BASE) -> None:
        self.base = base
        self._triples: set[Triple] = set()

    def iri(self, path: str) -> NamedNode:
        """The IRI of ``path`` under the base."""
        return iri(path, self.base)

    def add(self, subject: Subject, predicate: NamedNode, *objects: Object) -> None:
        """States ``predicate`` of ``subject`` once for each of ``objects``."""
        for each in objects:
            self._triples.add(Triple(subject, predicate, each))

    def add_texts(self, subject: Subject, predicate: NamedNode, texts: Iterable[str]) -> None:
        """States ``predicate`` once for each text that is not empty, as plain literals."""
        self.add(subject, predicate, *(Literal(text) for text in texts if text))

    def __len__(self) -> int:
        return len(self._triples)

    def quads(self, graph: NamedNode | DefaultGraph) -> list[Quad]:
        """All statements as quads of ``graph``, sorted by their N-Quads form, so that the order never varies."""
        triples = sorted(self._triples, key=str)
        return [Quad(each.subject, each.predicate, each.object, graph) for each in triples]


def date_literal(value: PartialDate) -> Literal:
    """A date as a literal of exactly its precision: ``xsd:gYear``, ``xsd:gYearMonth`` or ``xsd:date``.

    Raises:
        ValueError: There is no such day in the calendar.
    """
    if value.month is None:
        datatype = XSD.gYear
    elif value.day is None:
        datatype = XSD.gYearMonth
    else:
        datatype = XSD.date
    date(value.year, value.month or 1, value.day or 1)
    return Literal(str(value), datatype=datatype)


def integer(value: int) -> Literal:
    """A whole number as ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer)


def path_part(text: str) -> str:
    """``text`` as one part of an IRI's path: what an IRI must not hold there is percent-encoded."""
    return quote(text, safe="")
