"""Offices and other organizations: kind, names, region, country."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.mapping.concept import add_region
from kg.mapping.passage import Passages
from kg.mapping.place import add_country
from kg.mapping.statements import Statements
from kg.model import Entity, Office, OfficeKind, Region
from kg.reference import ReferenceOffice, reference_offices
from kg.vocab import RDF, SKOS, WCO

__all__ = ["Traits", "add_office", "add_office_type", "traits"]

_CLASSES = {
    OfficeKind.ROCB: WCO.ROCB,
    OfficeKind.RILO: WCO.RILO,
    OfficeKind.RTC: WCO.RTC,
    OfficeKind.RCL: WCO.RCL,
    OfficeKind.RDTC: WCO.RDTC,
    OfficeKind.VICE_CHAIR: WCO.ViceChairOffice,
    OfficeKind.SECRETARIAT: WCO.Secretariat,
    OfficeKind.ADMINISTRATION: WCO.Administration,
    OfficeKind.PARTNER: WCO.Partner,
    OfficeKind.REGION: WCO.RegionBody,
}


class Traits(NamedTuple):
    """What sort of office it is, and where.

    Attributes:
        country: ISO 3166-1 alpha-2, or empty.
    """

    kind: OfficeKind
    region: Region | None
    country: str


def traits(office: Office, entity: Entity) -> Traits:
    """Kind, region and country of an office; where it is one of the reference tables, these know what it is.

    What a report states goes before the tables. The country of a partner organization is that of its seat, for which it
    does not stand.
    """
    row = _rows().get(entity.slug)
    if row is None:
        return Traits(office.kind, office.region, office.country)
    seat = "" if row.kind is OfficeKind.PARTNER else row.country
    return Traits(row.kind, office.region, office.country or seat)


@cache
def _rows() -> Mapping[str, ReferenceOffice]:
    return {row.slug: row for row in reference_offices()}


def add_office(out: Statements, passages: Passages, office: Office, entity: Entity) -> NamedNode:
    """Describes an office as one report names it; returns its IRI."""
    node = out.iri(entity.path)
    kind, region, country = traits(office, entity)
    add_office_type(out, node, kind)
    out.add_label(node, SKOS.prefLabel, office.name)
    out.add_texts(node, SKOS.altLabel, (form for form in office.forms if form != office.name))
    if region is not None:
        out.add_single(node, WCO.region, add_region(out, region))
    if country:
        out.add_single(node, WCO.country, add_country(out, country))
    passages.derive(node, office.passages)
    return node


def add_office_type(out: Statements, node: NamedNode, kind: OfficeKind) -> None:
    """States that ``node`` is an office, and of which class where its kind has one.

    Both are stated, because a consumer without inference asks for all offices by the general class.
    """
    out.add(node, RDF.type, WCO.Office)
    if kind in _CLASSES:
        out.add(node, RDF.type, _CLASSES[kind])
