"""The parts of a report that speak of events: for each sentence its event phrases, dates and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.meetings.acronyms import acronyms_of
from kg.extraction.meetings.names import EventName, find_events
from kg.extraction.meetings.similarity import name_words
from kg.extraction.meetings.triggers import Trigger, Triggers
from kg.extraction.meetings.visits import find_visits
from kg.extraction.meetings.words import EventHead
from kg.extraction.places.find import PlaceMention, find_places
from kg.extraction.values.dates import DateMention, find_dates
from kg.model import MeetingKind, Report, Sentence, SentenceKind
from kg.regex import regex
from kg.tables import read_table

__all__ = ["Line", "read_lines"]


@dataclass(slots=True)
class Line:
    """One sentence, and what was recognised in it.

    Attributes:
        index: Its number among the lines.
        body: Its number among the sentences of the body, from 0; -1 elsewhere.
        owners: For each date, the index of the event in ``events`` that it belongs to, or ``None``.
        modes: Whether it may hold a word of mode.
        counts: Whether it may hold a number of people.
        heading: It stands first in the body and holds nothing but a date and a place, like a dateline.
    """

    index: int
    body: int
    sentence: Sentence
    events: list[EventName]
    dates: list[DateMention]
    places: list[PlaceMention]
    owners: list[int | None]
    modes: bool = True
    counts: bool = True
    heading: bool = False

    @property
    def kind(self) -> SentenceKind:
        """Which part of the report it is."""
        return SentenceKind.DATELINE if self.heading else self.sentence.kind

    @property
    def start(self) -> int:
        """First character."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.sentence.span.end


_MOST_PHRASES = 400
"""Event phrases after which no more are looked for: ten times as many as the longest report has. They are compared with
each other, so that their number bounds the time."""


def read_lines(report: Report) -> list[Line]:
    """The sentences of a report that are no furniture, in the order of the text."""
    lines: list[Line] = []
    triggers = Triggers(report.text)
    acronyms: dict[str, EventHead] = {}
    body = phrases = 0
    for sentence in report.sentences:
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        start, end = sentence.span
        in_body = sentence.kind in {SentenceKind.BODY, SentenceKind.ITEM}
        line = Line(
            index=len(lines),
            body=body if in_body else -1,
            sentence=sentence,
            events=_events(report.text, start, end, triggers, acronyms) if phrases < _MOST_PHRASES else [],
            dates=find_dates(report.text, start, end, months=triggers.all(Trigger.MONTH, start, end)),
            places=find_places(report.text, start, end),
            owners=[],
            modes=triggers.within(Trigger.MODE, start, end),
            counts=in_body and _may_count(report.text, start, end, triggers),
        )
        line.heading = body == 0 and in_body and _only_date_and_place(report.text, line)
        line.body = -1 if line.heading else line.body
        line.owners = [_owner(report.text, line, date) for date in line.dates]
        lines.append(line)
        body += line.body >= 0
        phrases += len(line.events)
        acronyms |= acronyms_of(line.events)
    return lines


def _may_count(text: str, start: int, end: int, triggers: Triggers) -> bool:
    if not triggers.within(Trigger.COUNT, start, end):
        return False
    return _DIGIT.search(text, start, end) is not None or triggers.within(Trigger.NUMBER, start, end)


_DIGIT = regex(r"\d")
_MARKS = regex(r"[\s,.:;/–—()-]+|\b(?:in|from|to|and|at)\b")


def _only_date_and_place(text: str, line: Line) -> bool:
    if not line.dates or line.end - line.start > 120 or not any(date.has_day for date in line.dates):
        return False
    rest = text[line.start : line.end]
    for span in sorted([*(date.span for date in line.dates), *(place.span for place in line.places)], reverse=True):
        rest = rest[: span.start - line.start] + rest[span.end - line.start :]
    return not _MARKS.sub("", rest)


def _events(text: str, start: int, end: int, triggers: Triggers, acronyms: Mapping[str, EventHead]) -> list[EventName]:
    """The event phrases and the visits told by a verb, without overlap."""
    named = triggers.within(Trigger.EVENT, start, end) or any(text.find(each, start, end) >= 0 for each in acronyms)
    events = find_events(text, start, end, acronyms) if named else []
    events = [event for number, event in enumerate(events) if not (number and _is_form(text, event))]
    if not triggers.within(Trigger.VISIT, start, end):
        return events
    for visit in find_visits(text, start, end):
        within = [e for e in events if e.reach.start < visit.span.end and visit.span.start < e.reach.end]
        if all(event.bare for event in within):
            events = [*(event for event in events if event not in within), visit]
    return sorted(events, key=lambda event: event.span)


