"""The text of a report, cut where passages begin and end, with what was read from each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from kg.store import GraphStore
from kg.vocab import DCTERMS, FOAF, OA, ORG, PROV, RDF, RDFS, SCHEMA, WCO
from kg.web.names import Names

__all__ = ["Line", "Piece", "Said", "report_text"]

_MERGED = DefaultGraph()


class Said(NamedTuple):
    """One thing that one passage states.

    Attributes:
        start: First character of the passage.
        end: One past its last.
        kind: Gives it its colour.
        words: The statement.
        href: The page of what it is about.
        rule: Name of the rule that read it.
    """

    start: int
    end: int
    kind: str
    words: str
    href: str
    rule: str

    @property
    def anchor(self) -> str:
        """The fragment of the passage (RFC 5147)."""
        return f"char={self.start},{self.end}"


class Piece(NamedTuple):
    """Characters to which the same statements apply.

    Attributes:
        start: First character.
        text: The characters.
        kind: Of the statement that is to be seen, or empty.
        anchors: Fragments of the passages that begin here (RFC 5147).
    """

    start: int
    text: str
    kind: str
    anchors: tuple[str, ...]


class Line(NamedTuple):
    """One line of the text, with what is stated where a passage begins in it.

    Attributes:
        pieces: The line.
        said: Each statement with its passages.
        named: Whom and what it names, with the first passage of each.
    """

    pieces: list[Piece]
    said: list[list[Said]]
    named: list[Said]


_ORDER = ("participation", "post", "meeting", "discrepancy", "person", "office")
"""The one that comes first here colours characters that state several things."""
_NAMED = ("person", "office")


def report_text(store: GraphStore, names: Names, report: NamedNode, about: list[Triple]) -> list[Line]:
    """The text of a report by lines.

    Args:
        store: The graph.
        names: What things are called.
        report: The report.
        about: What is said of it.
    """
    text = next(
        (t.object.value for t in about if t.predicate == SCHEMA.articleBody and isinstance(t.object, Literal)), ""
    )
    said = sorted({each for passage in _passages(store, report) for each in _said(store, names, passage)})
    lines, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        groups = _grouped(each for each in said if start <= each.start < end)
        stated = [group for group in groups if group[0].kind not in _NAMED]
        named = [group[0] for group in groups if group[0].kind in _NAMED]
        lines.append(Line(_pieces(text, start, end, said), stated, named))
        start = end + 1
    return lines


def _grouped(said: Iterable[Said]) -> list[list[Said]]:
    """Passages that state the same, together."""
    groups: dict[tuple[str, str], list[Said]] = {}
    for each in said:
        groups.setdefault((each.words, each.href), []).append(each)
    return list(groups.values())


def _pieces(text: str, start: int, end: int, said: list[Said]) -> list[Piece]:
    here = [each for each in said if each.start < end and each.end > start]
    inner = {cut for each in here for cut in (each.start, each.end) if start < cut < end}
    return [_piece(text, here, *cuts) for cuts in pairwise(sorted({start, end} | inner))]


def _piece(text: str, here: list[Said], start: int, end: int) -> Piece:
    kinds = {each.kind for each in here if each.start <= start and each.end >= end}
    anchors = dict.fromkeys(each.anchor for each in here if each.start == start)
    return Piece(start, text[start:end], next((kind for kind in _ORDER if kind in kinds), ""), tuple(anchors))


def _passages(store: GraphStore, report: NamedNode) -> Iterator[NamedNode]:
    for quad in store.quads(_MERGED, predicate=DCTERMS.isPartOf, object=report):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _said(store: GraphStore, names: Names, passage: NamedNode) -> Iterator[Said]:
    places = [_one(store, passage, property_) for property_ in (OA.start, OA.end)]
    rule = _one(store, passage, WCO.rule)
    start, end = (int(place.value) if isinstance(place, Literal) else 0 for place in places)
    for quad in store.quads(_MERGED, predicate=PROV.wasDerivedFrom, object=passage):
        if isinstance(quad.subject, NamedNode):
            kind, words, subject = _statement(store, names, quad.subject)
            if kind:
                yield Said(start, end, kind, words, names.link(subject), rule.value if rule else "")


def _statement(store: GraphStore, names: Names, node: NamedNode) -> tuple[str, str, NamedNode]:
    """Kind, words and the thing to link to; no kind where it is nothing that a page tells of."""
    types = {quad.object for quad in store.quads(_MERGED, subject=node, predicate=RDF.type)}
    for class_, (kind, words, link) in _STATEMENTS.items():
        if class_ in types:
            target = _one(store, node, link) if link else node
            return kind, words(store, names, node), target if isinstance(target, NamedNode) else node
    return "", "", node


def _one(store: GraphStore, node: NamedNode, property_: NamedNode) -> NamedNode | Literal | None:
    for quad in store.quads(_MERGED, subject=node, predicate=property_):
        if isinstance(quad.object, NamedNode | Literal):
            return quad.object
    return None


def _named(store: GraphStore, names: Names, node: NamedNode, property_: NamedNode) -> str:
    value = _one(store, node, property_)
    return names.of(value) if isinstance(value, NamedNode) else ""


def _role_words(store: GraphStore, names: Names, node: NamedNode) -> str:
    who, role, meeting = (_named(store, names, node, each) for each in (WCO.participant, WCO.role, WCO.meeting))
    behalf = _named(store, names, node, WCO.onBehalfOf)
    return f"{who}, {role}: {meeting}" + (f", on behalf of {behalf}" if behalf else "")


def _post_words(store: GraphStore, names: Names, node: NamedNode) -> str:
    parts = (_named(store, names, node, each) for each in (ORG.member, ORG.role, ORG.organization))
    return ", ".join(part for part in parts if part)


def _comment(store: GraphStore, names: Names, node: NamedNode) -> str:
    reason = _one(store, node, RDFS.comment)
    return reason.value if reason else ""


def _name(store: GraphStore, names: Names, node: NamedNode) -> str:
    return names.of(node)


_Words = Callable[[GraphStore, Names, NamedNode], str]
_STATEMENTS: dict[NamedNode, tuple[str, _Words, NamedNode | None]] = {
    WCO.Participation: ("participation", _role_words, WCO.participant),
    ORG.Membership: ("post", _post_words, ORG.member),
    WCO.Discrepancy: ("discrepancy", _comment, WCO.about),
    WCO.Meeting: ("meeting", _name, None),
    FOAF.Person: ("person", _name, None),
    WCO.Office: ("office", _name, None),
}
