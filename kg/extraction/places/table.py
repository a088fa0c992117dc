"""The gazetteer of places: what the tables know, by the form that stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kg.extraction.words.text import without_accents
from kg.extraction.words.titles import title_words
from kg.tables import Row, read_table, split_list

__all__ = ["PlaceEntry", "adjectives", "countries", "country_names", "entries_by_form", "place_words"]

_KINDS = ("country", "capital", "city", "city state", "island")
_NOT_A_PLACE = frozenset({"EU"})
"""Members of the WCO that are no place."""


class PlaceEntry(NamedTuple):
    """A row of the gazetteer.

    Attributes:
        name: Its first form.
        country: ISO 3166-1 alpha-2.
        kind: country, capital, city, city state or island.
        needs_context: It is also a word or a person's name, so that a capital letter alone does not make it a place.
    """

    name: str
    country: str
    kind: str
    needs_context: bool = False

    @property
    def is_country(self) -> bool:
        """A country or a territory, and not at the same time a city."""
        return self.kind == "country"

    @property
    def is_city_state(self) -> bool:
        """City and country in one: 'Singapore', 'Hong Kong'."""
        return self.kind == "city state"

    @property
    def ambiguous(self) -> bool:
        """Whether several countries have a city of this name."""
        return self.name in _several_countries()

    def city_in(self, form: str) -> str:
        """The city's name as in the text; of a city state without what makes it a country ('Hong Kong, China')."""
        return self.name if self.is_city_state or (form.isupper() and not self.name.isupper()) else form


_USES = ("title", "nature", "before", "organization", "person", "other")


@lru_cache(maxsize=1)
def place_words() -> Mapping[str, frozenset[str]]:
    """Words by what they do to a place name beside them (``data/wordings/place_words.csv``).

    Those of titles stand for organizations, too: 'Senior Inspector, Kenya' is no city.
    """
    words: dict[str, set[str]] = {use: set() for use in _USES}
    words["organization"] |= title_words()
    for row in read_table("data", "wordings", "place_words.csv", columns=("word", "use")):
        if row["use"] not in words:
            raise row.error("use", f"one of {', '.join(words)} is needed")
        words[row["use"]].add(row["word"])
    return MappingProxyType({use: frozenset(found) for use, found in words.items()})


def _member_forms(row: Row) -> Iterator[str]:
    """Names of a Member as they stand in prose. ISO codes and remarks in brackets are none."""
    for form in (row["name"], *split_list(row["aliases"])):
        if form in {row["iso2"], row["iso3"]} and form not in {"USA", "PNG"}:
            continue
        if "older)" in form or "until" in form or (len(form) == 2 and form != "UK") or form in _ACRONYMS:
            continue
        yield form
        if form.startswith("The "):
            yield form[4:]


_ACRONYMS = frozenset({"CAR", "RSA", "SVG", "T&T", "ROK", "PRC", "BiH", "KSA", "RDC"})
"""Short forms that mean something else in these reports as often as not."""


def _spellings(form: str) -> Iterator[str]:
    """The form with straight and curly apostrophe, with and without accents."""
    for plain in dict.fromkeys((form, without_accents(form))):
        for quote in ("'", "’"):
            yield plain.replace("'", quote).replace("’", quote)


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """Every form of a country's or territory's name, to its ISO 3166-1 alpha-2 code."""
    forms: dict[str, str] = {}
    for row in read_table(
        "data", "reference", "members.csv", columns=("name", "iso2", "iso3", "aliases", "adjectives")
    ):
        for form in _member_forms(row):
            for spelling in _spellings(form):
                forms.setdefault(spelling, row["iso2"])
    for entry, form in _rows():
        if entry.kind in {"country", "city state"}:
            for spelling in _spellings(form):
                forms.setdefault(spelling, entry.country)
    return MappingProxyType(forms)


@lru_cache(maxsize=1)
def adjectives() -> Mapping[str, tuple[str, ...]]:
    """Every adjective of a country ('Argentine'), to its code, or to the codes of all that share it ('Congolese')."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in read_table("data", "reference", "members.csv", columns=("iso2", "adjectives")):
        for form in split_list(row["adjectives"]):
            if len(form) > 3:
                forms[form] = (*forms.get(form, ()), row["iso2"])
    return MappingProxyType(forms)


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Name of each Member by its code, as in running text: 'Congo (Republic of the)' is 'Republic of the Congo'."""
    names: dict[str, str] = {}
    for row in read_table("data", "reference", "members.csv", columns=("iso2", "name")):
        turned = re.fullmatch(r"(.*) \((.* of(?: the)?)\)", row["name"])
        names[row["iso2"]] = f"{turned[2]} {turned[1]}" if turned else row["name"]
    return MappingProxyType(names)


def _rows() -> Iterator[tuple[PlaceEntry, str]]:
    for row in read_table(
        "data", "reference", "places.csv", columns=("name", "variants", "country_iso2", "kind", "context")
    ):
        if row["kind"] not in _KINDS:
            raise row.error("kind", f"one of {', '.join(_KINDS)} is needed")
        if row["context"] not in {"", "needed"}:
            raise row.error("context", "'needed' or nothing is expected")
        entry = PlaceEntry(row["name"], row["country_iso2"], row["kind"], row["context"] == "needed")
        for form in (row["name"], *split_list(row["variants"])):
            yield entry, form


@lru_cache(maxsize=1)
def _several_countries() -> frozenset[str]:
    seen: dict[str, str] = {}
    several = set()
    for entry, _form in _rows():
        if not entry.is_country and seen.setdefault(entry.name, entry.country) != entry.country:
            several.add(entry.name)
    return frozenset(several)


@lru_cache(maxsize=1)
def entries_by_form() -> Mapping[str, PlaceEntry]:
    """Every form of the gazetteer to its row. A city state or an island wins over the territory of the same name."""
    forms: dict[str, PlaceEntry] = {}
    rank = {"city state": 0, "island": 1, "country": 2, "capital": 3, "city": 4}
    rows = sorted(_rows(), key=lambda row: rank[row[0].kind])
    for entry, form in rows:
        for spelling in _spellings(form):
            forms.setdefault(spelling, entry)
    city_states = {entry.country: entry for entry, _ in rows if entry.is_city_state}
    for form, iso in countries().items():
        if iso not in _NOT_A_PLACE:
            of_city_state = city_states.get(iso) if iso in {"HK", "MO", "SG"} else None
            forms.setdefault(form, of_city_state or PlaceEntry(form, iso, "country"))
    for form, entry in list(forms.items()):
        if len(form) > 3 and not entry.needs_context and not form.isupper():
            forms.setdefault(form.upper(), entry)
    return MappingProxyType(forms)
