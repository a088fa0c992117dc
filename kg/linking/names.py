"""Names as sets of plain words, so that two wordings of one name can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from kg.slugs import slug
from kg.tables import read_table

__all__ = ["STOP_WORDS", "commonest_text", "key_words", "words"]

STOP_WORDS = frozenset({"the", "of", "for", "and", "in", "on", "to", "a", "an", "at", "by", "from", "with", "s", "its"})
_KEEP_FINAL_S = frozenset({"customs", "ss", "us", "is", "cis", "esas"})


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in order: ASCII, lower case, singular, long forms of the tables replaced by short ones.

    ``Regional Offices for Capacity Building of Asia/Pacific`` gives ``rocb``, ``of``, ``ap``.
    """
    plain = [_singular(word) for word in slug(text).split("-")]
    shorts = _short_forms()
    longest = max(map(len, shorts), default=0)
    result: list[str] = []
    at = 0
    while at < len(plain):
        for length in range(min(longest, len(plain) - at), 0, -1):
            short = shorts.get(tuple(plain[at : at + length]))
            if short is not None:
                result.extend(short)
                at += length
                break
        else:
            result.append(plain[at])
            at += 1
    return tuple(result)


@lru_cache(maxsize=65536)
def key_words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(words(text)) - STOP_WORDS


def commonest_text(counts: Mapping[str, int]) -> str:
    """The commonest of several texts, the smallest of those that are equally common."""
    return min(counts, key=lambda each: (-counts[each], each))


def _singular(word: str) -> str:
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss") or word in _KEEP_FINAL_S:
        return word
    return word[:-1]


@cache
def _short_forms() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in read_table("data", "reference", "short_forms.csv", columns=("phrase", "short")):
        phrase = tuple(_singular(word) for word in slug(row["phrase"]).split("-"))
        if phrase in table:
            raise row.error("phrase", "each phrase can stand only once")
        table[phrase] = tuple(slug(row["short"]).split("-"))
    return table
