"""Meetings: name, kind, ordinal, series, dates, place, mode, region, numbers of people and Members.

A meeting carries the adopted value of each attribute; what else was stated stands in a discrepancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.mapping.concept import add_kind, add_region, mode_iri
from kg.mapping.passage import Passages
from kg.mapping.place import add_country, add_place
from kg.mapping.statements import Statements, date_literal
from kg.model import Entity, Meeting, Passage, Stated
from kg.vocab import BASE, RDF, RDFS, SCHEMA, SKOS, WCO, integer

__all__ = ["add_meeting", "add_series", "largest", "meeting_passages", "series_quads"]


def add_meeting(
    out: Statements, passages: Passages, meeting: Meeting, entity: Entity, series: Entity | None = None
) -> NamedNode:
    """Describes a meeting as one report speaks of it; returns its IRI."""
    node = out.iri(entity.path)
    out.add(node, RDF.type, WCO.Meeting)
    out.add(node, WCO.kind, add_kind(out, meeting.kind))
    first, *others = (name.value for name in meeting.names)
    out.add(node, RDFS.label, Literal(first))
    out.add_texts(node, SKOS.altLabel, (name for name in others if name != first))
    if series is not None:
        out.add(node, WCO.inSeries, add_series(out, series))
    _add_attributes(out, node, meeting)
    passages.derive(node, meeting_passages(meeting))
    return node


def add_series(out: Statements, series: Entity) -> NamedNode:
    """Describes a series of meetings; returns its IRI."""
    node = out.iri(series.path)
    out.add(node, RDF.type, WCO.MeetingSeries)
    out.add(node, RDFS.label, Literal(series.label))
    out.add_texts(node, SKOS.altLabel, (label for label in series.alt_labels if label != series.label))
    return node


def series_quads(series: Entity, base: str = BASE) -> list[Quad]:
    """The description of a series, as quads of the default graph."""
    out = Statements(base)
    add_series(out, series)
    return out.quads(DefaultGraph())


def _add_attributes(out: Statements, node: NamedNode, meeting: Meeting) -> None:
    if meeting.ordinals:
        out.add(node, WCO.ordinal, integer(meeting.ordinals[0].value))
    if meeting.starts:
        out.add(node, SCHEMA.startDate, date_literal(meeting.starts[0].value))
    if meeting.ends:
        out.add(node, SCHEMA.endDate, date_literal(meeting.ends[0].value))
    country = meeting.countries[0].value if meeting.countries else ""
    if meeting.cities:
        out.add(node, SCHEMA.location, add_place(out, meeting.cities[0].value, country))
    elif country:
        out.add(node, SCHEMA.location, add_country(out, country))
    if meeting.modes:
        out.add(node, SCHEMA.eventAttendanceMode, mode_iri(meeting.modes[0].value))
    if meeting.regions:
        out.add(node, WCO.region, add_region(out, meeting.regions[0].value))
    for people in largest(meeting.people):
        out.add(node, WCO.participantCount, integer(people.value))
    for members in largest(meeting.members):
        out.add(node, WCO.memberCount, integer(members.value))


def largest(numbers: Iterable[Stated[int]]) -> tuple[Stated[int], ...]:
    """How many were there, if stated: of '28 participants and 4 resource persons', the greater number."""
    return tuple(sorted(numbers, key=lambda number: -number.value)[:1])


def meeting_passages(meeting: Meeting) -> Iterator[Passage]:
    """Where a report speaks of a meeting, and where the values stand that it carries."""
    yield from meeting.passages
    for values in (meeting.names, meeting.cities, meeting.countries):
        yield from (stated.passage for stated in values[:1])
    for numbers in (meeting.ordinals[:1], largest(meeting.people), largest(meeting.members)):
        yield from (stated.passage for stated in numbers)
    for dates in (meeting.starts, meeting.ends):
        yield from (stated.passage for stated in dates[:1])
    yield from (stated.passage for stated in meeting.modes[:1])
    yield from (stated.passage for stated in meeting.regions[:1])
