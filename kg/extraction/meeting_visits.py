"""Recognises visits that are told by a verb: 'Mr. X visited the Korea Customs Service', 'called on the President'."""

from __future__ import annotations

import re

from kg.extraction.meeting_names import EventName, tidy
from kg.extraction.meeting_words import EventHead
from kg.extraction.place_table import place_words
from kg.extraction.text import LETTER, UPPER
from kg.model import MeetingKind, Span

__all__ = ["find_visits", "paid_by_somebody"]

_HEAD = EventHead("visited", MeetingKind.VISIT, "told")
_CAP = rf"[{UPPER}](?:{LETTER}|[/’'&.-](?={LETTER}))*"
_OBJECT = (
    r"(?P<object>(?:the\s)?(?:(?:headquarters|office|offices|premises)\sof\s(?:the\s)?)?"
    rf"{_CAP}(?:\.\s)?(?:\s?(?:(?:of|for|and|in)\s(?:the\s)?)?\(?{_CAP}\)?){{0,10}})"
)
_ACTIVE = re.compile(rf"\b(?:visited|visits|called\s(?:up)?on|calls\son|dropped\sin\sat)\s{_OBJECT}")
_PASSIVE = re.compile(
    rf"(?P<object>{_CAP}(?:\s{_CAP}){{1,4}}(?:,\s[^,.;]{{3,60}})?),?\s(?:was|were)\s(?:paid\sa\s(?:courtesy\s)?visit|visited)\sby\b"
)
_RECEIVED = re.compile(
    rf"(?P<object>{_CAP}(?:\s{_CAP}){{1,3}}(?:,\s[^,.;]{{3,60}}(?=,))?),?\sreceived\s(?:the\s)?(?:WCO\s)?"
    r"(?:Secretary|Deputy|Director|Mr|Mrs|Ms|Dr)\b"
)
_NOBODY = re.compile(
    r"\b(?:delegates|participants|guests|visitors|trainees|attendees|delegations|they|we|group|members|all|everybody|also)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"\b(?:[Hh]e\b|[Ss]he\b|{_CAP}\s{_CAP}|(?:Mr|Mrs|Ms|Dr)\.?\s?{_CAP}|[{UPPER}]{{3,}})")
_APPEAL = re.compile(r"\s(?:to|for)\s[a-z]")


def find_visits(text: str, start: int, end: int) -> list[EventName]:
    """The visits in one sentence that somebody named pays to somebody or something named.

    What 'the delegates' visit during their meeting is none, nor is an appeal ('called on Members to join').
    """
    found = []
    for match in _ACTIVE.finditer(text, start, end):
        before = text[start : match.start()]
        appeal = "call" in match[0][:5] and (_APPEAL.match(text, match.end(), end) or not _person(match["object"]))
        if not appeal and _SOMEBODY.search(before) and not _NOBODY.search(before):
            found.append(_event(match, Span(match.start(), match.end())))
    found.extend(
        _event(match, Span(match.start("object"), match.end())) for match in _PASSIVE.finditer(text, start, end)
    )
    return found


_TITLES = frozenset(
    {"President", "Minister", "Commissioner", "Director", "Secretary", "Governor", "Ambassador", "Chairman"}
)
_HONORIFIC = re.compile(r"^(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr|Hon|H\.E|Prof)\b\.?\s?)+")


def paid_by_somebody(sentence: str) -> bool:
    """Whether a sentence with a visit names somebody who may have paid it, and is not about a group or an earlier time."""
    return _SOMEBODY.search(sentence) is not None and not _GROUP.search(sentence)


_GROUP = re.compile(
    r"\b(?:delegates|participants|guests|visitors|trainees|attendees|delegations|they|we|group|had\s(?:visited|paid)|will\s\w+)\b",
    re.IGNORECASE,
)


def _person(name: str) -> bool:
    """Whether the words begin like a person's name or title, and not like a body of many."""
    first = name.removeprefix("the ").split()[0].rstrip(".")
    return first in place_words()["person"] or first in {
        "President",
        "Minister",
        "Prime",
        "Commissioner",
        "Director",
        "Secretary",
    }


def _event(match: re.Match[str], span: Span) -> EventName:
    return EventName(
        span=span,
        reach=span,
        name=tidy(f"visit to {_HONORIFIC.sub('', match['object'])}"),
        head=_HEAD,
        determiner="",
        ordinals=(),
        bare=False,
        proper=False,
    )
