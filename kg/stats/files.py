"""A network as a file for programs that draw and measure networks; the same bytes on every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import IO, Any

from kg.stats.analysis import Analysis, Edge, Node

__all__ = ["write_edges", "write_gexf", "write_graphml", "write_nodes"]


def write_gexf(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes GEXF 1.2 (gexf.net), which Gephi reads. It has no date."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415 - slow to load

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]
    meta.find("creator").text = "wco-kg"
    writer.add_graph(_graph(analysis))
    writer.write(out)


def write_graphml(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes GraphML (graphml.graphdrawing.org)."""
    from networkx import write_graphml_xml  # noqa: PLC0415 - slow to load

    write_graphml_xml(_graph(analysis), out, encoding="utf-8")


def write_nodes(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes a row a node as CSV (RFC 4180): ``id``, ``label`` and all measures."""
    names = [field.name for field in fields(Node) if field.name not in {"iri", "name"}]
    rows = ((node.iri, node.name, *(getattr(node, name) for name in names)) for node in analysis.nodes)
    _write_csv(("id", "label", *names), rows, out)


def write_edges(analysis: Analysis, out: IO[bytes]) -> None:
    """Writes a row an edge as CSV (RFC 4180): ``source``, ``target``, ``weight``, years, whether it is a bridge."""
    names = [field.name for field in fields(Edge)]
    rows = ([_plain(getattr(edge, name)) for name in names] for edge in analysis.edges)
    _write_csv(names, rows, out)


def _write_csv(head: Iterable[str], rows: Iterable[Iterable[Any]], out: IO[bytes]) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    out.write(text.getvalue().encode())


def _plain(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _graph(analysis: Analysis) -> Any:
    """The network with measures as attributes; what is not known is left out, since neither form has a null."""
    from networkx import Graph  # noqa: PLC0415 - slow to load

    graph = Graph(name=analysis.projection.value)
    for node in analysis.nodes:
        values = asdict(node)
        graph.add_node(values.pop("iri"), label=values.pop("name"), **_known(values))
    for edge in analysis.edges:
        values = asdict(edge)
        graph.add_edge(values.pop("source"), values.pop("target"), **_known(values))
    return graph


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in {None, ""}}
