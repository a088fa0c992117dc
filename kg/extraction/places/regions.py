"""Which region of the WCO an event belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.places.region_table import region_names
from kg.model import Region, Span
from kg.regex import regex
from kg.tables import read_table, split_list

__all__ = ["RegionMention", "find_regions", "foreign_organizer", "global_event", "official_region", "region_of_country"]


class RegionMention(NamedTuple):
    """Words that name a region of the WCO.

    Attributes:
        span: Where they stand.
        region: The region.
        official: It is a name of the region itself, not of a part of it or of an event that belongs to it.
    """

    span: Span
    region: Region
    official: bool


@lru_cache(maxsize=1)
def _wordings() -> Mapping[str, tuple[Region, bool]]:
    found: dict[str, tuple[Region, bool]] = {}
    for row in read_table("data", "wordings", "event_regions.csv", columns=("wording", "region")):
        found[row["wording"]] = (row.one_of(Region, "region"), False)
    for form, region in region_names().items():
        found[form] = (region, True)
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_wordings(), key=lambda form: (-len(form), form))
    return regex(rf"(?<![\w/])(?P<form>{'|'.join(re.escape(form) for form in ordered)})s?(?![\w/])")


def find_regions(text: str, start: int, end: int) -> list[RegionMention]:
    """The regions named in ``text[start:end]``, the longest name first where names begin at the same character."""
    wordings = _wordings()
    return [
        RegionMention(Span(*match.span("form")), *wordings[match["form"]])
        for match in _pattern().finditer(text, start, end)
    ]


def global_event(name: str) -> Span | None:
    """The words that make an event one of the WCO as a whole ('Global Meeting', 'PICARD'); offsets are the name's.

    ``None`` also where the name says a region besides.
    """
    mentions = find_regions(name, 0, len(name))
    wide = next((m.span for m in mentions if m.region is Region.GLOBAL), None)
    return None if official_region(mentions) else wide


def official_region(mentions: list[RegionMention]) -> RegionMention | None:
    """The first region that is named as such, and is not the whole WCO."""
    return next((m for m in mentions if m.official and m.region is not Region.GLOBAL), None)


@lru_cache(maxsize=1)
def _partners() -> re.Pattern[str]:
    forms: set[str] = set()
    for row in read_table("data", "reference", "partners.csv", columns=("acronym", "name", "type", "name_variants")):
        forms.update(form for form in (row["acronym"], row["name"], *split_list(row["name_variants"])) if len(form) > 2)
    ordered = sorted(forms - _wordings().keys(), key=lambda form: (-len(form), form))
    return regex(rf"(?<![\w/-])(?:{'|'.join(re.escape(form) for form in ordered)})(?![\w])")


_WCO = regex(
    r"(?<!\w)(?:WCO|World Customs Organi[sz]ation|ROCBs?|RTCs?|RILOs?|RCLs?|RDTCs?"
    r"|Regional\s+(?:Training|Customs|Office|Intelligence))"
)


def foreign_organizer(name: str) -> bool:
    """Whether the name of an event shows another organization's event ('21st OCO Annual Conference').

    An event 'for ASEAN Members' may well be the WCO's.
    """
    if _WCO.search(name):
        return False
    partner = _partners().search(name)
    return partner is not None and not _FOR.search(name[: partner.start()])


_FOR = regex(r"\bfor\s(?:the\s)?$")


@lru_cache(maxsize=1)
def _members() -> Mapping[str, Region]:
    rows = read_table("data", "reference", "members.csv", columns=("iso2", "region"))
    return {row["iso2"]: row.one_of(Region, "region") for row in rows if row["region"]}


def region_of_country(country: str) -> Region | None:
    """The region of a Member of the WCO.

    Args:
        country: ISO 3166-1 alpha-2.
    """
    return _members().get(country)
