"""Changes of the merged graph: what a few changed reports do to it, without making the whole anew.

The merged graph is made of two parts. What single reports state stays as long as one of them states it. What all
reports together decide (names, dates, places, first and last attestation, discrepancies between reports) is decided
anew for each thing that a changed report speaks or spoke of, from counts of what was observed of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.mapping import REFERENCE_GRAPH, Merger, Observation, is_own, observations, redirect_quads, series_quads
from kg.model import Attribute, Links
from kg.pipeline.editions import contested_beside, editions_beside
from kg.store import GraphStore, Writer
from kg.vocab import DCTERMS, FOAF, RDF, SKOS, WCO

__all__ = ["Changes", "apply_changes"]

_MERGED = DefaultGraph()
_OBSERVED = ("person/", "office/", "title/", "membership/", "participation/", "place/")
_DECIDED = {
    "person/": {RDF.type, FOAF.name, FOAF.title, SKOS.altLabel},
    "office/": {RDF.type, SKOS.prefLabel, SKOS.altLabel, WCO.region, WCO.country},
    "title/": {RDF.type, SKOS.prefLabel, SKOS.altLabel},
    "membership/": {WCO.firstAttested, WCO.lastAttested},
    "participation/": {WCO.mode},
}
"""What all reports decide. Of an office alone a hundred thousand reports may state more, each for itself."""
_SHARED = ("country/", "region/", "role/", "meeting-kind/", "post-status/")
"""Concepts: described as long as something refers to them."""


@dataclass(slots=True)
class Changes:
    """What is different.

    Attributes:
        paths: Of all things that changed reports speak or spoke of, or that are called otherwise now.
        lost: What the graphs of changed reports no longer state, as quads of the default graph.
        gained: What they state now.
        renamed: Paths of entities that are new, gone or called otherwise now; they are in ``paths`` too.
        replaced: For paths of entities that lead elsewhere than before where they lead now, if anywhere.
    """

    paths: set[str] = field(default_factory=set)
    lost: set[Quad] = field(default_factory=set)
    gained: set[Quad] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)
    replaced: dict[str, str | None] = field(default_factory=dict)


def apply_changes(changes: Changes, writer: Writer, graph: GraphStore, links: Callable[[str], Links]) -> set[str]:
    """Changes the merged graph of a store that is being written.

    Args:
        changes: What is different.
        writer: Has the graphs of all reports as they are now.
        graph: What ``writer`` writes, to be asked.
        links: How a report is linked now.

    Returns:
        IRIs of all things about which something is different that is for all reports to say.
    """
    change = _Change(changes, writer, graph, links)
    change.run()
    return change.about()


def _discrepancy_path(meeting: str, attribute: Attribute) -> str:
    return f"discrepancy/{meeting.partition('/')[2]}--{attribute.value}"


class _Change:
    def __init__(self, changes: Changes, writer: Writer, graph: GraphStore, links: Callable[[str], Links]) -> None:
        self._changes = changes
        self._writer = writer
        self._graph = graph
        self._entities = writer.kept.things()
        self._links = links
        self._base = graph.manifest.base
        self._merger = Merger(self._base)
        self._observed: set[str] = set()
        self._reference = NamedNode(self._base + REFERENCE_GRAPH)
        self._released: set[str] = set()
        """Paths of things to which a statement referred that is gone."""
        self._otherwise = self._touched()
        """Paths of meetings of which something is stated otherwise, and not only looked at again."""

    def run(self) -> None:
        changes = self._changes
        changes.paths |= self._chaired()
        changes.paths |= contested_beside(self._graph, self._touched(), self._entities)
        unstated = changes.lost - changes.gained
        self._apply({quad for quad in unstated if not self._stated_elsewhere(quad)}, changes.gained)
        old, new = self._decided_before(), self._decided_now()
        self._apply(old - new, new - old)
        decided = {quad.subject.value for quad in old ^ new if isinstance(quad.subject, NamedNode)}
        self._otherwise |= {path for path in self._touched() if self._base + path in decided}
        self._redirect()
        self._describe("series/", lambda path: series_quads(self._entities[path], self._base))
        self._describe("place/", self._place)
        for kind in _SHARED:
            self._describe(kind, None)

    def about(self) -> set[str]:
        """What is different, the other meetings of a series that is, and who took part in a meeting that is."""
        nodes = {path: NamedNode(self._base + path) for path in self._changes.paths}
        found = {node.value for node in nodes.values()}
        for path, node in nodes.items():
            if path.startswith("series/"):
                found |= self._subjects(WCO.inSeries, node)
            elif path in self._otherwise:
                for participation in self._subjects(WCO.meeting, node):
                    quads = self._graph.quads(_MERGED, subject=NamedNode(participation), predicate=WCO.participant)
                    found |= {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}
        return found

    def _subjects(self, predicate: NamedNode, value: NamedNode) -> set[str]:
        quads = self._graph.quads(_MERGED, predicate=predicate, object=value)
        return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}

    def _chaired(self) -> set[str]:
        """Meetings of contested chair that were chaired by whom changes touch: the contradiction names them."""
        found: set[str] = set()
        for path in self._changes.renamed:
            for quad in self._graph.quads(_MERGED, subject=NamedNode(self._base + path), predicate=WCO.chaired):
                if isinstance(quad.object, NamedNode):
                    found.add(quad.object.value[len(self._base) :])
        return {path for path in found if path in self._entities and self._is_contested(path, Attribute.CHAIR)}

    def _is_contested(self, path: str, attribute: Attribute) -> bool:
        return any(self._graph.quads(_MERGED, subject=NamedNode(self._base + _discrepancy_path(path, attribute))))

    def _touched(self) -> set[str]:
        return {path for path in self._changes.paths if path.startswith("meeting/")}

    def _apply(self, lost: Iterable[Quad], gained: Iterable[Quad]) -> None:
        lost = sorted(lost, key=str)
        for quad in lost:
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(self._base):
                self._released.add(quad.object.value[len(self._base) :])
        self._writer.remove(lost)
        self._writer.add(sorted(gained, key=str))
        self._writer.flush()

    def _stated_elsewhere(self, quad: Quad) -> bool:
        """Whether the graph of some report states it."""
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            return False
        found = self._graph.quads(subject=quad.subject, predicate=quad.predicate, object=quad.object)
        return any(each.graph_name not in {_MERGED, self._reference} for each in found)

    def _decided_before(self) -> set[Quad]:
        return {quad for path in sorted(self._changes.paths) for quad in self._decided_of(path)}

    def _decided_of(self, path: str) -> Iterator[Quad]:
        """What the merged graph has of a thing that all reports together decided."""
        node = NamedNode(self._base + path)
        if path.startswith("meeting/"):
            for quad in self._graph.quads(_MERGED, subject=node):
                if not is_own(quad, self._base) and quad.predicate != DCTERMS.isReplacedBy:
                    yield quad
        for kind, predicates in _DECIDED.items():
            if path.startswith(kind):
                for predicate in sorted(predicates, key=str):
                    yield from self._graph.quads(_MERGED, subject=node, predicate=predicate)
        if path.startswith("meeting/"):
            for attribute in Attribute:
                yield from self._discrepancy(_discrepancy_path(path, attribute))

    def _discrepancy(self, path: str) -> Iterator[Quad]:
        for quad in self._graph.quads(_MERGED, subject=NamedNode(self._base + path)):
            yield quad
            if quad.predicate == WCO.candidate and isinstance(quad.object, NamedNode):
                yield from self._graph.quads(_MERGED, subject=quad.object)

    def _decided_now(self) -> set[Quad]:
        """What all reports decide of the things that are touched; with descriptions of what they refer to."""
        kept, paths = self._writer.kept, self._changes.paths
        self._merger.add_entities(self._entities[path] for path in sorted(paths) if path in self._entities)
        meetings = self._touched()
        places: set[str] = set()
        for report in kept.speaking_of(meetings):
            found = kept.get(report)
            self._merger.add_meetings(found.report, found.extractions, self._links(report), meetings)
            said = observations(found.report, found.extractions, self._links(report))
            places |= {each.path for each in said if each.path.startswith("place/")}
        for series in self._merger.contested_series():
            for path, edition in editions_beside(self._graph, series, meetings):
                self._merger.add_edition(series, path, edition)
        for path in sorted(places | {path for path in paths if path.startswith(_OBSERVED)}):
            self._observe(path)
        return set(self._merger.finish())

    def _observe(self, path: str) -> None:
        if path not in self._observed:
            self._observed.add(path)
            for form, count in self._writer.kept.forms(path).items():
                self._merger.observe(Observation(path, form), count)

    def _place(self, path: str) -> list[Quad]:
        self._observe(path)
        return self._merger.place(path)

    def _redirect(self) -> None:
        replaced = self._changes.replaced
        nodes = [NamedNode(self._base + path) for path in sorted(replaced)]
        old = {
            quad for node in nodes for quad in self._graph.quads(_MERGED, subject=node, predicate=DCTERMS.isReplacedBy)
        }
        new = set(redirect_quads({path: target for path, target in replaced.items() if target}, self._base))
        self._apply(old - new, new - old)

    def _describe(self, kind: str, describe: Callable[[str], list[Quad]] | None) -> None:
        """Things of one kind: described anew if something refers to them, removed if nothing does any more."""
        touched = {path for path in self._released | self._changes.paths if path.startswith(kind)}
        for path in sorted(touched):
            node = NamedNode(self._base + path)
            old = set(self._graph.quads(_MERGED, subject=node))
            referred = any(quad.subject != node for quad in self._graph.quads(_MERGED, object=node))
            if not referred:
                self._apply(old, ())
            elif describe is not None:
                new = set(describe(path))
                self._apply((quad for quad in old - new if quad.subject == node), new - old)
