"""One pass over a report's text that tells which sentences can hold what, so that no recogniser reads the others.

A trigger is a word without which a recogniser finds nothing. They are found without regard to word boundaries: a
trigger says that it is worth looking, never that something is there.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.meetings.visits import visit_wordings
from kg.extraction.meetings.words import event_words
from kg.extraction.values.counts import counted_nouns
from kg.extraction.values.dates import month_names
from kg.extraction.values.modes import mode_wordings
from kg.extraction.values.ordinals import number_words
from kg.extraction.words.text import lowered

__all__ = ["Trigger", "Triggers"]


class Trigger(IntEnum):
    """What a word makes worth looking for."""

    EVENT = 0
    VISIT = 1
    MONTH = 2
    MODE = 3
    COUNT = 4
    NUMBER = 5
    """A number in words; digits are told without."""


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[Trigger]]:
    words: dict[tuple[str, Trigger], None] = {}
    for trigger, wordings in (
        (Trigger.EVENT, event_words().heads),
        (Trigger.VISIT, visit_wordings()),
        (Trigger.MONTH, month_names()),
        (Trigger.MODE, mode_wordings()),
        (Trigger.COUNT, counted_nouns()),
        (Trigger.NUMBER, number_words()),
    ):
        words.update(((word.lower(), trigger), None) for word in wordings)
    # One automaton cannot hold a word twice: what triggers two things is kept once for each.
    return AhoCorasick([word for word, _ in words], matchkind=MatchKind.Standard), [trigger for _, trigger in words]


class Triggers:
    """The triggers of one text.

    Args:
        text: The whole text of a report.
    """

    __slots__ = ("_positions",)

    def __init__(self, text: str) -> None:
        automaton, kinds = _automaton()
        small = lowered(text)
        self._positions: tuple[list[int], ...] = tuple([] for _ in Trigger)
        for index, start, end in automaton.find_matches_as_indexes(small, overlapping=True):
            kind = kinds[index]
            if kind is not Trigger.MONTH or not "a" <= small[end : end + 1] <= "z":  # 'remarks' is no March
                self._positions[kind].append(start)
        for positions in self._positions:
            positions.sort()

    def all(self, trigger: Trigger, start: int, end: int) -> list[int]:
        """Where the words for ``trigger`` in ``text[start:end]`` begin."""
        positions = self._positions[trigger]
        first = bisect_left(positions, start)
        return positions[first : bisect_left(positions, end, first)]

    def within(self, trigger: Trigger, start: int, end: int) -> bool:
        """Whether a word for ``trigger`` begins in ``text[start:end]``."""
        positions = self._positions[trigger]
        first = bisect_left(positions, start)
        return first < len(positions) and positions[first] < end
