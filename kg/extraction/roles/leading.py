"""What leading an event makes somebody: who chairs a panel moderates, who conducts a training teaches."""

from __future__ import annotations

import re

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.roles.frames import Match
from kg.model import MeetingKind, Role
from kg.regex import regex

__all__ = ["leading_role"]

_ORDER = (
    r"(?:first|second|third|fourth|fifth|sixth|last|final|morning|afternoon|parallel|thematic"
    r"|break-?out|panel|special)"
)
_PART = (
    r"(?:(?:[a-z-]+ )?(?:panel|round[- ]?table|break-?out)s?(?: (?:discussion|session|group)s?)?"
    rf"|{_ORDER} (?:sessions?|groups?|segments?)|sessions? (?:[0-9]{{1,2}}|[ivx]{{1,4}}|one|two|three|four)"
    r"|sessions? (?:on|about|devoted to|dedicated to) [^.;:,]{1,80}|sub-?group)"
    r"(?: (?:on|of|about|for|devoted to|dedicated to|dealing with|between|among) [^.;:,]{1,80})?"
)
_DETERMINER = r"(?:(?:the|a|an|one|this|each|its|their|another) )?"
_NEAR = 20
"""Characters before a phrase in which the event stands of which it is said."""
_REACH = 140
"""Characters before a phrase in which its subject is looked for."""
_BEFORE = regex(
    rf"(?:^|[,;:] |\b(?:and|while|in|at|with|then) ){_DETERMINER}{_PART},? (?:(?:which|that) )?"
    r"(?:(?:was|were|is|are|being) (?:(?:also|jointly|then) )?)?$"
    r"|^in the (?:second|third|fourth|fifth|last|next)(?: one)?, $"
)
_BEHIND = regex(rf",? ?{_DETERMINER}{_PART}(?=[,.;:]|$| [a-z])")
_TAUGHT = frozenset({MeetingKind.WORKSHOP, MeetingKind.TRAINING, MeetingKind.SEMINAR})
_CONDUCTS = regex(r"\bconducted\b")
_LESSON = regex(r"(?:workshop|training|course|exercise|clinic) (?:on|about|in) ", re.IGNORECASE)
_LEADS = regex(r"\bled\b")


def leading_role(clause: Clause, match: Match, kind: MeetingKind) -> Role:
    """The role of whom a phrase makes the chair, by what it is said of and by the sort of event."""
    phrase = clause.text[match.start : match.end]
    if kind in _TAUGHT and _CONDUCTS.search(phrase):
        return Role.SPEAKER
    if kind not in _TAUGHT and _is_of_lesson(clause, match):
        return Role.MODERATOR
    if _is_of_part(clause, match) or (kind in _TAUGHT and _LEADS.search(phrase)):
        return Role.MODERATOR
    return Role.CHAIR


def _is_of_lesson(clause: Clause, match: Match) -> bool:
    """Whether a phrase is said of a lesson at a meeting: 'The workshop on trend analysis was | conducted by A'."""
    place = clause.text.rfind(MEETING, max(0, match.start - _NEAR), match.start)
    mention = clause.item(place) if place >= 0 else None
    return mention is not None and _LESSON.match(mention.form) is not None


def _is_of_part(clause: Clause, match: Match) -> bool:
    """Whether a phrase is said of a part: 'The panel was chaired by A', 'A chaired the second session'."""
    end = match.end if match.group is None else max(match.end, match.group.end)
    before = _BEFORE.search(clause.text, max(0, match.start - _REACH), match.start)
    return before is not None or _BEHIND.match(clause.text, end) is not None
