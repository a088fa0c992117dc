"""Where the names of countries and their adjectives stand in a text, found in one pass."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from kg.extraction.places.table import adjectives, countries
from kg.extraction.words.text import fold_quotes

__all__ = ["CountryHit", "country_hits"]


class CountryHit(NamedTuple):
    """One occurrence, from ``start`` to ``end``."""

    start: int
    end: int
    is_name: bool
    """A country's name, not an adjective alone."""


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[bool]]:
    names = {fold_quotes(form) for form in countries()}
    forms = sorted(names | {fold_quotes(form) for form in adjectives()})
    return AhoCorasick(forms), [form in names for form in forms]


def country_hits(text: str) -> list[CountryHit]:
    """Every occurrence at the beginning of a word, those within longer ones too, in the order of their ends."""
    automaton, names = _automaton()
    return [
        CountryHit(start, end, names[index])
        for index, start, end in automaton.find_matches_as_indexes(fold_quotes(text), overlapping=True)
        if not text[start - 1 : start].isalnum()
    ]
