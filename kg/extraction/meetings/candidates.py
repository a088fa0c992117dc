"""Gathers the phrases that speak of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extraction.meetings.context import Line
from kg.extraction.meetings.names import EventName
from kg.extraction.meetings.records import distinct
from kg.extraction.meetings.similarity import name_words
from kg.model import MeetingKind, Passage, SentenceKind, Span, Stated
from kg.regex import regex

__all__ = [
    "Candidate",
    "Placed",
    "gather",
    "is_part_of_another",
    "names_an_event",
    "names_itself",
    "same_event",
    "same_kind",
    "stated_ordinals",
]


class Placed(NamedTuple):
    """An event phrase and where it stands.

    Attributes:
        event: The phrase.
        line: The sentence.
        number: Its number among the line's phrases.
    """

    event: EventName
    line: Line
    number: int


@dataclass(slots=True)
class Candidate:
    """An event, as all phrases that name it.

    Attributes:
        placed: Its phrases in the order of the text.
        months: Year and month of the dates of its phrases.
    """

    placed: list[Placed] = field(default_factory=list)
    months: set[tuple[int, int]] = field(default_factory=set)

    @property
    def kind(self) -> MeetingKind:
        """Which sort of event it is, by its first phrase."""
        return self.placed[0].event.kind

    @property
    def use(self) -> str:
        """Use of the head of its most telling phrase."""
        order = ("event", "told", "body", "loose", "part", "back", "several")
        return min((p.event.head.use for p in self.placed), key=order.index)

    def ordinals(self) -> tuple[int, ...]:
        """The ordinal of the first phrase that has one."""
        return next((p.event.ordinals for p in self.placed if p.event.ordinals), ())


def stated_ordinals(placed: Iterable[Placed]) -> tuple[Stated[int], ...]:
    """The ordinals of phrases, in their order, but for what counts no meetings: '10th Anniversary', 'first visit'."""
    return distinct(
        Stated(ordinal, Passage(Span(*p.event.span), "meeting.ordinal.name"), p.line.kind)
        for p in placed
        if p.event.kind is not MeetingKind.VISIT and "anniversary" not in p.event.name.lower()
        for ordinal in p.event.ordinals
    )


_ALIKE = frozenset({MeetingKind.MEETING, MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.OTHER})
_TAUGHT = frozenset({MeetingKind.WORKSHOP, MeetingKind.SEMINAR, MeetingKind.TRAINING})


def names_itself(event: EventName) -> bool:
    """Whether a phrase has words of its own, unlike 'the meeting' or 'a hybrid event'."""
    return not event.bare and bool(event.ordinals or name_words(event.name).content)


def same_kind(a: MeetingKind, b: MeetingKind) -> bool:
    """Whether reports take one kind for the other."""
    return a is b or {a, b} <= _ALIKE or {a, b} <= _TAUGHT


def same_event(a: EventName, b: EventName) -> bool:
    """Whether two phrases of one report name the same event, by their words alone."""
    if a.ordinals and b.ordinals and a.ordinals[0] != b.ordinals[0]:
        return False
    return same_kind(a.kind, b.kind) and same_words(a, b)


def same_words(a: EventName, b: EventName) -> bool:
    """Whether the names of two phrases agree, ordinals apart."""
    x, y = name_words(a.name), name_words(b.name)
    if x.regions and y.regions and not x.regions & y.regions:
        return False
    if not x.content or not y.content:
        both = x.content == y.content and x.regions == y.regions
        numbered = bool(a.ordinals) and bool(b.ordinals)
        again = b.determiner == "the" and not y.regions and x.content == y.content and a.head.word == b.head.word
        return (
            again
            or numbered
            or (both and a.head.word == b.head.word)
            or (bool(x.regions & y.regions) and a.kind is b.kind)
        )
    common = len(x.content & y.content)
    return common / min(len(x.content), len(y.content)) >= (0.3 if a.ordinals and b.ordinals else 0.6)


def gather(lines: list[Line]) -> list[Candidate]:
    """The named events of a report, in the order of their first phrase. Phrases that only point back are left out."""
    candidates: list[Candidate] = []
    for line in lines:
        dated = line.kind is SentenceKind.DATELINE
        for number, event in enumerate(line.events):
            if not names_an_event(event) or (dated and not (event.proper and names_itself(event))):
                continue
            placed = Placed(event, line, number)
            if _only_counts(placed):
                continue
            months = _months(placed)
            match = next((c for c in candidates if _belongs(c, placed, months)), None)
            match = match or _pointed_to(candidates, placed)
            if match is None:
                candidates.append(match := Candidate())
            match.placed.append(placed)
            match.months |= months
    return _joined(candidates)


def _pointed_to(candidates: list[Candidate], placed: Placed) -> Candidate | None:
    """The event named just before, where a phrase says no more than of what sort it was: 'the hybrid meeting'."""
    event = placed.event
    if not event.definite or event.tense or names_itself(event) or name_words(event.name).regions:
        return None
    latest = candidates[-1] if candidates else None
    near = latest is not None and placed.line.index - latest.placed[-1].line.index <= 1
    return latest if latest is not None and near and same_kind(latest.kind, event.kind) else None


def _belongs(candidate: Candidate, placed: Placed, months: set[tuple[int, int]]) -> bool:
    if placed.event.tense != candidate.placed[0].event.tense or _other_time(candidate, months):
        return False
    if months and {_is_webinar(p) for p in candidate.placed} == {not _is_webinar(placed)}:
        return False  # a webinar with a date of its own is not the workshop on the same matter
    if placed.event.ordinals:
        if placed.event.determiner == "a":  # 'A second webinar will follow'
            return False
        ordinals = {p.event.ordinals[0] for p in candidate.placed if p.event.ordinals}
        if ordinals and placed.event.ordinals[0] not in ordinals:
            return False
    return any(same_event(other.event, placed.event) for other in candidate.placed)


def _only_counts(placed: Placed) -> bool:
    """Whether a phrase says which of several events it means, and nothing else: 'the first meeting'."""
    event, line = placed.event, placed.line
    counted = event.determiner == "the" and _COUNTED.fullmatch(event.name) is not None
    return counted and placed.number not in line.owners


def _is_webinar(placed: Placed) -> bool:
    return "webinar" in placed.event.head.word


def _other_time(candidate: Candidate, months: set[tuple[int, int]]) -> bool:
    """Whether a phrase with dates in these months shares none of them with the dates of the candidate."""
    return bool(months and candidate.months) and months.isdisjoint(candidate.months)


def _months(placed: Placed) -> set[tuple[int, int]]:
    dates = zip(placed.line.dates, placed.line.owners, strict=True)
    return {
        (end.year, end.month)
        for date, owner in dates
        if owner == placed.number
        for end in (date.start, date.end)
        if end.year is not None and end.month is not None
    }


_BY_MODE = regex(r"(?:virtual|on-?line|remote|hybrid) \w+", re.IGNORECASE)
"""'the virtual meeting' points back to the one that was named."""


def names_an_event(event: EventName) -> bool:
    """Whether a phrase speaks of an event that took place, rather than of training or meetings as such."""
    if event.head.use in {"several", "part", "back"} or (event.definite and _BY_MODE.fullmatch(event.name)):
        return False
    if event.bare:
        return event.determiner in {"a", "an"} and event.head.use == "event"
    if event.head.use == "body":
        return event.proper
    return event.head.use in {"event", "told"} or event.proper or bool(event.determiner)


_COUNTED = regex(r"(?:first|second|former|latter) (?:meeting|workshop|conference|seminar|session|event|webinar)")
_PART = regex(
    r"(?:(?:official|formal|solemn|short|brief) )?(?:opening|closing|inaugural|awards?|certificate)(?: ceremony)?",
    re.IGNORECASE,
)


def is_part_of_another(placed: Placed) -> bool:
    """Whether an event is called by what it is of a larger one alone: 'the closing ceremony', 'the opening'."""
    return _PART.fullmatch(placed.event.name) is not None and placed.line.kind is not SentenceKind.TITLE


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those made one that only the whole report shows to be one."""
    numbered = any(_is_number(candidate.placed[0].event) for candidate in candidates)
    joined: set[int] = set()
    for place, first in enumerate(candidates):
        if place in joined or not (numbered or _is_titled(first) or _is_vague(first)):
            continue
        for number, other in enumerate(candidates[place + 1 :], place + 1):
            if number not in joined and any(is_one(first, other) for is_one in _ONE):
                first.placed.extend(other.placed)
                first.months |= other.months
                joined.add(number)
                break
    return [candidate for place, candidate in enumerate(candidates) if place not in joined]


