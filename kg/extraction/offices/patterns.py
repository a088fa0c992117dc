"""The shapes of the names of organizations, each with the words at which it may begin.

A shape is tried at these words alone and nowhere else, so that the long lists of regions and countries that the
expressions hold cost nothing in the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from kg.extraction.offices.bounds import NEVER_IN_NAMES
from kg.extraction.places.region_table import region_names
from kg.extraction.places.table import adjectives, countries
from kg.extraction.words.text import CAP, LETTER, alternation
from kg.regex import regex
from kg.tables import read_table

__all__ = [
    "CUSTOMS_AHEAD",
    "IN_SMALL",
    "MATTERS",
    "STRUCTURE_IN_SMALL",
    "CustomsPatterns",
    "HeadPattern",
    "Shape",
    "customs_patterns",
    "heads",
    "shapes",
]


@dataclass(frozen=True, eq=False)
class Shape:
    """A shape that begins with a word of its own.

    Attributes:
        rule: Name of the rule.
        expression: That of :attr:`pattern`.
        leads: The capitalised words with which the shape begins, each with the small words, or nothing, that may stand
            before it ('the Americas').
        needed: Capitalised words of which a text has one where it has the shape; empty if none is certain.
    """

    rule: str
    expression: str
    leads: Mapping[str, Collection[str]]
    needed: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the whole name from its first word on; made when first asked for, as many texts have no such name."""
        return regex(self.expression)


_FULL = (
    r"Regional\s+Offices?\s+(?:for|of)\s+Capacity[\s-]+Building|Regional\s+Intelligence\s+Liaison\s+Offices?"
    r"|Regional\s+(?:Customs\s+)?[Tt]raining\s+(?:Centre|Center)s?|Regional\s+Customs\s+Laborator(?:y|ies)"
    r"|Regional\s+(?:Customs\s+)?Dog\s+Training\s+(?:Centre|Center)s?|Regional\s+Offices?"
    r"|Regional\s+Training\s+Institutes?"
)
_ACRONYMS = ("ROCB", "ROCP", "RILO", "RTC", "RCL", "RDTC")
_ACRONYM = rf"(?:{'|'.join(_ACRONYMS)})(?:s|['’]s)?"
_DIRECTORATES = (
    "Capacity Building|Compliance and Facilitation|Compliance and Enforcement|Compliance & Facilitation"
    "|Procedures and Facilitation|Tariff and Trade Affairs|Tariff & Trade Affairs|CB"
)
_NO_HOST = (
    "Heads?|Directors?|Meetings?|Conference|Workshop|Network|Programme|Program|Staff|Members?|Managers?|Officers?"
    "|Deputy|Acting|Technical|Annual|National|Regional|Contact|Experts?|Project|Mr|Ms|Mrs|Dr|I|The"
)
"""Capitalised words behind an acronym that are no place: 'RTC Heads'."""
MATTERS = "Affairs|Issues|Matters|Relations"
"""What makes a field of work of a name: 'Director of Tariff and Trade | Affairs'."""
_HONORIFICS = "Mr|Mrs|Ms|Miss|Mme|Mlle|Madame?|Monsieur|Dr|Prof|Hon|Eng|Engr|Ing|Lic|Licda|Lcda|Lcdo|Dra|Arq|Shri|Smt"
"""They begin somebody's name, and so end that of an organization."""
_PART_OF_WORLD = "Europe|Africa|America|Asia|Dhabi|States|City|Arabia|China|Lanka|Zealand"
_POINT = "(?:West|East|South|North|Central|Eastern|Western|Southern|Northern|Middle|Near|South-East|Southeast)"
_CHAIR_OF = "|".join(
    rf"(?<=[Cc]hair {link})"
    for link in ("for ", "of ", "for the ", "of the ", "of the WCO for ", "of the WCO for the ")
)
"""'Vice-Chair of the WCO for the | Americas and the Caribbean': a region without that word."""
_SUBREGION = (
    rf"(?:{_POINT}(?:,\s+{_POINT}|\s+and\s+{_POINT})*\s+)?"
    r"(?:Caribbean|Africa|Asia|Europe|Americas?|Pacific|Mediterranean|Balkans|Gulf|East)"
)
"""Parts of the world that are no WCO region: 'RILO for West Africa', 'for the Caribbean'."""
_ACRONYM_BEHIND = r"(?:\s*\((?P<acronym>(?:[A-Z][\w&/'’ -]{1,14}))\))?"


def _region() -> str:
    return alternation(region_names())


