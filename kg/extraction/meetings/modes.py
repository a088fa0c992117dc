"""How people took part in the main event."""

from __future__ import annotations

import re

from kg.extraction.meetings.candidates import Candidate, names_itself
from kg.extraction.meetings.context import Line
from kg.extraction.values.modes import ModeMention, find_modes
from kg.model import Mode, Passage, Report, SentenceKind, Stated
from kg.regex import regex

__all__ = ["main_modes", "mode_of_name"]


def main_modes(report: Report, lines: list[Line], main: Candidate) -> list[Stated[Mode]]:
    """The modes stated for the main event, the adopted one first; nothing where no word says one.

    Words for both kinds, in person and online, make the event hybrid.
    """
    named = {p.line.index for p in main.placed}
    found: list[tuple[int, Stated[Mode]]] = []
    present: list[tuple[ModeMention, Line]] = []
    for line in lines:
        for mention in find_modes(report.text, line.start, line.end) if line.modes else ():
            rank = _rank(report.text, line, mention, named, main)
            if rank is not None:
                rule = f"meeting.mode.{_RULES[rank]}"
                found.append((rank, Stated(mention.mode, Passage(mention.span, rule), line.kind)))
            told = mention.use == "presence" or (mention.use == "manner" and line.body >= 0)
            if told and not _of_another(report.text, line, mention, named, main):
                present.append((mention, line))
    found.sort(key=lambda item: (item[1].value is not Mode.HYBRID, item[0]))
    modes = [stated for _, stated in found]
    if modes and modes[0].value is Mode.HYBRID:
        return modes[:1]
    kinds = {mention.mode for mention, _ in present}
    if {Mode.IN_PERSON, Mode.ONLINE} <= kinds | {stated.value for stated in modes[:1]}:
        mention, line = present[0]
        return [Stated(Mode.HYBRID, Passage(mention.span, "meeting.mode.both-kinds"), line.kind)]
    if found and modes[0].value is Mode.ONLINE and found[0][0] > 1 and _of_some(report, lines, found[0][1], named):
        return [Stated(Mode.HYBRID, found[0][1].passage, found[0][1].part)]
    return modes[:1] or _of_the_present(report, lines, present, named)


_TO_COME = regex(r"\b(?:will|shall|planned|scheduled|foreseen|(?:is|are) to) (?:be|take|meet|come)\b")


def _of_another(text: str, line: Line, mention: ModeMention, named: set[int], main: Candidate) -> bool:
    """'A 6th Meeting in Cairo, in person, next year': whether the word tells how another event will be, or was."""
    if line.index in named:
        return False
    before = [number for number, event in enumerate(line.events) if event.span.end <= mention.span.start]
    to_come = bool(before) and _TO_COME.search(text, line.start, mention.span.start) is not None
    return to_come or any(_of_event(line, number, named, main) is None for number in before)


def _of_some(report: Report, lines: list[Line], stated: Stated[Mode], named: set[int]) -> bool:
    """Whether the word is said of some, while the event has a place: '13 in Apia and six via video link'."""
    line = next(line for line in lines if line.start <= stated.passage.span.start < line.end)
    end = stated.passage.span.end + _BEHIND
    return _has_place(lines, named) and _SOME.search(report.text, line.start, end) is not None


def _has_place(lines: list[Line], named: set[int]) -> bool:
    """Whether a dateline, or a sentence that names the event, gives a place."""
    return any(line.places and (line.kind is SentenceKind.DATELINE or line.index in named) for line in lines)


_BEHIND = 12
"""Characters behind a word of mode that may still be said with it: 'online by others'."""
_SOME = regex(
    r"\b(?:(?:Mrs?|Ms|Dr|Prof|H\.E)(?=[.\s])|doing so|of which|of whom|those whom?|half|some|others?|the rest"
    r"|(?:while|whereas|but)\s[^.;]{1,60}\s(?:joined|connected|took\spart|participated|spoke|followed)\s(?:by|via|over|through)"
    r"|(?<!\d )and (?:[a-z]+|[0-9]+)(?: [a-z]+){0,2} (?:via|by|over|on|through))\b"
)


def _of_the_present(
    report: Report, lines: list[Line], present: list[tuple[ModeMention, Line]], named: set[int]
) -> list[Stated[Mode]]:
    """Where the words only tell how some or all took part: online, or hybrid if others were at a place."""
    online = next(((m, line) for m, line in present if m.mode is Mode.ONLINE), None)
    if online is None:
        return []
    mention, line = online
    placed = _has_place(lines, named)
    if not placed:
        return [Stated(Mode.ONLINE, Passage(mention.span, "meeting.mode.participants"), line.kind)]
    if _OTHERS.search(report.text, line.start, line.end):
        return [Stated(Mode.HYBRID, Passage(mention.span, "meeting.mode.others"), line.kind)]
    return []


_OTHERS = regex(
    r"\b(?:others?|some|rest|remaining|those\swho|those\sunable|who\scould\snot|whoever|while|also)\b", re.IGNORECASE
)


_RULES = ("dateline", "name", "manner", "described")


def _rank(text: str, line: Line, mention: ModeMention, named: set[int], main: Candidate) -> int | None:
    """How directly a word of mode speaks of the main event; ``None`` if it does not."""
    if mention.use == "presence":
        return None
    if line.kind is SentenceKind.DATELINE:
        return 0
    for index, event in enumerate(line.events):
        if event.reach.start - 1 <= mention.span.start < event.span.end:
            return _of_event(line, index, named, main)
    if line.kind is SentenceKind.TITLE:
        return 2
    behind = _WORD.findall(text[mention.span.end : mention.span.end + 24].lower())
    if mention.use == "manner" or _FORMAT_WORDS.intersection(behind):
        return 2 if line.index in named or 0 <= line.body < 4 else None
    return 3 if mention.use == "event" and line.index in named else None


_WORD = regex(r"\w+")
_FORMAT_WORDS = frozenset({"format", "manner", "mode", "form", "one"})


def _of_event(line: Line, index: int, named: set[int], main: Candidate) -> int | None:
    """Whether the event phrase that holds the word stands for the main event."""
    if any(p.line is line and p.number == index for p in main.placed):
        return 1
    event = line.events[index]
    describes = event.determiner in {"a", "an"} and len(event.name.split()) <= 3 and event.head.use in {"event", "back"}
    refers = event.definite and len(event.name.split()) <= 3 and not (names_itself(event) and line.dates)
    return 1 if (describes or refers) and (0 <= line.body < 6 or line.index in named) else None


def mode_of_name(name: str) -> Mode | None:
    """The mode that the name of an event itself states."""
    return next((m.mode for m in find_modes(name, 0, len(name)) if m.use != "presence"), None)
