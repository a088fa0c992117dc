"""Posts: one person in one seat at one office (The Organization Ontology, section 5)."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.mapping.concept import add_status
from kg.mapping.passage import Passages
from kg.mapping.statements import Statements, date_literal
from kg.model import Entity, PartialDate, Post
from kg.slugs import slug
from kg.vocab import ORG, RDF, SKOS, WCO

__all__ = ["add_post", "add_title", "membership_path", "title_iri"]


def membership_path(person: Entity, title: str, office: Entity | None, status: str = "") -> str:
    """Path of a membership, built from its parts.

    A post that is stated as former, incoming and so on is a node of its own: that somebody was called former head in
    2014 is no attestation that they held the post then.
    """
    seat = [slug(title)] if title else ["at"]
    where = [office.slug] if office is not None else []
    return "membership/" + "--".join([person.slug, *seat, *where, *([status] if status else [])])


def add_post(
    out: Statements,
    passages: Passages,
    post: Post,
    *,
    person: Entity,
    office: Entity | None,
    attested_on: PartialDate | None,
) -> NamedNode:
    """States a membership; title and office may each be missing, as in the report.

    Args:
        out: Where the statements go.
        passages: Passages of the report.
        post: What was read.
        person: Who holds it.
        office: Where; ``None`` where only the title is stated.
        attested_on: Date for which the report attests it.

    Returns:
        The IRI of the membership.
    """
    node = out.iri(membership_path(person, post.title, office, post.status.value if post.status else ""))
    out.add(node, RDF.type, ORG.Membership)
    out.add(node, ORG.member, out.iri(person.path))
    if office is not None:
        out.add(node, ORG.organization, out.iri(office.path))
    if post.title:
        out.add(node, ORG.role, add_title(out, post.title))
    if post.status is not None:
        out.add(node, WCO.status, add_status(out, post.status))
    if attested_on is not None:
        out.add(node, WCO.attestedOn, date_literal(attested_on))
    passages.derive(node, post.passages)
    return node


def add_title(out: Statements, title: str) -> NamedNode:
    """Describes the kind of seat that a title names; returns its IRI."""
    node = title_iri(out, title)
    out.add(node, RDF.type, ORG.Role)
    out.add_label(node, SKOS.prefLabel, title)
    return node


def title_iri(out: Statements, title: str) -> NamedNode:
    """The IRI of the kind of seat that a title names, the same whatever its capitals."""
    return out.iri(f"title/{slug(title)}")
