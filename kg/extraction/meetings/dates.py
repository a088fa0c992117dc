"""When an event took place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.meetings.candidates import Candidate, names_an_event, names_itself
from kg.extraction.meetings.context import Line, states_other_matter
from kg.extraction.meetings.names import EventName
from kg.extraction.values.dates import DateMention, complete
from kg.model import MeetingKind, PartialDate, Passage, Report, SentenceKind, Span, Stated
from kg.regex import regex
from kg.tables import read_table

__all__ = ["EventDate", "dateline_dates", "dates_of", "ends_before", "is_news", "is_told_later", "main_dates"]


class EventDate(NamedTuple):
    """First and last day of an event, as one passage states them.

    Attributes:
        start: ``None`` where only the last day is stated.
        end: ``None`` where only the first day is stated.
        passage: Where.
        part: In which part of the report.
        with_year: The year stands there too, and was not taken from elsewhere.
    """

    start: PartialDate | None
    end: PartialDate | None
    passage: Passage
    part: SentenceKind
    with_year: bool = True

    @property
    def with_day(self) -> bool:
        """Whether a day is stated, not a month or a year alone."""
        day = self.start or self.end
        return day is not None and day.day is not None

    def starts(self) -> tuple[Stated[PartialDate], ...]:
        """The first day as a stated value."""
        return (Stated(self.start, self.passage, self.part),) if self.start else ()

    def ends(self) -> tuple[Stated[PartialDate], ...]:
        """The last day as a stated value."""
        return (Stated(self.end, self.passage, self.part),) if self.end else ()

    def overlaps(self, other: EventDate) -> bool:
        """Whether both can be days of one event: they share a day, as far as stated."""
        return _first(self) <= _last(other) and _first(other) <= _last(self)


def _first(date: EventDate) -> tuple[int, int, int]:
    day = date.start or date.end
    return (day.year, day.month or 1, day.day or 1) if day else (0, 0, 0)


def _last(date: EventDate) -> tuple[int, int, int]:
    day = date.end or date.start
    return (day.year, day.month or 12, day.day or 31) if day else (9999, 12, 31)


def ends_before(end: PartialDate, start: PartialDate) -> bool:
    """Whether nothing that began on ``start`` can have ended on ``end``, as far as both are stated."""
    return (end.year, end.month or 12, end.day or 31) < (start.year, start.month or 1, start.day or 1)


@lru_cache(maxsize=1)
def _edges() -> re.Pattern[str]:
    words: dict[str, list[str]] = {"start": [], "end": []}
    for row in read_table("data", "wordings", "date_verbs.csv", columns=("wording", "edge")):
        if row["edge"] not in words:
            raise row.error("edge", "start or end is needed")
        words[row["edge"]].append(re.escape(row["wording"]))
    start, end = ("|".join(sorted(words[edge], key=lambda word: (-len(word), word))) for edge in ("start", "end"))
    return regex(
        rf"\b(?:(?P<start>{start})|(?P<end>{end}))\s(?:(?:(?!\b(?:{start}|{end})\b)[^.;]){{0,80}}\s)?"
        r"(?:on\s)?(?:the\s)?(?:\w+day,?\s)?$",
        re.IGNORECASE,
    )


def _edge(text: str, line: Line, date: DateMention) -> str:
    """'start' or 'end' where the words before a single day say that the event began or ended on it, else ''."""
    if date.start != date.end or not date.has_day:
        return ""
    match = _edges().search(text[max(line.start, date.span.start - 110) : date.span.start])
    return "" if match is None else ("start" if match["start"] else "end")


def dateline_dates(report: Report, lines: list[Line]) -> list[EventDate]:
    """The dates of the lines that head the report."""
    found = []
    years = {d.end.year for line in lines[:8] for d in line.dates if d.end.year is not None and d.has_day}
    context = report.issued or (PartialDate(years.pop()) if len(years) == 1 else None)
    for line in lines:
        if line.kind in {SentenceKind.DATELINE, SentenceKind.TITLE}:
            for date in line.dates:
                whole = complete(date, context, published=report.issued is not None)
                if whole and (line.kind is SentenceKind.DATELINE or date.has_day):
                    rule = "meeting.date.dateline" if line.kind is SentenceKind.DATELINE else "meeting.date.title"
                    found.append(EventDate(*whole, Passage(date.span, rule), line.kind))
    found.sort(key=lambda date: date.part is not SentenceKind.DATELINE)
    return found


def dates_of(report: Report, candidate: Candidate, context: EventDate | None) -> list[EventDate]:
    """The dates in the sentences of a candidate's phrases that belong to it, in the order of the text."""
    found: list[EventDate] = []
    for placed in candidate.placed:
        line = placed.line
        if line.kind is SentenceKind.TITLE:
            continue
        for date, owner in zip(line.dates, line.owners, strict=True):
            if owner == placed.number:
                known = context or next(iter(found[-1:]), None)
                found.extend(_stated(report, line, date, known, "meeting.date.sentence", lasting=_lasts(candidate)))
    return found


