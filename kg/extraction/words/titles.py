"""The titles of posts of ``data/wordings/titles.csv``, in singular and plural, and the words that they are made of."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.tables import Row, read_table

__all__ = ["TitleForm", "title_table", "title_words"]

_NO_PLURAL = frozenset(
    "General State Finance Customs Staff Delegation Unit Division Department Section CEO DG DDG d'Affaires".split()
)
"""Last words of titles that form no plural by themselves."""


class TitleForm(NamedTuple):
    """A title of the table, or its plural."""

    text: str
    row: Row
    plural: bool


@lru_cache(maxsize=1)
def title_table() -> tuple[TitleForm, ...]:
    """All titles, each followed by its plural."""
    forms: dict[str, TitleForm] = {}
    for row in read_table("data", "wordings", "titles.csv", columns=("title", "plural", "extends")):
        singular = row["title"]
        forms.setdefault(singular, TitleForm(singular, row, plural=False))
        if "'" in singular:
            forms.setdefault(singular.replace("'", "’"), TitleForm(singular.replace("'", "’"), row, plural=False))
        if row["plural"] or singular.split()[-1] not in _NO_PLURAL:
            plural = row["plural"] or f"{singular}s"
            forms.setdefault(plural, TitleForm(plural, row, plural=True))
    return tuple(forms.values())


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """The words that titles are made of, hyphened ones also in parts: where one begins, a person's name ends."""
    words = {word for form in title_table() for word in form.text.split()}
    return frozenset(part for word in words for part in (word, *word.split("-")) if part[:1].isupper())
