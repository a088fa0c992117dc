"""What a query gives, and the forms it can be written in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Triple,
)

from kg.errors import BadParameter
from kg.rdf import FORMS, form_named, order, write_rdf
from kg.store import Results, explained
from kg.vocab import BASE, compact

__all__ = ["GRAPH_FORMATS", "ROW_FORMATS", "Answer", "Table", "Value", "display"]

Value: TypeAlias = NamedNode | BlankNode | Literal | Triple

_LIBRARY = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
ROW_FORMATS = ("markdown", *_LIBRARY)
"""Formats of SELECT and ASK; csv, tsv, json and xml as the W3C defines them."""
GRAPH_FORMATS = tuple(FORMS)
"""Formats of CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as a person reads them: names for IRIs, no datatypes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Answer:
    """What a query gives. Can be read once.

    Args:
        results: From the database.
        path: Of the store, for messages.
        base: Where the IRIs of the data begin.
    """

    def __init__(self, results: Results, path: Path, base: str = BASE) -> None:
        self._results = results
        self._path = path
        self._base = base

    @property
    def is_graph(self) -> bool:
        """Whether it is statements (CONSTRUCT, DESCRIBE), not rows."""
        return isinstance(self._results, QueryTriples)

    @property
    def formats(self) -> tuple[str, ...]:
        """What :meth:`write` can write it as, the usual one first."""
        return GRAPH_FORMATS if self.is_graph else ROW_FORMATS

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns in order; none for statements, ``answer`` for yes or no."""
        if isinstance(self._results, QuerySolutions):
            return tuple(variable.value for variable in self._results.variables)
        return () if self.is_graph else ("answer",)

    def rows(self) -> Iterator[tuple[Value | None, ...]]:
        """The rows of a SELECT or ASK; ``None`` where a column has no value."""
        with explained(self._path):
            if isinstance(self._results, QuerySolutions):
                for solution in self._results:
                    yield tuple(solution)
            elif isinstance(self._results, QueryBoolean):
                yield (Literal(bool(self._results)),)

    def distinct(self) -> Iterator[Triple]:
        """The statements of a CONSTRUCT or DESCRIBE, each once, as they come."""
        seen: set[Triple] = set()
        with explained(self._path):
            for triple in self._results if isinstance(self._results, QueryTriples) else ():
                if triple not in seen:
                    seen.add(triple)
                    yield triple

    def triples(self) -> list[Triple]:
        """The statements of a CONSTRUCT or DESCRIBE, each once, in order."""
        return sorted(self.distinct(), key=order)

    def table(self) -> Table:
        """The rows as a person reads them."""
        shown = (tuple("" if value is None else display(value, self._base) for value in row) for row in self.rows())
        return Table(self.columns, tuple(shown))

    def write(self, out: IO[bytes], form: str) -> None:
        """Writes it.

        Args:
            out: Where to.
            form: One of :attr:`formats`.

        Raises:
            BadParameter: It cannot be written in that form.
        """
        if form not in self.formats:
            what = "statements" if self.is_graph else "rows"
            raise BadParameter(
                f"The query gives {what}, which have no format {form!r}.", f"Choose one of {', '.join(self.formats)}."
            )
        if self.is_graph:
            chosen = form_named(form)
            triples = self.triples()
            write_rdf((Quad(*each) for each in triples) if chosen.datasets else triples, out, chosen)
        elif form == "markdown":
            out.write(_markdown(self.table()).encode())
        elif isinstance(self._results, QuerySolutions | QueryBoolean):
            with explained(self._path):
                self._results.serialize(out, _LIBRARY[form])
            if isinstance(self._results, QueryBoolean) or form in {"json", "xml"}:
                out.write(b"\n")

    def to_bytes(self, form: str) -> bytes:
        """What :meth:`write` writes."""
        out = io.BytesIO()
        self.write(out, form)
        return out.getvalue()


def display(value: Value, base: str = BASE) -> str:
    """A term as a person reads it: ``person/larry-liza``, ``wco:ordinal``, the words of a literal."""
    if isinstance(value, Literal):
        return value.value
    if not isinstance(value, NamedNode):
        return str(value)
    if value.value.startswith(base):
        return value.value.removeprefix(base)
    return compact(value.value)


def _markdown(table: Table) -> str:
    def line(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"

    return line(table.columns) + line(("---",) * len(table.columns)) + "".join(map(line, table.rows))


def _cell(text: str) -> str:
    """Text in a cell: one line, and nothing in it that ends the cell."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
