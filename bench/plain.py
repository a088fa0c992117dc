"""The plain way to do the same with rdflib and pySHACL alone; run as a process of its own by ``python -m bench``.

Usage: ``python -m bench.plain build FOLDER OUT`` merges the Turtle files of a folder, validates and writes one;
``python -m bench.plain query GRAPH QUERY`` loads a graph and asks one question.
"""

from __future__ import annotations

import sys
from pathlib import Path

import rdflib

from kg.vocab import PREFIXES

__all__: list[str] = []


def build(folder: Path, out: Path, shapes: list[Path]) -> None:
    """One memory graph, one pySHACL run over all of it, one Turtle file."""
    import pyshacl  # noqa: PLC0415 (the query does not need it)

    graph = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path, format="turtle")
    rules = rdflib.Graph()
    for path in shapes:
        rules.parse(path, format="turtle")
    pyshacl.validate(graph, shacl_graph=rules, inplace=True)
    graph.serialize(out, format="turtle")


def query(graph_file: Path, query_file: Path) -> None:
    """Loads the graph and asks."""
    graph = rdflib.Graph()
    graph.parse(graph_file, format="turtle")
    for row in graph.query(query_file.read_text(encoding="utf-8"), initNs=PREFIXES):
        print(*tuple(row), sep="\t")  # type: ignore[arg-type]  # rows of a SELECT query


if __name__ == "__main__":
    what, *paths = sys.argv[1:]
    first, second, *rest = map(Path, paths)
    if what == "build":
        build(first, second, rest)
    else:
        query(first, second)
