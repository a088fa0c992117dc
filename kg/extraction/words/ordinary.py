"""Ordinary words: what proper names of people are not made of."""

from __future__ import annotations

from functools import lru_cache

from kg.tables import read_table

__all__ = ["ordinary_words"]


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words in small letters that reports use all the time (``ordinary_words.csv``); names of people are left out."""
    return frozenset(row["word"] for row in read_table("data", "wordings", "ordinary_words.csv", columns=("word",)))
