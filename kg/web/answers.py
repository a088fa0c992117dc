"""The job behind ``/sparql``: one query, answered within limits in the form that the client takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import islice

from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.errors import BadParameter, UsageError
from kg.query import Answer, Query, run
from kg.rdf import FORMS, order, write_rdf
from kg.store import GraphStore
from kg.web.reply import Reply

__all__ = ["GRAPH_TYPES", "ROW_TYPES", "answer", "found_by", "refuse_if"]

ROW_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
"""Media types of rows by format, the usual one first (SPARQL 1.1 Protocol, section 2.1.6)."""
GRAPH_TYPES = {
    name: f"{FORMS[name].media_type}; charset=utf-8" if name == "turtle" else FORMS[name].media_type for name in FORMS
}
"""Media types of statements by format, the usual one first."""

_ROW_MARKS = {"json": b"},{", "xml": b"<result>", "csv": b"\n", "tsv": b"\n"}
"""What stands between rows or before each: at most that many rows there are, plus one."""


def answer(
    store: GraphStore,
    *,
    query: str,
    default_graphs: Sequence[str],
    named_graphs: Sequence[str],
    row_form: str | None,
    graph_form: str | None,
    max_rows: int,
    max_bytes: int,
) -> Reply:
    """Answers a query.

    Args:
        store: The graph.
        query: SPARQL.
        default_graphs: IRIs of the graphs to merge as default graph; with ``named_graphs`` both empty, the dataset of
            the query or else that of the store holds (SPARQL 1.1 Protocol, section 2.1.4).
        named_graphs: IRIs of the graphs that GRAPH may name.
        row_form: How rows are written; ``None`` where the client takes no form of rows.
        graph_form: The same for statements.
        max_rows: How many rows or statements there may be.
        max_bytes: How long the answer may be.
    """
    found = found_by(store, query, default_graphs, named_graphs)
    form, types = (graph_form, GRAPH_TYPES) if found.is_graph else (row_form, ROW_TYPES)
    if form is None:
        listed = ", ".join(each.partition(";")[0] for each in types.values())
        return Reply(f"No media type that Accept names fits this query.\nThere are {listed}.\n".encode(), status=406)
    out = _Bounded(max_bytes)
    if found.is_graph:
        triples = list(islice(found.distinct(), max_rows + 1))
        refuse_if(len(triples) > max_rows, "statements", max_rows)
        triples.sort(key=order)
        write_rdf((Quad(*each) for each in triples) if FORMS[form].datasets else triples, out, FORMS[form])
    else:
        found.write(out, form)
        refuse_if(_more_rows_than(max_rows, out.getvalue(), form), "rows", max_rows)
    return Reply(out.getvalue(), types[form])


def found_by(store: GraphStore, query: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> Answer:
    """What a query that a client wrote gives, of the dataset that the protocol names."""
    dataset = bool(default_graphs or named_graphs)
    return run(
        store,
        Query("query", query),
        default_graph=_graphs(default_graphs) if dataset else None,
        named_graphs=_graphs(named_graphs) if dataset else None,
    )


def _graphs(names: Sequence[str]) -> list[NamedNode]:
    try:
        return [NamedNode(name) for name in names]
    except ValueError as error:
        raise BadParameter(f"A graph is named by an absolute IRI: {error}.", "Write the whole of its name.") from error


def refuse_if(over: bool, what: str, limit: int) -> None:
    """Refuses an answer of too many rows or statements.

    Raises:
        UsageError: It is ``over`` the limit.
    """
    if over:
        raise UsageError(
            f"The answer has more than {limit:,} {what}, which --max-rows allows.",
            "Add LIMIT, or take the whole graph from /dumps.",
        )


def _more_rows_than(limit: int, content: bytes, form: str) -> bool:
    """Counts rows exactly, with a parser, only where a quick count leaves it open."""
    if content.count(_ROW_MARKS[form]) + 1 <= limit:
        return False
    if form == "csv":
        rows = csv.reader(io.StringIO(content.decode(), newline=""))
        return sum(1 for _ in rows) - 1 > limit
    library = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML, "tsv": QueryResultsFormat.TSV}[form]
    parsed = parse_query_results(content, library)
    return isinstance(parsed, QuerySolutions) and sum(1 for _ in islice(parsed, limit + 1)) > limit


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._limit:
            raise UsageError(
                f"The answer is longer than {self._limit / 1e6:g} MB, which --max-bytes allows.",
                "Add LIMIT, ask for fewer columns, or take the whole graph from /dumps.",
            )
        return super().write(data)
