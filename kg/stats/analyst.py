"""Measures a network: puts together what the single measures say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx

from kg.stats.analysis import Analysis, Community, Edge, Node, Projection, Selection, Year
from kg.stats.attendance import Attendance
from kg.stats.centrality import Centrality
from kg.stats.projection import density, project
from kg.stats.sampling import Estimate
from kg.stats.structure import assortativity, bridges, communities, component_sizes, modularity

__all__ = ["analysed"]

_DIGITS = 6
_LEADING = 3


def analysed(present: Attendance, projection: Projection, selection: Selection, base: str) -> Analysis:
    """The network of the selected meetings with all its measures."""
    meetings = present.meetings(selection.regions, selection.first, selection.last)
    named = project(present, projection, meetings)
    graph = nx.convert_node_labels_to_integers(named)
    iris = list(named)
    regions = {number: present.region(node) for number, node in enumerate(iris)}
    central = Centrality(graph)
    between, close = central.betweenness(), central.closeness()
    parts, sizes, cut = communities(graph), component_sizes(graph), bridges(graph)
    nodes = tuple(_nodes(graph, iris, present, base, central, between, close, parts))
    return Analysis(
        projection=projection,
        selection=selection,
        base=base,
        meetings=len(meetings),
        density=round(density(graph, projection), _DIGITS),
        components=len(sizes),
        largest=max(sizes, default=0),
        pivots=between.pivots,
        betweenness_error=round(between.error, _DIGITS),
        closeness_error=round(close.error, _DIGITS),
        modularity=_rounded(modularity(graph, parts)),
        bridges=len(cut),
        with_region=sum(1 for region in regions.values() if region),
        assortativity=_rounded(assortativity(graph, regions)),
        nodes=nodes,
        edges=tuple(_edges(graph, iris, projection, cut)),
        communities=tuple(_communities(parts, nodes)),
        years=tuple(_years(present, projection, meetings)),
    )


def _nodes(
    graph: nx.Graph,
    iris: list[str],
    present: Attendance,
    base: str,
    central: Centrality,
    between: Estimate,
    close: Estimate,
    parts: list[list[int]],
) -> Iterator[Node]:
    leading, ranks, cores = central.eigenvector(), central.pagerank(), central.cores()
    community = {node: number for number, part in enumerate(parts, 1) for node in part}
    for node, own in graph.nodes(data=True):
        yield Node(
            iri=iris[node],
            path=iris[node].removeprefix(base),
            name=present.names.get(iris[node], iris[node].removeprefix(base)),
            kind=own["kind"],
            region=present.region(iris[node]),
            meetings=own["meetings"],
            degree=graph.degree(node),
            weighted_degree=graph.degree(node, weight="weight"),
            betweenness=round(between.values[node], _DIGITS),
            closeness=round(close.values[node], _DIGITS),
            eigenvector=abs(round(leading[node], _DIGITS)),
            pagerank=round(ranks[node], _DIGITS),
            core=cores[node],
            community=community[node],
        )


def _edges(graph: nx.Graph, iris: list[str], projection: Projection, cut: set[frozenset[int]]) -> Iterator[Edge]:
    first_kind = projection.value.partition("-")[0]
    found = []
    for one, other, own in graph.edges(data=True):
        source, target = (one, other) if graph.nodes[one]["kind"] == first_kind else (other, one)
        years = own["years"]
        found.append(
            Edge(
                source=iris[source],
                target=iris[target],
                weight=own["weight"],
                first=min(years, default=None),
                last=max(years, default=None),
                bridge=frozenset({one, other}) in cut,
            )
        )
    yield from sorted(found, key=lambda edge: (edge.source, edge.target))


def _communities(parts: list[list[int]], nodes: tuple[Node, ...]) -> Iterator[Community]:
    for number, part in enumerate(parts, 1):
        members = sorted((nodes[node] for node in part), key=lambda node: (-node.weighted_degree, node.name, node.iri))
        yield Community(number, len(part), tuple(node.name for node in members[:_LEADING]))


def _years(present: Attendance, projection: Projection, meetings: list[str]) -> Iterator[Year]:
    by_year: dict[int, list[str]] = defaultdict(list)
    for meeting in meetings:
        if meeting in present.years:
            by_year[present.years[meeting]].append(meeting)
    nodes: set[str] = set()
    edges: set[tuple[str, str]] = set()
    for year, held in sorted(by_year.items()):
        graph = project(present, projection, held)
        pairs = {(min(edge), max(edge)) for edge in graph.edges}
        sizes = component_sizes(graph)
        new_nodes, new_edges = len(graph.nodes - nodes), len(pairs - edges)
        nodes |= set(graph.nodes)
        edges |= pairs
        yield Year(
            year=year,
            meetings=len(held),
            nodes=len(graph),
            edges=len(pairs),
            new_nodes=new_nodes,
            new_edges=new_edges,
            density=round(density(graph, projection), _DIGITS),
            components=len(sizes),
            largest=max(sizes, default=0),
            nodes_so_far=len(nodes),
            edges_so_far=len(edges),
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
