"""Runs a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from kg.errors import QuerySyntaxError
from kg.query.answer import Answer
from kg.query.header import Query
from kg.query.parameters import bind
from kg.query.text import check, explained_syntax_error
from kg.store import GraphStore

__all__ = ["run"]


def run(
    store: GraphStore,
    query: Query,
    values: Mapping[str, str] | None = None,
    *,
    default_graph: Iterable[NamedNode] | None = None,
    named_graphs: Iterable[NamedNode] | None = None,
) -> Answer:
    """Asks a question.

    Args:
        store: The graph.
        query: Named or of one's own (:func:`~kg.query.parse_query`).
        values: Parameters as the user writes them, by name. They are bound to variables, never put into the text.
        default_graph: Graphs to merge as default graph, whatever FROM says.
        named_graphs: Graphs that GRAPH may name, whatever FROM NAMED says.

    Raises:
        QuerySyntaxError: It does not parse, or would change the graph.
        UsageError: It asks another server.
        BadParameter: A parameter is missing, unknown or of the wrong type.
        NoSuchEntity: No or more than one thing in the graph has a name that was given.
        StoreError: The store fails.
    """
    check(query.text)
    bound = bind(store, query, values or {})
    try:
        results = store.query(query.text, bound, default_graph=default_graph, named_graphs=named_graphs)
    except QuerySyntaxError as error:
        raise explained_syntax_error(query.text, error) from error
    return Answer(results, store.path, store.manifest.base)
