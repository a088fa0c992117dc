"""Organizations told by their noun alone: 'the Head of that Centre', 'the office's Director'."""

from __future__ import annotations

import re

from kg.extraction.mentions.mention import Mention
from kg.regex import regex

__all__ = ["ANY_NOUN", "COMMON_NOUN", "may_mean"]

_CUSTOMS = r"customs(?! (?:law|union|co-?operation|organi[sz]ation|council|laborator|training))"
"""An administration, unlike 'World Customs Organization'."""
_FORMS = {
    "academy": r"academy",
    "administration": rf"administration|{_CUSTOMS}",
    "agency": r"agency",
    "association": r"association",
    "authority": r"authority",
    "bank": r"bank",
    "bureau": r"bureau",
    "center": r"cent(?:er|re)\b|\brd?tcs?\b",
    "centre": r"cent(?:er|re)\b|\brd?tcs?\b",
    "college": r"college",
    "commission": r"commission",
    "committee": r"committee",
    "department": r"department",
    "federation": r"federation",
    "institute": r"institute",
    "institution": r"institut|academy|cent(?:er|re)\b|\brd?tcs?\b|college|school|universit",
    "laboratory": r"laborator|\brcls?\b",
    "ministry": r"ministry",
    "office": r"office\b|\brocb\b|\brilo\b",
    "school": r"school|\brd?tcs?\b",
    "secretariat": r"secretariat",
    "service": rf"service|{_CUSTOMS}",
    "university": r"universit",
}
"""What stands in the names of organizations that a noun can mean."""
_EXPRESSIONS = {noun: regex(forms, re.IGNORECASE) for noun, forms in _FORMS.items()}

ANY_NOUN = "|".join(_FORMS)
"""An alternation of the nouns."""

COMMON_NOUN = "|".join(noun for noun in _FORMS if noun not in {"commission", "committee"})
"""The same without those that mean a meeting more often than an organization."""


def may_mean(noun: str, office: Mention) -> bool:
    """Whether a noun of :data:`ANY_NOUN` may mean an organization: 'centre' an RTC; no noun ('its') means any."""
    return not noun or any(_EXPRESSIONS[noun].search(form) for form in (office.form, *office.aliases))
