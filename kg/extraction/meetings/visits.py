"""Recognises visits that are told by a verb: 'Mr. X visited the Korea Customs Service', 'called on the President'."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.meetings.names import EventName, tidy
from kg.extraction.meetings.words import EventHead
from kg.extraction.places.table import place_words
from kg.extraction.words.text import LETTER, UPPER
from kg.model import MeetingKind, Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_visits", "visit_wordings"]

_HEAD = EventHead("visited", MeetingKind.VISIT, "told")
_CAP = rf"[{UPPER}](?:{LETTER}|[/’'&.-](?={LETTER}))*"
_LOWER = (
    r"\s(?:administration|authority|training|border|inland|dry)"
    r"(?=\s(?:of|at|in|post|school|port|house|laboratory|terminal)\b)|(?<=[a-z]{4}\s)(?:post|school|port|house)\b"
)
"""Words of a name that are written small: 'the Customs administration of Ciudad del Este'."""
_OBJECT = (
    r"(?P<object>(?:the\s)?(?:(?:headquarters|office|offices|premises)\sof\s(?:the\s)?)?"
    rf"{_CAP}(?:\.\s)?(?:\s?(?:(?:of|for|and|in|del|de|da)\s(?:the\s)?)?\(?{_CAP}\.?\)?|{_LOWER}){{0,10}})"
)
_PERSON = rf"(?P<object>{_CAP}(?:\s{_CAP}){{1,3}}(?:,\s[^,.;]{{3,60}}(?=,))?),?"
_SOMEBODY = regex(rf"\b(?:[Hh]e\b|[Ss]he\b|{_CAP}\s(?:and\s)?{_CAP}|(?:Mr|Mrs|Ms|Dr)\.?\s?{_CAP}|[{UPPER}]{{3,}})")
_APPEAL = regex(r"\s(?:to|for)\s[a-z]")
_PREMISES = regex(
    rf"(?:the\s)?(?:{_CAP}\s){{0,6}}\(?(?:ROCB|RTC|RILO|RCL|RDTC|Office|Headquarters|Secretariat|Cent(?:er|re)|Academy"
    r"|Ministry|Department|Authority|Administration|Service|Embassy|College|School|Institute|University)\b"
)
"""Somewhere one can call: 'called on the ROCB A/P', unlike 'called on Members'."""
_HONORIFIC = regex(r"^(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr|Hon|H\.E|Prof)\b\.?\s?)+")


_DELEGATION = (
    r"(?:at\s[^;:]{3,90}?,?\s)?(?:(?:here\s)?(?:on|in)\s[^;:]{3,40}?,?\s)?a\s(?:[a-z]+\s)?[Dd]elegation\s(?:of|from)\b"
)
"""'received, at its headquarters in Riyadh, on 14 February 2024, a delegation of X'."""
_SUBJECT = 240
"""Characters before a verb within which its subject stands."""


class _Words(NamedTuple):
    """The table and the patterns made of it.

    Attributes:
        uses: Wordings by use.
        active: Somebody visits.
        passive: Somebody is visited, or receives somebody.
        group: People without names as the subject of the verb that follows.
    """

    uses: dict[str, list[str]]
    active: re.Pattern[str]
    passive: re.Pattern[str]
    group: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    uses: dict[str, list[str]] = {use: [] for use in ("pays", "calls", "is paid", "receives", "group", "title")}
    for row in read_table("data", "wordings", "visit_words.csv", columns=("wording", "use")):
        if row["use"] not in uses:
            raise row.error("use", f"one of {', '.join(uses)} is needed")
        uses[row["use"]].append(row["wording"])
    groups = [form for word in uses["group"] for form in (word, word.capitalize())]
    title = "|".join([*uses["title"], "Deputy", "Mr", "Mrs", "Ms", "Dr"])
    return _Words(
        uses,
        regex(rf"\b(?P<verb>{_either(*uses['pays'], *uses['calls'])})\s{_OBJECT}"),
        regex(
            rf"{_PERSON}\s(?:(?:{_either(*uses['is paid'])})\b"
            rf"|(?:{_either(*uses['receives'])}),?\s(?:(?:the\s)?(?:WCO\s)?(?:{title})\b|{_DELEGATION}))"
        ),
        regex(rf"\b(?:{_either(*groups)})\s(?:\w+\s){{0,2}}$"),
    )


def _either(*wordings: str) -> str:
    ordered = sorted(wordings, key=lambda wording: (-len(wording), wording))
    return "|".join(re.escape(wording).replace(r"\ ", r"\s") for wording in ordered)


def visit_wordings() -> tuple[str, ...]:
    """The wordings without which no visit is found."""
    uses = _words().uses
    return tuple(wording for use in ("pays", "calls", "is paid", "receives") for wording in uses[use])


def find_visits(text: str, start: int, end: int) -> list[EventName]:
    """The visits in one sentence that somebody named pays to somebody or something named.

    What 'the delegates' visit during their meeting is none, nor is an appeal ('called on Members to join').
    """
    words = _words()
    found = []
    for match in words.active.finditer(text, start, end):
        before = text[max(start, match.start() - _SUBJECT) : match.start()]
        appeal = match["verb"] in words.uses["calls"] and (
            _APPEAL.match(text, match.end(), end) is not None
            or not (_person(match["object"]) or _PREMISES.match(match["object"]))
        )
        if not appeal and _SOMEBODY.search(before) and not words.group.search(before):
            found.append(_event(match, Span(match.start(), match.end())))
    found.extend(_event(m, Span(m.start("object"), m.end())) for m in words.passive.finditer(text, start, end))
    return found


def _person(name: str) -> bool:
    """Whether the words are a person's name with honorific or title, and not a body of many."""
    words = name.removeprefix("the ").replace(".", " ").split()
    return words[0] in place_words()["person"] or any(word in _words().uses["title"] for word in words)


def _event(match: re.Match[str], span: Span) -> EventName:
    return EventName(
        span=span,
        reach=span,
        name=tidy(f"visit to {_HONORIFIC.sub('', match['object'])}").rstrip(",."),
        head=_HEAD,
        determiner="",
        ordinals=(),
        bare=False,
        proper=False,
    )
