"""Names as sets of plain words, so that two wordings of one name can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kg.slugs import slug
from kg.tables import read_table

__all__ = ["STOP_WORDS", "Phrases", "commonest_text", "key_words", "words"]

STOP_WORDS = frozenset({"the", "of", "for", "and", "in", "on", "to", "a", "an", "at", "by", "from", "with", "s", "its"})
_KEEP_FINAL_S = frozenset({"customs", "ss", "us", "is", "cis", "esas"})


class Phrases:
    """Runs of words that others stand for.

    Args:
        table: What stands for each.
    """

    def __init__(self, table: Mapping[tuple[str, ...], Sequence[str]]) -> None:
        self._table = table
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for phrase in table:
            lengths[phrase[0]].add(len(phrase))
        self._lengths = {word: sorted(each, reverse=True) for word, each in lengths.items()}

    def applied(self, tokens: Sequence[str]) -> list[str]:
        """The tokens with each phrase, the longest first, replaced by what stands for it."""
        result: list[str] = []
        at = 0
        while at < len(tokens):
            for length in self._lengths.get(tokens[at], ()):
                others = self._table.get(tuple(tokens[at : at + length]))
                if others is not None:
                    result.extend(others)
                    at += length
                    break
            else:
                result.append(tokens[at])
                at += 1
        return result


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in order: ASCII, lower case, singular, long forms of the tables replaced by short ones.

    ``Regional Offices for Capacity Building of Asia/Pacific`` gives ``rocb``, ``of``, ``ap``.
    """
    return tuple(_short_forms().applied([_singular(word) for word in slug(text).split("-")]))


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
def _short_forms() -> Phrases:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in read_table("data", "reference", "short_forms.csv", columns=("phrase", "short")):
        phrase = tuple(_singular(word) for word in slug(row["phrase"]).split("-"))
        if phrase in table:
            raise row.error("phrase", "each phrase can stand only once")
        table[phrase] = tuple(slug(row["short"]).split("-"))
    return Phrases(table)