def _region_pattern() -> str:
    region = _region()
    return (
        rf"(?<![\w/-])(?:WCO(?:(?:['’]s)?\s+|-))?(?:{region})(?:\s+\((?:{region})\))?(?:\s+[Rr]egion(?!al)(?!\w)"
        r"|(?=\s+(?:[Rr]egional\s+)?(?:WCO\s+)?Vice\s?-?\s?[Cc]hair(?!\S*\s+[Oo]ffice)))"
        rf"|(?:{_CHAIR_OF})(?:{region})(?![\w/-]|\s+(?:and\s+(?:the\s+)?(?:Caribbean|Pacific|Central|Southern|Middle)|[A-Z]))"
    )


def _structure_pattern() -> str:
    """'WCO Asia/Pacific Regional Office for Capacity Building (ROCB A/P)', 'RTC Budapest', 'RILO for Europe'."""
    region = _region()
    country = alternation({*countries(), *adjectives()})
    bracket = rf"(?:\s+\((?:{region}|{_ACRONYM}(?:[\s-]+(?:{region}))?)\))?"
    return (
        r"(?<![\w/-])"
        r"(?:(?:WCO|World\s+Customs\s+Organi[sz]ation(?:\s+\(WCO\))?)(?:['’]s)?\s+)?"
        rf"(?:(?:{region})(?:['’]s)?(?:\s+[Rr]egional|\s+[Rr]egion)?\s+(?:WCO\s+)?)?"
        rf"(?:(?:{_FULL})(?:\s*\((?P<acronym>{_ACRONYM}(?:[\s-]+(?:{region}))?)\))?|{_ACRONYM})(?!\w)"
        rf"(?:(?:(?:(?:\s+|-)(?:in\s+)?|\s+(?:for|of)\s+(?:the\s+)?(?:WCO\s+)?)(?:{region})"
        rf"|\s+(?:for|of)\s+(?:the\s+)?{_SUBREGION})(?!\w)(?:\s+[Rr]egion)?{bracket}"
        rf"|(?:\s+|-)(?:{country})(?!\w)(?!\s+Customs)"
        rf"|(?<!s)(?<!s\))\s+of\s+(?!the\b|(?:{_NO_HOST})\b){CAP}(?:\s+{CAP})?"
        rf"(?=[.;:)]|,(?!\s+(?:{CAP}\s+)?{CAP}(?:,|\s+and\s))|\s+(?!and\b|or\b)[a-z]|$)"
        rf"|(?<!s)(?<!s\))\s+in\s+(?!the\b|(?:{_NO_HOST})\b){CAP}(?:\s+(?!(?:{_HONORIFICS})\b){CAP})?(?=[,.;:)]|\s+(?!and\b|or\b)[a-z]"
        rf"|\s+(?:{_HONORIFICS})\b|$)"
        rf"|\s+(?!(?:{_NO_HOST})\b)(?:{CAP})"
        rf"(?:\s+(?:and\s+(?:Central|Eastern|Western|Southern|Northern)\s+)?(?:{_PART_OF_WORLD}))?"
        r"(?=\s+[a-z(]|[,.;)(:]))?(?!\w)"
    )


def _vice_chair_pattern() -> str:
    region = _region()
    return (
        rf"(?<![\w/-])(?:(?:WCO\s+)?(?:(?:{region})(?:\s+[Rr]egional)?\s+)?(?:Regional\s+)?(?:WCO\s+)?(?:Council\s+)?"
        r"Vice[\s-]?\s?[Cc]hair(?:person|man)?s?(?:['’]s?|s['’])?\s+"
        r"(?:[Oo]ffices?|[Ss]ecretariats?)(?:\s+\((?:A?P?VCOs?|[^()]{2,30})\))?"
        rf"(?:\s+(?:of|for|in)\s+(?:the\s+)?(?:WCO\s+)?(?:{region})(?:\s+[Rr]egion)?)?|A?P?VCOs?\b)(?!\w)"
    )


_DIRECTORATE = (
    rf"(?<!\w)(?:WCO\s+)?(?:{_DIRECTORATES})\s+(?:[Ss]ub-?\s?)?[Dd]irectorate(?:\s+of\s+(?:the\s+)?WCO(?:\s+Secretariat)?)?"
    r"|(?:all\s+)?WCO\s+Directorates(?:\s+and\s+[Uu]nits)?"
    rf"|WCO\s+(?:{_DIRECTORATES})(?=\s+(?:[a-z]+ed|gave|and|made)\b|[,.)])"
    r"|(?:WCO\s+)?Research\s+Unit|Directorates?\s+of\s+the\s+WCO(?:\s+Secretariat)?"
    r"|Regional\s+Entities(?!\w)|Regional\s+Structures(?!\w)"
)


