"""Writes the graph in any RDF serialisation, the same bytes for the same graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import UsageError
from kg.export.dataset import describe
from kg.export.ordering import Sorter, parsed
from kg.rdf import FORMS, Form, write_rdf
from kg.store import GraphStore, no_such_report
from kg.vocab import iri

__all__ = ["export"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""


def export(store: GraphStore, out: IO[bytes], form: Form = FORMS["turtle"], *, report: str | None = None) -> None:
    """Writes the merged graph and its description; N-Quads and TriG also hold the graph of each report.

    Statements are sorted, beyond memory where need be, and written as they come, so that memory stays bounded.

    Args:
        store: What is written.
        out: Where to.
        form: See :data:`kg.rdf.FORMS`.
        report: Identifier of one report, whose graph is then all that is written.

    Raises:
        NoSuchEntity: There is no such report.
        UsageError: The form cannot hold what is in the graph.
        StoreError: The store fails.
    """
    if report is None:
        lines = _all(store, form)
    else:
        graph = _graph(store, report)
        lines = _of_graph(store, graph, named=form.datasets)
    if form.name in {"ntriples", "nquads"}:
        out.writelines(lines)
    elif form.datasets:
        write_rdf(parsed(lines), out, form)
    else:
        triples = (quad.triple for quad in parsed(lines))
        write_rdf(_fit_for_xml(triples) if form.name == "rdfxml" else triples, out, form)


def _all(store: GraphStore, form: Form) -> Iterator[bytes]:
    with Sorter() as sorter:
        store.dump(sorter.file)
        write_rdf(describe(store), sorter.file, FORMS["ntriples"])
        yield from sorter.lines()
    if form.name in {"nquads", "trig"}:
        for graph in store.graphs():
            yield from _of_graph(store, graph, named=True)


def _of_graph(store: GraphStore, graph: NamedNode, *, named: bool) -> Iterator[bytes]:
    ending = f"{graph} .\n".encode() if named else b".\n"
    with Sorter() as sorter:
        store.dump(sorter.file, graph)
        for line in sorter.lines():
            yield line.removesuffix(b".\n") + ending


def _graph(store: GraphStore, report: str) -> NamedNode:
    if report not in store.manifest.reports:
        raise no_such_report(report, store.manifest.reports, store.path)
    return iri(f"report/{quote(report, safe='')}", store.manifest.base)


def _fit_for_xml(triples: Iterable[Triple]) -> Iterator[Triple]:
    for triple in triples:
        value = triple.object
        if isinstance(value, Literal) and (found := _NOT_IN_XML.search(value.value)):
            raise UsageError(
                f"The graph holds the character U+{ord(found.group()):04X}, which RDF/XML cannot hold.",
                "Choose another format; all others can.",
            )
        yield triple
