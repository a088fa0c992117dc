"""Series of meetings: those of ``data/reference/series.csv``, and those that a stated ordinal shows to exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg.linking.names import key_words, words
from kg.model import Entity, EntityKind, Meeting, Region
from kg.reference import region_of
from kg.slugs import slug
from kg.tables import Row, read_table, split_list

__all__ = ["GENERIC", "SeriesKey", "known_series", "listed_series", "name_without_number", "series_of"]

_REGION_WORDS = {"ap", "esa", "wca", "mena", "europe", "ams"}
GENERIC = frozenset(
    {"meeting", "session", "conference", "workshop", "seminar", "forum", "congress", "ceremony", "visit", "plenary"}
    | {"regional", "international", "world", "global", "annual", "joint", "informal", "formal", "official"}
    | {"virtual", "online", "hybrid", "extraordinary", "opening", "closing", "signing"}
    | {"head", "working", "group", "wco", "customs"}
)
"""Words that do not tell one event from another."""
_UNITS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ORDINAL = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?(?:\s*/\s*\d+(?:st|nd|rd|th))?|[IVXL]+(?:th|st|nd|rd)|(?:twenty|thirty|forty)[ -]\w+"
    rf"|{'|'.join(_UNITS)}|\w+teenth|\w+tieth)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What makes two meetings members of one series.

    Attributes:
        key: Slug of a listed series; else the distinctive words in alphabetical order, and the region.
        label: Its name in the table, else as this meeting has it; not part of the identity.
        listed: The entity, where the table has it.
    """

    key: tuple[str, ...]
    label: str = field(compare=False)
    listed: Entity | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words that a name must hold (one of each set), and words that it must not."""

    needed: tuple[frozenset[str], ...]
    barred: frozenset[str]

    def fits(self, name: frozenset[str]) -> bool:
        return not self.barred & name and all(choice & name for choice in self.needed)


@dataclass(frozen=True, slots=True)
class _Series:
    entity: Entity
    region: Region | None
    patterns: tuple[_Pattern, ...]

    def fits(self, name: frozenset[str], region: Region | None, country: str) -> bool:
        """Whether a meeting of that name and region belongs to the series.

        A series of one region needs that region, stated or in the name, or that of the country where it is held; one of
        the whole WCO must not be of a region, unless it is called global.
        """
        if not any(pattern.fits(name) for pattern in self.patterns):
            return False
        if self.region is None:
            return True
        if self.region is Region.GLOBAL:
            return "global" in name or (region in {None, Region.GLOBAL} and not name & _REGION_WORDS)
        if region is not None:
            return region is self.region
        if country and _region_of(country) is self.region:
            return True
        own = "europe" if self.region is Region.EUR else self.region.value.lower()
        return own in name


def series_of(meeting: Meeting) -> SeriesKey | None:
    """The series that a meeting belongs to, or ``None``.

    Args:
        meeting: As one report speaks of it.

    Returns:
        The series of the table that its names and region fit; else, where an ordinal is stated and the name says more
        than 'meeting', a series of that name in that region.
    """
    region = meeting.regions[0].value if meeting.regions else None
    names = [stated.value for stated in meeting.names]
    for name in names:
        found = known_series(key_words(name), region, meeting.countries[0].value if meeting.countries else "")
        if found is not None:
            return SeriesKey((found.slug,), found.label, found)
    return _unlisted(names, region) if meeting.ordinals else None


def known_series(name: frozenset[str], region: Region | None, country: str = "") -> Entity | None:
    """The first series of the table that the words of a name, the region and the host country fit."""
    return next((series.entity for series in _table() if series.fits(name, region, country)), None)


def name_without_number(name: str) -> str:
    """A meeting's name without its ordinal and its year."""
    return " ".join(_YEAR.sub(" ", _ORDINAL.sub(" ", name)).split()).strip(" ,-–")


def _unlisted(names: Iterable[str], region: Region | None) -> SeriesKey | None:
    for name in names:
        label = re.sub(r"\s*\([^)]*\)", "", name_without_number(name))
        told_by = key_words(label) - _REGION_WORDS - {"wco"}
        # the number of an anniversary counts years, not meetings
        if told_by - GENERIC and "anniversary" not in told_by:
            return SeriesKey((*sorted(told_by), region.value if region else ""), label)
    return None


@cache
def listed_series() -> Mapping[str, Entity]:
    """The series of the table, by slug."""
    return {series.entity.slug: series.entity for series in _table()}


@cache
def _region_of(country: str) -> Region | None:
    """The region of a Member; none for Belgium, where the WCO has its seat and every region meets."""
    rows = read_table("data", "reference", "members.csv", columns=("iso2", "region"))
    regions = {row["iso2"]: region_of(row) for row in rows if row["iso2"] != "BE"}
    return regions.get(country)


@cache
def _table() -> tuple[_Series, ...]:
    rows = read_table("data", "reference", "series.csv", columns=("slug", "label", "region", "patterns", "alt_labels"))
    return tuple(_series(row) for row in rows)


def _series(row: Row) -> _Series:
    if slug(row["slug"]) != row["slug"]:
        raise row.error("slug", "lower-case words joined by hyphens are needed")
    if not row["patterns"]:
        raise row.error("patterns", "at least one pattern is needed")
    entity = Entity(EntityKind.SERIES, row["slug"], row["label"], tuple(sorted(split_list(row["alt_labels"]))))
    return _Series(entity, region_of(row), tuple(_pattern(pattern) for pattern in split_list(row["patterns"])))


def _pattern(text: str) -> _Pattern:
    """'rocb rtc meeting|assembly -europe|ap': needed words, alternatives with a stroke, barred words after a hyphen."""
    needed: list[frozenset[str]] = []
    barred: set[str] = set()
    for part in text.split():
        choices = frozenset(word for choice in part.lstrip("-").split("|") for word in words(choice))
        if part.startswith("-"):
            barred |= choices
        else:
            needed.append(choices)
    return _Pattern(tuple(needed), frozenset(barred))
