"""The difference of two graphs in sentences: who is chair of what now, which value is another, which report is new."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.diff.compare import Difference
from kg.vocab import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, WCO

__all__ = ["sentences"]

_VALUES = {
    WCO.ordinal: "number",
    SCHEMA.startDate: "start",
    SCHEMA.endDate: "end",
    SCHEMA.location: "place",
    SCHEMA.eventAttendanceMode: "mode",
    WCO.region: "region",
    WCO.country: "country",
    WCO.inSeries: "series",
    WCO.kind: "kind",
    WCO.participantCount: "number of participants",
    WCO.memberCount: "number of Members",
    WCO.firstAttested: "first attestation",
    WCO.lastAttested: "last attestation",
    RDFS.label: "name",
    FOAF.name: "name",
    SKOS.prefLabel: "name",
}
"""Properties that tell something in a sentence, and what it calls them."""
_THINGS = {
    WCO.Meeting: "Meeting",
    FOAF.Person: "Person",
    WCO.Office: "Office",
    WCO.MeetingSeries: "Series",
}
_ROLES = {
    "chair": "chair of",
    "vice-chair": "vice-chair of",
    "elected-chair": "elected to chair",
    "elected-vice-chair": "elected vice-chair of",
    "opening": "among those who opened",
    "closing": "among those who closed",
    "speaker": "speaker at",
    "moderator": "moderator at",
    "attendee": "among those who attended",
    "visitor": "visitor at",
    "signatory": "signatory at",
    "observer": "observer at",
    "host": "host of",
    "organizer": "organizer of",
    "sponsor": "sponsor of",
}


def sentences(difference: Difference) -> list[str]:
    """The difference in sentences, sorted; what only moves passages about says nothing and is left out."""
    old, new = _Graph(difference.old), _Graph(difference.new)
    found = {
        *_changed(difference, old, new),
        *(f"{line}." for line in _stated(difference.gained, new, old, "is now")),
        *(f"{line}." for line in _stated(difference.lost, old, new, "is no longer")),
    }
    return sorted(found)


class _Graph:
    """Triples by subject, with names."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._by_subject: defaultdict[object, list[Triple]] = defaultdict(list)
        for triple in triples:
            self._by_subject[triple.subject].append(triple)
        self._names = Counter(value for subject in list(self._by_subject) for value in self.values(subject, FOAF.name))

    def values(self, subject: object, predicate: NamedNode) -> list[NamedNode | Literal]:
        found = (each.object for each in self._by_subject.get(subject, ()) if each.predicate == predicate)
        return sorted((each for each in found if isinstance(each, NamedNode | Literal)), key=str)

    def has(self, subject: object) -> bool:
        return subject in self._by_subject

    def name(self, node: object) -> str:
        """What a thing is called; two people of one name with their paths."""
        if isinstance(node, Literal):
            return node.value
        for predicate in (FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.identifier):
            for value in self.values(node, predicate):
                return f"{value.value} ({_end(node)})" if self._names[value] > 1 else value.value
        return node.value.rpartition("/")[2] if isinstance(node, NamedNode) else str(node)

    def first(self, subject: object, predicate: NamedNode) -> str:
        return next((self.name(value) for value in self.values(subject, predicate)), "")

    def reports(self, subject: object) -> str:
        """By which reports something is stated, as the end of a sentence."""
        found = {
            self.name(report)
            for passage in self.values(subject, PROV.wasDerivedFrom)
            for report in self.values(passage, DCTERMS.isPartOf)
        }
        return f", from {', '.join(sorted(found))}" if found else ""


