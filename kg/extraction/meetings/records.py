"""What the meeting half of extraction hands to the other rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from kg.model import Discrepancy, Meeting, Span, Stated

__all__ = ["MeetingAnalysis", "MeetingMention", "distinct"]

T = TypeVar("T")


class MeetingMention(NamedTuple):
    """Characters that speak of an event.

    Attributes:
        span: Where they stand, without article.
        key: Key of the meeting, or ``None`` for an event that is named but of which nothing is stated.
    """

    span: Span
    key: str | None


@dataclass(frozen=True, slots=True)
class MeetingAnalysis:
    """The events of one report.

    Attributes:
        meetings: Main event first, where there is one; others where a date, place or ordinal of them is stated.
        mentions: In the order of the text, without overlap.
        discrepancies: Values of the same attribute that contradict each other.
    """

    meetings: tuple[Meeting, ...] = ()
    mentions: tuple[MeetingMention, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()


def distinct(values: Iterable[Stated[T]]) -> tuple[Stated[T], ...]:
    """The first statement of each value, in order."""
    found: dict[T, Stated[T]] = {}
    for stated in values:
        found.setdefault(stated.value, stated)
    return tuple(found.values())
