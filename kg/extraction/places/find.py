"""Recognises countries and cities.

The gazetteer is ``data/reference/members.csv`` (Members of the WCO) and ``data/reference/places.csv`` (other countries
and territories, capitals, cities). A city that is in neither is recognised where its country stands beside it
('Kashiwa, Japan', 'Yalta (Ukraine)'). ISO codes are never matched: in prose they are words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.places.table import PlaceEntry, adjectives, countries, entries_by_form, place_words
from kg.extraction.words.text import LETTER, UPPER
from kg.model import Span
from kg.regex import regex

__all__ = ["PlaceKind", "PlaceMention", "adjectives", "countries", "find_places"]


class PlaceKind(StrEnum):
    """How a place is mentioned."""

    CITY = "city"
    """A city alone; its country is the gazetteer's."""
    COUNTRY = "country"
    """A country alone."""
    PAIR = "pair"
    """A city and its country, both stated."""
    OFFICE = "office"
    """Part of the name of an organization or a building: 'RTC Budapest', 'Korea Customs Service'."""


class PlaceMention(NamedTuple):
    """Characters that name a place.

    Attributes:
        span: Where it stands, brackets and country included.
        city: As in the text; ``None`` where only a country is named.
        country: ISO 3166-1 alpha-2; ``None`` where the name leaves doubt.
        kind: How it is mentioned.
        stated: The country itself stands in the text.
    """

    span: Span
    city: str | None
    country: str | None
    kind: PlaceKind
    stated: bool = False


class _Atom(NamedTuple):
    """One form of the gazetteer in the text."""

    start: int
    end: int
    entry: PlaceEntry


_BETWEEN = regex(r"(?:\s?,\s?(?:in\s)?|\s?\(|\sin\s|\s[-–]\s)(?:the\s)?")
_STATE_BETWEEN = regex(
    rf",\s?(?:(?:State|Province)\sof\s)?[{UPPER}]{LETTER}{{2,20}}(?:\s[{UPPER}]{LETTER}{{1,20}})?(?:,\s?|\s\()(?:the\s)?"
)
_CAPITALISED = rf"[{UPPER}](?:{LETTER}|['’.](?={LETTER}))*"
_UNKNOWN_CITY = regex(
    rf"(?:^|(?<=[\s(:,;.–-]))(?P<city>{_CAPITALISED}"
    rf"(?:[ -](?:(?:de|del|da|do|la|el|al|of|sur|upon|on)[ -])?{_CAPITALISED}){{0,3}})"
    r"\s?(?:,\s?|\()(?:the\s)?$"
)
_OPENING = (",", "(", "the")
"""What stands between an unknown city and its country ends with one of these."""
_CITY_AHEAD = regex(
    r"(?:^|\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Vv]isited|[Cc]ity of|[Tt]own of)\s(?:the\s)?"
    r"|\d{4}\s?[,.–-]\s?|[,:]\s|\)\s)$"
)
_CLOSING = regex(r"(?:\s\([A-Z]{2,6}\))?\s?\)")
_ACRONYM_BEHIND = regex(r"\s\([A-Z]{2,6}\)")
_DEFINITION = regex(r"\s\(([A-Z]{2,6})\)")
_NEXT_WORD = regex(rf"(?:['’]s)?[ -]({_CAPITALISED})")
_LAST_WORD = regex(r"(?P<word>[\w'’./&-]{1,30})[ -]$")
_LAST_OF = regex(rf"(?P<word>[{UPPER}][\w'’-]{{1,30}}),?\s(?:of|for)\s(?:the\s)?$")
_CONTEXT_AHEAD = regex(r"\b(?:in|at|from|to|near|of|and|visited)\s(?:the\s)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[PlaceEntry]]:
    forms = entries_by_form()
    return AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest), list(forms.values())


def find_places(text: str, start: int = 0, end: int | None = None) -> list[PlaceMention]:
    """The places named in ``text[start:end]``, in its order, without overlap. Offsets are those of ``text``."""
    end = len(text) if end is None else end
    atoms = _atoms(text, start, end)
    mentions: list[PlaceMention] = []
    position = 0
    while position < len(atoms):
        atom = atoms[position]
        following = atoms[position + 1] if position + 1 < len(atoms) else None
        pair = _pair(text, atom, following, end) if following else None
        if pair is not None:
            mentions.append(pair)
            while position < len(atoms) and atoms[position].start < pair.span.end:
                position += 1
            continue
        position += 1
        floor = atoms[position - 2].end if position > 1 else start
        mention = _unknown_city(text, atom, floor, end) if atom.entry.is_country else None
        mention = mention or _single(text, atom, _in_list(text, atoms, position - 1))
        if mention is not None:
            mentions.append(mention)
    return mentions


