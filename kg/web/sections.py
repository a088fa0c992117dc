"""Which sections the page of a thing has: questions of ``queries/pages``, asked of the thing."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from kg.query import Query, read_query, run
from kg.resources import resource
from kg.store import GraphStore
from kg.vocab import FOAF, RDF, WCO
from kg.web.names import Names
from kg.web.tables import Table, as_table

__all__ = ["Kind", "Section", "ask", "kind_of", "page_question", "sections_of"]


class Kind(NamedTuple):
    """A kind of thing that has a page of its own making.

    Attributes:
        name: What a page calls it.
        questions: Names of files in ``queries/pages``.
    """

    name: str
    questions: tuple[str, ...] = ()


class Section(NamedTuple):
    """One section of a page."""

    heading: str
    note: str
    heads: tuple[str, ...]
    table: Table


_KINDS: dict[NamedNode, Kind] = {
    FOAF.Person: Kind("person", ("person-posts", "person-meetings", "person-colleagues")),
    WCO.Office: Kind("office", ("office-posts", "office-meetings", "office-network")),
    WCO.Meeting: Kind(
        "meeting", ("meeting-participants", "meeting-reports", "meeting-series", "meeting-contradictions")
    ),
    WCO.MeetingSeries: Kind("series of meetings", ("series-editions",)),
    WCO.Region: Kind("region", ("region-meetings", "region-offices")),
    WCO.Country: Kind("country", ("country-meetings", "country-offices")),
    WCO.Report: Kind("report"),
}
_OTHER = Kind("")


def kind_of(store: GraphStore, node: NamedNode) -> Kind:
    """What it is; a kind without a name where it is nothing that has sections."""
    types = {quad.object for quad in store.quads(DefaultGraph(), subject=node, predicate=RDF.type)}
    return next((kind for class_, kind in _KINDS.items() if class_ in types), _OTHER)


def sections_of(store: GraphStore, names: Names, kind: Kind, node: NamedNode) -> list[Section]:
    """The sections that have rows."""
    found = (ask(store, names, page_question(name), node) for name in kind.questions)
    return [section for section in found if section.table.rows]


@cache
def page_question(name: str) -> Query:
    """A question of ``queries/pages``."""
    return read_query(resource("queries", "pages", f"{name}.rq"))


def ask(store: GraphStore, names: Names, question: Query, node: NamedNode | None = None) -> Section:
    """Asks a question of a thing; parameters are no columns of the table."""
    values = {each.name: f"<{node.value}>" for each in question.parameters} if node else {}
    if "region" in values and node:
        values["region"] = node.value.rpartition("/")[2]
    table = as_table(store, names, run(store, question, values), values).without_empty_columns()
    heads = tuple(question.columns.get(column, column) for column in table.columns)
    return Section(question.summary, question.description, heads, table)