def _is_titled(candidate: Candidate) -> bool:
    return candidate.placed[0].line.kind is SentenceKind.TITLE


def _is_vague(candidate: Candidate) -> bool:
    return not any(name_words(p.event.name).content or p.event.ordinals for p in candidate.placed)


def _is_number(event: EventName) -> bool:
    """Whether a phrase is the number of an event alone: 'its 29th Session'."""
    own = event.determiner in {"its", "their"}
    return own and bool(event.ordinals) and not name_words(event.name).content


def _above(titled: Candidate, told: Placed) -> bool:
    """Whether an event is named in the headline and then not again before the phrase ``told``."""
    return _is_titled(titled) and all(
        p.line.kind is SentenceKind.TITLE or (p.line.index > told.line.index and not p.event.ordinals)
        for p in titled.placed
    )


def _headlined(titled: Candidate, told: Candidate) -> bool:
    """Whether the first sentences tell of the headline's event in other words: one word of the names is enough."""
    first, lead = titled.placed[0].event, told.placed[0]
    return (
        _above(titled, lead)
        and 0 <= lead.line.body <= 1
        and not lead.event.tense
        and not (titled.ordinals() and told.ordinals())
        and same_kind(titled.kind, told.kind)
        and (
            titled.kind is MeetingKind.VISIT
            or _share(first, lead.event)
            or _introduced(first, lead.event)
            or _is_called_by_city(titled.placed[0])
        )
    )


