"""Discrepancies: two or more stated values where one can be true, all of them kept."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.mapping.passage import Passages
from kg.mapping.statements import Statements, date_literal, integer, path_part
from kg.model import Attribute, Discrepancy, Entity, PartialDate
from kg.slugs import slug
from kg.vocab import PROV, RDF, RDFS, SCHEMA, WCO

__all__ = ["PROPERTIES", "add_discrepancy", "attribute_literal", "candidate_path", "discrepancy_path"]

PROPERTIES: dict[Attribute, NamedNode] = {
    Attribute.NAME: RDFS.label,
    Attribute.ORDINAL: WCO.ordinal,
    Attribute.START: SCHEMA.startDate,
    Attribute.END: SCHEMA.endDate,
    Attribute.CITY: SCHEMA.location,
    Attribute.COUNTRY: WCO.country,
    Attribute.MODE: SCHEMA.eventAttendanceMode,
    Attribute.REGION: WCO.region,
    Attribute.COUNT: WCO.participantCount,
}
"""The property of a meeting that carries the adopted value of an attribute."""


def discrepancy_path(scope: str, meeting: Entity, attribute: Attribute) -> str:
    """Path of a discrepancy within one report (``scope`` is its identifier) or between reports (``scope`` is empty)."""
    parts = [path_part(scope)] if scope else []
    return "discrepancy/" + "--".join([*parts, meeting.slug, attribute.value])


def candidate_path(discrepancy: str, value: str) -> str:
    """Path of one of the values of the discrepancy at path ``discrepancy``."""
    return f"{discrepancy}--{slug(value)}"


def add_discrepancy(
    out: Statements, passages: Passages, discrepancy: Discrepancy, meeting: Entity, report: str
) -> NamedNode:
    """States a discrepancy within one report; returns its IRI."""
    path = discrepancy_path(report, meeting, discrepancy.attribute)
    node = out.iri(path)
    out.add(node, RDF.type, WCO.Discrepancy)
    out.add(node, WCO.about, out.iri(meeting.path))
    out.add(node, WCO.onProperty, PROPERTIES[discrepancy.attribute])
    out.add(node, WCO.adoptedValue, attribute_literal(discrepancy.attribute, discrepancy.candidates[0].value))
    out.add(node, RDFS.comment, Literal(discrepancy.reason, language="en"))
    for stated in discrepancy.candidates:
        candidate = out.iri(candidate_path(path, stated.value))
        out.add(node, WCO.candidate, candidate)
        out.add(candidate, RDF.type, WCO.Candidate)
        out.add(candidate, RDF.value, attribute_literal(discrepancy.attribute, stated.value))
        where = passages.add(stated.passage)
        out.add(candidate, PROV.wasDerivedFrom, where)
        out.add(node, PROV.wasDerivedFrom, where)
    return node


def attribute_literal(attribute: Attribute, value: str) -> Literal:
    """A stated value as the literal that a meeting would carry: numbers and dates typed, all else as text."""
    if attribute in {Attribute.ORDINAL, Attribute.COUNT}:
        return integer(int(value))
    if attribute in {Attribute.START, Attribute.END}:
        return date_literal(PartialDate(*(int(part) for part in value.split("-"))))
    return Literal(value)
