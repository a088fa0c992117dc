"""Gathers the phrases that speak of the same event."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.meeting_context import Line
from kg.extraction.meeting_names import EventName
from kg.model import MeetingKind, SentenceKind

__all__ = ["Candidate", "Placed", "content_words", "gather", "same_event"]


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
    """

    placed: list[Placed] = field(default_factory=list)

    @property
    def kind(self) -> MeetingKind:
        """Which sort of event it is, by its first phrase."""
        return self.placed[0].event.kind

    @property
    def use(self) -> str:
        """Use of the head of its most telling phrase."""
        order = ("event", "body", "loose", "part", "back", "several")
        return min((p.event.head.use for p in self.placed), key=order.index)

    def ordinals(self) -> tuple[int, ...]:
        """The ordinal of the first phrase that has one."""
        return next((p.event.ordinals for p in self.placed if p.event.ordinals), ())


_GENERIC = frozenset(
    "meeting session sessions workshop seminar webinar conference forum ceremony visit training event"
    " wco world organization region regional joint annual informal virtual online hybrid extraordinary held established"
    " the of for and in on to a an at by s its with from".split()
)

_PHRASES = (
    (re.compile(r"regional offices? (?:for|of) capacity building"), "rocb"),
    (re.compile(r"regional intelligence liaison offices?"), "rilo"),
    (re.compile(r"regional (?:customs )?training (?:centre|center)s?"), "rtc"),
    (re.compile(r"regional customs laborator(?:y|ies)"), "rcl"),
    (re.compile(r"regional dog training (?:centre|center)s?"), "rdtc"),
    (re.compile(r"world customs organi[sz]ation"), "wco"),
    (re.compile(r"asia(?:[ /-]| and the )*pacific|\ba ?/ ?p\b"), "ap"),
    (re.compile(r"vice[ -]chair(?:person|man|woman)?s?['’]?s?(?: offices?)?"), "vicechair"),
    (re.compile(r"\b(rocb|rtc|rilo|rcl|rdtc)s\b"), r"\1"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+|\d{4}")


@lru_cache(maxsize=512)
def content_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: without ordinal, head and small words, spellings made one."""
    folded = unicodedata.normalize("NFKD", name.lower())
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    for pattern, canonical in _PHRASES:
        folded = pattern.sub(canonical, folded)
    words = (
        w.removesuffix("s") if len(w) > 4 else w for w in _WORD.findall(folded) if w not in {"st", "nd", "rd", "th"}
    )
    return frozenset(w for w in words if w not in _GENERIC)


def same_event(a: EventName, b: EventName) -> bool:
    """Whether two phrases of one report name the same event."""
    if a.ordinals and b.ordinals and a.ordinals[0] != b.ordinals[0]:
        return False
    if a.kind is not b.kind and not ({a.kind, b.kind} <= _ALIKE) and "back" not in {a.head.use, b.head.use}:
        return False
    x, y = content_words(a.name), content_words(b.name)
    if not x or not y:
        return bool(a.ordinals and b.ordinals) or (x == y and a.name.lower() == b.name.lower())
    common = len(x & y)
    if a.ordinals and b.ordinals:
        return common > 0
    return common / min(len(x), len(y)) >= 0.6


_ALIKE = frozenset({MeetingKind.MEETING, MeetingKind.SESSION, MeetingKind.CONFERENCE})


def gather(lines: list[Line]) -> list[Candidate]:
    """The named events of a report, in the order of their first phrase. Phrases that only point back are left out."""
    candidates: list[Candidate] = []
    for line in lines:
        if line.kind is SentenceKind.DATELINE:
            continue
        for index, event in enumerate(line.events):
            if not _names_an_event(event):
                continue
            placed = Placed(event, line, index)
            match = next((c for c in candidates if _belongs(c, placed)), None)
            if match is None:
                candidates.append(Candidate([placed]))
            else:
                match.placed.append(placed)
    return candidates


def _belongs(candidate: Candidate, placed: Placed) -> bool:
    if placed.event.tense != candidate.placed[0].event.tense:
        return False
    return any(same_event(other.event, placed.event) for other in candidate.placed)


def _names_an_event(event: EventName) -> bool:
    if event.head.use in {"several", "part", "back"}:
        return False
    if event.bare:
        return event.determiner in {"a", "an"} and event.head.use == "event"
    if event.head.use == "body":
        return event.proper
    return event.head.use == "event" or event.proper or bool(event.determiner)
