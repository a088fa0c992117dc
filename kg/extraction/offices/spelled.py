"""Organizations that no table knows, told by their name and its initials: 'Regional Security System (RSS)'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

from kg.extraction.mentions.mention import Mention
from kg.extraction.offices.bounds import names_event
from kg.extraction.offices.unknown import unknown_office
from kg.extraction.words.capitals import capitals_of
from kg.regex import regex

__all__ = ["spelled_offices"]

_BRACKETED = regex(r"\s\((?P<acronym>[A-Z]{3,8})\)")
_WORDS = regex(r"[A-Z][a-z]+(?:\s(?:(?:of|and|for|the|on|in)\s){0,2}[A-Z][a-z]+){2,7}")


def spelled_offices(text: str, never: Collection[str]) -> Iterator[Mention]:
    """The capitalised words of which the acronym in brackets behind them has the initials, in the order of the text.

    Args:
        text: The text.
        never: Acronyms that are no organizations.
    """
    capitals = capitals_of(text)
    for bracket in _BRACKETED.finditer(text):
        acronym = bracket["acronym"]
        place = bisect_left(capitals.starts, bracket.start())
        words = capitals.words[max(0, place - len(acronym)) : place]
        if acronym in never or "".join(word[0] for word in words) != acronym:
            continue
        start = capitals.starts[place - len(acronym)]
        if _WORDS.fullmatch(text, start, bracket.start()) and not names_event(text[start : bracket.start()]):
            yield unknown_office(text, start, bracket.end(), "office.unknown-acronym")
