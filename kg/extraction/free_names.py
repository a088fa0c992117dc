"""Names without honorific or title beside them: by what is said of them, and only where no word of them is ordinary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.capitals import capitals_of
from kg.extraction.mentions import Kind, Mention
from kg.extraction.name_shapes import NAME, bare_name_end, clean_name
from kg.extraction.ordinary import ordinary_words
from kg.extraction.place_table import countries, entries_by_form
from kg.extraction.text import alternation
from kg.tables import read_table

__all__ = ["find_free_names"]

_REACH = 60
"""Characters of the longest name."""
_IN_WORD = frozenset("'’-")
_CAPITALISED = re.compile(r"\b([A-Z]\w*)[\s-]$")
_PARTS = re.compile(r"[\s.()'’-]+")


@lru_cache(maxsize=1)
def _wordings() -> dict[str, str]:
    """Alternations of ``name_contexts.csv`` by use."""
    uses: dict[str, set[str]] = {use: set() for use in ("noun", "kin", "act", "by", "head")}
    for row in read_table("data", "wordings", "name_contexts.csv", columns=("wording", "use")):
        if row["use"] not in uses:
            raise row.error("use", f"one of {', '.join(uses)} is needed")
        uses[row["use"]].add(row["wording"])
    return {use: alternation(words) for use, words in uses.items()}


@lru_cache(maxsize=1)
def _left() -> re.Pattern[str]:
    """What leads over to a name: 'represented by', 'her predecessor,', 'tax auditor'."""
    words = _wordings()
    return re.compile(
        rf"\b(?:{words['by']}|Edited|Written|Translated)\s(?:[a-z]+ly\s)?by\s+"
        r"|\band\s(?:then\s)?by\s+"
        rf"|\b(?:{words['kin']})(?:\s(?:of|for|from)\s[^,.;()]{{2,40}})?,\s+"
        rf"|\b(?:{words['noun']}|{words['kin']})\s+"
    )


@lru_cache(maxsize=1)
def _right() -> re.Pattern[str]:
    """What is said behind a name: ', director of', ', who heads', 'spoke'."""
    words = _wordings()
    return re.compile(
        r",\s+(?:(?:an?|the|its|our|their|his|her|now|then|also|former|retired|acting|long-time|senior|deputy|regional"
        rf"|national)\s+)*(?:[a-z]+\s+)?(?:{words['noun']}|{words['kin']})\b"
        rf"|\s+of\s+(?:the\s+)?(?:{alternation(set(countries()))})(?!\w)"
        r"|,\s+(?:who|whose|now|himself|herself)\b"
        rf"|\s+(?:{words['act']})\b"
    )


def find_free_names(text: str) -> Iterator[Mention]:
    """The names that stand in such a context, in no order."""
    for lead in _left().finditer(text):
        start = lead.end()
        end = bare_name_end(text, start, least=2)
        if end > 0 and _is_nobodys(text, start, end):
            yield _person(text, start, end, "person.led-to")
    for behind in _right().finditer(text):
        yield from _ending_at(text, behind.start())


def _ending_at(text: str, end: int) -> Iterator[Mention]:
    if not text[end - 1 : end].isalpha():
        return
    for start in capitals_of(text).between(end - _REACH, end):
        name = NAME.match(text, start, end) if text[start - 1 : start] not in _IN_WORD else None
        if name and name.end() == end:
            if bare_name_end(text, start, least=2) == end and _is_nobodys(text, start, end):
                yield _person(text, start, end, "person.said-of")
            return


def _is_nobodys(text: str, start: int, end: int) -> bool:
    """Whether no word of a name is an ordinary word or a place, and it is no part of a longer proper name."""
    name = text[start:end]
    words = [word for word in _PARTS.split(name) if len(word) > 1]
    if name in entries_by_form() or any(_is_ordinary(word) for word in words):
        return False
    before = _CAPITALISED.search(text, max(0, start - 24), start)
    return before is None or before[1].lower() in ordinary_words()


def _is_ordinary(word: str) -> bool:
    return word.lower() in ordinary_words() or (word.isupper() and len(word) < 5)


def _person(text: str, start: int, end: int, rule: str) -> Mention:
    name, aliases = clean_name(text[start:end])
    return Mention(Kind.PERSON, start, end, name, aliases=aliases, rule=rule)