def _stated(triples: Iterable[Triple], graph: _Graph, other: _Graph, verb: str) -> Iterator[str]:
    """Reports, roles and posts that are in one graph and not in the other."""
    for triple in triples:
        if triple.predicate != RDF.type or other.has(triple.subject):
            continue
        node = triple.subject
        if triple.object == WCO.Report:
            yield f"Report {graph.name(node)} {verb} in the graph"
        elif triple.object == WCO.Participation:
            role = graph.first(node, WCO.role).replace(" ", "-")
            who, meeting = graph.first(node, WCO.participant), graph.first(node, WCO.meeting)
            yield f"{who} {verb} {_ROLES.get(role, role)} {_the(meeting)}{graph.reports(node)}"
        elif triple.object == ORG.Membership:
            post = " at ".join(
                part for part in (graph.first(node, ORG.role), graph.first(node, ORG.organization)) if part
            )
            status = graph.first(node, WCO.status)
            words = f"{status} {post}" if status else post
            yield f"{graph.first(node, ORG.member)} {verb} {words}{graph.reports(node)}"
        elif triple.object == WCO.Discrepancy:
            values = f"{_candidates(graph, node)}{graph.reports(node)}"
            yield f"{_contested(graph, node)} {verb} stated in several ways: {values}"
        elif isinstance(triple.object, NamedNode) and triple.object in _THINGS:
            yield f"{_THINGS[triple.object]} {_title(graph, node)} {verb} in the graph{graph.reports(node)}"


def _changed(difference: Difference, old: _Graph, new: _Graph) -> Iterator[str]:
    """Values of things that are in both graphs."""
    touched = {
        (triple.subject, triple.predicate)
        for triple in (*difference.lost, *difference.gained)
        if triple.predicate in _VALUES and old.has(triple.subject) and new.has(triple.subject)
    }
    for subject, predicate in touched:
        before, after = (_list(graph, subject, predicate) for graph in (old, new))
        if before == after:
            continue
        about = f"The {_VALUES[predicate]} of {_title(new, subject)}"
        if before and after:
            yield f"{about} is now {after}, was {before}{new.reports(subject)}."
        elif after:
            yield f"{about} is now known: {after}{new.reports(subject)}."
        else:
            yield f"{about} is no longer known; was {before}."
    for node in {
        triple.subject for triple in (*difference.lost, *difference.gained) if triple.predicate == WCO.candidate
    }:
        if old.has(node) and new.has(node):
            before, after = (_candidates(graph, node) for graph in (old, new))
            yield f"{_contested(new, node)} is now stated as {after}; was {before}{new.reports(node)}."
    for triple in difference.gained:
        if triple.predicate == DCTERMS.isReplacedBy:
            yield f"{_end(triple.subject)} is now {_end(triple.object)}."
    for triple in difference.lost:
        if triple.predicate == DCTERMS.isReplacedBy and not new.values(triple.subject, DCTERMS.isReplacedBy):
            yield f"{_end(triple.subject)} is no longer {_end(triple.object)}."


def _list(graph: _Graph, subject: object, predicate: NamedNode) -> str:
    return " and ".join(graph.name(value) for value in graph.values(subject, predicate))


def _contested(graph: _Graph, discrepancy: object) -> str:
    """What reports state in several ways."""
    (on,) = graph.values(discrepancy, WCO.onProperty)[:1] or [WCO.onProperty]
    what = "chair" if on == WCO.chaired else _VALUES.get(on) if isinstance(on, NamedNode) else None
    return f"The {what or _end(on).rpartition('#')[2]} of {_the(graph.first(discrepancy, WCO.about))}"


def _candidates(graph: _Graph, discrepancy: object) -> str:
    """The values that are stated, the adopted one first."""
    adopted = graph.first(discrepancy, WCO.adoptedValue)
    stated = {graph.first(each, RDF.value) for each in graph.values(discrepancy, WCO.candidate)}
    return ", ".join(sorted(stated, key=lambda value: (value != adopted, value)))


def _title(graph: _Graph, node: object) -> str:
    """The name of a thing; of a post that of its holder with it."""
    if holder := graph.first(node, ORG.member):
        return " ".join(part for part in (holder, "as", graph.first(node, ORG.role), _at(graph, node)) if part)
    return graph.name(node)


def _at(graph: _Graph, node: object) -> str:
    office = graph.first(node, ORG.organization)
    return f"at {office}" if office else ""


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _end(node: object) -> str:
    return "/".join(node.value.split("/")[-2:]) if isinstance(node, NamedNode) else str(node)
