"""Which event each phrase of the text speaks of: by name, by what it is ('this workshop'), or as part of another."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extraction.meetings.candidates import Candidate
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.names import EventName
from kg.extraction.meetings.records import MeetingMention
from kg.extraction.meetings.similarity import name_words
from kg.model import Meeting, MeetingKind, SentenceKind, Span
from kg.regex import regex

__all__ = ["mentions_of"]

_INTERCHANGEABLE = frozenset(MeetingKind) - {MeetingKind.VISIT, MeetingKind.CEREMONY, MeetingKind.MISSION}
"""Kinds that reports take one for another: 'the seminar' of a workshop."""
_TAUGHT = frozenset({MeetingKind.WORKSHOP, MeetingKind.SEMINAR, MeetingKind.TRAINING})
"""Kinds of which 'the training' or 'the course' may be said."""
_UNLISTED = ""
"""Instead of a key: an event, but none that is listed."""


def mentions_of(lines: list[Line], keyed: Mapping[str, Candidate], main: Meeting | None) -> tuple[MeetingMention, ...]:
    """Every phrase that speaks of an event, in the order of the text.

    Args:
        lines: The sentences.
        keyed: The listed events by key.
        main: The main event.
    """
    named = {(p.line.index, p.number): key for key, candidate in keyed.items() for p in candidate.placed}
    names = {key: " ".join(p.event.name.lower() for p in candidate.placed) for key, candidate in keyed.items()}
    found: list[MeetingMention] = []
    latest: dict[MeetingKind, str] = {}
    for line in lines:
        if line.kind is SentenceKind.DATELINE:
            continue
        for number, event in enumerate(line.events):
            key = named.get((line.index, number))
            if key is None:
                key = _body_of(event, names) or _referred(event, latest, main)
            elif not event.bare:
                latest[event.kind] = key
            if key is not None:
                found.append(MeetingMention(Span(*event.span), key or None))
    found.sort()
    return tuple(found)


def _body_of(event: EventName, names: Mapping[str, str]) -> str | None:
    """Key of the one listed event in whose name the word stands: 'The Council' of 'the 22nd Governing Council'."""
    if event.head.use != "body" or not event.definite or event.tense or event.ordinals:
        return None
    words = name_words(event.name).content
    held = [key for key, name in names.items() if event.head.word in name and words <= name_words(name).content]
    return held[0] if len(held) == 1 else None


def _referred(event: EventName, latest: Mapping[MeetingKind, str], main: Meeting | None) -> str | None:
    """Key of the event that a phrase points to, ``_UNLISTED``, or ``None`` where the phrase stands for no event."""
    use = event.head.use
    if use == "several" or (event.bare and not event.determiner and use != "part"):
        return None
    unlisted = None if event.bare or use not in {"event", "loose"} else _UNLISTED
    if main is None or event.tense:
        return unlisted
    return _resolved(event, latest, main) or (unlisted if use == "event" else None)


def _resolved(event: EventName, latest: Mapping[MeetingKind, str], main: Meeting) -> str | None:
    """Key of the listed event that a phrase points to."""
    use = event.head.use
    if use == "part":
        return main.key if main.kind is not MeetingKind.VISIT else None
    if use == "body":
        within = any(event.head.word in name.value.lower() for name in main.names)
        return main.key if event.bare and event.definite and within else None
    if event.bare or _describes(event):
        return _by_kind(event, latest, main)
    if event.kind is MeetingKind.CEREMONY and main.kind not in {MeetingKind.CEREMONY, MeetingKind.VISIT}:
        return main.key if event.name.lower().startswith(("opening", "closing")) else None
    if event.definite and event.kind is main.kind and not event.ordinals and _TOPIC.match(event.name):
        return main.key
    definite = event.definite or event.determiner in _OWN
    return main.key if definite and _repeats(event, main) else None


_TOPIC = regex(r"[A-Z][a-z]+\s(?:on|about)\s(?:the|its|their|his|her)\s[a-z]")
"""'briefed the Meeting on the progress': the topic of the briefing, no name of another meeting."""
_OF_ANY = frozenset({"regional", "annual", "yearly", "international"})
"""Words that tell no event from another: 'their regional meeting'."""
_OWN = frozenset({"his", "her", "its", "their", "our"})


def _describes(event: EventName) -> bool:
    """An event phrase that names nothing: 'a hybrid event', 'the two-day meeting', 'the virtual meeting'."""
    return not event.ordinals and not name_words(event.name).content


def _by_kind(event: EventName, latest: Mapping[MeetingKind, str], main: Meeting) -> str | None:
    """The event that 'the workshop', 'this event' or 'a hybrid event' stands for."""
    if event.head.use == "back":
        return main.key if event.determiner in {"the", "this", "a", "an"} else None
    if not event.definite and not _describes(event):
        return None
    if event.kind is main.kind:
        return main.key
    alike = event.definite and {event.kind, main.kind} <= (
        _TAUGHT if event.kind is MeetingKind.TRAINING else _INTERCHANGEABLE
    )
    return latest.get(event.kind) or (main.key if alike else None)


def _repeats(event: EventName, main: Meeting) -> bool:
    """Whether a definite phrase says no more than the main event's names and its place do: 'the Manila workshop'."""
    told = (*main.names, *main.cities)
    words: frozenset[str] = frozenset().union(*(name_words(stated.value).content for stated in told))
    alike = event.kind is main.kind or {event.kind, main.kind} <= _INTERCHANGEABLE
    numbered = not event.ordinals or event.ordinals[0] in {ordinal.value for ordinal in main.ordinals}
    return alike and numbered and name_words(event.name).content - _OF_ANY <= words
