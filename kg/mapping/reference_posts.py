"""Who held which post, as the reference tables have it: heads of offices, and the Vice-Chairs of the regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from pyoxigraph import Literal, NamedNode

from kg.mapping.place import add_country
from kg.mapping.post import add_title, membership_path
from kg.mapping.statements import Statements, date_literal
from kg.model import Entity, EntityKind, PartialDate
from kg.reference import ReferenceOffice
from kg.slugs import slug
from kg.tables import Row, read_table, split_list
from kg.vocab import DCTERMS, FOAF, ORG, RDF, SCHEMA, SKOS, WCO

__all__ = ["add_date", "add_holders", "add_origin", "add_source", "add_vice_chairs", "is_left_out"]

_COLUMNS = ("person", "name_variants", "post", "office", "kind", "start", "end", "attested_from", "attested_to")
_TERM = ("region", "country", "country_iso2", "start", "end", "attested_on", "person", "confidence", "source")
_CHAIRS = "global meeting chair"
"""Kind of rows that are roles at a meeting, which the table of meetings has."""
_REGIONS = "high"
"""How sure it is that a region of the WCO exists."""
_FROM_POSTS = "medium"
"""How sure it is that an office exists of which only posts are listed."""


def add_holders(out: Statements, offices: Collection[ReferenceOffice], left_out: Collection[str]) -> None:
    """States the posts of ``office_holders.csv``, but for rows of low confidence.

    Args:
        out: Where the statements go.
        offices: Of the reference tables.
        left_out: Names of people who are not to be in the graph.
    """
    known = _by_form(offices)
    for row in read_table("data", "reference", "office_holders.csv", columns=(*_COLUMNS, "source", "confidence")):
        names = [row["person"], *split_list(row["name_variants"])]
        if row["confidence"] == "low" or row["kind"] == _CHAIRS or is_left_out(names, left_out):
            continue
        person = _add_person(out, names)
        office = _office(out, row, known)
        node = _add_post(out, person, row["post"], office, row)
        add_date(out, node, WCO.firstAttested, row["attested_from"], row)
        add_date(out, node, WCO.lastAttested, row["attested_to"] or row["attested_from"], row)


def add_vice_chairs(out: Statements, left_out: Collection[str]) -> None:
    """States which Member, and who, was Vice-Chair of a region when (``vice_chairs.csv``)."""
    for row in read_table("data", "reference", "vice_chairs.csv", columns=_TERM):
        if row["confidence"] == "low":
            continue
        region = row["region"].lower()
        office = Entity(EntityKind.OFFICE, f"{region}-region", f"WCO {row['region']} Region")
        body = out.iri(office.path)
        out.add(body, RDF.type, WCO.Office, WCO.RegionBody)
        out.add(body, SKOS.prefLabel, Literal(office.label))
        out.add(body, WCO.region, out.iri(f"region/{row['region']}"))
        out.add_texts(body, WCO.confidence, [_REGIONS])
        country = add_country(out, row["country_iso2"])
        name = row["person"] if row["person"] and not is_left_out([row["person"]], left_out) else ""
        when = row["start"] or row["attested_on"]
        node = out.iri(f"membership/{row['country_iso2'].lower()}--vice-chair--{region}-region--{when}")
        out.add(node, RDF.type, ORG.Membership)
        out.add(node, ORG.member, out.iri(_add_person(out, [name]).path) if name else country)
        out.add(node, WCO.country, country)
        _add_seat(out, node, "Vice-Chair", office, row)
        for predicate in (WCO.firstAttested, WCO.lastAttested):
            add_date(out, node, predicate, row["attested_on"], row)


def is_left_out(names: Collection[str], left_out: Collection[str]) -> bool:
    """Whether one of the names is, in whatever order of its words, one of those left out."""
    keys = {tuple(sorted(slug(name).split("-"))) for name in left_out}
    return any(tuple(sorted(slug(name).split("-"))) in keys for name in names)


def add_origin(out: Statements, node: NamedNode, row: Row) -> None:
    """Where a row comes from, and how sure it is."""
    add_source(out, node, tuple(row["source"].split(" ; ")), row["confidence"])


def _by_form(offices: Collection[ReferenceOffice]) -> dict[str, ReferenceOffice]:
    """Offices by each form that is theirs alone."""
    owners: defaultdict[str, list[ReferenceOffice]] = defaultdict(list)
    for office in offices:
        for form in {slug(each) for each in (office.label, office.name, *office.forms)}:
            owners[form].append(office)
    return {form: found[0] for form, found in owners.items() if len(found) == 1}


def _office(out: Statements, row: Row, known: dict[str, ReferenceOffice]) -> Entity:
    """The office of that name; described by its name alone where the tables of offices have none such."""
    name = row["office"]
    found = known.get(slug(name)) or known.get(slug(name.removeprefix("WCO ")))
    if found is not None:
        return Entity(EntityKind.OFFICE, found.slug, found.label)
    office = Entity(EntityKind.OFFICE, slug(name, 60), name)
    node = out.iri(office.path)
    out.add(node, RDF.type, WCO.Office)
    out.add(node, SKOS.prefLabel, Literal(name))
    out.add_texts(node, WCO.confidence, [_FROM_POSTS])
    return office


def _add_person(out: Statements, names: list[str]) -> Entity:
    person = Entity(EntityKind.PERSON, slug(names[0]), names[0])
    node = out.iri(person.path)
    out.add(node, RDF.type, FOAF.Person)
    out.add(node, FOAF.name, Literal(person.label))
    out.add_texts(node, SKOS.altLabel, names[1:])
    return person


def _add_post(out: Statements, person: Entity, title: str, office: Entity, row: Row) -> NamedNode:
    node = out.iri(membership_path(person, title, office))
    out.add(node, RDF.type, ORG.Membership)
    out.add(node, ORG.member, out.iri(person.path))
    _add_seat(out, node, title, office, row)
    return node


def _add_seat(out: Statements, node: NamedNode, title: str, office: Entity, row: Row) -> None:
    out.add(node, ORG.organization, out.iri(office.path))
    out.add(node, ORG.role, add_title(out, title))
    add_date(out, node, SCHEMA.startDate, row["start"], row)
    add_date(out, node, SCHEMA.endDate, row["end"], row)
    add_origin(out, node, row)


def add_date(out: Statements, node: NamedNode, predicate: NamedNode, text: str, row: Row) -> None:
    """States a date of a row, if it has one.

    Raises:
        TableError: It is no date.
    """
    if not text:
        return
    try:
        out.add(node, predicate, date_literal(PartialDate(*(int(part) for part in text.split("-")))))
    except (ValueError, TypeError):
        raise row.error("start", f"{text!r} is no date such as 2016, 2016-12 or 2016-12-07") from None


def add_source(out: Statements, node: NamedNode, sources: tuple[str, ...], confidence: str) -> None:
    """Where a row comes from: addresses as IRIs, all else in words; and how sure it is."""
    for source in sources:
        told = source.strip()
        if told.startswith(("http://", "https://")) and " " not in told:
            out.add(node, DCTERMS.source, NamedNode(told))
        else:
            out.add_texts(node, DCTERMS.source, [told])
    out.add_texts(node, WCO.confidence, [confidence])
