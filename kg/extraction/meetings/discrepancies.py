"""Values stated for the main event that contradict each other, and why one of them was adopted."""

from __future__ import annotations

from kg.extraction.meetings.candidates import Candidate
from kg.extraction.meetings.dates import EventDate
from kg.model import Attribute, Discrepancy, Meeting, SentenceKind, Stated

__all__ = ["date_discrepancies", "ordinal_discrepancies"]

_PLACES = {
    SentenceKind.TITLE: "the headline",
    SentenceKind.DATELINE: "the dateline",
    SentenceKind.BYLINE: "the byline",
    SentenceKind.SIGNATURE: "the signature",
}


def _where(part: SentenceKind) -> str:
    return _PLACES.get(part, "the body")


def _as_text(stated: Stated[int]) -> Stated[str]:
    return Stated(str(stated.value), stated.passage, stated.part)


def ordinal_discrepancies(meeting: Meeting, main: Candidate) -> list[Discrepancy]:
    """Different ordinals of one event. A double session ('127th/128th') contradicts nothing."""
    double = next((set(p.event.ordinals) for p in main.placed if len(p.event.ordinals) > 1), set())
    if len(meeting.ordinals) < 2 or {s.value for s in meeting.ordinals} <= double:
        return []
    adopted, other = meeting.ordinals[0], meeting.ordinals[1]
    said = f"{_where(adopted.part).capitalize()} says {adopted.value}, {_where(other.part)} says {other.value}; "
    headline = f"{_where(adopted.part)} is adopted, because a headline is written for the event alone."
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
            f"{_where(adopted.part).capitalize()} says {value}, {_where(other.part)} says {rival}; "
            f"{_where(adopted.part)} is adopted, because it tells of the event in full."
        )
        candidates = (Stated(str(value), adopted.passage, adopted.part), Stated(str(rival), other.passage, other.part))
        found.append(Discrepancy(meeting.key, attribute, candidates, reason))
    return found