def _lasts(candidate: Candidate) -> bool:
    """Whether an event may begin on one day and end on another: a ceremony or a visit is not 'opened' on a day."""
    return candidate.kind not in {MeetingKind.CEREMONY, MeetingKind.VISIT}


def _stated(
    report: Report, line: Line, date: DateMention, context: EventDate | None, rule: str, *, lasting: bool
) -> list[EventDate]:
    known = context.start if context else report.issued
    whole = complete(date, known, published=context is None)
    if whole is None:
        return []
    edge = _edge(report.text, line, date) if lasting else ""
    start, end = (None if edge == "end" else whole[0]), (None if edge == "start" else whole[1])
    return [
        EventDate(start, end, Passage(Span(*date.span), f"{rule}.{edge}" if edge else rule), line.kind, date.has_year)
    ]


_LEAD = 4
"""Sentences of the body that tell what happened when; later ones tell what was said."""


def free_dates(report: Report, lines: list[Line], main: Candidate, context: EventDate | None) -> list[EventDate]:
    """Days in the body that belong to no other event: those of the first sentences, else one that stands alone."""
    lead = [line for line in lines if 0 <= line.body < _LEAD]
    rest = [line for line in lines if line.body >= _LEAD and line.kind is SentenceKind.BODY]
    found = _unowned(report, lead, main, context)
    if found:
        return found
    later = _unowned(report, rest, main, context)
    recent = [date for date in later if report.issued is None or _shortly_before(date, report.issued)]
    return recent if len({(date.start, date.end) for date in recent}) == 1 else []


def _shortly_before(date: EventDate, issued: PartialDate) -> bool:
    """Whether an event of that date may be the news of that day."""
    year, month, _ = _last(date)
    return 0 <= 12 * (issued.year - year) + (issued.month or month) - month <= 3


def _unowned(report: Report, lines: list[Line], main: Candidate, context: EventDate | None) -> list[EventDate]:
    own = {(p.line.index, p.number) for p in main.placed}
    found: list[EventDate] = []
    for line in lines:
        for date, owner in zip(line.dates, line.owners, strict=True):
            another = owner is not None and (line.index, owner) not in own and _is_event(line.events[owner])
            other_matter = states_other_matter(report.text, line, date) and not _is_inauguration(
                report, line, date, main
            )
            if date.has_day and not another and not other_matter:
                known = context or next(iter(found[-1:]), None)
                found.extend(_stated(report, line, date, known, "meeting.date.free", lasting=_lasts(main)))
    return found


_INAUGURATED = regex(r"\binaugurated\b[^.;]{0,48}$")


def _is_inauguration(report: Report, line: Line, date: DateMention, main: Candidate) -> bool:
    """Whether a date of an inauguration is that of the event: 'It was inaugurated on 6 October' of the ceremony."""
    own = any("inaugurat" in placed.event.name.lower() for placed in main.placed)
    return own and _INAUGURATED.search(report.text, line.start, date.span.start) is not None


def _is_event(event: EventName) -> bool:
    return names_itself(event) and names_an_event(event)


