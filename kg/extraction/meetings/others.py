"""Events beside the main one of which a date, a place or an ordinal is stated."""

from __future__ import annotations

import re

from kg.extraction.meetings.candidates import Candidate, stated_ordinals
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.dates import EventDate, dates_of
from kg.extraction.meetings.modes import mode_of_name
from kg.extraction.meetings.places import places_beside
from kg.extraction.meetings.records import distinct
from kg.extraction.meetings.regions import region_of_event
from kg.extraction.places.regions import foreign_organizer
from kg.model import Meeting, MeetingKind, Passage, Report, SentenceKind, Span, Stated
from kg.regex import regex

__all__ = ["other_meetings"]

_PART = regex(
    r"(?:(?:first|second|third|fourth|fifth|sixth|last|final|next) )?(?:(?:working|plenary|technical|thematic|morning"
    r"|afternoon|practical|panel|parallel|discussion|breakout|break-out|training|opening|closing) )?sessions?",
    re.IGNORECASE,
)
"""'the second working session' is a part of the meeting."""
_SESSION = regex(
    r"(?:(?:closed|open|special|separate|joint|plenary|thematic) )?sessions? "
    r"(?:on|about|devoted to|dedicated to|of the (?:[Mm]embers|[Mm]eeting))\b"
)
"""'the closed session of the Members', 'the session on revenue' are parts, too."""
_COUNTED_OTHERWISE = frozenset({"anniversary", "mission"})
"""'its 10th anniversary', 'a first mission': no edition of a meeting."""
_OWN_CHAIR = regex(r"\b(?:chair|presid)\w*", re.IGNORECASE)


def other_meetings(
    report: Report, lines: list[Line], candidates: list[Candidate], main: Meeting
) -> list[tuple[Meeting, Candidate]]:
    """The records of the other events, numbered from ``m2`` on in the order of the text."""
    found: list[tuple[Meeting, Candidate]] = []
    for candidate in candidates:
        meeting = _meeting(report, candidate, main, f"m{len(found) + 2}")
        if meeting is not None:
            found.append((meeting, candidate))
    return found


def _meeting(report: Report, candidate: Candidate, main: Meeting, key: str) -> Meeting | None:
    first = candidate.placed[0]
    if all(p.event.bare or _PART.fullmatch(p.event.name) or _SESSION.match(p.event.name) for p in candidate.placed):
        return None
    around = None if report.issued else _date_of(main)
    dates = [date for date in dates_of(report, candidate, around) if date.with_year or date.with_day]
    places = places_beside(report, candidate)
    numbered = any(p.event.ordinals and p.event.head.word not in _COUNTED_OTHERWISE for p in candidate.placed)
    stated = dates or places or numbered or _ceremony_of_its_own(report, candidate)
    if not (stated or (main.names[0].value.lower().startswith("series of") and _part_of_series(candidate))):
        return None
    phrases = [(p.event.span, p.line.kind) for p in candidate.placed]
    region = region_of_event(report, phrases, foreign=True)
    regions = [region] if region else []
    if (
        not regions
        and main.regions
        and not foreign_organizer(first.event.name)
        and first.event.kind is MeetingKind.CEREMONY
    ):
        regions = [main.regions[0]]
    modes = [
        Stated(mode, Passage(Span(*p.event.span), "meeting.mode.name"), p.line.kind)
        for p in candidate.placed
        if (mode := mode_of_name(p.event.name))
    ]
    names = sorted(
        candidate.placed, key=lambda p: (not p.event.ordinals, not p.event.proper, -len(p.event.name.split()))
    )
    return Meeting(
        key=key,
        main=False,
        kind=first.event.kind,
        passages=tuple(Passage(Span(*p.event.span), "meeting.name.other") for p in candidate.placed),
        names=distinct(
            Stated(p.event.name, Passage(Span(*p.event.span), "meeting.name.other"), p.line.kind) for p in names
        ),
        ordinals=stated_ordinals(candidate.placed),
        starts=distinct(stated for d in dates[:1] for stated in d.starts()),
        ends=distinct(stated for d in dates[:1] for stated in d.ends()),
        cities=distinct(Stated(p.city, p.passage, p.part) for p in places[:1] if p.city),
        countries=distinct(Stated(p.country, p.passage, p.part) for p in places[:1] if p.country),
        modes=distinct(modes),
        regions=distinct(regions),
    )


def _date_of(main: Meeting) -> EventDate | None:
    """When the main event was: where a report has no date of its own, others whose year it does not tell were then."""
    start = next(iter(main.starts), None)
    return EventDate(start.value, None, start.passage, start.part) if start else None


def _part_of_series(candidate: Candidate) -> bool:
    """A named event told of in the first sentences of a report on a series of meetings."""
    first = candidate.placed[0]
    return first.event.proper and first.event.head.use == "event" and first.line.body >= 0


def _ceremony_of_its_own(report: Report, candidate: Candidate) -> bool:
    """A ceremony within an event, if it has a chair of its own or was a handover or signing."""
    first = candidate.placed[0]
    if first.event.kind is not MeetingKind.CEREMONY or first.line.kind is SentenceKind.TITLE:
        return False
    name = first.event.name.lower()
    if "opening" in name or "closing" in name:
        return any(_OWN_CHAIR.search(report.text, p.line.start, p.line.end) is not None for p in candidate.placed)
    return "hand" in name or "sign" in name
