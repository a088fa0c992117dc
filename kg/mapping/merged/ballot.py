"""Choosing one of the values that several reports state, by rules that can be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from pyoxigraph import NamedNode

from kg.model import PartialDate, SentenceKind

__all__ = ["Ballot", "Vote", "fold_alike", "fold_dates"]

Value = TypeVar("Value")

_PARTS = {
    SentenceKind.TITLE: "headline",
    SentenceKind.DATELINE: "dateline",
    SentenceKind.BODY: "body",
    SentenceKind.ITEM: "list",
    SentenceKind.BYLINE: "byline",
    SentenceKind.SIGNATURE: "signature",
    SentenceKind.FURNITURE: "margin",
}
"""Parts of a report, the weightiest first."""
_WEIGHT = {part: place for place, part in enumerate(_PARTS)}


class Vote(NamedTuple):
    """One report's statement of a value."""

    report: str
    publisher: str
    main: bool
    """Whether the report is about the meeting, not only mentions it."""
    part: SentenceKind
    passage: NamedNode


@dataclass(slots=True)
class Ballot(Generic[Value]):
    """The values of one attribute, and which reports state them."""

    votes: dict[Value, list[Vote]] = field(default_factory=dict)

    def cast(self, value: Value, vote: Vote) -> None:
        """Counts one statement."""
        self.votes.setdefault(value, []).append(vote)

    def ranked(self) -> list[Value]:
        """The values, the one to be adopted first.

        Before others goes what a report says that is about the meeting; then what more publishers say; then what more
        reports say; then what stands in a headline, a dateline, a body; at last the smaller value.
        """
        return sorted(self.votes, key=lambda value: (*self._standing(value), str(value)))

    def passages(self, value: Value) -> list[NamedNode]:
        """Where a value is stated, in order, each once."""
        return sorted({vote.passage for vote in self.votes[value]}, key=str)

    def reason(self) -> str:
        """In words, why the first of :meth:`ranked` goes before the second; empty where there is no second."""
        first, *others = self.ranked()
        if not others:
            return ""
        mine, other = self._standing(first), self._standing(others[0])
        if mine[0] != other[0]:
            return f"{first} is stated by a report about the meeting, {others[0]} by one that mentions it."
        if mine[1] != other[1]:
            return f"{first} is stated by {_count(-mine[1], 'publisher')}, {others[0]} by {-other[1]}."
        if mine[2] != other[2]:
            return f"{first} is stated by {_count(-mine[2], 'report')}, {others[0]} by {-other[2]}."
        if mine[3] != other[3]:
            names = list(_PARTS.values())
            return f"{first} stands in a {names[mine[3]]}, {others[0]} in a {names[other[3]]}."
        return f"Nothing speaks for {first} more than for {others[0]}; the smaller value was adopted."

    def _standing(self, value: Value) -> tuple[bool, int, int, int]:
        votes = self.votes[value]
        return (
            not any(vote.main for vote in votes),
            -len({vote.publisher for vote in votes}),
            -len({vote.report for vote in votes}),
            min(_WEIGHT[vote.part] for vote in votes),
        )


def fold_dates(ballot: Ballot[PartialDate]) -> Ballot[PartialDate]:
    """Counts a date that is less precise for the one that it allows: '2024' does not contradict '2024-02-19'."""
    folded: Ballot[PartialDate] = Ballot()
    ranked = ballot.ranked()
    for value in ranked:
        kept = value
        while finer := [other for other in ranked if str(other).startswith(f"{kept}-")]:
            kept = finer[0]
        folded.votes.setdefault(kept, []).extend(ballot.votes[value])
    return folded


def fold_alike(ballot: Ballot[Value], key: Callable[[Value], object]) -> Ballot[Value]:
    """Counts values that have the same key for the best of them: 'Yaounde' does not contradict 'Yaoundé'."""
    folded: Ballot[Value] = Ballot()
    best: dict[object, Value] = {}
    for value in ballot.ranked():
        folded.votes.setdefault(best.setdefault(key(value), value), []).extend(ballot.votes[value])
    return folded


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
