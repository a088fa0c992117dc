"""Choosing one of the values that several reports state, by rules that can be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from pyoxigraph import NamedNode

from kg.mapping.merged.progression import UNKNOWN, Fitting
from kg.mapping.merged.sources import count_sources
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
_PART_NAMES = tuple(_PARTS.values())


class Vote(NamedTuple):
    """One report's statement of a value.

    Attributes:
        report: Its identifier.
        publisher: Who published it.
        main: Whether it is about the meeting, not only mentions it.
        part: Where in the report the value stands.
        passage: The IRI of the words.
        sentence: Digest of the sentence; see :func:`kg.mapping.merged.sources.sentence_digest`.
        against: In words, why the report itself adopts another value that it states too; empty where it adopts this.
    """

    report: str
    publisher: str
    main: bool
    part: SentenceKind
    passage: NamedNode
    sentence: str = ""
    against: str = ""


class _Standing(NamedTuple):
    """What speaks for a value; the smaller, the more. The order of the fields is that of the rules."""

    mentioned: bool
    sources: int
    fit: int
    reports: int
    given_up: bool
    part: int


@dataclass(slots=True)
class Ballot(Generic[Value]):
    """The values of one attribute, and which reports state them."""

    votes: dict[Value, list[Vote]] = field(default_factory=dict)
    fitting: Callable[[Value], Fitting] | None = None
    """How well a value fits in the series of the meeting."""

    def cast(self, value: Value, vote: Vote) -> None:
        """Counts one statement."""
        self.votes.setdefault(value, []).append(vote)

    def ranked(self) -> list[Value]:
        """The values, the one to be adopted first.

        The first of these rules that tells two values apart decides: a report that is about the meeting goes before
        one that mentions it; then what more independent sources say; what fits better in the series; what more reports
        say; what a report adopts itself before what else it states; what stands in a headline, a dateline, a body; at
        last the smaller value.
        """
        return sorted(self.votes, key=lambda value: (*self._standing(value), str(value)))

    def passages(self, value: Value) -> list[NamedNode]:
        """Where a value is stated, in order, each once."""
        return sorted({vote.passage for vote in self.votes[value]}, key=str)

    def reason(self) -> str:
        """In words, why the first of :meth:`ranked` goes before the second; empty where there is no second.

        What the series says of the values follows, whether or not it decided, and why a report that states both
        adopts the same.
        """
        ranked = self.ranked()
        if len(ranked) < 2:
            return ""
        first, second = ranked[:2]
        fits = (self._fitting(value).words for value in ranked)
        agrees = self._standing(second).given_up and not self._standing(first).given_up
        own = self._given_up(second) if agrees else ""
        return " ".join(dict.fromkeys(words for words in (self._deciding(first, second), *fits, own) if words))

    def _deciding(self, first: Value, second: Value) -> str:
        """The rule that decides between two values, in words; empty where what the series says is enough."""
        mine, other = self._standing(first), self._standing(second)
        words: dict[str, Callable[[], str]] = {
            "mentioned": lambda: f"{first} is stated by a report about the meeting, {second} by one that mentions it.",
            "sources": lambda: (
                f"{first} is stated by {_count(-mine.sources, 'independent source')}, {second} by {-other.sources}."
            ),
            "fit": str,
            "reports": lambda: f"{first} is stated by {_count(-mine.reports, 'report')}, {second} by {-other.reports}.",
            "given_up": lambda: self._given_up(second),
            "part": lambda: f"{first} stands in a {_PART_NAMES[mine.part]}, {second} in a {_PART_NAMES[other.part]}.",
        }
        rule = next((name for name in _Standing._fields if getattr(mine, name) != getattr(other, name)), "")
        if not rule:
            return f"Nothing speaks for {first} more than for {second}; the smaller value was adopted."
        return words[rule]()

    def _given_up(self, value: Value) -> str:
        """Why the reports that state a value adopt another."""
        return min(vote.against for vote in self.votes[value])

    def _standing(self, value: Value) -> _Standing:
        votes = self.votes[value]
        return _Standing(
            mentioned=not any(vote.main for vote in votes),
            sources=-count_sources((vote.publisher, vote.sentence) for vote in votes),
            fit=self._fitting(value).fit,
            reports=-len({vote.report for vote in votes}),
            given_up=all(vote.against for vote in votes),
            part=min(_WEIGHT[vote.part] for vote in votes),
        )

    def _fitting(self, value: Value) -> Fitting:
        return self.fitting(value) if self.fitting else UNKNOWN


def fold_dates(ballot: Ballot[PartialDate]) -> Ballot[PartialDate]:
    """Counts a date that is less precise for the one that it allows: '2024' does not contradict '2024-02-19'."""
    folded: Ballot[PartialDate] = Ballot(fitting=ballot.fitting)
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
