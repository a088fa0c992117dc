"""Answers as tables of a page: every cell a text, a link or a row of references to passages."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.query import Answer, display
from kg.query.answer import Value
from kg.store import GraphStore
from kg.vocab import OA, RDF, XSD
from kg.web.names import Names

__all__ = ["MOST_ROWS", "Cell", "Link", "Table", "as_table"]

MOST_ROWS = 1_000
"""So many rows of an answer stand on a page; the CSV holds all."""

_EVIDENCE = "evidence"
"""The column that holds the IRIs of passages, separated by blanks."""
_TEXTS = {XSD.string, RDF.langString}


class Link(NamedTuple):
    """Words that lead somewhere."""

    words: str
    href: str
    title: str = ""


Cell = str | list[Link]


class Table(NamedTuple):
    """Rows as a page shows them.

    Attributes:
        total: How many there are; more than ``rows`` where not all are shown.
    """

    columns: tuple[str, ...]
    rows: list[list[Cell]]
    total: int

    def without_empty_columns(self) -> Table:
        """The same without columns in which no row has anything."""
        kept = [place for place in range(len(self.columns)) if any(row[place] for row in self.rows)]
        return Table(
            tuple(self.columns[place] for place in kept),
            [[row[place] for place in kept] for row in self.rows],
            self.total,
        )


def as_table(
    store: GraphStore,
    names: Names,
    answer: Answer,
    hidden: Collection[str] = (),
    most: int | None = None,
    counted: int | None = None,
) -> Table:
    """The rows of an answer.

    Args:
        store: Where passages are looked up.
        names: What things are called.
        answer: Of a SELECT or ASK.
        hidden: Columns that are left out.
        most: How many rows are shown; all by default.
        counted: How many rows are counted; all by default.
    """
    shown = [place for place, column in enumerate(answer.columns) if column not in hidden]
    coming = islice(answer.rows(), counted)
    first = islice(coming, most)
    rows = [[_cell(store, names, answer.columns[place], row[place]) for place in shown] for row in first]
    return Table(tuple(answer.columns[place] for place in shown), rows, len(rows) + sum(1 for _ in coming))


def _cell(store: GraphStore, names: Names, column: str, value: Value | None) -> Cell:
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        return [Link(names.of(value), names.link(value))]
    if isinstance(value, Literal) and column == _EVIDENCE:
        passages = sorted({NamedNode(each) for each in value.value.split()}, key=lambda node: node.value)
        return [Link(str(number), names.link(each), _quote(store, each)) for number, each in enumerate(passages, 1)]
    words = display(value)
    bearer = names.bearer(words) if isinstance(value, Literal) and value.datatype in _TEXTS else None
    return [Link(words, names.link(bearer))] if bearer else words


def _quote(store: GraphStore, passage: NamedNode) -> str:
    for quad in store.quads(DefaultGraph(), subject=passage, predicate=OA.exact):
        return quad.object.value if isinstance(quad.object, Literal) else ""
    return ""
