"""What a picture shows: nodes, edges and the passages behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["POST", "Edge", "Evidence", "Node", "Picture", "Point", "Source", "Tie"]

POST = "post"
"""The role of a tie between a person and the office where it holds a post; all others are roles at meetings."""


class Point(NamedTuple):
    """A place in the picture, in units of about a tenth of a node, from the left and from the top."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Source:
    """A report.

    Attributes:
        path: Its IRI without the base.
        issued: As stated, ISO 8601 without more precision than that; empty where it is not.
        url: Where it was published; empty where that is not stated.
    """

    path: str
    title: str
    publisher: str
    issued: str
    url: str


class Evidence(NamedTuple):
    """A passage.

    Attributes:
        report: Path of the report.
        start: First character of the passage, counted from 0, in the text as stored.
        end: One past its last character.
        sentence: The sentence that it stands in, as it stands in the report.
        offset: Where the sentence begins in the report.
        rule: Name of the rule that read it.
    """

    report: str
    start: int
    end: int
    sentence: str
    offset: int
    rule: str


@dataclass(frozen=True, slots=True)
class Node:
    """A person, an office or a meeting.

    Attributes:
        path: Its IRI without the base.
        kind: ``person``, ``office`` or ``meeting``.
        label: The adopted name.
        detail: Of an office what sort of office it is, of a meeting its kind, of a person the honorific.
        regions: Notations of the regions it belongs to, sorted; a person has those of the offices it holds posts in.
        start: Of a meeting the first day, as far as it is stated; else empty.
        end: Of a meeting the last day, likewise.
        series: Of a meeting the name of its series.
        place: Of a meeting where it was.
        evidence: Of a meeting the passages that tell of it.
    """

    path: str
    kind: str
    label: str
    detail: str = ""
    regions: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    series: str = ""
    place: str = ""
    evidence: tuple[Evidence, ...] = ()


class Tie(NamedTuple):
    """One role in which two nodes are connected.

    Attributes:
        role: Notation of the role at the meeting, or :data:`POST`.
        title: Of a post what it is called.
        start: Of a post the day on which it is first attested.
        end: Of a post the day on which it is last attested.
        evidence: The passages that say so.
    """

    role: str
    title: str
    start: str
    end: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """All ties between two nodes: a person or an office and a meeting, or a person and an office.

    Attributes:
        source: Path of the person or office.
        target: Path of the meeting, or of the office of a post.
    """

    source: str
    target: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        base: Where the IRIs of the data begin.
        nodes: Sorted by path; meetings without a known participant are for the timeline alone.
        edges: Sorted by source and target.
        places: Where each node stands that has an edge.
        sources: The reports that the evidence stands in, by path.
        regions: Notation and English name of each region that a meeting or an office belongs to.
        roles: Notation and English name of each role that a tie has.
        left_out: How many persons and offices with a role were left out because there are too many.
    """

    base: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    places: dict[str, Point]
    sources: dict[str, Source]
    regions: dict[str, str]
    roles: dict[str, str]
    left_out: int
