"""A network analysed: the records, and the function that makes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store import GraphStore

__all__ = ["Analysis", "Community", "Edge", "Node", "Projection", "Selection", "Year", "analyse"]


class Projection(StrEnum):
    """What the nodes of a network are; an edge is as heavy as there are meetings that both were at."""

    PERSONS = "person-person"
    OFFICES = "office-office"
    PERSONS_OFFICES = "person-office"
    OFFICES_MEETINGS = "office-meeting"

    @property
    def words(self) -> str:
        """What nodes and edges are."""
        return _WORDS[self]


_WORDS = {
    Projection.PERSONS: "persons present at the same meetings, weighted by the number of these",
    Projection.OFFICES: "offices present at the same meetings in their own name, weighted by the number of these",
    Projection.PERSONS_OFFICES: "persons and offices present at the same meetings, weighted by the number of these",
    Projection.OFFICES_MEETINGS: "offices and the meetings at which they were present in their own name",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which meetings count.

    Attributes:
        regions: Notations; meetings of any of them. All meetings if there are none.
        first: Year from which, ``None`` for no limit. With a limit, meetings of an unknown year do not count.
        last: Year up to which and with which, likewise.

    Raises:
        UsageError: The years are the wrong way round.
    """

    regions: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise UsageError(f"There are no years from {self.first} to {self.last}.", "Exchange them.")


@dataclass(frozen=True, slots=True)
class Node:
    """A person, office or meeting in a network.

    Attributes:
        iri: Whole.
        path: The IRI without the base.
        kind: person, office or meeting.
        region: Notation; nothing where none is known, or several are.
        meetings: Number of selected meetings at which it was present.
        degree: Number of neighbours.
        weighted_degree: Weights of its edges, summed.
        betweenness: Share of the shortest paths between two others that lead over it (edges unweighted), 0 to 1.
        closeness: Nodes reached by the mean number of steps to them, scaled by the share of all nodes that is reached
            (Wasserman and Faust 1994, formula 5.22); 0 to 1.
        eigenvector: Part in the leading eigenvector of the weighted largest component; 0 outside of it.
        pagerank: With edges weighted, damping 0.85; all sum to 1.
        core: The largest k such that it is in the k-core.
        community: Number of its community, from 1, the largest.
    """

    iri: str
    path: str
    name: str
    kind: str
    region: str
    meetings: int
    degree: int
    weighted_degree: int
    betweenness: float
    closeness: float
    eigenvector: float
    pagerank: float
    core: int
    community: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes that share meetings.

    Attributes:
        source: IRI; of two kinds of nodes, in the order in which the projection names them.
        target: IRI.
        weight: Number of shared meetings.
        first: Year of the first shared meeting, where one is known.
        last: Year of the last.
        bridge: Whether the network falls into more parts without it.
    """

    source: str
    target: str
    weight: int
    first: int | None
    last: int | None
    bridge: bool


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that are connected more with each other than with others.

    Attributes:
        number: From 1, the largest.
        leading: Names of the three with the highest weighted degree.
    """

    number: int
    size: int
    leading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The network of the meetings of one year.

    Attributes:
        new_nodes: Not in the network of any earlier selected year.
        new_edges: Likewise.
        density: Edges there are, of those there could be, 0 to 1.
        largest: Nodes in the largest component.
        nodes_so_far: Of this and all earlier selected years together.
        edges_so_far: Likewise.
    """

    year: int
    meetings: int
    nodes: int
    edges: int
    new_nodes: int
    new_edges: int
    density: float
    components: int
    largest: int
    nodes_so_far: int
    edges_so_far: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A network with all its measures.

    Attributes:
        base: Where the IRIs of the data begin.
        meetings: Number of selected meetings at which somebody was present.
        density: Edges there are, of those there could be, 0 to 1.
        largest: Nodes in the largest component.
        pivots: Nodes from which shortest paths were followed; fewer than nodes means that betweenness and closeness are
            estimates.
        betweenness_error: The largest standard error of a betweenness; 0 where it is exact.
        closeness_error: Likewise of a closeness.
        modularity: Of the communities (Newman), edges weighted; ``None`` without edges.
        bridges: Number of edges without which the network falls into more parts.
        with_region: Nodes of which the region is known.
        assortativity: By region, of those nodes (Newman 2003): 1 if edges stay within regions, 0 if they are as by
            chance, negative if they avoid it. ``None`` where fewer than two regions are connected to anything.
        nodes: In the order of their IRIs.
        edges: In the order of theirs.
        years: Only those with a meeting.
    """

    projection: Projection
    selection: Selection
    base: str
    meetings: int
    density: float
    components: int
    largest: int
    pivots: int
    betweenness_error: float
    closeness_error: float
    modularity: float | None
    bridges: int
    with_region: int
    assortativity: float | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    communities: tuple[Community, ...]
    years: tuple[Year, ...]


def analyse(store: GraphStore, projection: Projection, selection: Selection | None = None) -> Analysis:
    """Projects the attendance of meetings on a network and measures it.

    Args:
        store: The graph.
        projection: What nodes are.
        selection: Which meetings count; all by default.

    Raises:
        StoreError: The store fails.
    """
    from kg.stats.analyst import analysed  # noqa: PLC0415 - loads a library that takes longer than all counts
    from kg.stats.attendance import attendance  # noqa: PLC0415

    return analysed(attendance(store), projection, selection or Selection(), store.manifest.base)
