"""The main event of a report: which one it is, and its attributes."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.meeting_candidates import Candidate, Placed
from kg.extraction.meeting_context import Line
from kg.extraction.meeting_counts import counts_of_main
from kg.extraction.meeting_dates import EventDate, dateline_dates, dates_of, main_dates
from kg.extraction.meeting_discrepancies import date_discrepancies, ordinal_discrepancies
from kg.extraction.meeting_modes import main_modes
from kg.extraction.meeting_names import EventName
from kg.extraction.meeting_places import EventPlace, main_places
from kg.extraction.meeting_records import distinct
from kg.extraction.meeting_regions import main_regions
from kg.model import Discrepancy, Meeting, Mode, Passage, Report, SentenceKind, Span, Stated
from kg.tables import read_table

__all__ = ["choose_main", "main_meeting"]


def choose_main(report: Report, lines: list[Line], candidates: list[Candidate]) -> Candidate | None:
    """The event that the report is about, or ``None`` where it names none."""
    heads = dateline_dates(report, lines)
    head = heads[0] if heads else None
    scored = [(_score(report, candidate, head), -index, candidate) for index, candidate in enumerate(candidates)]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] > 0 else None


_USE_WEIGHT = {"event": 2.0, "loose": -0.5, "told": -0.5, "body": -1.5}
_AHEAD = re.compile(r"\b(?:will|shall|is\sto|are\sto|to\sbe\sheld|scheduled|planned|due|is\sset\sto)\b")


def _score(report: Report, candidate: Candidate, head: EventDate | None) -> float:
    """How much speaks for an event as the main one: headline, first sentences, name, date."""
    score = _USE_WEIGHT.get(candidate.use, -4.0)
    leading = [p for p in candidate.placed if not _secondary(report.text, p)]
    titles = [p for p in leading if p.line.kind is SentenceKind.TITLE]
    bodies = [p.line.body for p in leading if p.line.body >= 0]
    if titles:
        score += 6.0
    if bodies:
        score += max(0.0, 5.0 - min(bodies))
    score += 0.5 * min(4, len(candidate.placed) - 1)
    score += 1.0 * any(p.event.proper for p in candidate.placed) + 1.0 * bool(candidate.ordinals())
    score -= 4.0 * (not titles and all(_ahead(report.text, p) for p in candidate.placed))
    score -= 4.0 * (candidate.use == "body" and not candidate.ordinals())
    score -= 6.0 * all(p.event.tense for p in candidate.placed)
    score -= 1.0 * all(p.event.bare for p in candidate.placed)
    dates = dates_of(report, candidate, head)
    if dates:
        score += 2.0 if head is None else (3.0 if any(d.overlaps(head) for d in dates) else -4.0)
    return score


@lru_cache(maxsize=1)
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides: dict[str, list[str]] = {"before": [], "behind": []}
    for row in read_table("data", "wordings", "event_secondary.csv", columns=("wording", "side")):
        if row["side"] not in sides:
            raise row.error("side", "before or behind is needed")
        sides[row["side"]].append(re.escape(row["wording"]))
    before, behind = ("|".join(sides[side]) for side in ("before", "behind"))
    return re.compile(rf"\b(?:{before})\s(?:the\s|an?\s|its\s)?$", re.IGNORECASE), re.compile(rf"\s(?:{behind})\b")


def _secondary(text: str, placed: Placed) -> bool:
    """Whether the words beside a phrase make its event one beside another: 'followed by', 'in the margins of'."""
    before, behind = _sides()
    start, end = placed.event.reach
    return (
        before.search(text[max(placed.line.start, start - 40) : start]) is not None
        or behind.match(text, end) is not None
    )


def _ahead(text: str, placed: Placed) -> bool:
    """Whether the words around a phrase tell of something still to come."""
    start, end = placed.event.reach
    return _AHEAD.search(text, max(placed.line.start, start - 30), min(placed.line.end, end + 50)) is not None


def _better_name(placed: Placed, headline: tuple[int, ...]) -> tuple[bool, bool, int, int]:
    """Sorts names: with the headline's ordinal first, then the fullest, then the earliest."""
    event = placed.event
    agrees = bool(event.ordinals) and (not headline or event.ordinals == headline)
    return (not agrees, not event.proper, -len(event.name.split()), event.span.start)


def main_meeting(report: Report, lines: list[Line], main: Candidate) -> tuple[Meeting, list[Discrepancy]]:
    """The record of the main event, and what contradicts itself in it."""
    titled = next((p.event.ordinals for p in main.placed if p.line.kind is SentenceKind.TITLE and p.event.ordinals), ())
    ordered = sorted(main.placed, key=lambda p: _better_name(p, titled))
    dates = main_dates(report, lines, main)
    modes = main_modes(report, lines, main)
    online = bool(modes) and modes[0].value is Mode.ONLINE
    places = [] if online else main_places(report, lines, main)
    ordinals = _ordinals(main, titled)
    meeting = Meeting(
        key="m1",
        main=True,
        kind=ordered[0].event.kind,
        passages=_passages(main),
        names=_names(ordered),
        ordinals=ordinals,
        starts=distinct(stated for date in dates for stated in date.starts()),
        ends=distinct(stated for date in dates for stated in date.ends()),
        cities=distinct(Stated(p.city, p.passage, p.part) for p in places if p.city),
        countries=distinct(Stated(c, p.passage, p.part) for p in _same_city(places) if (c := p.country)),
        modes=tuple(modes),
        regions=tuple(main_regions(report, lines, main, places)),
        counts=counts_of_main(report, lines),
    )
    return meeting, [*ordinal_discrepancies(meeting, main), *date_discrepancies(meeting, dates)]


def _same_city(places: list[EventPlace]) -> list[EventPlace]:
    """The places, those first that state the country of the adopted city."""
    city = next((p.city for p in places if p.city), None)
    return sorted(places, key=lambda p: p.city != city) if city else places


def _passages(main: Candidate) -> tuple[Passage, ...]:
    return tuple(Passage(Span(*p.event.span), f"meeting.name.{_part(p)}") for p in main.placed)


def _part(placed: Placed) -> str:
    return "title" if placed.line.kind is SentenceKind.TITLE else "phrase"


def _names(ordered: list[Placed]) -> tuple[Stated[str], ...]:
    return distinct(
        Stated(p.event.name, Passage(Span(*p.event.span), f"meeting.name.{_part(p)}"), p.line.kind) for p in ordered
    )


def counts_years(event: EventName) -> bool:
    """Whether the ordinal counts the years since something ('10th Anniversary Ceremony'), not meetings."""
    return "anniversary" in event.name.lower()


def _ordinals(main: Candidate, titled: tuple[int, ...]) -> tuple[Stated[int], ...]:
    """The ordinals stated, the headline's first."""
    ordered = sorted(main.placed, key=lambda p: p.line.kind is not SentenceKind.TITLE or p.event.ordinals != titled)
    return distinct(
        Stated(ordinal, Passage(Span(*p.event.span), "meeting.ordinal.name"), p.line.kind)
        for p in ordered
        if not counts_years(p.event)
        for ordinal in p.event.ordinals
    )
