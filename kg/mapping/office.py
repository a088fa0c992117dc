"""Offices and other organizations: kind, names, region, country."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.mapping.concept import add_region
from kg.mapping.passage import Passages
from kg.mapping.place import add_country
from kg.mapping.statements import Statements
from kg.model import Entity, Office, OfficeKind
from kg.vocab import RDF, SKOS, WCO

__all__ = ["add_office", "add_office_type"]

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


def add_office(out: Statements, passages: Passages, office: Office, entity: Entity) -> NamedNode:
    """Describes an office as one report names it; returns its IRI."""
    node = out.iri(entity.path)
    add_office_type(out, node, office.kind)
    out.add_label(node, SKOS.prefLabel, office.name)
    out.add_texts(node, SKOS.altLabel, (form for form in office.forms if form != office.name))
    if office.region is not None:
        out.add_single(node, WCO.region, add_region(out, office.region))
    if office.country:
        out.add_single(node, WCO.country, add_country(out, office.country))
    passages.derive(node, office.passages)
    return node


def add_office_type(out: Statements, node: NamedNode, kind: OfficeKind) -> None:
    """States that ``node`` is an office, and of which class where its kind has one.

    Both are stated, because a consumer without inference asks for all offices by the general class.
    """
    out.add(node, RDF.type, WCO.Office)
    if kind in _CLASSES:
        out.add(node, RDF.type, _CLASSES[kind])
