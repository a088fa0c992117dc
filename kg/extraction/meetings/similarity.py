"""What the words of a name say, whatever the spelling: for telling whether two names are of one event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.places.region_table import region_names
from kg.extraction.values.ordinals import ordinal_words
from kg.extraction.words.text import without_accents
from kg.model import Region
from kg.regex import regex
from kg.tables import read_table

__all__ = ["NameWords", "name_words"]


class NameWords(NamedTuple):
    """The words of a name.

    Attributes:
        content: What tells it from other names, spellings made one, without ordinal, head and small words.
        regions: The WCO regions that it names.
    """

    content: frozenset[str]
    regions: frozenset[Region]


_GENERIC = frozenset(
    "meeting session sessions workshop seminar webinar conference forum ceremony visit training event course"
    " wco world organization region regional regions joint annual informal virtual online hybrid extraordinary"
    " held established national international special first st nd rd th"
    " the of for and in on to a an at by s its with from".split()
)
_ROMAN = regex(r"[xvi]+(?:th|st|nd|rd)?")
_WORD = regex(r"[^\W\d_]+|(?<!\d)\d{4}(?!\d)")


@lru_cache(maxsize=1)
def _synonyms() -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows = {
        row["wording"]: row["stands_for"]
        for row in read_table("data", "wordings", "event_synonyms.csv", columns=("wording", "stands_for"))
    }
    ordered = sorted(rows, key=lambda wording: (-len(wording), wording))
    return regex(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)"), rows


@lru_cache(maxsize=1)
def _regions() -> tuple[re.Pattern[str], Mapping[str, Region]]:
    forms = {form.lower(): region for form, region in region_names().items()}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return regex(rf"(?<![\w/])(?:{'|'.join(map(re.escape, ordered))})(?![\w/])"), forms


@lru_cache(maxsize=1024)
def name_words(name: str) -> NameWords:
    """The words of a name that tell it from others."""
    folded = without_accents(name.lower().replace("’", "'"))
    pattern, forms = _regions()
    regions = frozenset(forms[match[0]] for match in pattern.finditer(folded))
    synonyms, canonical = _synonyms()
    folded = synonyms.sub(lambda match: canonical[match[0]], pattern.sub(" ", folded))
    words = (word.removesuffix("s") if len(word) > 4 else word for word in _WORD.findall(folded))
    return NameWords(frozenset(word for word in words if not _says_nothing(word)), regions)


def _says_nothing(word: str) -> bool:
    """Whether a word is no help in telling names apart: a small word, a word for an event, an ordinal."""
    return word in _GENERIC or word in ordinal_words() or _ROMAN.fullmatch(word) is not None
