"""A graph on a Virtuoso, asked as if it were a database of this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
    serialize,
)

from kg.errors import StoreError
from kg.sparql import Change, changed, parses, words
from kg.store.remote import Graph, RemoteDatabase, Results
from kg.store.server import Server
from kg.store.state import MERGED
from kg.store.virtuoso.answers import decision, solutions
from kg.store.virtuoso.constructs import as_constructs, as_rows, made
from kg.store.virtuoso.dataset import Chosen, chosen_by, with_stored_graphs
from kg.store.virtuoso.names import NOTHING, Generation, stored
from kg.store.virtuoso.parameters import with_values

__all__ = ["VirtuosoDatabase"]

_JSON = "application/sparql-results+json"


class VirtuosoDatabase(RemoteDatabase):
    """Answers what :class:`~kg.store.remote.RemoteDatabase` does.

    It keeps to the publication that held when it was made; where another one takes its place, whatever is asked then
    fails, as its graphs are gone.

    Args:
        server: Who keeps the graph.

    Raises:
        StoreError: It does not answer.
    """

    def __init__(self, server: Server) -> None:
        self._generation = Generation.in_use(server)
        self._merged = stored(server, self._generation, [MERGED.value]).get(MERGED.value, NOTHING.value)
        super().__init__(server, self._generation.state)

    def _with_values(
        self, text: str, values: Mapping[Variable, NamedNode | Literal], prefixes: Mapping[str, str]
    ) -> str:
        return with_values(text, values, lambda each: parses(each, prefixes))

    def _answer(
        self,
        text: str,
        form: Results,
        default_graph: Sequence[Graph] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
    ) -> Results:
        text, chosen = chosen_by(text)
        if default_graph is not None or named_graphs is not None:
            listed = [each.value if isinstance(each, NamedNode) else MERGED.value for each in default_graph or ()]
            chosen = Chosen(listed, [each.value for each in named_graphs or ()])
        fields = self._fields(chosen)
        if isinstance(form, QueryTriples):
            constructs = [as_rows(each) for each in as_constructs(text)]
            return made((each, self._rows(each.rows, fields)) for each in constructs)
        if isinstance(form, QuerySolutions):
            return self._rows(_named_columns(text, form), fields)
        asked = with_stored_graphs(text, self._generation)
        return decision(self._server.ask(asked, _JSON, fields), self._still_holds)

    def _rows(self, text: str, fields: list[tuple[str, str]]) -> QuerySolutions:
        asked = with_stored_graphs(text, self._generation)
        return solutions(self._server.ask(asked, _JSON, fields), self._still_holds)

    def _fields(self, chosen: Chosen) -> list[tuple[str, str]]:
        if chosen.default is None or chosen.named is None:
            return [("default-graph-uri", self._merged)]
        known = stored(self._server, self._generation, {*chosen.default, *chosen.named})
        default = [known.get(each, NOTHING.value) for each in chosen.default] or [NOTHING.value]
        named = [known.get(each, NOTHING.value) for each in chosen.named] or [NOTHING.value]
        fields = [("default-graph-uri", each) for each in default]
        return fields + [("named-graph-uri", each) for each in [*named, self._generation.state.value]]

    def _still_holds(self) -> None:
        if Generation.in_use(self._server) != self._generation:
            raise StoreError(
                f"Another graph took the place of the one on {self._server.address} while it was read.",
                "Run the same command again.",
            )

    def dump(self, out: IO[bytes], form: RdfFormat, *, from_graph: Graph) -> None:
        """Writes a graph as N-Triples, as it comes from the server."""
        if form != RdfFormat.N_TRIPLES:
            raise ValueError(form)
        serialize(self._triples(from_graph), out, RdfFormat.N_TRIPLES)

    def _triples(self, graph: Graph) -> Iterator[Triple]:
        inner = "?s ?p ?o" if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ ?s ?p ?o }}"
        found = self._ask(f"SELECT ?s ?p ?o {{ {inner} }}")
        for row in found if isinstance(found, QuerySolutions) else ():
            yield Triple(*row)


def _named_columns(text: str, form: QuerySolutions) -> str:
    """The query with the columns in place of ``*``, as others are added to it."""
    found = words(text)
    for place, word in enumerate(found):
        if word.text == "SELECT" and word.kind == "word":
            star = found[place + 1 + (found[place + 1].text in {"DISTINCT", "REDUCED"})]
            if star.text == "*" and form.variables:
                return changed(text, [Change(star.start, star.end, " ".join(map(str, form.variables)))])
            return text
    return text
