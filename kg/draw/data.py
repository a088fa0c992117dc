"""A picture as JSON that a script of the page reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.draw.records import POST, Edge, Evidence, Node, Picture

__all__ = ["to_data", "to_script_json", "years_of"]


def to_data(picture: Picture) -> dict[str, Any]:
    """What the page needs: nodes and edges name each other, and passages and reports, by their place in a list."""
    nodes = {node.path: at for at, node in enumerate(picture.nodes)}
    found = {passage for passages in _evidence(picture) for passage in passages}
    passages = {passage: at for at, passage in enumerate(sorted(found))}
    sources = {path: at for at, path in enumerate(picture.sources)}
    by_path = {node.path: node for node in picture.nodes}
    return {
        "base": picture.base,
        "leftOut": picture.left_out,
        "regions": picture.regions,
        "roles": picture.roles,
        "years": sorted({year for node in picture.nodes for year in years_of(node.start, node.end)}),
        "sources": [
            {
                "path": each.path,
                "title": each.title,
                "publisher": each.publisher,
                "issued": each.issued,
                "url": each.url,
            }
            for each in picture.sources.values()
        ],
        "passages": [
            {
                "source": sources[each.report],
                "start": each.start,
                "end": each.end,
                "sentence": each.sentence,
                "offset": each.offset,
                "rule": each.rule,
            }
            for each in passages
        ],
        "nodes": [_node(node, picture, passages) for node in picture.nodes],
        "edges": [_edge(edge, by_path, nodes, passages) for edge in picture.edges],
    }


def to_script_json(data: object) -> str:
    """JSON that may stand in a ``script`` element: nothing in it ends the element or begins a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def years_of(start: str, end: str) -> list[int]:
    """All years from the first day to the last, which may be less precise or empty."""
    stated = [int(day[:4]) for day in (start, end) if day[:4].isdecimal()]
    return list(range(min(stated), max(stated) + 1)) if stated else []


def _node(node: Node, picture: Picture, passages: dict[Evidence, int]) -> dict[str, Any]:
    place = picture.places.get(node.path)
    return {
        "path": node.path,
        "kind": node.kind,
        "label": node.label,
        "detail": node.detail,
        "regions": node.regions,
        "start": node.start,
        "end": node.end,
        "years": years_of(node.start, node.end),
        "series": node.series,
        "place": node.place,
        "at": place,
        "evidence": [passages[each] for each in node.evidence],
    }


def _edge(edge: Edge, by_path: dict[str, Node], nodes: dict[str, int], passages: dict[Evidence, int]) -> dict[str, Any]:
    """An edge; its regions are those of the meeting or of the office where the post is."""
    target = by_path[edge.target]
    return {
        "source": nodes[edge.source],
        "target": nodes[edge.target],
        "regions": target.regions,
        "ties": [
            {
                "role": tie.role,
                "title": tie.title,
                "start": tie.start,
                "end": tie.end,
                "years": years_of(*((tie.start, tie.end) if tie.role == POST else (target.start, target.end))),
                "evidence": [passages[each] for each in tie.evidence],
            }
            for tie in edge.ties
        ],
    }


def _evidence(picture: Picture) -> Iterable[Iterable[Evidence]]:
    yield from (node.evidence for node in picture.nodes)
    yield from (tie.evidence for edge in picture.edges for tie in edge.ties)
