"""Identifiers of reports: of the name of a file, of a name that is given, of an address."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.regex import regex
from kg.slugs import slug

__all__ = ["address_id", "given_id", "report_id"]

_SAFE_ID = regex(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST_WORDS = 80


def report_id(name: str) -> str:
    """The id of a report: the stem of its file's name, transliterated where it has more than ASCII letters and digits.

    Args:
        name: Name or path of the file.
    """
    return given_id(Path(name).stem)


def given_id(name: str) -> str:
    """The id of a report that is given one: the same, or a transliteration where it cannot stand in an IRI."""
    return name if _SAFE_ID.fullmatch(name) else slug(name)


def address_id(url: str) -> str:
    """The id of a report of which only the address is known: its words, and a digest that tells it from the like."""
    place = url.partition("#")[0]
    words = slug(place.partition("://")[2], _LONGEST_WORDS)
    return f"{words}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
