"""Checks one graph, or one file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Triple

from kg.model import Finding
from kg.rdf import read_rdf
from kg.validation.batches import validate_graphs
from kg.validation.default import Way, screen_for
from kg.validation.engine import Engine
from kg.validation.screen import Screen

__all__ = ["validate", "validate_file"]


def validate(
    statements: Iterable[Quad] | Iterable[Triple], *, engine: Engine | None = None, screen: Screen | None = None
) -> list[Finding]:
    """The findings of one graph: that of one report, or the merged graph.

    Args:
        statements: The graph; the names of graphs are not looked at.
        engine: By default pySHACL with the shapes of this package.
        screen: Tells what the engine need look at; by default it looks at all. The findings are the same.

    Returns:
        Gravest first, then by shape, report and focus node.

    Raises:
        RdfSyntaxError: There are statements about statements.
    """
    return validate_graphs([statements], engine=engine, screen=screen)


def validate_file(path: Path, *, engine: Engine | None = None, way: Way = Way.AUTO) -> list[Finding]:
    """The findings of an RDF file; each graph in it, named or not, is checked for itself.

    Args:
        path: The file; its suffix tells the format.
        engine: By default pySHACL with the shapes of this package.
        way: Whether there is a screen before it.

    Returns:
        Gravest first, then by shape, report and focus node.

    Raises:
        NoSuchPath: There is no such file.
        RdfSyntaxError: It does not parse; the message names file and line.
    """
    graphs: dict[object, list[Triple]] = defaultdict(list)
    for quad in read_rdf(path):
        graphs[quad.graph_name].append(quad.triple)
    screen = screen_for(way, sum(map(len, graphs.values())))
    return validate_graphs(graphs.values(), engine=engine, screen=screen)
