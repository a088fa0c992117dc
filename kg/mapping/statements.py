"""Collects the statements about one subject matter and hands them out in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.model import PartialDate
from kg.vocab import BASE, SKOS, XSD, iri

__all__ = ["Statements", "Subject", "date_literal", "path_part"]

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
        self._single: dict[tuple[Subject, NamedNode], Object] = {}

    def iri(self, path: str) -> NamedNode:
        """The IRI of ``path`` under the base."""
        return iri(path, self.base)

    def add(self, subject: Subject, predicate: NamedNode, *objects: Object) -> None:
        """States ``predicate`` of ``subject`` once for each of ``objects``."""
        for each in objects:
            self._triples.add(Triple(subject, predicate, each))

    def add_single(self, subject: Subject, predicate: NamedNode, value: Object) -> None:
        """States ``predicate`` of ``subject`` unless another value of it was stated so before: the first one stays."""
        if self._single.setdefault((subject, predicate), value) == value:
            self.add(subject, predicate, value)

    def add_label(self, subject: Subject, predicate: NamedNode, text: str) -> None:
        """Names ``subject``: the first name given is the adopted one, every other becomes a ``skos:altLabel``."""
        name = Literal(text)
        adopted = self._single.setdefault((subject, predicate), name) == name
        self.add(subject, predicate if adopted else SKOS.altLabel, name)

    def add_texts(self, subject: Subject, predicate: NamedNode, texts: Iterable[str]) -> None:
        """States ``predicate`` once for each text that is not empty, as plain literals."""
        self.add(subject, predicate, *(Literal(text) for text in texts if text))

    def __len__(self) -> int:
        return len(self._triples)

    def __iter__(self) -> Iterator[Triple]:
        """All statements, sorted by their N-Triples form, so that the order never varies."""
        return iter(sorted(self._triples, key=str))

    def quads(self, graph: NamedNode | DefaultGraph) -> list[Quad]:
        """All statements as quads of ``graph``, in the same order."""
        return [Quad(each.subject, each.predicate, each.object, graph) for each in self]


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


def path_part(text: str) -> str:
    """``text`` as one part of an IRI's path: what an IRI must not hold there is percent-encoded."""
    return quote(text, safe="")
