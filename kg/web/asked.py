"""The job behind ``/sparql`` for people: what was asked, and its answer, in the page to write queries in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kg.errors import KgError
from kg.query import Answer, list_queries
from kg.rdf import order
from kg.sparql import declared
from kg.store import GraphStore
from kg.vocab import PREFIXES
from kg.web.answers import found_by, refuse_if
from kg.web.describe import written
from kg.web.names import Names
from kg.web.reply import Reply, problem
from kg.web.tables import MOST_ROWS, Table, as_table
from kg.web.templating import page

__all__ = ["asked"]


def asked(
    store: GraphStore, *, query: str, default_graphs: Sequence[str], named_graphs: Sequence[str], max_rows: int
) -> Reply:
    """The page with the answer to a query, or with what is wrong with it.

    Args:
        store: The graph.
        query: SPARQL.
        default_graphs: As for :func:`kg.web.answers.answer`.
        named_graphs: Likewise.
        max_rows: How many rows or statements there may be.
    """
    status, error, table, statements = 200, None, None, ""
    try:
        found = found_by(store, query, default_graphs, named_graphs)
        if found.is_graph:
            statements = _statements(found, max_rows)
        else:
            table = _table(store, found, max_rows)
    except KgError as wrong:
        status, error = problem(wrong).status, wrong
        if status >= 500:
            raise
    return page(
        "editor.html",
        status=status,
        queries=list_queries(),
        text=query if error else declared(query, PREFIXES),
        name="",
        answered=error is None,
        error=error,
        table=table,
        statements=statements,
    )


def _table(store: GraphStore, found: Answer, max_rows: int) -> Table:
    table = as_table(store, Names(store), found, most=MOST_ROWS, counted=max_rows + 1)
    refuse_if(table.total > max_rows, "rows", max_rows)
    return table


def _statements(found: Answer, max_rows: int) -> str:
    triples = list(islice(found.distinct(), max_rows + 1))
    refuse_if(len(triples) > max_rows, "statements", max_rows)
    return written(sorted(triples, key=order)[:MOST_ROWS], "turtle").body.decode()
