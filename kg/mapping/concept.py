"""Concepts of the closed schemes, each described where it is used, so that the graph of one report reads by itself."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.mapping.statements import Statements
from kg.model import MeetingKind, Mode, PostStatus, Region, Role
from kg.tables import read_table
from kg.vocab import RDF, SCHEMA, SKOS, WCO

__all__ = ["add_kind", "add_region", "add_role", "add_status", "mode_iri"]

_MODES = {
    Mode.IN_PERSON: SCHEMA.OfflineEventAttendanceMode,
    Mode.ONLINE: SCHEMA.OnlineEventAttendanceMode,
    Mode.HYBRID: SCHEMA.MixedEventAttendanceMode,
}


def mode_iri(mode: Mode) -> NamedNode:
    """The schema.org attendance mode."""
    return _MODES[mode]


def add_role(out: Statements, role: Role) -> NamedNode:
    """Describes a role at a meeting; returns its IRI."""
    return _add_concept(out, f"role/{role.value}", role.value, WCO.RoleScheme)


def add_kind(out: Statements, kind: MeetingKind) -> NamedNode:
    """Describes a kind of meeting; returns its IRI."""
    return _add_concept(out, f"meeting-kind/{kind.value}", kind.value, WCO.MeetingKindScheme)


def add_status(out: Statements, status: PostStatus) -> NamedNode:
    """Describes a way of holding a post; returns its IRI."""
    return _add_concept(out, f"post-status/{status.value}", status.value, WCO.PostStatusScheme)


def add_region(out: Statements, region: Region) -> NamedNode:
    """Describes a region of the WCO by code and names; returns its IRI."""
    node = out.iri(f"region/{region.value}")
    out.add(node, RDF.type, WCO.Region)
    out.add(node, SKOS.notation, Literal(region.value))
    out.add(node, SKOS.inScheme, WCO.RegionScheme)
    english, french = _region_names()[region.value]
    out.add(node, SKOS.prefLabel, Literal(english, language="en"), Literal(french, language="fr"))
    return node


def _add_concept(out: Statements, path: str, notation: str, scheme: NamedNode) -> NamedNode:
    node = out.iri(path)
    out.add(node, RDF.type, SKOS.Concept)
    out.add(node, SKOS.notation, Literal(notation))
    out.add(node, SKOS.inScheme, scheme)
    out.add(node, SKOS.prefLabel, Literal(notation.replace("-", " "), language="en"))
    return node


@cache
def _region_names() -> dict[str, tuple[str, str]]:
    """English and French name by code; the French ones without the code that the table adds in brackets."""
    names = {
        Region.GLOBAL.value: (
            "World Customs Organization as a whole",
            "Organisation mondiale des douanes dans son ensemble",
        )
    }
    for row in read_table("data", "reference", "regions.csv", columns=("code", "official_name_en", "name_fr")):
        names[row["code"]] = (row["official_name_en"], row["name_fr"].partition(" (")[0])
    return names
