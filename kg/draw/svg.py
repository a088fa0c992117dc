"""The network as an SVG file, for papers: black on white, names where there is room for them."""

from __future__ import annotations

import math
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kg.draw.records import Node, Picture, Point
from kg.look import colours
from kg.vocab import SVG

__all__ = ["to_svg"]

_NAMES = {"person": "person", "office": "office", "meeting": "meeting"}
_MARGIN = 90
_LETTER = 0.56
"""Width of a letter, on average, in units of the size of the font."""

_Box = tuple[float, float, float, float]


def to_svg(picture: Picture) -> str:
    """A picture of nodes and edges; the name of each node is its ``title``, and is written where it covers no other."""
    degrees = Counter(end for edge in picture.edges for end in (edge.source, edge.target))
    drawn = sorted((node for node in picture.nodes if node.path in picture.places), key=lambda n: -degrees[n.path])
    places = {path: Point(x + _MARGIN, y + _MARGIN) for path, (x, y) in picture.places.items()}
    width = max((place.x for place in places.values()), default=0) + _MARGIN
    height = max((place.y for place in places.values()), default=0) + _MARGIN
    root = Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "font-family": "Helvetica, Arial, sans-serif",
        },
    )
    SubElement(root, "title").text = "Network of people, offices and meetings"
    SubElement(root, "desc").text = f"{len(drawn)} nodes, {len(picture.edges)} edges."
    SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    _edges(SubElement(root, "g", {"stroke": colours()["tie"], "stroke-width": "0.8"}), picture, places)
    shapes = SubElement(root, "g", {"stroke": "#fff", "stroke-width": "1"})
    for node in drawn:
        _shape(shapes, node.kind, places[node.path], _radius(degrees[node.path]), _title(node))
    _labels(SubElement(root, "g", {"fill": colours()["text"], "text-anchor": "middle"}), drawn, places, degrees)
    _legend(SubElement(root, "g", {"font-size": "14"}))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _edges(group: Element, picture: Picture, places: dict[str, Point]) -> None:
    names = {node.path: node.label for node in picture.nodes}
    for edge in picture.edges:
        (left, top), (right, bottom) = places[edge.source], places[edge.target]
        ends = {"x1": str(left), "y1": str(top), "x2": str(right), "y2": str(bottom)}
        roles = ", ".join(dict.fromkeys(tie.title or picture.roles.get(tie.role, tie.role) for tie in edge.ties))
        line = SubElement(group, "line", ends)
        SubElement(line, "title").text = _allowed(f"{names[edge.source]} - {roles} - {names[edge.target]}")


def _shape(group: Element, kind: str, place: Point, radius: float, title: str) -> None:
    """A circle for a person, a square for an office, a diamond for a meeting: told apart without colour, too."""
    (x, y), r = place, radius
    if kind == "person":
        shape = SubElement(group, "circle", {"cx": str(x), "cy": str(y), "r": f"{r:g}"})
    elif kind == "office":
        sides = {"width": f"{2 * r:g}", "height": f"{2 * r:g}"}
        shape = SubElement(group, "rect", {"x": f"{x - r:g}", "y": f"{y - r:g}", **sides})
    else:
        corners = ((x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r), (x - 1.3 * r, y))
        shape = SubElement(group, "polygon", {"points": " ".join(f"{a:g},{b:g}" for a, b in corners)})
    shape.set("fill", colours()[kind])
    SubElement(shape, "title").text = _allowed(title)


def _labels(group: Element, nodes: list[Node], places: dict[str, Point], degrees: Counter[str]) -> None:
    """Names, of the nodes with most edges first."""
    taken: list[_Box] = []
    for node in nodes:
        (x, y), size = places[node.path], min(9 + degrees[node.path] / 3, 18)
        label = node.label if len(node.label) <= 44 else node.label[:43] + "…"
        half, base = len(label) * size * _LETTER / 2, y + 1.3 * _radius(degrees[node.path]) + size
        box = (x - half, base - size, x + half, base + size * 0.3)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            SubElement(group, "text", {"x": str(x), "y": f"{base:g}", "font-size": f"{size:.1f}"}).text = _allowed(
                label
            )


def _legend(group: Element) -> None:
    for rank, (kind, name) in enumerate(_NAMES.items()):
        _shape(group, kind, Point(20 + rank * 95, 22), 7, name)
        SubElement(group, "text", {"x": str(33 + rank * 95), "y": "27", "fill": colours()["text"]}).text = name


def _radius(degree: int) -> float:
    return round(min(4 + 1.2 * math.sqrt(degree), 14), 1)


def _title(node: Node) -> str:
    return f"{node.label} ({', '.join(filter(None, (node.kind, node.start)))})"


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _allowed(text: str) -> str:
    """The text without the control characters that XML has no way to write."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")