@lru_cache(maxsize=2)
def _hits(text: str) -> tuple[list[tuple[int, int, int]], list[int]]:
    """Number, start and end of all forms of the gazetteer in a whole text, since its parts are read one by one.

    Their starts stand beside them.
    """
    hits = list(_automaton()[0].find_matches_as_indexes(text))
    return hits, [start for _, start, _ in hits]


def _hits_within(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    hits, starts = _hits(text)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    if (first and hits[first - 1][2] > start) or (last > first and hits[last - 1][2] > end):
        # a form reaches over the border: what is found within it depends on where the part ends
        part = _automaton()[0].find_matches_as_indexes(text[start:end])
        return [(index, first + start, last + start) for index, first, last in part]
    return hits[first:last]


@lru_cache(maxsize=2)
def _defined_otherwise(text: str) -> frozenset[str]:
    """Acronyms that a text gives something that is no country: 'Department of Revenue and Customs (DRC)' of Bhutan."""
    found = _DEFINITION.finditer(text)
    defined = ((text[max(0, match.start() - 40) : match.start()].split()[-1:], match[1]) for match in found)
    return frozenset(acronym for word, acronym in defined if word and word[0] not in _words_of_countries())


@lru_cache(maxsize=1)
def _words_of_countries() -> frozenset[str]:
    return frozenset(word for form in countries() for word in form.split())


def _atoms(text: str, start: int, end: int) -> list[_Atom]:
    _, entries = _automaton()
    atoms = []
    for index, first, stop in _hits_within(text, start, end):
        entry = entries[index]
        city = None if entry.is_country else _CITY_BEHIND.match(text, stop)
        last = city.end() if city else stop
        before, after = text[first - 1 : first] if first > start else "", text[last : last + 1]
        if before.isalnum() or before in {"/", "’", "'", "&", "$"} or after.isalnum() or after in {"/", "$"}:
            continue
        if not (_excluded(text, first, last) or text[first:stop] in _defined_otherwise(text)):
            atoms.append(_Atom(first, last, entry))
    return atoms


_CITY_BEHIND = regex(r"\sCity(?!\w)")
"""'Ha Long City'."""
_CONVENTION_CENTRE = regex(r"\s(?:and\s)?(?:Exhibition\s)?(?:Centre|Center|Hall|Exhibition)\b")


@lru_cache(maxsize=1)
def _excluding_endings() -> tuple[str, ...]:
    """The words before a name that exclude it, each with the blank behind it."""
    return tuple(f"{word} " for word in sorted(place_words()["before"]))


def _excluded(text: str, first: int, last: int) -> bool:
    """Whether the name belongs to something else: a convention, a river, a university, a person."""
    words = place_words()
    behind = _NEXT_WORD.match(text, last)
    if behind and behind[1] in words["title"] | words["nature"] and not _CONVENTION_CENTRE.match(text, behind.end()):
        return True
    ahead = text[max(0, first - 24) : first]
    if ahead.endswith(_excluding_endings()):
        return True
    ahead = ahead.rstrip(" .").rpartition(" ")[2].strip("(\n")
    return ahead in words["person"]


_WITH_ISLANDS = frozenset(("US", "FR", "NZ", "GB", "NL"))
"""Countries to which islands belong that have a code of their own."""


def _of_another_country(city: PlaceEntry, country: PlaceEntry) -> bool:
    """Whether a country behind a place is not that in which it lies: 'Guam, Kiribati and Nauru'."""
    if city.kind == "island":
        return country.country != city.country and country.country not in _WITH_ISLANDS
    return city.is_city_state and country.country not in {city.country, "CN"}


def _pair(text: str, city: _Atom, country: _Atom, end: int) -> PlaceMention | None:
    """A city with its country behind it: 'Lomé, Togo', 'Antigua (Guatemala)', 'Orlando, Florida, USA'."""
    if city.entry.is_country or not country.entry.is_country:
        return None
    if _of_another_country(city.entry, country.entry):
        return None
    between = _BETWEEN.fullmatch(text, city.end, country.start) or _STATE_BETWEEN.fullmatch(
        text, city.end, country.start
    )
    if between is None:
        return None
    bracket = "(" in between[0]
    closing = (_CLOSING if bracket else _ACRONYM_BEHIND).match(text, country.end, end)
    if bracket and closing is None:
        return None
    stop = closing.end() if closing else country.end
    if not bracket and _organization_behind(text, country.end):
        return None
    iso = city.entry.country if city.entry.is_city_state else country.entry.country
    return PlaceMention(
        Span(city.start, stop), city.entry.city_in(text[city.start : city.end]), iso, PlaceKind.PAIR, stated=True
    )


def _unknown_city(text: str, country: _Atom, floor: int, end: int) -> PlaceMention | None:
    """A capitalised name before a country that is in no table."""
    window = max(floor, country.start - 64)
    ahead = text[window : country.start]
    found = _UNKNOWN_CITY.search(ahead) if ahead.rstrip().endswith(_OPENING) else None
    if found is None or _organization_behind(text, country.end):
        return None
    name, start = found["city"], window + found.start("city")
    words = re.split(r"[ -]", name)
    acronym = len(name) < 6 if name.isupper() else any(word.isupper() and len(word) > 1 for word in words)
    if acronym or any(_no_city(word) for word in words):  # 'Head of SUNAT (Peru)'
        return None
    line = max(_line_start(text, start), floor)
    if not _CITY_AHEAD.search(text[line:start]) or _after_person(text, start):
        return None
    if text[floor:start].strip() in {",", "and", ", and"} and floor > 0:
        return None
    stop = country.end
    if "(" in found[0][len(name) :]:
        closing = _CLOSING.match(text, country.end, end)
        if closing is None:
            return None
        stop = closing.end()
    return PlaceMention(Span(start, stop), name, country.entry.country, PlaceKind.PAIR, stated=True)


def _no_city(word: str) -> bool:
    words = place_words()
    return len(word) < 2 or any(word in words[use] for use in ("organization", "person", "other"))


def _line_start(text: str, position: int, reach: int = 64) -> int:
    """Where the line begins that ``position`` stands on, or ``reach`` characters before it."""
    floor = max(0, position - reach)
    return max(text.rfind("\n", floor, position) + 1, floor)


def _after_person(text: str, start: int) -> bool:
    """Whether the words before are an honorific, as in 'Mr. Larry Liza, Kenya'."""
    ahead = text[max(0, start - 8) : start].rstrip(" .").rpartition(" ")[2]
    return ahead in place_words()["person"]


def _organization_behind(text: str, position: int) -> bool:
    behind = _NEXT_WORD.match(text, position)
    return behind is not None and behind[1] in place_words()["organization"]


_BETWEEN_LISTED = frozenset(("", "and", "&", "the", "and the"))


def _in_list(text: str, atoms: list[_Atom], position: int) -> bool:
    """Whether the place stands beside another one in a list or in brackets."""
    atom = atoms[position]
    gaps = []
    if position:
        gaps.append(text[atoms[position - 1].end : atom.start])
    if position + 1 < len(atoms):
        gaps.append(text[atom.end : atoms[position + 1].start])
    return any(0 < len(gap) <= len(", and the ") and gap.strip(" ,();") in _BETWEEN_LISTED for gap in gaps)


def _single(text: str, atom: _Atom, listed: bool) -> PlaceMention | None:
    """A city or a country alone."""
    entry = atom.entry
    office = _office_part(text, atom)
    if entry.needs_context and not listed and not _has_context(text, atom, office):
        return None
    span = Span(atom.start, atom.end)
    if entry.is_country:
        return PlaceMention(span, None, entry.country, PlaceKind.OFFICE if office else PlaceKind.COUNTRY, stated=True)
    city = entry.city_in(text[atom.start : atom.end])
    country = None if entry.needs_context and entry.ambiguous else entry.country
    return PlaceMention(span, city, country, PlaceKind.OFFICE if office else PlaceKind.CITY, stated=entry.is_city_state)


def _office_part(text: str, atom: _Atom) -> bool:
    """Whether a capitalised word leans on the name: 'RTC Budapest', 'Shanghai Customs College', 'Bank of Korea'."""
    if text[atom.end : atom.end + 6] == "-based":
        return True
    behind = _NEXT_WORD.match(text, atom.end)
    if behind:
        return True
    line = _line_start(text, atom.start)
    ahead = _LAST_WORD.search(text, max(line, atom.start - 32), atom.start)
    if ahead and ahead["word"][0].isupper() and ahead["word"] not in place_words()["other"]:
        return not ahead["word"].endswith((".", ",")) and ahead["word"] not in {"City", "Republic"}
    return _LAST_OF.search(text, line, atom.start) is not None


def _after_organization(ahead: str) -> bool:
    """Whether the name of a house stands before, with a comma: 'the Marriott Hotel, Georgetown'."""
    before = _HOUSE.search(ahead)
    return before is not None and before["word"] in place_words()["organization"]


_HOUSE = regex(r"(?P<word>[A-Z]\w{1,24}),\s$")


def _has_context(text: str, atom: _Atom, office: bool) -> bool:
    """Whether a name that is also a word or a person's name is used as a place here."""
    line = _line_start(text, atom.start)
    behind = _NEXT_WORD.match(text, atom.end)
    if behind:
        return behind[1] in place_words()["organization"]
    ahead = text[line : atom.start]
    if _CONTEXT_AHEAD.search(ahead) or _after_organization(ahead):
        return True
    if not text[line : atom.start].strip():
        return text[atom.end : atom.end + 1] in {",", "\n", ""} and not office
    return False
