"""The region of an event, from its name, the headline, the offices beside it and the country where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.extraction.meetings.candidates import Candidate
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.places import EventPlace
from kg.extraction.places.regions import (
    RegionMention,
    find_regions,
    foreign_organizer,
    global_event,
    official_region,
    region_of_country,
)
from kg.model import MeetingKind, Passage, Region, Report, SentenceKind, Span, Stated
from kg.regex import regex
from kg.tables import read_table

__all__ = ["main_regions", "region_of_event"]

_OF_STRUCTURES = "meeting.region.structures"
"""Rule of the region of a meeting of ROCBs or RTCs: all regions, unless it is held in the region that is named."""
_STRUCTURES = regex(
    r"(?<!\w)(?:ROCBs?|RTCs|RILOs|RCLs|RDTCs|[Rr]egional [Ee]ntities|[Rr]egional [Ss]tructures"
    r"|Regional Offices for Capacity Building|Regional Training Cent(?:er|re)s)(?!\w)"
)


def main_regions(report: Report, lines: list[Line], main: Candidate, places: list[EventPlace]) -> list[Stated[Region]]:
    """The region of the main event; nothing for another organization's event."""
    phrases = [(p.event.span, p.line.kind) for p in main.placed]
    if any(foreign_organizer(report.quote(span)) for span, _ in phrases) or _as_guest(report, lines, main):
        return []
    own = region_of_event(report, phrases)
    if own is not None:
        return [own]
    visit = main.kind is MeetingKind.VISIT
    if not visit and (whole := _of_the_whole(report, lines, phrases)):
        country = _of_country(places)
        named = _named_about(report, lines, main) if whole.passage.rule == _OF_STRUCTURES else None
        return [named] if named and country and named.value is country[0].value else [whole]
    if visit and (visited := _of_the_visited(main)):
        return [visited]
    if named := _named_about(report, lines, main):
        return [named]
    return _of_country(places) or _of_members(lines) or _anywhere(report, lines)


def _named_about(report: Report, lines: list[Line], main: Candidate) -> Stated[Region] | None:
    """The first region named in the lines that speak of the event."""
    for line, rule in _lines_about(lines, main):
        found = official_region(find_regions(report.text, line.start, line.end))
        if found is not None:
            return Stated(found.region, Passage(found.span, rule), line.kind)
    return None


def _of_the_visited(main: Candidate) -> Stated[Region] | None:
    """The region of the country in the name of the office that is visited: 'visit to RTC-China'."""
    for placed in main.placed:
        for place in placed.line.places:
            inside = placed.event.span.start <= place.span.start and place.span.end <= placed.event.span.end
            region = region_of_country(place.country) if inside and place.country else None
            if region is not None:
                return Stated(region, Passage(place.span, "meeting.region.visited"), placed.line.kind)
    return None


def _of_the_whole(report: Report, lines: list[Line], phrases: list[tuple[Span, SentenceKind]]) -> Stated[Region] | None:
    """GLOBAL for a meeting of the structures of all regions, or one that the headline calls global."""
    for span, kind in phrases:
        if found := _STRUCTURES.search(report.text, span.start, span.end):
            return Stated(Region.GLOBAL, Passage(Span(*found.span()), _OF_STRUCTURES), kind)
    for line in lines:
        title = report.quote(line.sentence.span) if line.kind is SentenceKind.TITLE else ""
        if title and (wide := global_event(title)):
            span = Span(line.start + wide.start, line.start + wide.end)
            return Stated(Region.GLOBAL, Passage(span, "meeting.region.global"), line.kind)
    return None


