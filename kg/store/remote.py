"""A graph on a server, asked as if it were a database of this process."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, Any

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Variable,
    parse,
    parse_query_results,
)

from kg.sparql import bound, declared
from kg.store.manifest import Manifest
from kg.store.server import Server
from kg.store.state import MERGED, STATE, digests, manifest_of, read_state

__all__ = ["Graph", "RemoteDatabase", "Results", "opened", "version_at"]

Results = QuerySolutions | QueryBoolean | QueryTriples
Graph = NamedNode | DefaultGraph
Term = NamedNode | Literal

_JSON = "application/sparql-results+json"
_NTRIPLES = "application/n-triples"
_BLOCK = 1 << 20


class RemoteDatabase:
    """Answers what :class:`pyoxigraph.Store` does, as far as :class:`kg.store.GraphStore` asks it.

    Args:
        server: Who keeps the graph.
        state: The graph that tells of it.
    """

    def __init__(self, server: Server, state: NamedNode = STATE) -> None:
        self._server = server
        self._state = state

    def manifest(self) -> Manifest:
        """What the graph was built from.

        Raises:
            StoreMissing: The server keeps no graph of this software.
            StoreError: It does not answer.
        """
        return manifest_of(self._server, self._state)

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str],
        substitutions: Mapping[Variable, Term],
        default_graph: Sequence[Graph] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
    ) -> Results:
        """Asks the server; what is wrong with a query is found out here, with the words of the embedded database.

        Where graphs are chosen, those that are not are left out (SPARQL 1.1 Protocol, section 2.1.4): with named graphs
        alone the default graph is empty, with default graphs alone there are no named ones.

        Raises:
            SyntaxError: The query does not parse.
            RuntimeError: A parameter is not projected.
            StoreError: The server does not answer, or refuses.
        """
        form = Store().query(text, prefixes=dict(prefixes), substitutions=dict(substitutions))
        asked = declared(self._with_values(text, substitutions, prefixes), prefixes)
        return self._answer(asked, form, default_graph, named_graphs)

    def _with_values(self, text: str, values: Mapping[Variable, Term], prefixes: Mapping[str, str]) -> str:
        return bound(text, {variable.value: value for variable, value in values.items()}, prefixes)

    def _answer(
        self,
        text: str,
        form: Results,
        default_graph: Sequence[Graph] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
    ) -> Results:
        """What the server answers.

        Args:
            text: The query, with its prefixes.
            form: What a query of this kind gives.
            default_graph: See :meth:`query`.
            named_graphs: The same.
        """
        fields = [("default-graph-uri", each.value) for each in default_graph or () if isinstance(each, NamedNode)]
        fields += [("named-graph-uri", each.value) for each in named_graphs or ()]
        if isinstance(form, QueryTriples):
            with self._server.ask(text, _NTRIPLES, fields) as answer:
                return _triples(answer)
        return parse_query_results(self._server.ask(text, _JSON, fields), QueryResultsFormat.JSON)

    def quads_for_pattern(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002 - the word of RDF
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit; those of all graphs where ``graph`` is ``None``."""
        given: dict[str, Any] = {"s": subject, "p": predicate, "o": object}
        pattern = " ".join(f"?{name}" if term is None else str(term) for name, term in given.items())
        if isinstance(graph, DefaultGraph):
            return self._matching(f"{{ {pattern} }}", {**given, "g": graph})
        if graph is not None:
            return self._matching(f"{{ GRAPH {graph} {{ {pattern} }} }}", {**given, "g": graph})
        named = f"{{ GRAPH ?g {{ {pattern} }} FILTER(?g != {STATE}) }}"
        merged = self._matching(f"{{ {pattern} }}", {**given, "g": DefaultGraph()})
        return chain(merged, self._matching(named, {**given, "g": None}))

    def _matching(self, where: str, given: Mapping[str, Any]) -> Iterator[Quad]:
        names = [name for name, term in given.items() if term is None]
        if names:
            found = self._ask(f"SELECT {' '.join(f'?{name}' for name in names)} {where}")
            for row in found if isinstance(found, QuerySolutions) else ():
                known = {**given, **dict(zip(names, row, strict=True))}
                yield Quad(known["s"], known["p"], known["o"], known["g"])
        elif isinstance(found := self._ask(f"ASK {where}"), QueryBoolean) and bool(found):
            yield Quad(given["s"], given["p"], given["o"], given["g"])

    def _ask(self, query: str) -> Results:
        return self._answer(query, Store().query(query))

    def dump(self, out: IO[bytes], form: RdfFormat, *, from_graph: Graph) -> None:
        """Writes a graph as N-Triples, as it comes from the server."""
        if form != RdfFormat.N_TRIPLES:
            raise ValueError(form)
        inner = "?s ?p ?o" if isinstance(from_graph, DefaultGraph) else f"GRAPH {from_graph} {{ ?s ?p ?o }}"
        with self._server.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inner} }}", _NTRIPLES) as answer:
            while block := answer.read(_BLOCK):
                out.write(block)

    def named_graphs(self) -> Iterator[NamedNode]:
        """The named graphs that were published."""
        return (NamedNode(name) for name in digests(self._server, self._state) if name != MERGED.value)

    def __len__(self) -> int:
        counts = (
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {STATE}) }}",
        )
        found = [self._ask(query) for query in counts]
        return sum(int(row[0].value) for each in found if isinstance(each, QuerySolutions) for row in each)

    def close(self) -> None:
        """Ends all connections."""
        self._server.close()


def opened(address: str) -> RemoteDatabase:
    """The graph on a server of any kind.

    Args:
        address: Where it takes queries.

    Raises:
        StoreError: It does not answer.
    """
    from kg.store.virtuoso import VirtuosoDatabase  # noqa: PLC0415 - it is one of these

    server = Server(address)
    return VirtuosoDatabase(server) if server.is_virtuoso else RemoteDatabase(server)


def version_at(address: str) -> str:
    """A text that differs as soon as another graph takes the place of the one that a server keeps.

    Raises:
        StoreMissing: The server keeps no graph of this software.
        StoreError: It does not answer.
    """
    from kg.store.virtuoso import state_in_use  # noqa: PLC0415 - as above

    server = Server(address, patient=False)
    try:
        state = state_in_use(server)
        return read_state(server, state).version or manifest_of(server, state).software
    finally:
        server.close()


def _triples(answer: io.BufferedReader) -> QueryTriples:
    graph = Store()
    graph.bulk_extend(parse(answer, RdfFormat.N_QUADS))
    found = graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    if not isinstance(found, QueryTriples):
        raise TypeError(type(found))
    return found
