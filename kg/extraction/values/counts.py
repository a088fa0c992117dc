"""Reads how many people, Members or offices were at an event."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.values.ordinals import cardinal, number_word_pattern
from kg.model import Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["CountMention", "Counted", "counted_nouns", "find_counts"]


class Counted(StrEnum):
    """What a number counts."""

    PEOPLE = "people"
    MEMBERS = "members"
    """Members, their administrations or countries."""
    OFFICES = "offices"


class CountMention(NamedTuple):
    """A number of people, Members or offices.

    Attributes:
        span: Number and noun.
        value: The number.
        what: The noun, in small letters.
        kind: What the noun names.
        present: Words beside it say that they were there; else it may be any number.
    """

    span: Span
    value: int
    what: str
    kind: Counted
    present: bool


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Counted]:
    """What is counted, by noun in small letters."""
    nouns = {}
    for row in read_table("data", "wordings", "counted.csv", columns=("noun", "kind")):
        nouns[row["noun"].lower()] = row.one_of(Counted, "kind")
    return nouns


def counted_nouns() -> tuple[str, ...]:
    """The nouns without which nothing is counted."""
    return tuple(_nouns())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(_nouns(), key=lambda noun: (-len(noun), noun)))
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{number_word_pattern()})"
    return regex(
        rf"(?<![\w.,/-])(?P<number>{number})(?:\s\(\d{{1,4}}\))?"
        rf"(?:\s(?:out\s)?of\s(?:the\s)?(?:its\s|all\s)?(?:region[’']s\s)?(?P<total>{number})(?:\s\(\d{{1,4}}\))?)?"
        rf"(?P<between>(?:\s(?!and\b|or\b|of\b|in\b|the\b|from\b|to\b|with\b)[\w’'/-]{{1,24}}){{0,3}}?)"
        rf"\s(?P<noun>{nouns})\b",
        re.IGNORECASE,
    )


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a year: 'in 2019 delegates'."""
    before = text[max(0, match.start() - 12) : match.start()]
    return _YEAR.fullmatch(match["number"]) is not None and _YEAR_AHEAD.search(before) is not None


_YEAR = regex(r"(?:19|20)\d\d")
_YEAR_AHEAD = regex(r"(?:\b(?:in|of|since|by|from|to)|[a-z]{3},?)\s$")
_ABSENT = regex(r"\b(?:former|old|new|more than one|next|last|first)\b", re.IGNORECASE)


def find_counts(text: str, start: int, end: int) -> list[CountMention]:
    """The numbers of people, Members and offices in ``text[start:end]``, in its order. Offsets are those of ``text``.

    Of 'eighteen (18) of the twenty-three (23) Members' the first number is read.
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        value, noun = cardinal(match["number"]), match["noun"].lower()
        kind = _nouns().get(noun)  # none of a noun with a letter that only looks alike: 'delegateſ'
        if value is None or kind is None or value < 2 or _ABSENT.search(match["between"]) or _is_year(text, match):
            continue
        found.append(CountMention(Span(*match.span()), value, noun, kind, present=match["total"] is not None))
    return found