def main_dates(report: Report, lines: list[Line], main: Candidate) -> list[EventDate]:
    """All dates stated for the main event, the adopted one first.

    The body's go before the dateline's. A date of the body that shares no day with the dateline is another event's,
    unless it stands beside the name of the event.
    """
    heads = dateline_dates(report, lines)
    head = heads[0] if heads else None
    known = head or next(iter(free_dates(report, lines, main, None)), None)  # its year may stand there alone
    named = [d for d in dates_of(report, main, known) if d.with_day]
    lead = free_dates(report, lines, main, head or next(iter(named), None))
    if head is None:
        found = named or lead or dates_of(report, main, None)
        return _first_and_last([*found[_opens_as_news(report, lines, found) :], *(named and lead)])
    for date in (*named, *lead):
        if date.overlaps(head) and (date.with_day or not head.with_day):
            if _wider(head, date):
                return [head, date]
            if date.end is None and head.start == head.end == date.start:
                return _first_and_last([date, *(d for d in (*named, *lead) if d.start is None)])  # it only began then
            return [date, head]
    if named and (named[0].passage.span.start < _lead_end(lines) or is_news(named[0], head, within=_FRESH)):
        return [*_first_and_last(named), head]
    told = _told_first(lines, lead, head)
    return [head if told is None else told]


_DASH = regex(r"\s?[–—]\s|\s-\s")


def _opens_as_news(report: Report, lines: list[Line], dates: list[EventDate]) -> bool:
    """Whether the first date is the day of the news, before a dash: '16/12/2020 – They met on 14 December'."""
    if not dates[1:] or not any(line.start == dates[0].passage.span.start for line in lines):
        return False
    return _DASH.match(report.text, dates[0].passage.span.end) is not None and is_news(dates[1], dates[0])


def _first_and_last(dates: list[EventDate]) -> list[EventDate]:
    """The first date, with the next one where that says when the event ended.

    'It began on 3 May and ran until 5 May', 'He opened it on 3 May. The talks run until 5 May.'
    """
    for last in dates[1:2] if not dates or dates[0].end is None else dates[1:]:
        first = dates[0]._replace(end=None) if dates[0].start == dates[0].end else dates[0]
        if first.end is last.start is None and 0 <= _days(_last(last)) - _days(_first(first)) <= _NEWS:
            return [first, last]
    return dates[:1]


_NEWS = 31
"""Days after an event within which it is news."""
_FRESH = 4
"""Days after an event on which the press tells of it."""


def is_news(date: EventDate, head: EventDate, *, within: int = _NEWS) -> bool:
    """Whether a dateline gives a single day shortly after an event: that of the news.

    Args:
        date: Of the event.
        head: Of the dateline.
        within: Days after the event, at most.
    """
    single = head.with_day and head.start == head.end
    return single and 0 < _days(_first(head)) - _days(_last(date)) <= within


def _told_first(lines: list[Line], lead: list[EventDate], head: EventDate) -> EventDate | None:
    """The only day of the first sentence, or several days, shortly before the dateline's: the news came later."""
    first = max((line.end for line in lines if line.body == 0), default=0)
    told = [date for date in lead if date.with_day and (date.passage.span.start < first or date.start != date.end)]
    alone = len({(date.start, date.end) for date in told}) == 1
    return told[0] if alone and is_news(told[0], head) else None


def _days(day: tuple[int, int, int]) -> int:
    """Days on a calendar of months of 31 days, which no date that a text may give falls out of."""
    year, month, number = day
    return (12 * year + month) * 31 + number


def _lead_end(lines: list[Line]) -> int:
    return max((line.end for line in lines if 0 <= line.body < 2), default=0)


def is_told_later(report: Report, lines: list[Line], dates: list[EventDate]) -> bool:
    """Whether the dateline's day is after the event: it says where and when the news was written.

    Args:
        report: The report.
        lines: Its lines.
        dates: Those of the event, the adopted one first.
    """
    heads = dateline_dates(report, lines)
    return bool(heads and dates) and _last(dates[0]) < _first(heads[0])


def _wider(head: EventDate, date: EventDate) -> bool:
    """Whether the dateline gives a range of which the body gives only one end or one day."""
    return (
        head.with_day
        and (date.start is None or date.end is None or date.start == date.end)
        and (_first(head) <= _first(date) and _last(date) <= _last(head) and head.start != head.end)
    )
