"""Acronyms that a report gives to its events: 'the Second Regional Entities Coordination Meeting (RECM)'."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extraction.meetings.names import EventName
from kg.extraction.meetings.words import EventHead
from kg.regex import regex

__all__ = ["acronyms_of"]

_IN_BRACKETS = regex(r" \(([A-Z]{3,8})\)$")
_WORD = regex(r"[A-Za-z]+")
_BODIES = (["committee"], ["council"], ["commission"])
"""What has sessions: 'the 15th Session of the Capacity Building Committee (CBC)'."""
_SMALL = frozenset({"of", "the", "for", "and", "on", "in"})


def acronyms_of(events: Iterable[EventName]) -> dict[str, EventHead]:
    """The acronyms behind names of events, each as a noun that stands for an event.

    An acronym is the event's own where its letters are the initials of the last words of the name and one of these is
    the noun that the name is built on: 'OCO' behind 'the Conference of the Oceania Customs Organisation' is none.
    """
    found: dict[str, EventHead] = {}
    for event in events:
        bracket = _IN_BRACKETS.search(event.name)
        if bracket is None or event.head.use not in {"event", "loose"}:
            continue
        words = [word.lower() for word in _WORD.findall(event.name[: bracket.start()]) if word.lower() not in _SMALL]
        own = words[-len(bracket[1]) :]
        if (event.head.word in own or own[-1:] in _BODIES) and "".join(word[0] for word in own).upper() == bracket[1]:
            found[bracket[1]] = event.head._replace(word=bracket[1].lower(), use="event")
    return found
