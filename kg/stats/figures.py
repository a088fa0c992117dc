"""The records that figures come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Count", "Coverage", "Network", "Ranked", "Statistics"]


class Count(NamedTuple):
    """How many of one thing there are."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """One person or office in a network.

    Attributes:
        path: Its IRI without the base.
        meetings: Number of meetings at which it was present.
        degree: Number of others that it met.
        weighted_degree: Number of meetings with another, summed over all others.
        betweenness: Share of the shortest paths between two others that lead over it (edges unweighted), 0 to 1.
        pagerank: PageRank with edges weighted by shared meetings, damping 0.85; all sum to 1.
    """

    name: str
    path: str
    meetings: int
    degree: int
    weighted_degree: int
    betweenness: float
    pagerank: float


@dataclass(frozen=True, slots=True)
class Network:
    """A co-attendance network.

    Attributes:
        projection: In words, what its nodes and edges are.
        density: Edges there are, of those there could be, 0 to 1.
        components: Number of parts without a connection to each other.
        largest: Nodes in the largest of them.
        pivots: Nodes from which betweenness was computed; fewer than nodes means that it is an estimate.
        betweenness_error: The largest standard error of a betweenness; 0 where it is exact.
        top: Those with most meetings first.
    """

    name: str
    projection: str
    nodes: int
    edges: int
    density: float
    components: int
    largest: int
    pivots: int
    betweenness_error: float
    top: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the reports is in the graph, and how much of the graph is shown to stand in the reports.

    Attributes:
        statements: Reports, meetings, memberships, participations and discrepancies.
        with_evidence: Those of them that are tied to a passage.
        sentences: Sentences of all reports, menus and footers apart.
        sentences_read: Those from which something was read.
        sentences_unread: Those that name people, offices or roles and from which nothing was read.
    """

    statements: int
    with_evidence: int
    sentences: int
    sentences_read: int
    sentences_unread: int

    @property
    def evidence_share(self) -> float:
        """Share of the statements that are tied to a passage, 0 to 1; 1 where there are none."""
        return round(self.with_evidence / self.statements, 4) if self.statements else 1.0

    @property
    def read_share(self) -> float:
        """Share of the sentences from which something was read, 0 to 1; 0 where there are none."""
        return round(self.sentences_read / self.sentences, 4) if self.sentences else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures of a graph. Counts of things are of the merged graph.

    Attributes:
        triples: In the merged graph.
        quads: In all graphs together.
        entities: Number of entities of each class.
        meetings_by_region: By notation; meetings without a region apart.
        meetings_by_year: By year of the first day.
        discrepancies: By property.
    """

    triples: int
    quads: int
    reports: int
    entities: tuple[Count, ...]
    meetings_by_region: tuple[Count, ...]
    meetings_by_kind: tuple[Count, ...]
    meetings_by_year: tuple[Count, ...]
    discrepancies: tuple[Count, ...]
    coverage: Coverage
    networks: tuple[Network, ...]