_AS = regex(r"\b(?:as|in\sthe\sform(?:at)?\sof)\san?\s$", re.IGNORECASE)


def _is_form(text: str, event: EventName) -> bool:
    """Whether a phrase says no more than what form the event before it had: 'was held as a virtual meeting'."""
    if name_words(event.name).content or event.ordinals:
        return False
    return _AS.search(text, max(0, event.span.start - 20), event.span.start) is not None


@lru_cache(maxsize=1)
def _other_matter() -> re.Pattern[str]:
    words = [row["wording"] for row in read_table("data", "wordings", "date_contexts.csv", columns=("wording",))]
    ordered = sorted(words, key=lambda word: (-len(word), word))
    words_before = "|".join(re.escape(word) for word in ordered)
    return regex(rf"\b(?:{words_before})\b[^.;()]{{0,24}}$|\bOperation\s[\w -]{{3,30}}\s\($", re.IGNORECASE)


def states_other_matter(text: str, line: Line, date: DateMention) -> bool:
    """Whether the words before a date tie it to something that is no event: 'founded in', 'since', 'as of'."""
    behind_event = max((e.reach.end for e in line.events if e.reach.end <= date.span.start), default=line.start)
    return _other_matter().search(text[max(behind_event, date.span.start - 48) : date.span.start]) is not None


_CLAUSE_END = regex(r"[;]|(?:,\s(?:and|but|while|whereas|which|who)\s)|\s(?:while|whereas|after|before)\s")


_ASIDE = regex(
    r"\b(?:(?:on|in|at)\sthe\s(?:margins?|sidelines|fringes|eve)\sof|before|after|ahead\sof|prior\sto|preceding|following"
    r"|back[\s-]to[\s-]back\swith|in\sparallel\swith|alongside)"
    r"\s(?:the\s|its\s|an?\s)?$"
)
"""'the day before the': what stands between a date and an event that it is not the date of."""
_AFTER = regex(r"\b(?:[Aa]fter|[Bb]efore|[Ff]ollowing)\s(?:the\s|this\s|its\s)?$")
"""'Right after the': what stands before such an event."""
_AFTER_REACH = 24
"""Characters before an event in which that stands."""


def _out_of_brackets(gap: str) -> float:
    """Distance added where one of the two stands within brackets and the other one behind or in other brackets."""
    return 200.0 if gap.find(")") >= 0 and not 0 <= gap.find("(") < gap.find(")") else 0.0


def _follows(text: str, line: Line, event: EventName) -> bool:
    """Whether 'after' or 'before' leads over to an event."""
    start = event.reach.start
    return _AFTER.search(text, max(line.start, start - _AFTER_REACH), start) is not None


_TOLD_OF_HOST = regex(r"^,?\s(?:which|who|whose|where|an?|that)\s")
"""'visited X, which opened on 4 March'."""


def _owner(text: str, line: Line, date: DateMention) -> int | None:
    """The event phrase that a date belongs to: the nearest one of its clause, one before it rather than one behind."""
    if states_other_matter(text, line, date):
        return None
    best, closest = None, 400.0
    for index, event in enumerate(line.events):
        if event.head.use == "several" or (event.bare and not event.determiner):
            continue
        before = event.reach.end <= date.span.start
        gap = text[event.reach.end : date.span.start] if before else text[date.span.end : event.reach.start]
        if not before and _ASIDE.search(gap):
            continue  # 'on 19 October, the day before the Conference'
        if before and event.kind is MeetingKind.VISIT and _TOLD_OF_HOST.search(gap):
            continue
        if before and gap.startswith(",") and _follows(text, line, event):
            continue  # 'Right after the Conference, on 20 October'
        distance = len(gap) * (1.0 if before else 1.3) + 60.0 * len(_CLAUSE_END.findall(gap)) + _out_of_brackets(gap)
        if distance < closest:
            best, closest = index, distance
    return best
