"""Where the name of an organization begins within capitalised words: titles and events in front of it left out."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.places.table import countries, entries_by_form
from kg.extraction.words.before_name import end_before_name
from kg.extraction.words.text import alternation
from kg.regex import regex
from kg.tables import read_table

__all__ = ["NEVER_IN_NAMES", "is_body", "names_event", "title_forms", "trimmed_end", "trimmed_start", "without_lead"]

_LEADING = regex(
    r"(?:The|In|At|On|From|For|By|With|Of|And|Both|All|While|When|After|Before|Its|His|Her|Their|Our|As|An?|Next|First"
    r"|Then|To|This|That|These|Also|During|Under|Among|Besides|Like|Mr|Mrs|Ms|Dr|It|Each|Every|Two|Three|Four|Five|Six"
    r"|Seven|Eight|Nine|Ten|Host|Sponsor|Organizer|Congratulations|Presentations?|Delegates|Representatives|Experts)"
    r"\.?\s+(?:(?:of|for|the|by|from)\s+){0,2}"
    r"|[A-Z][a-z]{2,}ing\s+(?:for|on\s+behalf\s+of|at|with|to|by|from|of|in)\s+(?:the\s+)?"
)
_EVENT_OF = regex(
    r"(?:[\w'’-]+\s+){0,4}?(?:Meetings?|Conference|Congress|Workshop|Seminar|Session|Sessions|Celebration|Anniversary"
    r"|Assembly|Summit|Heads|Head|Launch|Opening|Visit|Members?)\s+(?:of|for|to)\s+(?:the\s+)?"
)
_BODY = regex(
    r"(?:(?:WCO|Governing|Policy|Finance|Audit|Integrity|Enforcement|Steering|Permanent|Capacity Building|World)\s+)+"
    r"(?:\w+\s+)?(?:Council|Committee|Commission|Sub-Committee)$"
)
"""Bodies that meet: a session rather than an agent."""
_EVENT = regex(
    r"\b(?:Workshop|Meeting|Conference|Seminar|Webinar|Sessions?|Ceremony|Course|Anniversary|Congress|Day)\b"
)
_AFTER_HONORIFIC = regex(r"(?:Mr|Mrs|Ms|Dr|Hon|Prof|Eng|H\.E|Colonel|Major|General|Captain|Mme)\.?\s*$")
_COMPLETE = regex(
    r"(?:^|[\s(-])(?:[A-Z]{2,}(?:\s+A/P)?s?|A/P|(?:[A-Z][a-z]+s?|[A-Z]{2,})\s+(?:Office|Offices|Customs"
    r"|Service|Secretariat|Department|Authority|Agency|Organi[sz]ation|Bank|Union|Chairs|Post|Institute|Academy"
    r"|Administration|Headquarters|University|College|Association|Federation|Corporation|Foundation))\)?$"
)
"""The end of a name that needs nothing behind it, so that an 'and' begins another one."""
_BEHIND_TITLE = regex(r"(?P<title>[^\W\d_]+)\s(?:of|for|at)\s(?:the\s)?$")
_OF = regex(r"\s+(?:of|from|at)\s+(?:the\s+)?")
_AND = regex(r"\s+and\s+(?:of\s+)?(?:the\s+)?")


NEVER_IN_NAMES = frozenset(
    "Attaché Adviser Advisor Director Manager Officer Minister Commissioner Rector Coordinator Specialist Analyst "
    "Superintendent Administrator Ambassador Assistant Secretary-General Secretary".split()
)
"""Titles of one word that never stand in the name of an organization."""


@lru_cache(maxsize=1)
def title_forms() -> frozenset[str]:
    """Singular and plural of all titles of ``data/wordings/titles.csv``."""
    rows = read_table("data", "wordings", "titles.csv", columns=("title", "plural"))
    return frozenset(form for row in rows for form in (row["title"], row["plural"]) if form)


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(form.rpartition(" ")[2].lower() for form in title_forms())


@lru_cache(maxsize=1)
def _leads() -> tuple[re.Pattern[str], ...]:
    titles = rf"(?:(?:{alternation(title_forms())})(?:\s+(?:of|for|at)\s+(?:the\s+)?|\s+and\s+|,\s+))"
    return _LEADING, regex(titles), _EVENT_OF


def without_lead(text: str, start: int, end: int) -> int:
    """Start of a name without the small word that begins the sentence: 'In Japan Customs' begins at 'Japan'."""
    lead = _LEADING.match(text, start, end)
    return lead.end() if lead and lead.end() < end else start


def trimmed_start(text: str, start: int, end: int) -> int:
    """Start of the name proper: titles, events and complete names in front of it left out."""
    while True:
        if _AFTER_HONORIFIC.search(text, max(0, start - 14), start):
            link = _OF.search(text, start, end)
            start = link.end() if link else end
        start = _without_leads(text, start, end)
        behind = _behind_complete_name(text, start, end)
        if behind is None:
            return start
        start = behind


def trimmed_end(text: str, start: int, end: int) -> int:
    """End of a name behind a title, without that of who holds it: 'head of the | Department of X | Larry Liza'."""
    ahead = _BEHIND_TITLE.search(text, max(0, start - 40), start)
    if ahead is None or ahead["title"].lower() not in _last_words():
        return end
    last = end_before_name(text, start, end)
    return end if text[last:end].strip() in entries_by_form() else last


def _without_leads(text: str, start: int, end: int) -> int:
    moved = True
    while moved:
        moved = False
        for pattern in _leads():
            lead = pattern.match(text, start, end)
            if lead and lead.end() < end:
                start, moved = lead.end(), True
    return start


def _behind_complete_name(text: str, start: int, end: int) -> int | None:
    """Where a second name begins after a complete one: 'Japan Customs and the | World Bank'."""
    for link in _AND.finditer(text[start:end]):
        left = text[start : start + link.start()]
        titled = any(word in NEVER_IN_NAMES for word in left.split())
        placed = left.rpartition(" of ")[2] in countries()
        if titled or placed or (_COMPLETE.search(left) and ("the" in link.group() or not left.endswith("Customs"))):
            return start + link.end()
    return None


def is_body(form: str) -> bool:
    """Whether a name is that of a body that meets: 'Policy Commission'."""
    return _BODY.match(form) is not None


def names_event(form: str) -> bool:
    """Whether a word of a name says that a meeting is named: 'Customs Union Workshop'."""
    return _EVENT.search(form) is not None
