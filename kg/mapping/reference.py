"""The reference tables as a graph: regions, Members, offices, series, holders of posts, editions of the Global Meeting.

They say what is known beforehand, not what a report states; so each row tells its source and how sure it is, and rows
of low confidence are left out.
"""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import Literal, NamedNode, Quad

from kg.mapping.concept import add_region
from kg.mapping.office import add_office_type
from kg.mapping.place import add_country
from kg.mapping.reference_meetings import add_global_meetings
from kg.mapping.reference_posts import add_holders, add_source, add_vice_chairs
from kg.mapping.statements import Statements
from kg.model import OfficeKind, Region
from kg.reference import ReferenceOffice, reference_offices, region_of
from kg.tables import read_table, split_list
from kg.vocab import BASE, FOAF, ORG, RDF, RDFS, SKOS, WCO

__all__ = ["REFERENCE_GRAPH", "reference_quads"]

REFERENCE_GRAPH = "graph/reference"
"""Path of the IRI of the graph of the reference data."""

_WCO = "secretariat:World Customs Organization"
_NOT_SURE = "low"


def reference_quads(base: str = BASE, left_out: Collection[str] = ()) -> list[Quad]:
    """The reference tables, as quads of the graph ``<base>graph/reference``, sorted.

    Args:
        base: Beginning of every data IRI.
        left_out: Names of people who are not to be in the graph.

    Raises:
        TableError: A row of a table is wrong.
    """
    out = Statements(base)
    for region in Region:
        add_region(out, region)
    _add_members(out)
    offices = [each for each in reference_offices() if each.confidence != _NOT_SURE and not each.generic]
    for office in offices:
        _add_office(out, office)
    _add_parents(out, offices)
    _add_series(out)
    add_holders(out, offices, left_out)
    add_vice_chairs(out, left_out)
    add_global_meetings(out, left_out)
    return out.quads(out.iri(REFERENCE_GRAPH))


def _add_members(out: Statements) -> None:
    columns = ("iso2", "region", "source", "confidence")
    for row in read_table("data", "reference", "members.csv", columns=columns):
        if row["confidence"] == _NOT_SURE:
            continue
        node = add_country(out, row["iso2"])
        region = region_of(row)
        if region:
            out.add(node, WCO.region, add_region(out, region))
        add_source(out, node, tuple(row["source"].split(" ; ")), row["confidence"])


def _add_office(out: Statements, office: ReferenceOffice) -> None:
    node = out.iri(f"office/{office.slug}")
    add_office_type(out, node, office.kind)
    out.add(node, SKOS.prefLabel, Literal(office.label))
    out.add_texts(node, SKOS.altLabel, (form for form in (office.name, *office.forms) if form != office.label))
    if office.region is not None:
        out.add(node, WCO.region, add_region(out, office.region))
    if office.country:
        out.add(node, WCO.country, add_country(out, office.country))
    if office.website:
        out.add(node, FOAF.homepage, NamedNode(office.website))
    add_source(out, node, office.sources, office.confidence)


def _add_parents(out: Statements, offices: list[ReferenceOffice]) -> None:
    """The Secretariat and its directorates are parts of the WCO."""
    by_id = {office.id: office for office in offices}
    whole = out.iri(f"office/{by_id[_WCO].slug}")
    for office in offices:
        if office.kind is OfficeKind.SECRETARIAT and office.name.endswith(("Directorate", "Secretariat")):
            out.add(out.iri(f"office/{office.slug}"), ORG.subOrganizationOf, whole)


def _add_series(out: Statements) -> None:
    columns = ("slug", "label", "alt_labels", "source", "confidence")
    for row in read_table("data", "reference", "series.csv", columns=columns):
        if row["confidence"] == _NOT_SURE:
            continue
        node = out.iri(f"series/{row['slug']}")
        out.add(node, RDF.type, WCO.MeetingSeries)
        out.add(node, RDFS.label, Literal(row["label"]))
        out.add_texts(node, SKOS.altLabel, split_list(row["alt_labels"]))
        add_source(out, node, tuple(row["source"].split(" ; ")), row["confidence"])
