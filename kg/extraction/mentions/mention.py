"""Mentions: the words of a report that name something, before any rule says what is stated about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kg.extraction.mentions.gazetteer import OfficeEntry

__all__ = ["Kind", "Mention", "apart_from", "without_overlap"]


class Kind(StrEnum):
    """What a mention names.

    The value is the character that stands for it on a :class:`~kg.extraction.clauses.tape.Tape`.
    """

    PERSON = "\ue001"
    OFFICE = "\ue002"
    TITLE = "\ue003"
    COUNTRY = "\ue004"
    PLACE = "\ue005"
    MEETING = "\ue006"
    AGENT = "\ue008"
    """A group of persons or offices with all that is said in apposition to them."""


@dataclass(slots=True)
class Mention:
    """Characters ``start`` to ``end`` of the text, and what they name.

    Attributes:
        form: Normalised form: a person's name, an office's name without article, a title.
        key: Key of the record (person, office, meeting), once it is known.
        entry: The row of the reference tables that an office was recognised as.
        honorific: Of a person, as in the text.
        aliases: Other forms that the mention itself gives, such as an acronym in brackets.
        country: ISO 3166-1 alpha-2 of a country or place.
        plural: It speaks of several ('RTCs', 'Program Managers').
        rule: Name of the rule that recognised it.
    """

    kind: Kind
    start: int
    end: int
    form: str
    key: str = ""
    entry: OfficeEntry | None = None
    honorific: str = ""
    aliases: tuple[str, ...] = ()
    country: str = ""
    plural: bool = False
    rule: str = ""


_PRIORITY = {
    kind: place
    for place, kind in enumerate((Kind.PERSON, Kind.TITLE, Kind.MEETING, Kind.OFFICE, Kind.PLACE, Kind.COUNTRY))
}


def without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in the order of the text; of overlapping ones the longest stays, then the more specific kind."""
    ordered = sorted(mentions, key=_start)
    kept: list[Mention] = []
    first = end = 0
    for place, mention in enumerate(ordered):
        if mention.start >= end:
            if place - first == 1:
                kept.append(ordered[first])
            elif place > first:
                kept += _longest(ordered[first:place])
            first = place
        end = max(end, mention.end)
    return kept + _longest(ordered[first:])


_start = attrgetter("start")
_end = attrgetter("end")


def _rank(mention: Mention) -> tuple[int, int, int]:
    """Puts the longest first, then the more specific kind, then what stands first."""
    return mention.start - mention.end, _PRIORITY.get(mention.kind, 9), mention.start


def _longest(cluster: list[Mention]) -> list[Mention]:
    """The same for mentions that hang together."""
    if len(cluster) < 2:
        return cluster
    if len(cluster) == 2:
        return [min(cluster, key=_rank)]
    offset = cluster[0].start
    occupied = bytearray(max(map(_end, cluster)) - offset)
    kept = []
    for mention in sorted(cluster, key=_rank):
        start, end = mention.start - offset, mention.end - offset
        if occupied.find(1, start, end) < 0:
            occupied[start:end] = b"\x01" * (end - start)
            kept.append(mention)
    kept.sort(key=_start)
    return kept


def apart_from(mentions: Iterable[Mention], taken: list[Mention]) -> list[Mention]:
    """The mentions that share no character with any of those ``taken``."""
    occupied = bytearray(max(map(_end, taken), default=0))
    for mention in taken:
        occupied[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    return [mention for mention in mentions if occupied.find(1, mention.start, mention.end) < 0]
