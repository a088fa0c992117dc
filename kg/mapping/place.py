"""Places and countries."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.mapping.statements import Statements
from kg.slugs import slug
from kg.tables import read_table
from kg.vocab import COUNTRY_AUTHORITY, RDF, RDFS, SCHEMA, SKOS, WCO

__all__ = ["add_country", "add_place", "place_path"]


class _Country(NamedTuple):
    name: str
    iso3: str


def place_path(city: str, country: str = "") -> str:
    """Path of a place: its name and, where it is known, its country, so that two towns of one name stay two."""
    return f"place/{slug(city)}-{country.lower()}" if country else f"place/{slug(city)}"


def add_place(out: Statements, city: str, country: str = "") -> NamedNode:
    """Describes a town by name and ISO 3166-1 alpha-2 code of its country; returns its IRI."""
    node = out.iri(place_path(city, country))
    out.add(node, RDF.type, SCHEMA.Place)
    out.add_label(node, RDFS.label, city)
    if country:
        out.add(node, WCO.country, add_country(out, country))
    return node


def add_country(out: Statements, code: str) -> NamedNode:
    """Describes a country by ISO 3166-1 alpha-2 code; returns its IRI.

    One that the reference tables know also gets its name and its entry in the country authority of the Publications
    Office of the European Union.
    """
    node = out.iri(f"country/{code}")
    out.add(node, RDF.type, WCO.Country)
    out.add(node, SKOS.notation, Literal(code))
    known = _countries().get(code)
    out.add(node, SKOS.prefLabel, Literal(known.name, language="en") if known else Literal(code))
    if known and known.iso3:
        out.add(node, SKOS.exactMatch, NamedNode(COUNTRY_AUTHORITY + known.iso3))
    return node


@cache
def _countries() -> dict[str, _Country]:
    """By ISO 3166-1 alpha-2 code: Members of the WCO, and the countries and territories that are none."""
    countries: dict[str, _Country] = {}
    for table in ("members.csv", "countries.csv"):
        for row in read_table("data", "reference", table, columns=("name", "iso2", "iso3")):
            if row["iso2"] in countries:
                raise row.error("iso2", "each code can stand only once")
            # a customs union is no country, and the authority has no entry of that code for it
            iso3 = row["iso3"] if row.get("kind") != "customs union" else ""
            countries[row["iso2"]] = _Country(row["name"], iso3)
    return countries
