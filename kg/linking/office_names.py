"""Names of offices, reduced to what makes two names one.

'WCO Regional Office for Capacity Building for Asia/Pacific' and 'ROCB A/P' have one key; so have 'Korea Customs',
'Korean Customs' and 'Customs Service of Korea', and 'Russia' and 'the Russian Federation'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from kg.linking.names import STOP_WORDS, Phrases, words
from kg.model import Office, OfficeKind
from kg.reference import ReferenceOffice, reference_offices, shared_forms
from kg.tables import read_table, split_list

__all__ = ["Key", "bare_name", "bracketed_acronyms", "is_telling", "office_key", "reference_row", "row_of"]

Key = tuple[str, ...]

_REGIONAL = frozenset({"rocb", "rilo", "rtc", "rcl", "rdtc", "vicechair"})
_REGIONS = frozenset({"ap", "esa", "wca", "mena", "europe", "ams"})
_ADMINISTRATIVE = frozenset(
    {"customs", "excise", "service", "department", "administration", "authority", "agency", "office", "national"}
)
_BRACKET = re.compile(r"\s*\(([^)]*)\)")
_FINAL_BRACKET = re.compile(r"\(([^)]*)\)\s*$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z&/][A-Z&/-]*[A-Za-z]*")


def bare_name(name: str) -> str:
    """The name without the acronyms that stand in brackets."""
    return _BRACKET.sub(lambda match: "" if _ACRONYM.fullmatch(match[1].strip()) else match[0], name).strip() or name


def bracketed_acronyms(names: Iterable[str]) -> Iterator[str]:
    """The acronyms that end a name, which stand for the whole of it: 'Asian-Pacific Postal Union (APPU)'."""
    for name in names:
        found = _FINAL_BRACKET.search(name)
        if found and _ACRONYM.fullmatch(found[1].strip()):
            yield found[1].strip()


def is_telling(form: str) -> bool:
    """Whether a form is long or odd enough to be no one else's."""
    return len(form.split()) >= 2 or bool(_ACRONYM.fullmatch(form))


@lru_cache(maxsize=65536)
def office_key(name: str) -> Key:
    """What makes two names one by identity: their words, in whatever order, without what adds nothing."""
    kept = {word for word in _countries().applied(words(bare_name(name))) if word not in STOP_WORDS}
    if _REGIONAL & kept:
        kept -= {"wco", "region", "regional"}
    if "vicechair" in kept:
        kept -= {"office", "secretariat", "council"}
    if "directorate" in kept:
        kept -= {"secretariat"}
    if len(kept) > 2 or kept & _REGIONS:
        kept -= {"wco"}
    countries = {word for word in kept if word.startswith("@")}
    if len(countries) == 1 and "customs" in kept and kept - countries <= _ADMINISTRATIVE:
        kept = {*countries, "customs"}
    return tuple(sorted(kept)) or (name,)


def reference_row(office: Office) -> ReferenceOffice | None:
    """The row of the reference tables that an office is, if one of its names is a form of that row alone."""
    keys = {office_key(name) for name in (office.name, *office.forms)}
    row = _rows().get(office.gazetteer_id)
    if row is not None and any(_rows_by_form().get(key) is row and not set(key) <= _common_words() for key in keys):
        return row
    own = office_key(office.name)
    row = _rows_by_name().get(own) or _rows_by_form().get(own)
    if row is None or (office.country and row.country not in {"", office.country}):
        return None
    names_none = set(own) <= _common_words() and not office.country
    return None if names_none and row.kind is OfficeKind.ADMINISTRATION else row


def row_of(identifier: str) -> ReferenceOffice | None:
    """The row of that identifier."""
    return _rows().get(identifier)


@cache
def _rows() -> Mapping[str, ReferenceOffice]:
    return {row.id: row for row in reference_offices()}


@cache
def _rows_by_name() -> Mapping[Key, ReferenceOffice]:
    """Rows by the key of their official name; a key that several rows have is left out."""
    owners: defaultdict[Key, list[ReferenceOffice]] = defaultdict(list)
    for row in reference_offices():
        owners[office_key(row.name)].append(row)
    return {key: rows[0] for key, rows in owners.items() if len(rows) == 1 and (len(key) > 1 or key[0] in _REGIONAL)}


@cache
def _rows_by_form() -> Mapping[Key, ReferenceOffice]:
    """Rows by the key of each of their forms; a key that several rows have, if only in a shared form, is left out."""
    owners: defaultdict[Key, set[str]] = defaultdict(set)
    for row in reference_offices():
        for key in _keys_of(row):
            owners[key].add(row.id)
    for form, ids in shared_forms().items():
        owners[office_key(form)].update(ids)
    return {key: _rows()[min(ids)] for key, ids in owners.items() if len(ids) == 1}


def _keys_of(row: ReferenceOffice) -> frozenset[Key]:
    """Keys that may stand for a row. A common word ('Council') names no office, and a country alone is the country."""
    telling = (form for form in row.forms if is_telling(form) and not form.startswith("the "))
    keys = {office_key(form) for form in telling if form not in _ambiguous()}
    country = f"@{row.country.lower()}"
    if row.kind is OfficeKind.ADMINISTRATION:
        keys.add(tuple(sorted({country, "customs"})))
    elif row.country:  # the 'Central Customs Laboratory of Japan' is the 'Central Customs Laboratory' there
        keys |= {tuple(sorted({*key, country})) for key in keys if len(key) > 2}
    return frozenset(key for key in keys if len(key) > 1 or not key[0].startswith("@"))


@cache
def _common_words() -> frozenset[str]:
    """Words of which so many administrations make their names that without a country they name none."""
    table = read_table("data", "wordings", "administration_words.csv", columns=("word",))
    return frozenset(word for row in table for word in words(row["word"]))


@cache
def _ambiguous() -> frozenset[str]:
    rows = read_table("data", "reference", "acronym_collisions.csv", columns=("string",))
    return frozenset(row["string"] for row in rows)


@cache
def _countries() -> Phrases:
    """Names and adjectives of countries, for which ``@`` and their code stands; not what two share ('Congolese')."""
    table: defaultdict[Key, set[str]] = defaultdict(set)
    for row in read_table("data", "reference", "members.csv", columns=("name", "iso2", "aliases", "adjectives")):
        names = [row["name"], *split_list(row["aliases"]), *split_list(row["adjectives"])]
        for name in names:
            tokens = words(_BRACKET.sub("", name))
            if len(name) > 2 and not _REGIONS & set(tokens):
                table[tokens].add(row["iso2"])
    return Phrases({name: [f"@{min(codes).lower()}"] for name, codes in table.items() if len(codes) == 1 and name})
