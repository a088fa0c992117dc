"""Reads ordinals and cardinals.

Ordinals stand as digits ('18th', '10thROCBs'), words ('Twenty-Sixth'), Roman numerals ('XXth') and double
('127th/128th'); cardinals as digits ('7,500') and words ('forty-seven').
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.model import Span
from kg.regex import regex
from kg.tables import read_table

__all__ = [
    "ORDINAL_ENDINGS",
    "OrdinalMention",
    "cardinal",
    "day_words",
    "find_ordinals",
    "number_word_pattern",
    "number_words",
    "ordinal_at",
    "ordinal_pattern",
    "ordinal_words",
]


class OrdinalMention(NamedTuple):
    """An ordinal, or two of a double session.

    Attributes:
        span: Where it stands.
        values: One number, or two ('127th/128th', 'the 9th and 11th'), as in the text.
    """

    span: Span
    values: tuple[int, ...]


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    kinds: dict[str, dict[str, int]] = {"ordinal": {}, "cardinal": {}, "tens": {}}
    for row in read_table("data", "wordings", "number_words.csv", columns=("word", "value", "kind")):
        if row["kind"] not in kinds or not row["value"].isdigit():
            raise row.error("value", "a number, and its kind (ordinal, cardinal or tens), is needed")
        kinds[row["kind"]][row["word"]] = int(row["value"])
    return kinds["ordinal"], kinds["cardinal"], kinds["tens"]


@lru_cache(maxsize=1)
def ordinal_words() -> frozenset[str]:
    """The words that ordinals are made of ('first', 'twenty'), in small letters."""
    ordinals, _cardinals, tens = _words()
    return frozenset({*ordinals, *tens})


@lru_cache(maxsize=1)
def day_words() -> dict[str, int]:
    """The ordinals in words from 'first' to 'thirty-first', in small letters."""
    ordinals, _cardinals, tens = _words()
    days = {word: value for word, value in ordinals.items() if value <= 31 and word.endswith(("st", "nd", "rd", "th"))}
    for ten, value in tens.items():
        days |= {f"{ten}-{word}": value + one for word, one in ordinals.items() if one < 10 and value + one <= 31}
    return days


def _alternation(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
"""What ordinals in digits, and most in words, end with."""
_SUFFIX = r"\s?(?:st|nd|rd|th|ST|ND|RD|TH)(?![a-z])"
_DIGITS = rf"(?<![\w.,/-])\d{{1,3}}{_SUFFIX}"
_DOUBLE = rf"(?<![\w.,/-])\d{{1,3}}(?:{_SUFFIX})?\s?(?:/|-|–|and|&)\s?\d{{1,3}}{_SUFFIX}"
_ROMAN = r"(?<![\w.,/-])[XVI]{1,6}(?:L[XVI]{0,4})?(?:\s?th|st|nd|rd)(?![a-z])|(?<![\w.,/-])[XVI]{2,6}(?=\s[A-Z])"


@lru_cache(maxsize=1)
def _word_pattern() -> str:
    ordinals, _cardinals, tens = _words()
    return rf"\b(?i:(?:(?:{_alternation(tens)})[\s-])?(?:{_alternation(ordinals)}))(?![\w'’-])"


@lru_cache(maxsize=1)
def ordinal_pattern() -> str:
    """A regular expression, without groups, that matches one ordinal or both of a double session."""
    return rf"(?:{_DOUBLE}|{_DIGITS}|{_ROMAN}|{_word_pattern()})"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return regex(ordinal_pattern())


@lru_cache(maxsize=1)
def number_words() -> tuple[str, ...]:
    """The words that cardinals begin with, in small letters."""
    _ordinals, cardinals, tens = _words()
    return (*cardinals, *tens)


@lru_cache(maxsize=1)
def number_word_pattern() -> str:
    """A regular expression, without groups, that matches a cardinal in words up to ninety-nine."""
    _ordinals, cardinals, tens = _words()
    ones = "|".join(sorted((word for word, value in cardinals.items() if value < 10), key=len, reverse=True))
    return rf"\b(?i:(?:{_alternation(tens)})(?:[\s-](?:{ones}))?|{_alternation(cardinals)})(?![\w-])"


def cardinal(text: str) -> int | None:
    """The number that a word ('forty-seven') or digits ('7,500') stand for."""
    digits = text.replace(",", "").replace(" ", "")
    if digits.isdigit() and digits.isascii():
        return int(digits)
    _ordinals, cardinals, tens = _words()
    parts = _JOINT.split(text.strip().lower())
    if len(parts) == 1:
        return cardinals.get(parts[0], tens.get(parts[0]))
    if len(parts) == 2 and parts[0] in tens and 0 < cardinals.get(parts[1], 0) < 10:
        return tens[parts[0]] + cardinals[parts[1]]
    return None


_NUMBER = regex(r"\d+")
_ROMAN_NUMERAL = regex(r"[XVIL]+")
_JOINT = regex(r"[\s-]+")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _roman(text: str) -> int:
    total = 0
    for char, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total


def _values(text: str) -> tuple[int, ...]:
    digits = tuple(int(number) for number in _NUMBER.findall(text))
    if digits:
        return digits
    if roman := _ROMAN_NUMERAL.match(text):
        return (_roman(roman[0]),)
    ordinals, _cardinals, tens = _words()
    parts = _JOINT.split(text.lower())
    return (tens.get(parts[0], 0) + ordinals[parts[-1]] if len(parts) > 1 else ordinals[parts[0]],)


def ordinal_at(text: str, start: int, end: int) -> OrdinalMention | None:
    """The ordinal with which ``text[start:end]`` begins."""
    match = _pattern().match(text, start, end)
    return OrdinalMention(Span(*match.span()), _values(match[0])) if match else None


def find_ordinals(text: str, start: int, end: int) -> list[OrdinalMention]:
    """The ordinals in ``text[start:end]``, whatever they count. Offsets are those of ``text``."""
    return [OrdinalMention(Span(*match.span()), _values(match[0])) for match in _pattern().finditer(text, start, end)]
