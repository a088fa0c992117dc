"""What a server knows of the graph that it keeps, in a named graph of its own beside the graph.

==================================  =======================  ==================================================
subject                             predicate                object
==================================  =======================  ==================================================
``urn:wco-kg:store``                ``urn:wco-kg:manifest``  the manifest without the reports, as JSON
``urn:wco-kg:store``                ``urn:wco-kg:version``   a digest of all that follows and of the manifest
``urn:wco-kg:store``                ``urn:wco-kg:writing``   graphs that a publication is writing at the moment
name of a graph                     ``urn:wco-kg:digest``    digest of the statements in it
name of the graph of a report       ``urn:wco-kg:file``      digest of the file of the report
==================================  =======================  ==================================================
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.errors import StoreMissing
from kg.store.manifest import Manifest, parse_manifest
from kg.store.server import Server
from kg.vocab import KEPT

__all__ = [
    "DIGEST",
    "FILE",
    "MANIFEST",
    "MERGED",
    "STATE",
    "STORE",
    "VERSION",
    "WRITING",
    "State",
    "digests",
    "manifest_of",
    "manifest_text",
    "read_state",
    "report_graph",
    "rows",
]

STATE = KEPT.state
STORE = KEPT.store
MERGED = KEPT.merged
"""Stands for the merged graph, which has no name."""
MANIFEST = KEPT.manifest
VERSION = KEPT.version
WRITING = KEPT.writing
DIGEST = KEPT.digest
FILE = KEPT.file

_JSON = "application/sparql-results+json"


def rows(server: Server, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a query, each value as text."""
    with server.ask(query, _JSON) as answer:
        found = parse_query_results(answer, QueryResultsFormat.JSON)
        if isinstance(found, QuerySolutions):
            for row in found:
                yield tuple(value.value if isinstance(value, NamedNode | Literal) else "" for value in row)


class State(NamedTuple):
    """What a server says of itself.

    Attributes:
        version: Differs as soon as another graph takes the place of the one in use; empty where there is none.
        manifest: The manifest without the reports, as JSON; empty where there is none.
        writing: Graphs that a publication began to write and did not finish.
    """

    version: str
    manifest: str
    writing: tuple[str, ...]


def read_state(server: Server, state: NamedNode = STATE) -> State:
    """What a server says of itself, in the graph that tells of it.

    Raises:
        StoreError: It does not answer.
    """
    found: dict[str, list[str]] = {}
    for predicate, value in rows(server, f"SELECT ?p ?o {{ GRAPH {state} {{ {STORE} ?p ?o }} }} ORDER BY ?p ?o"):
        found.setdefault(predicate, []).append(value)
    return State(
        "".join(found.get(VERSION.value, ())),
        "".join(found.get(MANIFEST.value, ())),
        tuple(found.get(WRITING.value, ())),
    )


def digests(server: Server, state: NamedNode = STATE) -> dict[str, str]:
    """The digest of each graph, by name."""
    return dict(rows(server, f"SELECT ?g ?d {{ GRAPH {state} {{ ?g {DIGEST} ?d }} }}"))  # type: ignore[arg-type]


class _Reports(Mapping[str, str]):
    """The digest of the file of each report, by identifier; asked for when it is first needed."""

    def __init__(self, server: Server, base: str, state: NamedNode) -> None:
        self._server = server
        self._state = state
        self._prefix = f"{base}report/"
        self._known: dict[str, str] | None = None

    @property
    def _all(self) -> dict[str, str]:
        if self._known is None:
            found = rows(self._server, f"SELECT ?g ?d {{ GRAPH {self._state} {{ ?g {FILE} ?d }} }} ORDER BY ?g")
            self._known = {unquote(name.removeprefix(self._prefix)): digest for name, digest in found}
        return self._known

    def __getitem__(self, report: str) -> str:
        return self._all[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def manifest_of(server: Server, state: NamedNode = STATE) -> Manifest:
    """The manifest of the graph that a server keeps.

    Raises:
        StoreMissing: Nothing has been published there.
        StoreError: It does not answer.
    """
    text = read_state(server, state).manifest
    if not text:
        raise StoreMissing(
            f"The server {server.address} keeps no graph of this software.",
            f"Run `kg build --store {server.address}` first.",
        )
    manifest = parse_manifest(server.address, text)
    return replace(manifest, reports=_Reports(server, manifest.base, state))


def manifest_text(manifest: Manifest) -> str:
    """A manifest without the reports, as JSON on one line."""
    return json.dumps(json.loads(replace(manifest, reports={}).to_json()), sort_keys=True)


def report_graph(base: str, report: str) -> NamedNode:
    """The name of the graph of a report."""
    return NamedNode(f"{base}report/{quote(report, safe='')}")