def _government_pattern() -> str:
    country = alternation(countries())
    return (
        rf"(?<!\w)(?:(?:Royal|Federal|Central)\s+)?Government\s+of\s+(?:the\s+)?(?:{country})(?!\w)(?!['’]s)"
        rf"|(?<!\w)(?:{alternation(adjectives())})\s+(?:Government|Embassy)(?!\w)(?!['’]s)"
        rf"|(?<!\w)(?:{country})\s+Embassy(?!\w)(?!['’]s)"
    )


def _first_words(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The first capitalised word of each form, and what stands before it."""
    for form in forms:
        found = re.search(rf"(?<!\w)[A-Z]{LETTER}*", form)
        if found:
            yield found.group(), form[: found.start()]


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """The shapes, each with the words at which it is tried."""
    regions = [*_first_words(region_names()), ("WCO", "")]
    acronyms = [acronym + ending for acronym in _ACRONYMS for ending in ("", "s")]
    chairs = ("".join(parts) for parts in product(("Vicechair", "ViceChair"), ("", "person", "man"), ("", "s")))
    vice_chairs = ("".join(parts) for parts in product(("", "A"), ("", "P"), ("VCO",), ("", "s")))
    vices = ["Vice", *chairs, *vice_chairs]
    nations = _first_words({*adjectives(), *countries()})
    directorates = ["WCO", "Research", "Directorate", "Directorates", "Regional"]
    return (
        _shape("office.region", _region_pattern(), regions),
        _shape(
            "office.structure",
            _structure_pattern(),
            [*regions, *_plain(*acronyms, "World", "Regional")],
            [*acronyms, "Regional"],
        ),
        _shape("office.vice-chair", _vice_chair_pattern(), [*regions, *_plain("Regional", "Council", *vices)], vices),
        _shape(
            "office.government",
            _government_pattern(),
            [*_plain("Royal", "Federal", "Central", "Government"), *nations],
            ["Government", "Embassy"],
        ),
        _shape(
            "office.fund",
            rf"(?<!\w)(?:WCO\s+)?CCF[/-](?:{alternation(countries())})(?!\w)",
            _plain("CCF", "WCO"),
            ["CCF"],
        ),
        _shape(
            "office.directorate",
            _DIRECTORATE,
            [("WCO", "all "), *_plain(*directorates), *_first_words(_DIRECTORATES.split("|"))],
        ),
    )


def _shape(rule: str, expression: str, words: Iterable[tuple[str, str]], needed: Iterable[str] = ()) -> Shape:
    leads: dict[str, list[str]] = {}
    for word, lead in dict.fromkeys(words):
        leads.setdefault(word, []).append(lead)
    return Shape(rule, expression, leads, frozenset(needed))


def _plain(*words: str) -> list[tuple[str, str]]:
    return [(word, "") for word in words]


class HeadPattern(NamedTuple):
    """Names that a common noun makes names of organizations.

    Attributes:
        words: First words of the nouns.
        probe: Matches where the noun stands, cheaply.
        pattern: Matches the whole name.
    """

    words: frozenset[str]
    probe: re.Pattern[str]
    pattern: re.Pattern[str]


def _nouns(position: str) -> set[str]:
    rows = read_table("data", "wordings", "office_heads.csv", columns=("head", "position"))
    return {row["head"] for row in rows if row["position"] in {position, "both"}}


def _tail() -> str:
    of_place = rf"(?:\s+of\s+(?:the\s+)?(?:{alternation(countries())})(?!\w))?"
    return rf"{_ACRONYM_BEHIND}{of_place}(?!\w)"


@lru_cache(maxsize=1)
def heads() -> tuple[HeadPattern, HeadPattern]:
    """The noun last ('Shanghai Customs College'), and the noun first ('Ministry of Finance')."""
    last, first = _nouns("last"), _nouns("first")
    word = rf"(?!(?:{_HONORIFICS})\b|[A-Z][a-z]+ing\s+the\s|[A-Z]\.[A-Z][a-z]){CAP}"
    another = (
        rf"\s+(?:{alternation({*countries(), *adjectives()})})\s+(?:Customs|Revenue)\b"
        rf"|\s+(?:{alternation(first)})\s+(?:of|for)\s"
        rf"|\s+{CAP}['’]s?\s"
        rf"|\s+(?:{CAP}\s+){{1,3}}(?:University|College|Institute|Academy|Association|Federation)\b"
    )
    sequence = rf"(?:{word}['’]?\s+(?:(?:and(?!\s+the\s|{another})|for|on|de|du|des|la|le|&|the)\s+){{0,2}}){{1,7}}"
    listed = rf"{CAP}(?:\s+{CAP}){{0,2}}(?:,\s+{CAP}(?:\s+{CAP}){{0,2}}){{1,3}}\s+and\s+{word}(?:\s+{word}){{0,2}}"
    linked = rf"(?:and(?!\s+[A-Z]{{2}}|{another})|of|for|on|de|du|des|la|&|of\s+the|for\s+the)"
    chain = rf"{word}(?:\s+{linked}\s+{word}|\s+{word}){{0,7}}"
    more = rf"\s+(?!(?:{alternation(NEVER_IN_NAMES)})\b){CAP}"
    of = rf"(?<!World\sCustoms\s)(?:{alternation(first)})(?:{more}){{0,2}}\s+(?:of|for|de|do|da|del)\s+(?:the\s+)?"
    return (
        HeadPattern(
            frozenset(word for word, _ in _first_words(last)),
            regex(rf"(?:{alternation(last)})(?!\w)"),
            regex(rf"(?<![\w'’-]){sequence}(?:{alternation(last)}){_tail()}"),
        ),
        HeadPattern(
            frozenset(word for word, _ in _first_words(first)),
            regex(of),
            regex(rf"(?<![\w'’-])(?:{CAP}\s+){{0,4}}{of}(?:{listed}|{chain}){_tail()}(?!\s+(?:bin|bint|ibn)\s+[A-Z])"),
        ),
    )


IN_SMALL = regex(
    r"\s(?:(?:state|national|federal)\s)?(?:customs|tax|revenue)(?:\s(?:and|&)\s(?:customs|tax|taxes|revenue|excise"
    r"|border(?:\s(?:protection|control))?))?\s(?:service|administration|authority|agency|department|committee|directorate"
    r"|administration\sservice|bureau)(?:\s\([A-Z][\w&/-]{1,11}\))?(?!\w)"
    r"|\scustoms(?=[,.;:)]|\s(?:and|who|which|has|had|have|was|were|in|at|on|to|for|said|spoke|told|hosted)\b)"
)
"""What makes of the adjective of a country before it the name of its administration."""
STRUCTURE_IN_SMALL = regex(
    r"\bregional\s(?:intelligence\sliaison\soffice|office\sfor\scapacity[\s-]building|capacity[\s-]building\soffice"
    r"|(?:customs\s)?training\s(?:centre|center)|customs\slaboratory)(?:\s\([A-Z][\w&/ -]{1,14}\))?"
    rf"(?:\s(?:for|in|of)\s(?:the\s)?{CAP}(?:[\s/]+(?:(?:and|the)\s)*{CAP}){{0,4}})?"
    r"(?:\s\([A-Z][\w&/ -]{1,14}\))?(?!\w)"
)
"""'the regional intelligence liaison office (RILO) for South America', as newspapers write."""
CUSTOMS_AHEAD = regex(rf"(?<![\w-]){CAP}\s+$")
"""A capitalised word that leads to 'Customs'."""


class CustomsPatterns(NamedTuple):
    """Customs administrations, from the name of their country on or before it.

    Attributes:
        behind: What follows the country: "'s Customs and Excise Department (C&ED)".
        alone: The same from 'Customs' on.
        of: 'Customs Administration of the ', up to the country.
    """

    behind: re.Pattern[str]
    alone: re.Pattern[str]
    of: re.Pattern[str]


@lru_cache(maxsize=1)
def customs_patterns() -> CustomsPatterns:
    """The patterns, with the nouns of ``data/wordings/office_heads.csv``."""
    last = alternation(_nouns("last"))
    alone = (
        r"Customs(?:\s+and\s+(?:Excise|Border\s+(?:Protection|Control|Security|Guard)|Revenue|Indirect\s+Taxes))?"
        rf"(?:\s+(?:{last}))?{_ACRONYM_BEHIND}(?!\w)"
        rf"(?!\s+(?:Officers?|Day|{MATTERS}|Cooperation|Policy|Laws?|Procedures)\b)"
    )
    return CustomsPatterns(
        regex(rf"(?:['’]s)?(?:\s+\([A-Z]{{2,6}}\))?\s+{alone}"),
        regex(alone),
        regex(r"Customs(?:\s+(?:Administration|Service|Department|Authority))?\s+of\s+(?:the\s+)?"),
    )
