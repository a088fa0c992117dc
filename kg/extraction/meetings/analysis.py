"""Chooses the main event of a report and gathers what is stated about it and about others."""

from __future__ import annotations

from kg.extraction.meetings.candidates import Candidate, Placed, gather, is_part_of_another
from kg.extraction.meetings.choice import choose_main
from kg.extraction.meetings.context import Line, read_lines
from kg.extraction.meetings.main import main_meeting
from kg.extraction.meetings.others import other_meetings
from kg.extraction.meetings.records import MeetingAnalysis, MeetingMention
from kg.extraction.meetings.references import mentions_of
from kg.extraction.meetings.unnamed import unnamed_event
from kg.model import MeetingKind, Report, SentenceKind
from kg.model.extractions import MAIN_KEY

__all__ = ["MeetingAnalysis", "MeetingMention", "analyse"]


_LATE = 5
"""Sentences of the body behind which no report comes to its point."""


def _is_late(placed: Placed) -> bool:
    """Whether an event is named far down, so that it is hardly the one that the report tells of."""
    return placed.line.kind is not SentenceKind.TITLE and placed.line.body >= _LATE


def _main_event(report: Report, lines: list[Line], candidates: list[Candidate]) -> Candidate | None:
    """The main event: the one named, unless the report hardly names it and tells of another by a verb."""
    main = choose_main(report, lines, candidates)
    unsure = main is None or all(map(is_part_of_another, main.placed))
    if not (unsure or (main is not None and all(map(_is_late, main.placed)))):
        return main
    told = unnamed_event(report, lines)
    if told is None or (main is not None and not unsure and told.kind is main.kind):
        return main
    for candidate in candidates:  # 'A signed it': what tells of 'the signing ceremony'
        if told.kind is candidate.kind is MeetingKind.CEREMONY and _names(candidate, told):
            candidate.placed[:0] = told.placed
            return candidate
    return told


def _names(candidate: Candidate, told: Candidate) -> bool:
    """Whether an event is called by the noun of the verb that tells of another."""
    return told.placed[0].event.name.lower() in candidate.placed[0].event.name.lower().split()


def analyse(report: Report) -> MeetingAnalysis:
    """The events that a report speaks of.

    Returns:
        The main event first, where there is one; the other events of which a date, a place or an ordinal is stated;
        every place in the text that speaks of one of them; and the values that contradict each other.
    """
    lines = read_lines(report)
    candidates = gather(lines)
    main = _main_event(report, lines, candidates)
    if main is None:
        return MeetingAnalysis(mentions=mentions_of(lines, {}, None))
    record, discrepancies = main_meeting(report, lines, main)
    others = other_meetings(report, lines, [c for c in candidates if c is not main], record)
    keyed = {MAIN_KEY: main} | {meeting.key: candidate for meeting, candidate in others}
    return MeetingAnalysis(
        meetings=(record, *(meeting for meeting, _ in others)),
        mentions=mentions_of(lines, keyed, record),
        discrepancies=tuple(discrepancies),
    )
