"""The names that the reference tables know: offices and people.

``data/reference/*.csv`` are edited by people; here they become forms to look for. Forms that mean several things
(``acronym_collisions.csv``) are left out: in a report they are understood only where the report itself defines them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extraction.places.find import adjectives, countries
from kg.model import OfficeKind, Region
from kg.reference import entity_kind, region_of, secretariat_kind
from kg.regex import regex
from kg.tables import read_table, split_list

__all__ = ["OfficeEntry", "known_offices", "known_people"]

_REFERENCE = ("data", "reference")
_WHOLE = frozenset({"World Customs Organization", "WCO Secretariat"})
"""Bodies of secretariat.csv that reports name like offices; the others are committees, whose sessions are meetings."""


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """A row of a reference table that stands for an organization.

    Attributes:
        id: ``<table>:<first form>``; the same row always has the same.
        kind: What sort of office it is.
        region: WCO region, where it belongs to one.
        country: ISO 3166-1 alpha-2, or empty.
    """

    id: str
    kind: OfficeKind
    region: Region | None = None
    country: str = ""


_BRACKET = regex(r"\s*\(([^)]*)\)")


def _plain_forms(form: str) -> Iterator[str]:
    """A form, the form without its brackets, and what looks like an acronym within them."""
    yield form
    if "(" in form:
        yield _BRACKET.sub("", form).strip()
        for inside in _BRACKET.findall(form):
            for piece in re.split(r"[;,]", inside):
                if re.fullmatch(r"[A-Z][A-Z&/-]{2,}", piece.strip()):
                    yield piece.strip()


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(row["string"] for row in read_table(*_REFERENCE, "acronym_collisions.csv", columns=("string",)))


def _usable(form: str) -> bool:
    if len(form) < 3 or form.startswith("the ") or form.endswith(("Headquarters", "HQ")) or form in _ambiguous():
        return False
    return form not in countries() and form not in adjectives() and form[0].isupper()


def _rows() -> Iterator[tuple[OfficeEntry, list[str]]]:
    for row in read_table(*_REFERENCE, "entities.csv", columns=("kind", "name", "acronym_variants", "region")):
        entry = OfficeEntry(
            f"entities:{row['name']}",
            entity_kind(row),
            region_of(row),
            row["host_country_iso2"],
        )
        yield entry, [row["name"], *split_list(row["acronym_variants"])]
    for row in read_table(*_REFERENCE, "secretariat.csv", columns=("full_name", "kind", "variants")):
        if row["kind"] in {"directorate", "fund"} or row["full_name"] in _WHOLE:
            entry = OfficeEntry(f"secretariat:{row['full_name']}", secretariat_kind(row))
            yield entry, [row["full_name"], row["acronym"], *split_list(row["variants"])]
    for row in read_table(*_REFERENCE, "partners.csv", columns=("name", "name_variants", "acronym")):
        entry = OfficeEntry(f"partners:{row['name']}", OfficeKind.PARTNER)
        yield entry, [row["name"], row["acronym"], *split_list(row["name_variants"])]
    for row in read_table(*_REFERENCE, "members.csv", columns=("customs_administration", "region", "iso2")):
        forms = split_list(
            re.sub(r"\(([^)]*)\)", lambda m: "(" + m[1].replace(";", ",") + ")", row["customs_administration"])
        )
        if forms:
            entry = OfficeEntry(f"members:{row['iso2']}", OfficeKind.ADMINISTRATION, region_of(row), row["iso2"])
            yield entry, forms


@lru_cache(maxsize=1)
def known_offices() -> dict[str, OfficeEntry]:
    """Form to row. A form of two rows belongs to the first, since later tables are more general."""
    known: dict[str, OfficeEntry] = {}
    for entry, forms in _rows():
        for form in forms:
            for plain in _plain_forms(form):
                if _usable(plain):
                    first = known.setdefault(plain, entry)
                    # 'RILO A/P' moved from country to country, and many have a 'Customs and Excise Department'
                    if first.kind is entry.kind and first.country != entry.country:
                        region = first.region if first.region is entry.region else None
                        known[plain] = replace(first, country="", region=region)
    return known


@lru_cache(maxsize=1)
def known_people() -> frozenset[str]:
    """Names of two words or more of people in the reference tables, as they may stand in a text without honorific."""
    names: set[str] = set()
    for row in read_table(*_REFERENCE, "office_holders.csv", columns=("person", "name_variants")):
        for form in (row["person"], *split_list(row["name_variants"])):
            if " " in form and not re.match(r"(?:Mr|Mrs|Ms|Dr|Sir|Hon)\b", form):
                names.add(form)
    return frozenset(names)