def _numbered_apart(named: Candidate, numbered: Candidate) -> bool:
    """Whether the number of an event stands apart from its name: 'the Council met for its 29th Session'."""
    phrase = numbered.placed[0]
    return (
        not named.ordinals()
        and _is_number(phrase.event)
        and any(p.line.index in {phrase.line.index, phrase.line.index - 1} for p in named.placed)
        and not phrase.event.tense
        and named.use in {"event", "body"}
        and same_kind(named.kind, phrase.event.kind)
    )


def _introduced(first: EventName, lead: EventName) -> bool:
    """Whether the body introduces the headline's workshop as 'a workshop': there is no second one of the kind."""
    regions = (name_words(first.name).regions, name_words(lead.name).regions)
    return (
        first.head.word == lead.head.word
        and lead.determiner in {"a", "an", "its"}
        and not (all(regions) and not regions[0] & regions[1])
    )


def _is_called_by_city(placed: Placed) -> bool:
    """Whether an event is called by its city alone: 'Suva Conference'."""
    cities = {word for place in placed.line.places if place.city for word in name_words(place.city).content}
    return bool(cities) and name_words(placed.event.name).content <= cities


def _share(a: EventName, b: EventName) -> bool:
    return bool(name_words(a.name).content & name_words(b.name).content)


def _misnumbered(titled: Candidate, told: Candidate) -> bool:
    """Whether headline and body number the same event differently: '18th' above, '17th' in the first sentence."""
    first = told.placed[0]
    return (
        _above(titled, first)
        and 0 <= first.line.body <= 1
        and bool(titled.ordinals() and told.ordinals() and name_words(first.event.name).content)
        and not first.event.tense
        and same_kind(titled.kind, told.kind)
        and same_words(titled.placed[0].event, first.event)
    )


def _unnamed(vague: Candidate, named: Candidate) -> bool:
    """Whether an event introduced without a name ('a joint meeting') gets it later ('the meeting of the ROCBs')."""
    first, later = vague.placed[0], named.placed[0]
    if not _is_vague(vague) or later.event.ordinals:
        return False
    introduced = first.line.kind is SentenceKind.TITLE or first.event.determiner in {"a", "an"}
    definite = later.event.definite or first.line.kind is SentenceKind.TITLE
    return (
        introduced
        and definite
        and vague.kind is named.kind
        and first.event.head.use == later.event.head.use == "event"
        and not later.event.tense
        and not _other_time(vague, _months(later))
    )


_ONE = (_misnumbered, _unnamed, _headlined, _numbered_apart)
"""What shows that two candidates are one."""
