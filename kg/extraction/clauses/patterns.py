"""How the rules write patterns over a tape: names in braces stand for the symbols of mentions.

``compiled("{person}, {title} of {det}{org}")`` reads as what it matches. Closed classes of words that several rules
share (determiners, numbers) stand here; open ones (titles, representatives, wordings of roles) stand in
``data/wordings``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.mentions.mention import Kind
from kg.extraction.words.text import alternation
from kg.regex import regex
from kg.tables import read_table

__all__ = ["COUNTRY", "MEETING", "OFFICE", "ORGANIZATIONS", "PERSON", "PLACE", "TITLE", "compiled", "representatives"]

PERSON, OFFICE, TITLE = Kind.PERSON.value, Kind.OFFICE.value, Kind.TITLE.value
COUNTRY, PLACE, MEETING = Kind.COUNTRY.value, Kind.PLACE.value, Kind.MEETING.value
ORGANIZATIONS = OFFICE + COUNTRY + PLACE
"""Symbols of what a post may be at."""

_NUMBER = r"(?:(?!(?:19|20)[0-9]{2}\b)[0-9]+|\([0-9]+\)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PARTS = {
    "{person}": PERSON,
    "{office}": OFFICE,
    "{title}": TITLE,
    "{country}": COUNTRY,
    "{place}": PLACE,
    "{meeting}": MEETING,
    "{agent}": Kind.AGENT.value,
    "{org}": f"[{ORGANIZATIONS}]",
    "{land}": f"[{COUNTRY}{PLACE}]",
    "{body}": f"[{OFFICE}{COUNTRY}]",
    "{det}": "(?:the |its |their |his |her |our |this |that )?",
    "{number}": _NUMBER,
}
_PLACEHOLDER = regex("|".join(re.escape(name) for name in _PARTS))


def compiled(template: str) -> re.Pattern[str]:
    """A pattern in which names in braces stand for symbols, determiners and numbers."""
    return regex(_PLACEHOLDER.sub(lambda found: _PARTS[found.group()], template))


@lru_cache(maxsize=1)
def representatives() -> frozenset[str]:
    """What the people are called whom organizations send ('delegates', 'officers'): ``representatives.csv``."""
    return frozenset(row["noun"] for row in read_table("data", "wordings", "representatives.csv", columns=("noun",)))


@lru_cache(maxsize=1)
def representative_words() -> str:
    """An alternation of :func:`representatives`."""
    return alternation(representatives())
