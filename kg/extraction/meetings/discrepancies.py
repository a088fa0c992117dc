"""Values stated for the main event that contradict each other, and why one of them was adopted."""

from __future__ import annotations

import re

from kg.extraction.meetings.candidates import Candidate
from kg.extraction.meetings.dates import EventDate
from kg.extraction.meetings.places import EventPlace
from kg.model import Attribute, Discrepancy, Meeting, Report, SentenceKind, Stated
from kg.regex import regex

__all__ = ["date_discrepancies", "ordinal_discrepancies", "place_discrepancies", "where"]

_PLACES = {
    SentenceKind.TITLE: "the headline",
    SentenceKind.DATELINE: "the dateline",
    SentenceKind.BYLINE: "the byline",
    SentenceKind.SIGNATURE: "the signature",
}


def where(part: SentenceKind) -> str:
    """The part of a report in words: 'the headline'."""
    return _PLACES.get(part, "the body")


def _as_text(stated: Stated[int]) -> Stated[str]:
    return Stated(str(stated.value), stated.passage, stated.part)


def ordinal_discrepancies(meeting: Meeting, main: Candidate) -> list[Discrepancy]:
    """Different ordinals of one event. A double session ('127th/128th') contradicts nothing."""
    double = next((set(p.event.ordinals) for p in main.placed if len(p.event.ordinals) > 1), set())
    if len(meeting.ordinals) < 2 or {s.value for s in meeting.ordinals} <= double:
        return []
    adopted, other = meeting.ordinals[0], meeting.ordinals[1]
    said = f"{where(adopted.part).capitalize()} says {adopted.value}, {where(other.part)} says {other.value}; "
    headline = f"{where(adopted.part)} is adopted, because a headline is written for the event alone."
    reason = said + (headline if adopted.part is SentenceKind.TITLE else "the first is adopted.")
    return [Discrepancy(meeting.key, Attribute.ORDINAL, tuple(map(_as_text, meeting.ordinals)), reason)]


def date_discrepancies(meeting: Meeting, dates: list[EventDate]) -> list[Discrepancy]:
    """Days of the body and of the dateline that cannot both be true. A dateline may give the first day alone."""
    if len(dates) < 2:
        return []
    adopted, other = dates[0], dates[1]
    found = []
    pairs = ((Attribute.START, adopted.start, other.start), (Attribute.END, adopted.end, other.end))
    for attribute, value, rival in pairs:
        if value is None or rival is None or value == rival or None in {value.day, rival.day}:
            continue
        if other.start == other.end and adopted.overlaps(other):
            continue
        reason = (
            f"{where(adopted.part).capitalize()} says {value}, {where(other.part)} says {rival}; "
            f"{where(adopted.part)} is adopted, because it tells of the event in full."
        )
        candidates = (Stated(str(value), adopted.passage, adopted.part), Stated(str(rival), other.passage, other.part))
        found.append(Discrepancy(meeting.key, attribute, candidates, reason))
    return found


def place_discrepancies(report: Report, meeting: Meeting, places: list[EventPlace]) -> list[Discrepancy]:
    """Cities of two countries, one above the text and one in it. Of one country, one may be a part of the other."""
    cities = [p for p in places if p.city and p.country and (p.part in _PLACES or _is_inside(report, p))]
    adopted = next(iter(cities), None)
    if adopted is None:
        return []
    above = adopted.part in _PLACES
    other = next((p for p in cities if (p.part in _PLACES) != above and p.country != adopted.country), None)
    if other is None or any(p.country == adopted.country for p in cities if p.part == other.part):
        return []
    reason = (
        f"{where(adopted.part).capitalize()} says {adopted.city}, {where(other.part)} says {other.city}; "
        f"{where(adopted.part)} is adopted, because it stands first."
    )
    candidates = tuple(Stated(str(place.city), place.passage, place.part) for place in (adopted, other))
    return [Discrepancy(meeting.key, Attribute.CITY, candidates, reason)]


_INSIDE = regex(
    r"(?<!seat)(?<!based)(?<!office)(?<!located)(?<!headquarters)(?<!headquartered) (?:in|at) $", re.IGNORECASE
)


def _is_inside(report: Report, place: EventPlace) -> bool:
    """Whether something was in a place, not somebody from it or somebody's seat."""
    start = place.passage.span.start
    return _INSIDE.search(report.text, max(0, start - 24), start) is not None
