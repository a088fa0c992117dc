"""Where nodes stand: computed beforehand, the same on every run.

Each connected part is laid out by itself and the parts are set in rows, the largest first: a force directed layout of
all at once lets small parts drift to where nobody looks for them.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterable, Sequence

import networkx as nx

from kg.draw.records import Point

__all__ = ["arrange"]

_SEED = 7
_ITERATIONS = 200
_MANY = 400
"""From so many nodes on a part is laid out in fewer steps; the time grows with the square of the nodes."""

_ROOM = 70
"""A part of n nodes gets a square whose side is the square root of n times this, in units of a :class:`Point`."""

_GAP = 60
_SHAPE = 1.4
"""Width of the picture divided by its height, about."""


def arrange(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """A place for each node.

    Args:
        nodes: In an order that is the same on every run.
        edges: Pairs of nodes, likewise.
    """
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    order = {node: rank for rank, node in enumerate(nodes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    return _in_rows([_part(graph, part) for part in parts])


def _part(graph: nx.Graph, nodes: Sequence[str]) -> dict[str, Point]:
    """Places in a connected part, from (0, 0) on."""
    ordered = nx.Graph()  # a subgraph iterates in the order of a set of strings, which is another in each process
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(nodes).edges))
    if len(nodes) <= 2:
        return {node: Point(0, _ROOM * rank) for rank, node in enumerate(nodes)}
    places = nx.spring_layout(
        ordered,
        seed=_SEED,
        k=1.6 / math.sqrt(len(nodes)),
        iterations=_ITERATIONS if len(nodes) < _MANY else _ITERATIONS // 4,
        **({"method": "force"} if _has_method() else {}),
    )
    left, top = (min(float(place[axis]) for place in places.values()) for axis in (0, 1))
    extent = max(float(place[axis]) - low for place in places.values() for axis, low in ((0, left), (1, top)))
    scale = _ROOM * math.sqrt(len(nodes)) / (extent or 1)
    return {
        node: Point(round((float(place[0]) - left) * scale), round((float(place[1]) - top) * scale))
        for node, place in places.items()
    }


def _has_method() -> bool:
    """Whether this networkx lets one choose; one that does takes another method for large graphs by itself."""
    return "method" in inspect.signature(nx.spring_layout).parameters


def _in_rows(parts: Sequence[dict[str, Point]]) -> dict[str, Point]:
    """The parts beside each other, line by line, as words on a page."""
    sizes = [tuple(max(place[axis] for place in part.values()) + _GAP for axis in (0, 1)) for part in parts]
    area = sum(width * height for width, height in sizes)
    page = max([math.sqrt(area * _SHAPE), *(width for width, _ in sizes)], default=0)
    found: dict[str, Point] = {}
    left = top = line = 0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if left and left + width > page:
            left, top, line = 0, top + line, 0
        found |= {node: Point(left + place.x, top + place.y) for node, place in part.items()}
        left, line = left + width, max(line, height)
    return found