def region_of_event(
    report: Report, phrases: Iterable[tuple[Span, SentenceKind]], *, foreign: bool = False
) -> Stated[Region] | None:
    """The region that the name of an event states.

    Args:
        report: The report.
        phrases: Where its names stand.
        foreign: Whether other organizations' events are to be told apart by their names.
    """
    parts: list[tuple[RegionMention, SentenceKind]] = []
    whole: list[Stated[Region]] = []
    for span, kind in phrases:
        name = report.quote(span)
        if foreign and foreign_organizer(name):
            continue
        if wide := global_event(name):
            shifted = Span(span.start + wide.start, span.start + wide.end)
            whole.append(Stated(Region.GLOBAL, Passage(shifted, "meeting.region.global"), kind))
        parts.extend((m, kind) for m in find_regions(report.text, span.start, span.end))
    parts.sort(key=lambda part: not part[0].official)
    if whole and official_region([part for part, _ in parts]) is None:
        return whole[0]
    if not parts:
        return None
    mention, kind = parts[0]
    return Stated(mention.region, Passage(mention.span, "meeting.region.name"), kind)


def _lines_about(lines: list[Line], main: Candidate) -> list[tuple[Line, str]]:
    """The lines that speak of the event, the likeliest to name its region first."""
    named = {p.line.index for p in main.placed}
    ordered = [(line, "meeting.region.title") for line in lines if line.kind is SentenceKind.TITLE]
    ordered += [(line, "meeting.region.sentence") for line in lines if line.index in named and line.body >= 0]
    ordered += [(line, "meeting.region.lead") for line in lines if line.index not in named and 0 <= line.body < 2]
    return ordered


def _of_country(places: list[EventPlace]) -> list[Stated[Region]]:
    for place in places:
        region = region_of_country(place.country) if place.country and place.country != "BE" else None
        if region is not None:
            return [Stated(region, Passage(place.passage.span, "meeting.region.country"), place.part)]
    return []


def _of_members(lines: list[Line]) -> list[Stated[Region]]:
    """The region of all countries that headline and first sentences name, if it is one and the same."""
    found = [
        (region, place, line)
        for line in lines
        if line.kind is SentenceKind.TITLE or 0 <= line.body < 2
        for place in line.places
        if place.country and place.country != "BE" and (region := region_of_country(place.country))
    ]
    if len({region for region, _, _ in found}) != 1:
        return []
    region, place, line = found[0]
    return [Stated(region, Passage(place.span, "meeting.region.members"), line.kind)]


@lru_cache(maxsize=1)
def _guest_words() -> re.Pattern[str]:
    words = [row["wording"] for row in read_table("data", "wordings", "guest_words.csv", columns=("wording",))]
    return regex(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)


_CUSTOMS = regex(r"\b(?:WCO|World Customs|ROCBs?|RTCs?|RILOs?|RCLs?|RDTCs?|Customs|AEO|Regional)\b")


def _as_guest(report: Report, lines: list[Line], main: Candidate) -> bool:
    """Whether the WCO's people were only guests: its name is not of Customs, and they were invited to it."""
    if main.kind in {MeetingKind.VISIT, MeetingKind.MISSION} or any(_CUSTOMS.search(p.event.name) for p in main.placed):
        return False
    named = {p.line.index for p in main.placed}
    if any(_of_its_region(report, line) for line in lines if line.index in named):
        return False
    about = (line for line in lines if line.index in named or line.index - 1 in named)
    words = any(p.event.proper for p in main.placed)
    return words and any(_guest_words().search(report.text, line.start, line.end) for line in about)


_REGION = regex(r"(?:\s\([^()]*\))?\s[Rr]egion\b")


def _of_its_region(report: Report, line: Line) -> bool:
    """Whether a sentence about the event names a region as such ('the East and Southern Africa (ESA) Region')."""
    mentions = find_regions(report.text, line.start, line.end)
    return any(m.official and _REGION.match(report.text, m.span.end) for m in mentions)


def _anywhere(report: Report, lines: list[Line]) -> list[Stated[Region]]:
    """The one region that the report names, if it names no other."""
    found = [(m, line) for line in lines for m in find_regions(report.text, line.start, line.end) if m.official]
    if len({m.region for m, _ in found}) != 1:
        return []
    mention, line = found[0]
    return [Stated(mention.region, Passage(mention.span, "meeting.region.report"), line.kind)]
