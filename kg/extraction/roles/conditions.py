"""What a frame asks of its agent and of the sentence: that it is an organization, of a delegation, no person's."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.clauses.clause import Clause
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.frame_table import Effect, Place
from kg.extraction.roles.frames import Match
from kg.extraction.roles.role_book import OF_OFFICES
from kg.model import Role

__all__ = ["meets_conditions"]


def meets_conditions(clause: Clause, match: Match, agent: Mention, role: Role) -> bool:
    """Whether what the frame of a match asks of its agent is so."""
    person = agent.kind is Kind.PERSON
    if match.frame.place is Place.LIST and not person and (role not in OF_OFFICES or _has_people(match)):
        return False
    if match.frame.effect is Effect.OFFICES:
        return not person
    if match.frame.effect is Effect.PEOPLE:
        return person
    condition = _CONDITIONS.get(match.frame.effect)
    return condition is None or condition(clause, match)


def _has_people(match: Match) -> bool:
    return match.group is not None and any(m.kind is Kind.PERSON for m in match.group.members)


def _is_of_office(clause: Clause, match: Match) -> bool:
    """Whether it is an office that somebody represented: who represented another has that one's role."""
    represented = clause.group_at(match.end - 1)
    return represented is None or any(m.kind is not Kind.PERSON for m in represented.members)


def _is_of_delegation(clause: Clause, match: Match) -> bool:
    """Whether a delegation led or was led, and not an office."""
    if match.frame.place is Place.AFTER:
        before = [group for group in clause.groups if group.end <= match.start]
        return bool(before) and before[-1].delegates
    led = next((group for group in clause.groups if match.start < group.start < match.end), None)
    return led is None or led.delegates


_CONDITIONS: dict[Effect, Callable[[Clause, Match], bool]] = {
    Effect.OF_OFFICE: _is_of_office,
    Effect.DELEGATION: _is_of_delegation,
}
