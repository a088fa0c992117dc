"""Readable ASCII names for the last part of an IRI: ``norikazu-kuramoto``, ``rocb-ap``, ``global-meeting-18``."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

__all__ = ["slug"]

_APOSTROPHES = re.compile(r"['’‘`´]")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)", re.IGNORECASE)
_SPELLED_LETTERS = re.compile(r"\b([A-Za-z])[/.](?=[A-Za-z]\b)")
_ARTICLES = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"}
_SEPARATORS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def slug(text: str, limit: int = 0) -> str:
    """The words of ``text`` in lower-case ASCII, joined by single hyphens.

    Letters of every script are transliterated, letters set apart by strokes or dots are one word (``A/P`` is ``ap``),
    an apostrophe joins (``Côte d’Ivoire`` is ``cote-divoire``), and a possessive goes (``Vice-Chair’s`` is
    ``vice-chair``). The result has no hyphen at either end and never two in a row, so ``--`` can separate the parts of
    a longer path.

    Args:
        text: Any name.
        limit: Longest result, cut between words; 0 for no limit.

    Returns:
        The slug; ``x`` where no letter or digit is left, so that a path is never empty.
    """
    plain = anyascii(_POSSESSIVE.sub("", text).replace("&", " and "))
    plain = _APOSTROPHES.sub("", plain)
    plain = _SPELLED_LETTERS.sub(r"\1", plain)
    result = _SEPARATORS.sub("-", plain.lower()).strip("-")
    if limit and len(result) > limit:
        kept = result[: limit + 1].split("-")[:-1] or [result[:limit]]
        while len(kept) > 1 and kept[-1] in _ARTICLES:
            kept.pop()
        result = "-".join(kept)
    return result or "x"
