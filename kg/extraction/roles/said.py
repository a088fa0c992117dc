"""What a sentence has said so far, and what a later phrase of it takes from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clauses.clause import Clause
from kg.extraction.roles.actors import SPEECHES
from kg.extraction.roles.frame_table import Effect
from kg.extraction.roles.frames import Match
from kg.model import Role
from kg.regex import regex

__all__ = ["Said"]

_TOGETHER = 60
"""Characters between a phrase and the 'together with' that goes with it."""
_WHERE = regex(r", where [^.;:]*$")
"""Leads over to what is said of the place of a visit: 'They called on X, where | A spoke'."""
_ACCOMPANIED = regex(r"accompanied|in (?:the )?company")
"""With whom somebody came who spoke; 'together with A' is said of those who spoke together."""


@dataclass(slots=True)
class Said:
    """What the sentence has said so far.

    Attributes:
        meeting: A meeting other than the main one that it has named, or empty.
        end: Position behind the phrase read last.
        role: Its meeting and role.
        groups: Positions of the groups that have a role, or of which the sentence denies one.
        visited: A visit that it has told of, and the position behind the phrase that told it.
        company: The phrase read last says who came along.
    """

    meeting: str
    end: int = -1
    role: tuple[str, Role] | None = None
    groups: set[int] = field(default_factory=set)
    visited: tuple[str, int] = ("", -1)
    company: bool = False

    def at(self, clause: Clause, match: Match) -> str:
        """The meeting other than the main one at which a phrase is: 'They called on X, where A spoke'; or empty."""
        visit, end = self.visited
        there = not self.meeting and visit and _WHERE.search(clause.text, end, match.start)
        return visit if there else self.meeting

    def goes_with(self, match: Match) -> bool:
        """Whether 'together with' stands near the phrase before."""
        return self.role is not None and match.start - self.end < _TOGETHER

    def taken_over(self, clause: Clause, match: Match) -> tuple[str, Role] | None:
        """The meeting and role that a phrase has from the one before it: 'together with A', 'with B as Vice-Chair'."""
        if self.role is None:
            return None
        meeting, role = self.role
        if match.frame.role is Role.VICE_CHAIR and role is Role.ELECTED_CHAIR:
            return meeting, Role.ELECTED_VICE_CHAIR
        if match.frame.effect is not Effect.SAME or not self.goes_with(match):
            return None
        silent = role in {Role.SPEAKER, *SPEECHES} and _ACCOMPANIED.match(clause.text, match.start)
        return meeting, match.frame.role if silent else role
