"""Recognises what surrounds the text on a page: menus, footers, link lines, forms, references to other pages.

By wording (``data/wordings/furniture.csv``) and by shape: several short fields in a line, a label without a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.reading.wordings import wordings
from kg.regex import regex

__all__ = ["is_footer_head", "is_furniture", "is_menu", "is_small_print"]

_SHORT = 60
_WITHOUT_BLANKS = "\u2e80"
"""First character of the scripts that write words without blanks between them."""
_PERSON = regex(r"\b(?:Mrs?|Ms|Dr|Prof|Hon|H\.E)\b")
"""A link line that names a person states something ('Speech by Mr. Mikuriya: follow this link')."""
_SEPARATOR = regex(r"[|>»•·]")
_FIELDS = regex(r"\s{2,}|\s*[|>»•·]\s*")
_MARKS = " .,:;!?–—-|»«>()[]*"


def is_furniture(text: str) -> bool:
    """Whether a line or sentence is furniture by its wording, wherever it stands."""
    low = text.lower().lstrip("([")
    tables = wordings().furniture
    if _begins(low, tables.starts):
        return True
    return ((_is_short(low) and _begins(low, tables.shorts)) or _holds(low)) and _PERSON.search(text) is None


def _begins(low: str, beginnings: Mapping[str, Sequence[tuple[str, str]]]) -> bool:
    """Whether a line in lower case begins with the words of one of the wordings."""
    for head, tail in beginnings.get(low[:2], ()):
        if low.startswith(head) and tail in low:
            within_word = head[-1].isalpha() and low[len(head) : len(head) + 1].isalpha()
            if not within_word or head[-1] >= _WITHOUT_BLANKS:
                return True
    return False


def _is_short(low: str) -> bool:
    return len(low) <= _SHORT and low[-1:] not in ".!?"


def _holds(low: str) -> bool:
    for wording in wordings().furniture.contained:  # noqa: SIM110 (a generator would take three times as long)
        if wording in low:
            return True
    return False


def is_menu(text: str) -> bool:
    """Whether a line is a row of links: one entry of a menu, or several short fields of which one is such an entry."""
    if len(text) > 200 or text[-1] in ".:;":
        return False
    tables = wordings().furniture
    low = text.lower()
    if low.strip(_MARKS) in tables.menu:
        return True
    if "  " not in low and _SEPARATOR.search(low) is None:
        return False
    fields = [field for part in _FIELDS.split(low) if (field := part.strip(_MARKS))]
    if len(fields) < 2 or any(len(field) > 40 for field in fields):
        return False
    return any(field in tables.menu for field in fields)


def is_footer_head(text: str) -> bool:
    """Whether a line is the heading of a part of the page that is no longer the report's."""
    return len(text) <= _SHORT and text.lower().strip(_MARKS) in wordings().furniture.rests


def is_small_print(text: str) -> bool:
    """Whether a short line below the text is furniture: a form's label, or a word such as 'newsletter' in it."""
    if len(text) > _SHORT:
        return False
    if text.endswith(":"):
        return True
    if text.endswith((".", "!", "?")):
        return False
    words = text.lower().replace("|", " ").split()
    return len(words) <= 6 and not wordings().furniture.words.isdisjoint([word.strip(_MARKS) for word in words])
