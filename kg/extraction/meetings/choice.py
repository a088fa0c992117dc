"""Which of a report's events is the main one: the one whose message the headline carries."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.meetings.candidates import Candidate, Placed
from kg.extraction.meetings.context import Line
from kg.extraction.meetings.dates import EventDate, dateline_dates, dates_of, is_news
from kg.model import Report, SentenceKind
from kg.regex import regex
from kg.tables import read_table

__all__ = ["choose_main"]


def choose_main(report: Report, lines: list[Line], candidates: list[Candidate]) -> Candidate | None:
    """The event that the report is about, or ``None`` where it names none."""
    heads = dateline_dates(report, lines)
    head = heads[0] if heads else None
    scored = [(_score(report, candidate, head), -index, candidate) for index, candidate in enumerate(candidates)]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] > 0 else None


_USE_WEIGHT = {"event": 2.0, "loose": -0.5, "told": -0.5, "body": -1.5}
_AHEAD = regex(r"\b(?:will|shall|is\sto|are\sto|to\sbe\sheld|scheduled|planned|due|is\sset\sto)\b")
_HAD_BEEN = regex(r"\bhad\s(?:already\s)?been\s[a-z]+(?:\s[^.;,]{0,60})?\s(?:at|during|in|by)\s(?:the|its|their)\s$")


def _score(report: Report, candidate: Candidate, head: EventDate | None) -> float:
    """How much speaks for an event as the main one: headline, first sentences, name, date."""
    score = _USE_WEIGHT.get(candidate.use, -4.0)
    leading = [p for p in candidate.placed if not _secondary(report.text, p)]
    titles = [p for p in leading if p.line.kind is SentenceKind.TITLE]
    bodies = [p.line.body for p in leading if p.line.body >= 0]
    if not leading:
        return -1.0
    if titles:
        score += 6.0
    if bodies:
        score += max(0.0, 5.0 - min(bodies))
    score += 0.5 * min(4, len(candidate.placed) - 1)
    score += 1.0 * any(p.event.proper for p in candidate.placed) + 1.0 * bool(candidate.ordinals())
    score -= 4.0 * (not titles and all(_ahead(report.text, p) for p in candidate.placed))
    score -= 4.0 * (not titles and all(_before_that(report.text, p) for p in candidate.placed))
    score -= 4.0 * (candidate.use == "body" and not candidate.ordinals())
    score -= 6.0 * all(p.event.tense for p in candidate.placed)
    score -= 2.0 * all(p.event.bare for p in candidate.placed)
    dates = dates_of(report, candidate, head)
    if dates:
        score += max(_agreement(date, head) for date in dates)
    return score


def _agreement(date: EventDate, head: EventDate | None) -> float:
    """How much a date speaks for its event: that of the dateline most, one shortly before it, as of news, a little."""
    if head is None:
        return 2.0
    if date.overlaps(head):
        return 3.0
    return 1.0 if is_news(date, head) else -4.0


@lru_cache(maxsize=1)
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides: dict[str, list[str]] = {"before": [], "behind": []}
    for row in read_table("data", "wordings", "event_secondary.csv", columns=("wording", "side")):
        if row["side"] not in sides:
            raise row.error("side", "before or behind is needed")
        sides[row["side"]].append(re.escape(row["wording"]))
    before, behind = ("|".join(sides[side]) for side in ("before", "behind"))
    return regex(rf"\b(?:{before})\s(?:the\s|an?\s|its\s)?$", re.IGNORECASE), regex(rf"\s(?:{behind})\b")


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


def _before_that(text: str, placed: Placed) -> bool:
    """Whether a phrase says where something had been done before: 'had been selected at its 21st Meeting'."""
    return _HAD_BEEN.search(text, placed.line.start, placed.event.reach[0]) is not None
