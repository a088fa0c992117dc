"""Where an event took place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.extraction.meetings.candidates import Candidate, names_itself
from kg.extraction.meetings.context import Line
from kg.extraction.places.find import PlaceKind, PlaceMention, adjectives
from kg.model import Passage, Report, SentenceKind, Span
from kg.regex import regex

__all__ = ["EventPlace", "main_places", "places_beside"]


class EventPlace(NamedTuple):
    """City and country of an event, as one passage states them."""

    city: str | None
    country: str | None
    passage: Passage
    part: SentenceKind


_AT = regex(
    r"(?:\b(?:in|at|near|to|from|of|headquarters\s+in)\s(?:the\s(?:(?:city|town|capital|port)\sof\s|(?:\w+\s)?capital,?\s)?)?|[(,–-]\s?|^\W*|venue\W+)$",
    re.IGNORECASE,
)
_IN = regex(r"\b(?:in|at)\s(?:the\s(?:(?:city|town|capital|port)\sof\s|(?:\w+\s)?capital,?\s)?)?$", re.IGNORECASE)
_AT_HOUSE = regex(r"\bat\s(?:the\s)?[A-Z][^.,;:()]{2,60},\s$")
"""'at the Polana Hotel, | Maputo'."""
_SEAT = regex(
    r"\b(?:ROCB|RILO|RTC|RCL|RDTC|Offices?|Building\s\(ROCB\)|Embassy|Delegation|University|Secretariat"
    r"|(?<!Conference )(?<!Congress )(?<!Convention )(?<!Exhibition )Cent(?:re|er)s?)"
    r"(?:\s?\([A-Z/ ]+\))?"
    r"(?:\s(?:for|of)(?:\s(?:[A-Z][\w/-]*|and|the|of)){1,6})?,?\s(?:based\s|located\s|seated\s)?in\s$"
)
_DISTANCE = regex(
    r"\b(?:hours?|minutes?|km|kilomet(?:re|er)s?|miles?|drive|walk|flight)(?:\s[a-z]+){0,2}\s(?:from|of)\s$"
)
"""'half an hour from Rabat', '20 km north of Rabat'."""
_FROM_AFAR = regex(
    r"\b(?:supported|funded|financed|paid|managed|run|led|steered|coordinated|connected|connecting|joined|joining|online"
    r"|remotely|virtually)\s(?:[a-z]+\s)?from\s(?:the\s)?$"
)
"""'a project supported from London', 'who joined online from Rabat'."""
_NATURE = regex(r"\b(?:earshot|sight|view|reach|walking distance)\sof\s(?:the\s)?$")
"""'a hotel within earshot of the Victoria Falls'."""
_OFFICE_OF_AUTHOR = regex(r"\b(?:ROCB|RILO|RTC|RCL|Office|Secretariat|Desk|Unit|Division)\b[^,]*, $")
"""'By X, Communications Desk, ROCB ESA, Nairobi': where the author sits."""
_AT_SEAT = regex(r"\b[Aa]t\s(?:the\s)?[^,.;]{0,80}$")
_VENUE = regex(
    r"\b(?:at|in|within|inside)\s(?:the\s)?(?P<venue>(?:[A-Z][\w’'&-]*\s|of\s|and\s|the\s|for\s|\((?=[A-Z])){1,10}"
    r"(?:Academy|College|Institute|Headquarters|Building|Center|Centre|University|School|Hotel|Hall|Palace|Office|Complex|House))\b"
)
_HOSTS = regex(
    r"\s(?:\w+ly\s)?(?:welcomed|hosted|hosts|saw|received|housed|witnessed|was\s(?:the\s)?(?:host|venue|place|scene|stage|setting))\b"
)
_OFFICE_FIRST = regex(r"\s*(?:RTC|ROCB|RILO|RDTC|RCL)[\s-]")
"""What stands before the city of an office that begins its sentence: 'RTC Budapest opened its doors'."""


_TO_COME = regex(
    r"\b(?:will|shall)\s(?:be|take|meet|gather|host|convene)\b"
    r"|\b(?:next|forthcoming|upcoming)\b(?!\sedition\sof\sthe\s(?:HS|Harmoni[sz]ed|Nomenclature))"
    r"|\bto\sbe\s(?:held|hosted)\b"
)
_LEAD = 3
"""Sentences of the body that tell where the event was."""


def main_places(report: Report, lines: list[Line], main: Candidate, *, told_later: bool) -> list[EventPlace]:
    """All places stated for the main event, the adopted one first.

    The dateline's goes first, then those in the sentences that name the event. Where neither has one, the headline is
    asked, then the place that a newspaper puts before its first sentence, the first sentences, the name of a house, any
    sentence that says where something was held, and at last from where the author writes.

    Args:
        report: The report.
        lines: Its lines.
        main: The event.
        told_later: The dateline says where the news was written, after the event.
    """
    text = report.text
    named = {p.line.index for p in main.placed}
    heading = _of_heading(text, lines)
    told = _in_lines(text, main, (x for x in lines if x.index in named and x.kind is not SentenceKind.DATELINE))
    told.sort(key=lambda place: _is_passed_to(text, place))
    cities = {place.city for place in heading if place.city}
    if len(cities) > 1:
        # The dateline names several cities: the event was in the one that its sentence names too.
        told.sort(key=lambda place: place.city not in cities)
        heading.sort(key=lambda place: not told or place.city != told[0].city)
    lead = [x for x in lines if 0 <= x.body < _LEAD and x.index not in named]
    if told_later or _runs_on(text, lines):
        elsewhere = (*told, *(_in_lines(text, main, lead) if told_later else ()))
        heading = [p for p in elsewhere if p.city and _is_within(text, p.passage.span.start)][:1] + heading
    found = [*heading, *told]
    sources: tuple[Callable[[], list[EventPlace]], ...] = (
        lambda: _in_lines(text, main, (x for x in lines if x.kind is SentenceKind.TITLE)),
        lambda: [p for x in lead[:1] for p in _in_line(text, x, main) if _of_the_press(text, x, p)],
        lambda: _in_lines(text, main, (x for x in lead if not _TO_COME.search(text, x.start, x.end)))[:1],
        lambda: _venues(text, lines),
        lambda: _in_lines(text, main, (x for x in lines if x.body >= 0 and _tells_of_past(text, x))),
        lambda: _of_author(text, lines),
    )
    return found or next((places for source in sources if (places := source())), [])


def _tells_of_past(text: str, line: Line) -> bool:
    """Whether a sentence tells that something was held, and not that the next one will be."""
    return _HELD.search(text, line.start, line.end) is not None and not _TO_COME.search(text, line.start, line.end)


def _is_within(text: str, start: int) -> bool:
    """Whether a place stands behind 'in' or 'at', or behind a house that does."""
    before = text[max(0, start - 80) : start]
    return _IN.search(before[-24:]) is not None or _AT_HOUSE.search(before) is not None


def _of_heading(text: str, lines: list[Line]) -> list[EventPlace]:
    """The place of the dateline, or of a line near the head that ends with a city."""
    found = [
        _event_place(place, line, "meeting.place.dateline")
        for line in lines
        if line.kind is SentenceKind.DATELINE
        for place in _best(line.places)
    ]
    alone = [_event_place(line.places[-1], line, "meeting.place.line") for line in lines if _is_place_line(text, line)]
    return found or alone


def _runs_on(text: str, lines: list[Line]) -> bool:
    """Whether the dateline opens the first paragraph, as newspapers say where they write."""
    return any(line.kind is SentenceKind.DATELINE and not text.startswith("\n", line.end) for line in lines)


def _of_author(text: str, lines: list[Line]) -> list[EventPlace]:
    """From where the author of a newspaper writes: 'By X in Lusaka'."""
    return [
        _event_place(line.places[-1], line, "meeting.place.byline")
        for line in lines
        if line.kind is SentenceKind.BYLINE and line.places and line.places[-1].span.end >= line.end - 1
        if text.endswith(" in ", line.start, line.places[-1].span.start)
    ]


def _in_lines(text: str, main: Candidate, lines: Iterable[Line]) -> list[EventPlace]:
    return [place for line in lines for place in _in_line(text, line, main)]


def _is_place_line(text: str, line: Line) -> bool:
    """Whether a short line near the head, without a date, ends with a city: 'Customs House, Thimphu'."""
    if line.index > 5 or line.body > 0 or line.end - line.start > 100 or line.events or not line.places:
        return False
    last = line.places[-1]
    before = text[line.start : last.span.start]
    if line.kind is SentenceKind.BYLINE and _OFFICE_OF_AUTHOR.search(before):
        return False
    return (
        last.city is not None and last.span.end >= line.end - 1 and (not before or before.endswith((", ", "– ", "- ")))
    )


def _best(places: list[PlaceMention]) -> list[PlaceMention]:
    """The cities among some places, or the first of them where none is a city."""
    return [p for p in places if p.city is not None] or places[:1]


def _event_place(place: PlaceMention, line: Line, rule: str) -> EventPlace:
    return EventPlace(place.city, place.country, Passage(Span(*place.span), rule), line.kind)


def _in_line(text: str, line: Line, main: Candidate) -> list[EventPlace]:
    """The places in a sentence that say where its event was."""
    found = []
    for place in line.places:
        if place.city is None and not _is_within(text, place.span.start) and not _HOSTS.match(text, place.span.end):
            continue
        if _tells_where(text, line, place, main):
            rule = "meeting.place.title" if line.kind is SentenceKind.TITLE else "meeting.place.sentence"
            away = _DISTANCE.search(text, line.start, place.span.start) is not None
            found.append(_event_place(place._replace(city=None) if away else place, line, rule))
    found.sort(key=lambda p: (_of_the_press(text, line, p), p.city is None, _of_an_office(text, line, p)))
    return found


def _is_passed_to(text: str, place: EventPlace) -> bool:
    """Whether a headline tells where something goes: 'Lusaka hands the baton to Windhoek'."""
    start = place.passage.span.start
    return place.part is SentenceKind.TITLE and text.endswith(" to ", 0, start)


def _of_the_press(text: str, line: Line, place: EventPlace) -> bool:
    """Whether a place opens the sentence of a newspaper: 'KINGSTON, Jamaica — Customs directors ...'."""
    span = place.passage.span
    return span.start == line.start and _DASH.match(text, span.end) is not None


def _of_an_office(text: str, line: Line, place: EventPlace) -> bool:
    """Whether a place belongs to the office before it: 'convened by the Secretariat, Brussels, in Lima'."""
    return _OFFICE_AHEAD.search(text, line.start, place.passage.span.start) is not None


_OFFICE_AHEAD = regex(
    r"\b(?:Office|Secretariat|Department|Service|Administration|Authority|Customs|Agency|Bureau|Ministry|ROCB|RILO|RTC)"
    r"(?:\s\([^()]{1,20}\))?,\s$"
)
_DASH = regex(r"\.?\s?(?:[—–:]|-\s|\([A-Z][A-Za-z ]+\)\s?[—–-])")


def _tells_where(text: str, line: Line, place: PlaceMention, main: Candidate) -> bool:
    before = text[max(line.start, place.span.start - 100) : place.span.start]
    if place.kind is PlaceKind.OFFICE:
        return place.city is not None and line.body == 0 and _OFFICE_FIRST.fullmatch(before) is not None
    if (_SEAT.search(before) and not _AT_SEAT.search(before)) or _FROM_AFAR.search(before) or _NATURE.search(before):
        return False
    if _belongs_to_other(line, place, main):
        return False
    return (
        place.kind is PlaceKind.PAIR or _AT.search(before) is not None or _HOSTS.match(text, place.span.end) is not None
    )


def _belongs_to_other(line: Line, place: PlaceMention, main: Candidate) -> bool:
    """Whether another event's name stands nearer before the place than the main event's."""
    own = {p.number for p in main.placed if p.line is line}
    before = [
        i
        for i, e in enumerate(line.events)
        if e.reach.end <= place.span.start and names_itself(e) and e.head.use != "several"
    ]
    return bool(before) and before[-1] not in own and (not own or min(own) < before[-1])


def _venues(text: str, lines: list[Line]) -> list[EventPlace]:
    """The country, and the city, in the name of the house where the event was."""
    found = []
    for line in lines:
        if not 0 <= line.body < 6:
            continue
        for match in _VENUE.finditer(text, line.start, line.end):
            place = next((p for p in line.places if match.start() <= p.span.start and p.span.end <= match.end()), None)
            passage = Passage(Span(*match.span("venue")), "meeting.place.venue")
            if place is not None:
                found.append(EventPlace(place.city, place.country, passage, line.kind))
                continue
            codes = (adjectives().get(word, ()) for word in match["venue"].split())
            country = next((shared[0] for shared in codes if len(shared) == 1), None)
            if country:
                found.append(EventPlace(None, country, passage, line.kind))
    return found


def places_beside(report: Report, candidate: Candidate) -> list[EventPlace]:
    """The places right behind the name of an event: 'the Conference in Kinshasa', '(Manila, Philippines)'."""
    found = []
    for placed in candidate.placed:
        line, event = placed.line, placed.event
        for place in line.places:
            gap = report.text[event.reach.end : place.span.start]
            if place.span.start >= event.reach.end and len(gap) < 48 and _BESIDE.fullmatch(gap):
                found.append(_event_place(place, line, "meeting.place.beside"))
    return found


_HELD = regex(r"\b(?:held|took\splace|venue|hosted|met|welcomed|convened|gathered|came\sto|received|opened|signed)\b")
_BESIDE = regex(
    # not of what the visitors speak of: 'a visit to X to say what it will need for its start in Y'
    r"\s?[(,]?\s?(?:(?:(?!\b(?:what|its|their)\b)[^.;()]){0,40}\s)?(?:(?:in|at|to)\s(?:the\s)?|[(,]\s?)?",
    re.IGNORECASE,
)
