"""What the agents of a sentence are gathered in."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.mentions.mention import Mention

__all__ = ["Group"]


@dataclass(slots=True)
class Group:
    """Agents that one verb may be said of.

    Attributes:
        start: Position on the tape.
        end: Position on the tape, half open.
        members: Persons, offices and countries, in the order of the sentence. Empty for somebody unnamed.
        delegates: Offices whose people are meant ('delegates from X').
        chairs: Members of whom the group says that they chair the meeting.
    """

    start: int
    end: int
    members: list[Mention] = field(default_factory=list)
    delegates: bool = False
    chairs: list[Mention] = field(default_factory=list)
    deputies: list[Mention] = field(default_factory=list)
    """Members of whom the group says that they are vice-chairs of the meeting."""
    observers: list[Mention] = field(default_factory=list)
    """Members that the list calls observers."""
    company: list[Mention] = field(default_factory=list)
    """Members who accompany those before them."""
    joined: list[Mention] = field(default_factory=list)
    """Members that 'together with' adds to those before them."""
