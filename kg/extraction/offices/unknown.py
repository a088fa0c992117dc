"""The mention of an organization that no table knows."""

from __future__ import annotations

import re

from kg.extraction.mentions.mention import Kind, Mention

__all__ = ["unknown_office"]


def unknown_office(text: str, start: int, end: int, rule: str) -> Mention:
    """The organization named from ``start`` to ``end``; an acronym in brackets and the name without it are aliases."""
    form = re.sub(r"\s+", " ", text[start:end])
    inside = re.findall(r"\(([^)]*)\)", form)
    plain = re.sub(r"\s*\([^)]*\)", "", form)
    return Mention(Kind.OFFICE, start, end, form, aliases=(*inside, plain) if inside else (), rule=rule)
