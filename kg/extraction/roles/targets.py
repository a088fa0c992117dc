"""Which meeting a phrase speaks of; meetings that only a stated role makes known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.earlier import EVENT_NOUN, is_of_another, tells_of_earlier
from kg.extraction.roles.meeting_beside import meeting_beside, meeting_in
from kg.extraction.roles.topics import Topics
from kg.extraction.roles.visited import Visits
from kg.model import Meeting, MeetingKind, PartialDate, Passage, Region, SentenceKind, Span, Stated
from kg.regex import regex

__all__ = ["Targets"]

UNLISTED = "-"
"""Key of a meeting mention of which the report states nothing else than a role."""

_HEADS = (
    ("visit", MeetingKind.VISIT),
    ("call", MeetingKind.VISIT),
    ("tour", MeetingKind.VISIT),
    ("mission", MeetingKind.MISSION),
    ("ceremony", MeetingKind.CEREMONY),
    ("launch", MeetingKind.CEREMONY),
    ("workshop", MeetingKind.WORKSHOP),
    ("seminar", MeetingKind.SEMINAR),
    ("training", MeetingKind.TRAINING),
    ("course", MeetingKind.TRAINING),
    ("conference", MeetingKind.CONFERENCE),
    ("session", MeetingKind.SESSION),
    ("council", MeetingKind.SESSION),
    ("committee", MeetingKind.SESSION),
    ("meeting", MeetingKind.MEETING),
)
_AT_START = regex(
    rf"(?:at|during|in|on the sidelines of|in the course of) (?:a|an|the|this|its|their) "
    rf"[^{MEETING}.;:,]{{0,24}}{MEETING}"
    rf"|the (?:[a-z]+ ){{0,2}}{MEETING}(?=, which |,? (?:registered|recorded|counted|gathered|brought|saw|enjoyed) )"
)
"""'At the ceremony, ...', 'The ceremony, which ..., saw ...'."""
_GENERIC = regex(rf"{EVENT_NOUN}\b")
"""What an event is called that has been named before."""
_COUNTED = regex(rf"(?:the )?(first|former|second|latter) {EVENT_NOUN}")
_COUNTED_ALONE = regex(r" the (first|former|second|latter)(?=[;,.]| and |$)")
"""'X organised the first; Y, the second'."""
_EDITION = regex(r"(?:the )?(?:first|previous|last|next) edition")
_PLACES = {"first": 0, "former": 0, "second": 1, "latter": 1}
_BOTH = regex(r"\bboth (?:the )?(?:events|meetings|workshops|conferences|sessions|seminars|gatherings)\b")
_TWO = 2
_OF_IT = regex(r"it (?:was|had|brought|gathered|counted)\b")
_THEN_IT = regex(r"; it (?:was|had) (?:[a-z]+ly )?$")
_IT = regex(r" ?it(?=[.,;]|$)")
"""'It was chaired by A', 'X met in 2019; it was | chaired by A', 'A chaired | it.'"""
_BEHIND_WHO = regex(r", who (?:had|has) [^.;]*,(?: then| also)? ?$")
"""'A, who had attended the 2nd Forum, | spoke': not at the Forum."""
_PREVIOUS = regex(r"\b(?:previous|preceding|earlier|last|past) $")
_THERE = regex(r" there\b")
_THERE_AT_FIRST = regex(
    r"(?:there|(?:in|at|during) the (?:conversation|talks|encounter|interview)),? "
    r"(?!(?:was|were|is|are|has|have|had|will|followed|came|remained)\b)"
)
"""'There she spoke on', unlike 'There was a talk by'."""
_CALLED = ("courtesy call on", "courtesy visit to")
"""What a visit is called besides."""


def _kind(name: str) -> MeetingKind:
    lowered = name.lower()
    return next((kind for word, kind in _HEADS if word in lowered), MeetingKind.OTHER)


def _days(meeting: Meeting) -> Iterator[Stated[PartialDate]]:
    """The days on which it began and ended."""
    yield from (stated for stated in (*meeting.starts, *meeting.ends) if stated.value.day is not None)


def _are_near(one: PartialDate, other: PartialDate) -> bool:
    """Whether two days are of one month, or of two that follow each other."""
    return abs(12 * (one.year - other.year) + (one.month or 0) - (other.month or 0)) <= 1


@dataclass(slots=True)
class Targets:
    """The meetings of one report while its sentences are read.

    Attributes:
        listed: Meetings with a date, place or ordinal; the main one first.
        added: Meetings that are known by a stated role alone, such as a visit in the margins.
        topics: Which of the listed ones the paragraph is about.
        first_year: The earliest year of the listed ones, 0 where none is known.
    """

    listed: tuple[Meeting, ...]
    added: list[Meeting] = field(default_factory=list)
    topics: Topics = field(init=False)
    first_year: int = field(init=False, default=0)
    _kinds: dict[str, MeetingKind] = field(default_factory=dict)
    _openings: set[str] = field(default_factory=set)
    _closings: set[str] = field(default_factory=set)
    _visits: Visits = field(default_factory=Visits)
    _listed_visits: int = 0
    _names: dict[str, str] = field(default_factory=dict)
    _latest: str = ""
    _latest_in: int = -1
    """The paragraph that names it."""
    _told_of_earlier: bool = False
    """Whether the sentence before began with a meeting of an earlier year of which nothing else is known."""

    def __post_init__(self) -> None:
        for meeting in self.listed:
            self._take_in(meeting)
        self._listed_visits = len(self._visits)
        self.first_year = min((start.value.year for meeting in self.listed for start in meeting.starts), default=0)
        others = {m.key for m in self.listed[1:] if not self.is_visit(m.key)} - self._openings - self._closings
        self.topics = Topics(frozenset(others), travelling=self.is_visit(self.main), dated=self._dated_near())

    def _dated_near(self) -> frozenset[int]:
        """Where the text tells the day of an event besides the main one that was not long before or after it."""
        days = [stated.value for main in self.listed[:1] for stated in _days(main)]
        return frozenset(
            stated.passage.span.start
            for meeting in self.listed[1:]
            if meeting.kind is not MeetingKind.SESSION
            for stated in _days(meeting)
            if any(_are_near(day, stated.value) for day in days)
        )

    def _take_in(self, meeting: Meeting) -> None:
        self._kinds[meeting.key] = meeting.kind
        if any(name.value.lower().startswith(("opening", "inaugural")) for name in meeting.names):
            self._openings.add(meeting.key)
        if any(name.value.lower().startswith("closing") for name in meeting.names):
            self._closings.add(meeting.key)
        if self.is_visit(meeting.key):
            self._visits.add(meeting)

    @property
    def main(self) -> str:
        """Key of the main meeting, or empty."""
        return self.listed[0].key if self.listed else ""

    @property
    def all(self) -> tuple[Meeting, ...]:
        """All meetings, the main one first."""
        return (*self.listed, *self.added)

    def kind(self, key: str) -> MeetingKind:
        """What sort of event a meeting is."""
        return self._kinds[key]

    def is_visit(self, key: str) -> bool:
        """Whether a meeting is a visit or a mission."""
        return bool(key) and self.kind(key) in {MeetingKind.VISIT, MeetingKind.MISSION}

    def first_visit(self) -> str:
        """Key of the first meeting listed that is a visit, or empty."""
        return next((meeting.key for meeting in self.listed if self.is_visit(meeting.key)), "")

    def signing(self) -> str:
        """Key of the signing ceremony that is listed besides the main meeting, or empty."""
        return next((m.key for m in self.listed[1:] if any("signing" in n.value.lower() for n in m.names)), "")

    def is_opening(self, key: str) -> bool:
        """Whether a meeting is the opening ceremony of the main one."""
        return key in self._openings

    def is_closing(self, key: str) -> bool:
        """Whether a meeting is the closing ceremony of the main one."""
        return key in self._closings

    def of(self, clause: Clause, start: int, end: int, explicit: str, *, topical: bool = False) -> str:
        """The meeting that the phrase ``clause.text[start:end]`` speaks of.

        Args:
            clause: The sentence.
            start: Position of the phrase.
            end: Position behind it.
            explicit: What an earlier phrase of the same sentence spoke of, or empty.
            topical: The object of the phrase is what somebody spoke about, not where.

        Returns:
            Its key; empty where it is an earlier one of which nothing else is known.
        """
        if self.is_of_another(clause, start, end):
            return ""
        named = meeting_in(clause.text, start, end, topical=topical)
        if named < 0 and _BEHIND_WHO.search(clause.text, 0, start):
            return self.unsaid(clause, start, "")
        if named < 0:
            named = meeting_beside(clause.text, start, end)
        if named >= 0:
            return self._of_mention(clause, named)
        alone = _COUNTED_ALONE.search(clause.text, start, end + 14)
        if alone and (two := self._of_two()):
            return two[_PLACES[alone[1]]]
        if (
            _THERE.match(clause.text, end)
            or _THERE.search(clause.text, start, end + 6)
            or _THERE_AT_FIRST.match(clause.text)
        ):
            here = clause.sentence.paragraph == self._latest_in
            return (self._latest if here else "") or self.unsaid(clause, start, explicit)
        return self.unsaid(clause, start, explicit)

    def is_of_another(self, clause: Clause, start: int, end: int) -> bool:
        """Whether the phrase ``clause.text[start:end]`` speaks of an earlier meeting of which nothing else is known."""
        text = clause.text
        then = _THEN_IT.search(text, 0, start)
        told = tells_of_earlier(text, self.first_year) if then else self._told_of_earlier
        if told and (then or _OF_IT.match(text) or _IT.match(text, end)):
            return True
        return is_of_another(text, start, end, self.first_year)

    def remember(self, clause: Clause, meeting: str) -> None:
        """Keeps what 'it' is in the next sentence, where this one is of ``meeting`` or of one that is not listed."""
        self._told_of_earlier = meeting in {"", self.main} and tells_of_earlier(clause.text, self.first_year)

    def unsaid(self, clause: Clause, start: int, explicit: str) -> str:
        """The meeting that a phrase speaks of which names none: that of its list item, sentence or paragraph."""
        return self.topics.of_item(clause, start) or explicit or self.topics.current or self.main

    def _of_two(self) -> list[str]:
        """The meetings listed that are no visits and no ceremonies of another, if just two are, or have a day."""
        apart = self._openings | self._closings
        events = [m for m in self.listed if not (self.is_visit(m.key) or m.key in apart)]
        if len(events) != _TWO:
            events = [m for m in events if any(_days(m))]
        return [m.key for m in events] if len(events) == _TWO else []

    def each(self, clause: Clause, meeting: str) -> list[str]:
        """The two meetings that a sentence speaks of: 'Both events were hosted by A'; else the one given."""
        two = self._of_two() if _BOTH.search(clause.text) else []
        return two if meeting in two else [meeting]

    def at_start(self, clause: Clause) -> str:
        """The meeting with which a sentence begins ('At the signing ceremony, ...'), or empty."""
        match = _AT_START.match(clause.text)
        if not match:
            return ""
        mention = clause.item(match.end() - 1)
        return self._of_mention(clause, match.end() - 1) if mention is not None and mention.key != self.main else ""

    def _of_mention(self, clause: Clause, position: int) -> str:
        mention = clause.item(position)
        if mention is None:
            return self.main
        key = mention.key
        if _PREVIOUS.search(clause.text, 0, position):
            return "" if key in {self.main, UNLISTED} else key
        if key == UNLISTED and _EDITION.fullmatch(mention.form.lower()):
            return ""
        if key == UNLISTED and _GENERIC.match(mention.form):
            return self.main
        counted = _COUNTED.fullmatch(mention.form.lower()) if key == UNLISTED else None
        if counted and (two := self._of_two()):
            return two[_PLACES[counted[1]]]
        if key == UNLISTED:
            key = self.add(mention.form, mention.start, mention.end, clause.sentence.kind)
        if key != self.main:
            self._latest, self._latest_in = key, clause.sentence.paragraph
        return key

    def add(
        self,
        name: str,
        start: int,
        end: int,
        part: SentenceKind,
        region: Stated[Region] | None = None,
        also: Iterable[str] = (),
        days: Sequence[Stated[PartialDate]] = (),
    ) -> str:
        """A meeting that only a role makes known; its key. ``days`` are its first and last."""
        folded = re.sub(r"\W+", " ", name).strip().lower()
        if folded in self._names:
            return self._names[folded]
        key = f"m{len(self.listed) + len(self.added) + 1}"
        passage = Passage(Span(start, end), "meeting.role-alone")
        regions = self.listed[0].regions[:1] if self.listed and region is None else (region,) if region else ()
        names = tuple(Stated(each, passage, part) for each in dict.fromkeys((name, *also)))
        starts, ends = tuple(days[:1]), tuple(days[1:])
        meeting = Meeting(key, False, _kind(name), (passage,), names, starts=starts, ends=ends, regions=regions)
        self.added.append(meeting)
        self._take_in(meeting)
        self._names[folded] = key
        return key

    def visit_to(
        self,
        host: Mention,
        part: SentenceKind,
        *,
        post: str,
        apart: bool,
        phrase: str,
        days: Sequence[Stated[PartialDate]] = (),
    ) -> str:
        """The visit to a person or an office: a meeting that is listed as that, else one of its own.

        Args:
            host: Who or what is visited.
            part: Where in the report the sentence stands.
            post: What a person who is visited is ('Director of X'), if it is stated.
            apart: The sentence tells of something else than the ones before ('After the meeting, ...').
            phrase: The words that tell of it, which may call it otherwise ('paid a courtesy call on').
            days: Its first and last day, where the sentence states them.
        """
        visited = bool(self.main) and self.kind(self.main) is MeetingKind.VISIT
        whoever = host.kind is Kind.PERSON and visited and not apart
        known = self.main if whoever else self._visits.first_about(host, unsaid=not apart)
        if known:
            self._latest = known
            return known
        nouns = (*(noun for noun in _CALLED if noun in phrase), "visit to")
        name, *others = (f"{noun} {whom}" for whom in (host.form, post) if whom for noun in nouns)
        self._latest = self.add(name, host.start, host.end, part, also=others, days=days)
        return self._latest

    def speak_of_visit_to(self, hosts: list[Mention]) -> None:
        """Remembers that a sentence is about a listed visit; who paid it, a later one may tell."""
        self._latest = self._visits.last_about(hosts, among=self._listed_visits) or self._latest

    def stay_at_visit(self, paragraph: int) -> None:
        """Remembers in which paragraph the visit spoken of last was told."""
        self._latest_in = paragraph

    def visit_of(self, paragraph: int) -> str:
        """The visit besides the main meeting of which a paragraph spoke last, or empty."""
        latest = self._latest if self._latest_in == paragraph else ""
        return latest if latest != self.main and self.is_visit(latest) else ""

    def latest_visit(self) -> str:
        """The visit spoken of last, or empty."""
        if self._latest and self.is_visit(self._latest):
            return self._latest
        return self.main if self.is_visit(self.main) else ""
