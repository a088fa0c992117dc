"""Which other meeting a paragraph or a list item is about: its phrases that name none speak of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind
from kg.regex import regex

__all__ = ["Topics"]

_BEGINS = regex(
    rf"(?:the [a-z ]{{3,40}}(?: of (?:the )?{Kind.AGENT.value})?, )?"
    rf"(?:(?:[0-9]{{1,2}}|[a-z])[.)] )?(?:(?:at|during) )?(?:the |this |its |their )?"
    rf"(?:[a-z]+(?:ed|al|ual|one-day) )?{MEETING}"
    rf"|an? (?:[a-z-]+ )?{MEETING} (?:followed|took place|was held)\b"
)
"""'The 2nd Dialogue ...', 'At the 2nd Dialogue ...', 'A ceremony followed ...'."""
_HELD = regex(
    rf"(?P<before>[^.;:{Kind.AGENT.value}]{{1,90}}, )(?:the |an? )?(?:[a-z-]+ )?{MEETING}(?: \([^()]{{1,40}}\))? "
    r"(?:followed|took place|commenced|began|started|was (?:held|convened|organi[sz]ed|opened))\b"
)
"""'On the eve of it, the 3rd Committee met ...'."""
_BESIDE = regex(
    r"[^.;:]{1,60}? (?:was|had been) (?:preceded|followed)(?:, [^,.;:]{1,40},)? by (?:the |an? )?(?:[a-z-]+ )?"
    rf"(?={MEETING})"
)
"""'The 9th Council was preceded by the 3rd Committee'."""
_ITEM = regex(rf"[:;] (?=(?:the )?{MEETING})")
_AFTER = regex(rf"(?:[a-z]+ )?(?:after|following|before|besides) (?:the |this |its )?(?:[a-z]+ )?{MEETING}")
"""'Right after the meeting, on 27 September, X conducted a workshop.'"""
_TO_COME = regex(r"\b(?:will|would|shall|next|goes|comes|to come|is to|are to|to be|scheduled|planned)\b")
"""What is still to come is looked at in passing."""


@dataclass(slots=True)
class Topics:
    """The topic of the paragraph that is read.

    Attributes:
        others: Keys of the meetings that may be one: those besides the main meeting that are no visits to somebody
            and no part of it.
        travelling: The main meeting is a visit, so that the report goes from event to event.
        dated: Where the text says when one of them was that was not long before or after the main meeting.
    """

    others: frozenset[str]
    travelling: bool
    dated: frozenset[int] = frozenset()
    _paragraph: int = -1
    _current: str = ""

    def turn_to(self, clause: Clause) -> None:
        """Takes the event with which a sentence begins for that of the sentences behind it in its paragraph."""
        if clause.sentence.paragraph != self._paragraph:
            self._paragraph, self._current = clause.sentence.paragraph, ""
        begins = _BEGINS.match(clause.text)
        held = None if begins else _HELD.match(clause.text)
        beside = _BESIDE.match(clause.text)
        if beside:
            self._current = self._at(clause, beside.end())
        elif held and not _TO_COME.search(clause.text) and self._at(clause, held.end("before")):
            self._current = self._at(clause, held.end("before"))
        elif begins and not _TO_COME.search(clause.text):
            self._current = self._at(clause, 0)
        elif MEETING in clause.text:
            self._current = self._one_told_of(clause)

    def _one_told_of(self, clause: Clause) -> str:
        """Key of the event of which a sentence tells the day, if it tells of no other: 'We closed with a seminar'."""
        span = clause.sentence.span
        if _TO_COME.search(clause.text) or not any(span.start <= start < span.end for start in self.dated):
            return ""
        behind = _AFTER.match(clause.text)
        begin = behind.end() if behind else 0
        return self._at(clause, begin) if clause.text.count(MEETING, begin) == 1 else ""

    def stay_at(self, clause: Clause, key: str) -> None:
        """Takes the event of which a sentence told roles for the topic, where the report goes from event to event."""
        if self.travelling and key in self.others and not _TO_COME.search(clause.text):
            self._current = key

    def of_item(self, clause: Clause, start: int) -> str:
        """Key of the event with which the list item begins that a phrase stands in, or empty."""
        items = list(_ITEM.finditer(clause.text, 0, start)) if clause.listed else []
        return self._at(clause, items[-1].end()) if items else ""

    @property
    def current(self) -> str:
        """Key of what the paragraph is about, or empty where that is the main meeting."""
        return self._current

    def _at(self, clause: Clause, position: int) -> str:
        """Key of the first meeting from a position on, if it may be a topic."""
        mention = clause.item(clause.text.index(MEETING, position))
        return mention.key if mention is not None and mention.key in self.others else ""
