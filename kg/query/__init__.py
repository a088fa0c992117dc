"""Questions to the graph: named ones that ship as files, and SPARQL that the user writes.

>>> from kg.query import load_query, run
>>> query = load_query("chairs-of-global-meetings")
>>> answer = run(store, query, {})
"""

from kg.query.answer import GRAPH_FORMATS, ROW_FORMATS, Answer, Table, display
from kg.query.catalogue import list_queries, load_query, read_query
from kg.query.entities import find_entity
from kg.query.header import Parameter, ParameterType, Query, parse_query
from kg.query.run import run

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Answer",
    "Parameter",
    "ParameterType",
    "Query",
    "Table",
    "display",
    "find_entity",
    "list_queries",
    "load_query",
    "parse_query",
    "read_query",
    "run",
]
