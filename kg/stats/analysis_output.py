"""An analysed network as tables, as JSON and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields

from kg.stats.analysis import Analysis, Node, Year
from kg.stats.output import Section, rows_as_csv

__all__ = ["MEASURES", "analysis_sections", "analysis_to_csv", "analysis_to_json", "network_figures"]

MEASURES = (
    "meetings",
    "degree",
    "weighted_degree",
    "betweenness",
    "closeness",
    "eigenvector",
    "pagerank",
    "core",
)
"""The measures of a node by which nodes can be ranked."""
_YEAR_COLUMNS = tuple(field.name for field in fields(Year))

_HEADS = {
    "meetings": "meet.",
    "weighted_degree": "weight",
    "betweenness": "betw.",
    "closeness": "close.",
    "eigenvector": "eigen.",
    "pagerank": "rank",
    "community": "comm.",
    "components": "parts",
    "new_nodes": "new nodes",
    "new_edges": "new edges",
    "nodes_so_far": "nodes so far",
    "edges_so_far": "edges so far",
}
"""Short heads, so that tables fit on a terminal."""


def network_figures(analysis: Analysis) -> dict[str, int | float | None]:
    """The figures of the network as a whole, by name."""
    return {
        "meetings": analysis.meetings,
        "nodes": len(analysis.nodes),
        "edges": len(analysis.edges),
        "density": analysis.density,
        "components": analysis.components,
        "nodes_in_largest_component": analysis.largest,
        "pivots_of_betweenness": analysis.pivots,
        "standard_error_of_betweenness": analysis.betweenness_error,
        "standard_error_of_closeness": analysis.closeness_error,
        "communities": len(analysis.communities),
        "modularity": analysis.modularity,
        "bridges": analysis.bridges,
        "nodes_with_region": analysis.with_region,
        "assortativity_by_region": analysis.assortativity,
    }


def analysis_sections(analysis: Analysis, top: int, by: str) -> Iterator[Section]:
    """The tables that a person wants.

    Args:
        analysis: What is shown.
        top: How many nodes, communities and bridges are listed.
        by: The measure of :data:`MEASURES` that ranks nodes.
    """
    words = analysis.projection.words
    yield _whole(analysis, f"Network {analysis.projection}: {words}")
    ranked = sorted(analysis.nodes, key=lambda node: (-getattr(node, by), node.name, node.iri))[:top]
    mixed = len({node.kind for node in analysis.nodes}) > 1
    columns = ("name", *(("kind",) if mixed else ()), "region", *MEASURES, "community")
    yield _short("nodes", f"Nodes by {_words(by)}", columns, ranked)
    rows = tuple((str(each.number), str(each.size), ", ".join(each.leading)) for each in analysis.communities[:top])
    yield Section("communities", "Communities", ("community", "nodes", "leading"), rows)
    names = {node.iri: node.name for node in analysis.nodes}
    bridges = [edge for edge in analysis.edges if edge.bridge]
    bridges.sort(key=lambda edge: (-edge.weight, names[edge.source], names[edge.target]))
    cut = tuple((names[edge.source], names[edge.target], str(edge.weight)) for edge in bridges[:top])
    yield Section("bridges", "Bridges", ("one", "other", "meetings"), cut)
    yield _short("years", "Year by year", _YEAR_COLUMNS, analysis.years)


def analysis_to_json(analysis: Analysis) -> str:
    """All figures as one JSON object; of edges, only the bridges."""
    selection = analysis.selection
    return (
        json.dumps(
            {
                "projection": analysis.projection.value,
                "description": analysis.projection.words,
                "selection": {"regions": selection.regions, "from": selection.first, "to": selection.last},
                "network": network_figures(analysis),
                "nodes": [asdict(node) for node in analysis.nodes],
                "communities": [asdict(community) for community in analysis.communities],
                "bridges": [asdict(edge) for edge in analysis.edges if edge.bridge],
                "years": [asdict(year) for year in analysis.years],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def analysis_to_csv(analysis: Analysis) -> str:
    """All figures as CSV (RFC 4180), one figure a row: section, item, measure, value; nodes by their path."""
    columns = ("path", *(field.name for field in fields(Node) if field.name not in {"iri", "path"}))
    communities = tuple((str(each.number), str(each.size)) for each in analysis.communities)
    return rows_as_csv(
        (
            _whole(analysis, ""),
            Section("nodes", "Nodes", columns, _cells(columns, analysis.nodes)),
            Section("communities", "Communities", ("number", "size"), communities),
            Section("years", "Year by year", _YEAR_COLUMNS, _cells(_YEAR_COLUMNS, analysis.years)),
        )
    )


def _whole(analysis: Analysis, title: str) -> Section:
    rows = tuple(
        (_words(name), "" if value is None else str(value)) for name, value in network_figures(analysis).items()
    )
    return Section("network", title, ("figure", "value"), rows)


def _short(name: str, title: str, columns: tuple[str, ...], records: Iterable[Node | Year]) -> Section:
    """A table for people: short heads, three digits after the point."""
    values = ([getattr(each, column) for column in columns] for each in records)
    rows = tuple(tuple(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row) for row in values)
    return Section(name, title, tuple(_HEADS.get(column, column) for column in columns), rows)


def _cells(columns: tuple[str, ...], records: Iterable[Node | Year]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(getattr(each, column)) for column in columns) for each in records)


def _words(name: str) -> str:
    return name.replace("_", " ")
