"""The offices of the reference tables: one record a row, each with the slug that it has in every graph.

``data/reference/*.csv`` are edited by people. A form that several rows share ('RILO A/P', which moved from country to
country) names none of them in particular; :attr:`ReferenceOffice.forms` leaves it out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.model import OfficeKind, Region
from kg.slugs import slug
from kg.tables import Row, read_table, split_list

__all__ = ["ReferenceOffice", "entity_kind", "reference_offices", "region_of", "secretariat_kind", "shared_forms"]

_SLUG_LIMIT = 60
_BRACKET = re.compile(r"\s*\(([^)]*)\)")
_KINDS = {
    "ROCB": OfficeKind.ROCB,
    "RILO": OfficeKind.RILO,
    "RTC": OfficeKind.RTC,
    "RCL": OfficeKind.RCL,
    "RDTC": OfficeKind.RDTC,
    "VCO": OfficeKind.VICE_CHAIR,
}

_MEETING = re.compile(r"\b(?:Meeting|Conference)s?\b")
_KNOWN_BY_ACRONYM = {"WCO", *_KINDS}


@dataclass(frozen=True, slots=True)
class ReferenceOffice:
    """A row of a reference table that stands for an organization.

    Attributes:
        id: ``<table>:<name>``, for members ``members:<ISO 3166-1 alpha-2>``; the same row always has the same.
        slug: Second part of its path, built from its shortest usual name: ``rocb-ap``.
        label: The name by which people know it, which may be an acronym: 'ROCB A/P'.
        name: Official name.
        forms: Official name and variants that stand for this row alone.
        generic: It is the name of a kind ('RTC'), which reports use for all offices of the kind.
        country: ISO 3166-1 alpha-2 of its seat, or empty.
        city: Seat, or empty.
        opened: Year, month or day (ISO 8601), or empty.
        closed: The same.
        sources: Addresses of what the row rests on.
        confidence: ``high``, ``medium`` or ``low``.
    """

    id: str
    slug: str
    label: str
    name: str
    forms: tuple[str, ...]
    kind: OfficeKind
    generic: bool = False
    region: Region | None = None
    country: str = ""
    city: str = ""
    opened: str = ""
    closed: str = ""
    website: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""


@cache
def reference_offices() -> tuple[ReferenceOffice, ...]:
    """Every office of the tables, in their order; no two have the same slug."""
    rows = _all_rows()
    shared = _shared(rows)
    offices: list[ReferenceOffice] = []
    taken: set[str] = set()
    for office in rows:
        own = next(each for each in _slugs(office, shared) if each not in taken)
        taken.add(own)
        forms = tuple(form for form in dict.fromkeys(office.forms) if form not in shared and _names_seat(office, form))
        offices.append(replace(office, slug=own, label=_usual_name(office), forms=forms))
    return tuple(offices)


@cache
def shared_forms() -> Mapping[str, tuple[str, ...]]:
    """Forms that stand for several rows, with the identifiers of those rows."""
    return _shared(_all_rows())


def _shared(rows: Iterable[ReferenceOffice]) -> dict[str, tuple[str, ...]]:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for office in rows:
        for form in dict.fromkeys(office.forms):
            owners[form].append(office.id)
    return {form: tuple(ids) for form, ids in owners.items() if len(ids) > 1}


def _slugs(office: ReferenceOffice, shared: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Candidates, the shortest first: usual name; with country; with year of opening; official name; numbered."""
    usual = _usual_name(office)
    if office.kind is OfficeKind.ADMINISTRATION:
        yield slug(f"{_country_names()[office.country]} customs", _SLUG_LIMIT)
    if usual not in shared:
        yield slug(usual, _SLUG_LIMIT)
    if office.kind is OfficeKind.PARTNER:
        yield slug(office.name, _SLUG_LIMIT)
    parts = [part for part in (slug(usual), office.country.lower(), office.opened[:4]) if part]
    for length in range(2, len(parts) + 1):
        yield "-".join(parts[:length])
    official = slug(office.name, _SLUG_LIMIT)
    yield official
    number = 2
    while True:
        yield f"{official}-{number}"
        number += 1


def _usual_name(office: ReferenceOffice) -> str:
    """The name by which people know it: an acronym, where that is better known than what it stands for."""
    first = office.forms[1] if len(office.forms) > 1 else office.name
    by_name = office.kind in {OfficeKind.SECRETARIAT, OfficeKind.VICE_CHAIR} and first not in _KNOWN_BY_ACRONYM
    return office.name if by_name else first


def _names_seat(office: ReferenceOffice, form: str) -> bool:
    """Whether a form names this one of the Vice-Chair offices, which follow each other from country to country."""
    if office.generic or office.kind is not OfficeKind.VICE_CHAIR:
        return True
    return slug(_BRACKET.findall(office.name)[-1]) in slug(form)


@cache
def _all_rows() -> tuple[ReferenceOffice, ...]:
    return tuple(_rows())


