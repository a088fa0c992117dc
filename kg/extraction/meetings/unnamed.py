"""The main event of a report that names none: told by a verb ('gathered in Durban') or called by what it is alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.extraction.meetings.candidates import Candidate, Placed, is_part_of_another
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.dates import dateline_dates
from kg.extraction.meetings.names import EventName
from kg.extraction.meetings.words import EventHead
from kg.model import MeetingKind, Report, SentenceKind, Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["unnamed_event"]


@lru_cache(maxsize=1)
def _verbs() -> tuple[re.Pattern[str], Mapping[str, EventHead]]:
    rows: dict[str, EventHead] = {}
    for row in read_table("data", "wordings", "event_verbs.csv", columns=("verb", "noun", "kind")):
        if row["kind"] not in {kind.value for kind in MeetingKind}:
            raise row.error("kind", f"one of {', '.join(MeetingKind)} is needed")
        rows[row["verb"]] = EventHead(row["noun"], MeetingKind(row["kind"]), "told")
    ordered = sorted(rows, key=lambda verb: (-len(verb), verb))
    return regex(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE), rows


def unnamed_event(report: Report, lines: list[Line]) -> Candidate | None:
    """The event that the headline or the first sentences tell of without naming it.

    Only where a day is stated for it: a dateline, or a date beside the verb. News of other sorts has no event.
    """
    dated = any(date.with_day for date in dateline_dates(report, lines))
    candidate = Candidate()
    for line in lines:
        if line.kind is not SentenceKind.TITLE and not 0 <= line.body <= 2:
            continue
        if not dated and not any(date.has_day for date in line.dates):
            continue
        told = _told(report.text, line)
        if told is not None and (not candidate.placed or told.event.kind is candidate.kind):
            candidate.placed.append(told)
    return candidate if candidate.placed else None


def _may_be_told(event: EventName, line: Line) -> bool:
    """Whether a phrase may be that of the main event: also 'a round table', where a day is said of it."""
    held = event.head.use == "part" and event.determiner in {"a", "an"} and any(date.has_day for date in line.dates)
    return (held or event.head.use in {"event", "loose"}) and not event.tense


def _told(text: str, line: Line) -> Placed | None:
    """The event phrase without a name, or the verb, that tells of the event in a line."""
    possible = [Placed(event, line, number) for number, event in enumerate(line.events) if _may_be_told(event, line)]
    whole = [placed for placed in possible if not is_part_of_another(placed)]
    if possible:
        return (whole or possible)[0]
    pattern, rows = _verbs()
    match = pattern.search(text, line.start, line.end)
    if match is None:
        return None
    head = rows[match[0].lower()]
    span = Span(*match.span())
    event = EventName(span, span, head.word, head, determiner="", ordinals=(), bare=True, proper=False)
    return Placed(event, line, -1)
