"""The record of the main event of a report."""

from __future__ import annotations

from kg.extraction.meetings.candidates import Candidate, Placed, stated_ordinals
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.counts import counts_of_main
from kg.extraction.meetings.dates import EventDate, ends_before, is_told_later, main_dates
from kg.extraction.meetings.discrepancies import date_discrepancies, ordinal_discrepancies, place_discrepancies
from kg.extraction.meetings.modes import main_modes
from kg.extraction.meetings.places import EventPlace, main_places
from kg.extraction.meetings.records import distinct
from kg.extraction.meetings.regions import main_regions
from kg.extraction.values.counts import Counted
from kg.model import Discrepancy, Meeting, Mode, PartialDate, Passage, Report, SentenceKind, Span, Stated
from kg.model.extractions import MAIN_KEY

__all__ = ["main_meeting"]


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
    later = is_told_later(report, lines, dates)
    places = [] if online else main_places(report, lines, main, told_later=later)
    ordinals = _ordinals(main, titled)
    starts, ends = _days(dates)
    counts = counts_of_main(report, lines)
    meeting = Meeting(
        key=MAIN_KEY,
        main=True,
        kind=ordered[0].event.kind,
        passages=_passages(main),
        names=_names(ordered),
        ordinals=ordinals,
        starts=distinct(starts),
        ends=distinct(ends),
        cities=distinct(Stated(p.city, p.passage, p.part) for p in places if p.city),
        countries=distinct(Stated(c, p.passage, p.part) for p in _same_city(places) if (c := p.country)),
        modes=tuple(modes),
        regions=tuple(main_regions(report, lines, main, places)),
        people=counts[Counted.PEOPLE],
        members=counts[Counted.MEMBERS],
    )
    return meeting, [
        *ordinal_discrepancies(meeting, main),
        *date_discrepancies(meeting, dates),
        *place_discrepancies(report, meeting, places),
    ]


def _days(dates: list[EventDate]) -> tuple[list[Stated[PartialDate]], list[Stated[PartialDate]]]:
    """First and last days, the adopted ones first: of a date that lacks one of them, no other date says it wrongly."""
    starts = [stated for date in dates for stated in date.starts()]
    ends = [stated for date in dates for stated in date.ends()]
    if starts and ends and ends_before(ends[0].value, starts[0].value):
        if dates[0].start is not None:
            ends = [end for end in ends if not ends_before(end.value, starts[0].value)]
        else:
            starts = [start for start in starts if not ends_before(ends[0].value, start.value)]
    return starts, ends


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


def _ordinals(main: Candidate, titled: tuple[int, ...]) -> tuple[Stated[int], ...]:
    """The ordinals stated, the headline's first."""
    ordered = sorted(main.placed, key=lambda p: p.line.kind is not SentenceKind.TITLE or p.event.ordinals != titled)
    return stated_ordinals(ordered)