def _rows() -> Iterator[ReferenceOffice]:
    yield from _entities()
    yield from _secretariat()
    yield from _partners()
    yield from _administrations()


def _entities() -> Iterator[ReferenceOffice]:
    columns = ("kind", "name", "acronym_variants", "region", "host_country_iso2", "opened", "closed", "confidence")
    for row in read_table("data", "reference", "entities.csv", columns=columns):
        yield ReferenceOffice(
            id=f"entities:{row['name']}",
            slug="",
            label="",
            name=row["name"],
            forms=(row["name"], *split_list(row["acronym_variants"])),
            kind=entity_kind(row),
            region=region_of(row),
            country=row["host_country_iso2"],
            city=row["host_city"].partition(";")[0],
            opened=row["opened"],
            closed=row["closed"],
            website=row["website"],
            sources=_sources(row),
            confidence=row["confidence"],
        )


def _secretariat() -> Iterator[ReferenceOffice]:
    for row in read_table("data", "reference", "secretariat.csv", columns=("full_name", "kind", "variants", "acronym")):
        if row["kind"] not in {"body", "directorate", "fund"} or _MEETING.search(row["full_name"]):
            continue
        yield ReferenceOffice(
            id=f"secretariat:{row['full_name']}",
            slug="",
            label="",
            name=row["full_name"],
            forms=_forms(row["full_name"], row["acronym"], row["variants"]),
            kind=_KINDS.get(row["acronym"]) or secretariat_kind(row),
            generic=row["acronym"] in _KINDS,
            sources=_sources(row),
            confidence=row["confidence"],
        )


def _partners() -> Iterator[ReferenceOffice]:
    for row in read_table("data", "reference", "partners.csv", columns=("name", "name_variants", "acronym")):
        yield ReferenceOffice(
            id=f"partners:{row['name']}",
            slug="",
            label="",
            name=row["name"],
            forms=_forms(row["name"], row["acronym"], row["name_variants"]),
            kind=OfficeKind.PARTNER,
            country=row["seat_country_iso2"],
            city=row["seat_city"],
            sources=_sources(row),
            confidence=row["confidence"],
        )


def _administrations() -> Iterator[ReferenceOffice]:
    for row in read_table("data", "reference", "members.csv", columns=("customs_administration", "region", "iso2")):
        names = [
            form for name in split_list(_commas_in_brackets(row["customs_administration"])) for form in _plain(name)
        ]
        if not names:
            continue
        yield ReferenceOffice(
            id=f"members:{row['iso2']}",
            slug="",
            label="",
            name=names[0],
            forms=(names[0], *sorted(names, key=lambda name: not name.endswith(" Customs"))),
            kind=OfficeKind.ADMINISTRATION,
            region=region_of(row),
            country=row["iso2"],
            sources=_sources(row),
            confidence=row["administration_confidence"] or row["confidence"],
        )


@cache
def _country_names() -> Mapping[str, str]:
    """Names by code, without what stands in brackets: 'Korea (Republic of)' is 'Korea'."""
    rows = read_table("data", "reference", "members.csv", columns=("name", "iso2"))
    return {row["iso2"]: _BRACKET.sub("", row["name"]) for row in rows}


def _forms(name: str, acronym: str, variants: str) -> tuple[str, ...]:
    """Official name first, then the acronym where there is one, then the variants."""
    return (name, *([acronym] if acronym else []), *split_list(variants))


def _commas_in_brackets(text: str) -> str:
    return _BRACKET.sub(lambda match: match[0].replace(";", ","), text)


def _plain(name: str) -> Iterator[str]:
    """'Fiji Revenue and Customs Service (FRCS, since 2017)': the name without its bracket, and the acronym in it."""
    yield _BRACKET.sub("", name)
    for inside in _BRACKET.findall(name):
        yield from (part.strip() for part in inside.split(",") if re.fullmatch(r"\s*[A-Z][A-Z&/-]{2,}\s*", part))


def entity_kind(row: Row) -> OfficeKind:
    """Which of the structures of the WCO a row of ``entities.csv`` is.

    Raises:
        TableError: None that is known.
    """
    if row["kind"] not in _KINDS:
        raise row.error("kind", f"one of {', '.join(_KINDS)} is needed")
    return _KINDS[row["kind"]]


def secretariat_kind(row: Row) -> OfficeKind:
    """Which sort of office a row of ``secretariat.csv`` is: a fund of the WCO pays like a partner."""
    return OfficeKind.PARTNER if row["kind"] == "fund" else OfficeKind.SECRETARIAT


def region_of(row: Row) -> Region | None:
    """The region that a row names, if any.

    Raises:
        TableError: None that is known.
    """
    return row.one_of(Region, "region") if row["region"] else None


def _sources(row: Row) -> tuple[str, ...]:
    return tuple(source for part in row["source"].split(" ; ") if (source := part.strip()))
