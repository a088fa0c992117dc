"""Discrepancies: two or more stated values where one can be true, all of them kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode

from kg.mapping.passage import Passages
from kg.mapping.statements import Statements, date_literal
from kg.model import Attribute, Discrepancy, Entity, PartialDate
from kg.slugs import slug
from kg.vocab import PROV, RDF, RDFS, SCHEMA, WCO, integer

__all__ = ["PROPERTIES", "Candidate", "add_candidates", "add_discrepancy"]

PROPERTIES: dict[Attribute, NamedNode] = {
    Attribute.ORDINAL: WCO.ordinal,
    Attribute.START: SCHEMA.startDate,
    Attribute.END: SCHEMA.endDate,
    Attribute.CITY: SCHEMA.location,
    Attribute.COUNTRY: WCO.country,
    Attribute.MODE: SCHEMA.eventAttendanceMode,
    Attribute.REGION: WCO.region,
    Attribute.CHAIR: WCO.chaired,
}
"""The property of a meeting that carries the adopted value of an attribute."""

Candidate = tuple[str, Sequence[NamedNode]]
"""A value as text, and the passages that state it."""


def add_discrepancy(out: Statements, passages: Passages, discrepancy: Discrepancy, meeting: Entity) -> NamedNode:
    """States a discrepancy within one report; returns its IRI."""
    candidates: dict[str, list[NamedNode]] = {}
    for stated in discrepancy.candidates:
        candidates.setdefault(stated.value, []).append(passages.add(stated.passage))
    return add_candidates(out, meeting, discrepancy.attribute, candidates.items(), reason=discrepancy.reason)


def add_candidates(
    out: Statements, meeting: Entity, attribute: Attribute, candidates: Iterable[Candidate], *, reason: str
) -> NamedNode:
    """States a discrepancy.

    There is one of each attribute of a meeting. The graph of a report has what that report states and adopts, the
    merged graph what all of them do.

    Args:
        out: Where the statements go.
        meeting: What it is about.
        attribute: What of the meeting was stated in more than one way.
        candidates: The values, the adopted one first.
        reason: In words, why that was adopted.

    Returns:
        Its IRI.
    """
    path = f"discrepancy/{meeting.slug}--{attribute.value}"
    node = out.iri(path)
    out.add(node, RDF.type, WCO.Discrepancy)
    out.add(node, WCO.about, out.iri(meeting.path))
    out.add(node, WCO.onProperty, PROPERTIES[attribute])
    out.add(node, RDFS.comment, Literal(reason, language="en"))
    taken: set[str] = set()
    for value, passages in candidates:
        if not taken:
            out.add(node, WCO.adoptedValue, _literal(attribute, value))
        name = slug(value) if slug(value) not in taken else f"{slug(value)}-{len(taken) + 1}"
        taken.add(name)
        candidate = out.iri(f"{path}--{name}")
        out.add(node, WCO.candidate, candidate)
        out.add(node, PROV.wasDerivedFrom, *passages)
        out.add(candidate, RDF.type, WCO.Candidate)
        out.add(candidate, RDF.value, _literal(attribute, value))
        out.add(candidate, PROV.wasDerivedFrom, *passages)
    return node


def _literal(attribute: Attribute, value: str) -> Literal:
    """A stated value as the literal that a meeting would carry: numbers and dates typed, all else as text."""
    if attribute is Attribute.ORDINAL:
        return integer(int(value))
    if attribute in {Attribute.START, Attribute.END}:
        return date_literal(PartialDate(*(int(part) for part in value.split("-"))))
    return Literal(value)
