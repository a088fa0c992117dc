"""What was opened, paid for, provided or signed besides the meeting: 'The laboratory was opened by A'."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.earlier import EVENT_NOUN
from kg.extraction.roles.frame_table import Place
from kg.extraction.roles.frames import Match
from kg.extraction.roles.role_book import OF_HOSTS
from kg.extraction.words.text import alternation
from kg.model import Role
from kg.regex import regex
from kg.tables import read_table

__all__ = ["is_of_thing"]


class _Use(StrEnum):
    """What a thing is to a meeting."""

    APART = "apart"
    """Something else: who opened it or paid for it did so for no meeting."""
    TEXT = "text"
    """What is written: one 'signed by A' was read or sent, while one that 'was signed by A' belongs to the meeting."""
    WORK = "work"
    """Other work than meetings: who conducted it organized none."""
    PART = "part"
    """What a meeting needs: who paid for it paid for the meeting, but who provided it gave no speech."""


_OF_MEETINGS = frozenset({Role.CHAIR, Role.MODERATOR, Role.OPENING, Role.HOST, Role.SPONSOR})
_OF_EVENT = regex(r" (?:of|on|for|in|at|to) ")
"""'dinner | on the eve of the meeting'."""
_MEAL = regex(r" ?(?:the|a|his|her|this) (?:[a-z-]+ ){0,2}(?:dinner|reception|lunch|luncheon|banquet|cocktail)\b")
OF_DINNERS = OF_HOSTS | {Role.ATTENDEE}
_NEAR = 20
"""Characters between a phrase and the event that it is said of."""
_REACH = 120
"""Characters before a phrase in which its subject is looked for."""
_BE = (
    r"(?:also |kindly )?(?:was|were|is|are|has been|have been|had been|being) "
    r"(?:(?:also|kindly|jointly|partly|officially|being) )*"
)
_PROVIDED = regex(
    r"(?:(?:was|were|is|being) (?:[a-z]+ )?)?(?:presented|provided|shared|delivered|introduced) "
    rf"(?:[^.;:,{Kind.AGENT.value}]{{1,40}} )?by "
)
_OF_BODY = regex(
    r"\b(?:council|committee|commission|board|jury|association|federation|working group|steering group|task force)"
    r"(?: (?:of|for|on) [^.;:,]{1,60})?,? (?:(?:which|that) )?(?:(?:was|is|were|had been) )?$"
)
"""'a decision of the Board, chaired by A': a body that is no event of the report."""


def is_of_thing(clause: Clause, match: Match) -> bool:
    """Whether a phrase is said of a thing of ``data/wordings/things.csv``, not of the meeting or a speech.

    So is who chairs a body that is no event of the report.
    """
    if match.frame.role in OF_DINNERS and _gives_dinner(clause, match):
        return True
    if match.frame.role is Role.ATTENDEE and _MEAL.match(clause.text, match.end):
        return True
    role = match.frame.role
    if role is Role.ORGANIZER and match.frame.place is not Place.AFTER and _other_work().match(clause.text, match.end):
        return True
    before = max(0, match.start - _REACH)
    if role is Role.CHAIR and _OF_BODY.search(clause.text, before, match.start):
        return True
    if role is Role.SPEAKER and not _PROVIDED.match(clause.text, match.start):
        return False
    subjects = _subjects(role)
    return any(subject.search(clause.text, before, match.start) for subject in subjects)


def _gives_dinner(clause: Clause, match: Match) -> bool:
    """'hosted a reception', 'a dinner hosted by A': an event that is itself such a thing."""
    behind = match.frame.place is not Place.AFTER
    place = clause.text.find(MEETING, match.start) if behind else clause.text.rfind(MEETING, 0, match.start)
    near = place >= 0 and abs(place - (match.end if behind else match.start)) < _NEAR
    event = clause.item(place) if near else None
    return event is not None and _OF_EVENT.split(event.form)[0].rpartition(" ")[2] in _things(*_Use)


@cache
def _other_work() -> re.Pattern[str]:
    """'organized | an operation against smuggling'."""
    return regex(
        r"(?:(?:the|a|an|its|their|two|several|many) )?(?:(?!of |on |for |and )[^ ,.;:]+ ){0,2}"
        rf"(?:{alternation(_things(_Use.WORK))})\b(?! (?:{EVENT_NOUN}|visit|tour|mission))"
    )


@cache
def _subjects(role: Role) -> tuple[re.Pattern[str], ...]:
    """What the subject of a passive of a role must not be."""
    maybe = f"(?:{_BE})?"
    if role is Role.SIGNATORY:
        return _subject(_things(_Use.TEXT), ""), _subject(_things(_Use.APART, _Use.PART), maybe)
    if role is Role.SPEAKER:
        return (_subject(_things(_Use.APART, _Use.TEXT, _Use.PART), maybe),)
    if role is Role.ORGANIZER:  # 'a questionnaire prepared by A'
        return (_subject(_things(_Use.APART, _Use.WORK), maybe),)
    if role is Role.SPONSOR:  # 'a study funded by A'
        return _subject(_things(_Use.APART), _BE), _paid_for(_things(_Use.WORK))
    if role is Role.OPENING:  # 'it has got a new building, opened by A'
        return _subject(_things(_Use.APART), _BE), _new(_things(_Use.APART))
    return (_subject(_things(_Use.APART), _BE),) if role in _OF_MEETINGS else ()


@cache
def _things(*uses: _Use) -> frozenset[str]:
    rows = read_table("data", "wordings", "things.csv", columns=("thing", "use"))
    return frozenset(row["thing"] for row in rows if row.one_of(_Use, "use") in uses)


def _paid_for(things: frozenset[str]) -> re.Pattern[str]:
    """A thing of which it is said who paid for it, wherever it stands in the sentence."""
    return regex(
        r"\b(?:the|a|an|its|their|this|another|his|her) (?:(?!of |on |about |over |at |in |for |by )[^ ,.;:]+ ){0,2}"
        rf"(?:{alternation(things)})(?: (?:of|for|on) [^.;:,]{{1,40}})?,? (?:(?:which|that) )?(?:{_BE})?$"
    )


def _new(things: frozenset[str]) -> re.Pattern[str]:
    """A thing that is spoken of for the first time, wherever it stands in the sentence."""
    return regex(rf"\ban? (?:[a-z-]+ ){{0,2}}(?:{alternation(things)}),? (?:(?:which|that) )?(?:{_BE})?$")


def _subject(things: frozenset[str], be: str) -> re.Pattern[str]:
    """The noun phrase of a thing up to the phrase that is said of it; 'lectures on equipment' is none."""
    return regex(
        r"(?:^|[,;:] |\b(?:and|while|where|with) )(?:(?:the|a|an|its|their|this|another|all|both) )?"
        rf"(?:(?!of |on |about |over |at |in |for |by )[^ ,.;:]+ ){{0,2}}(?:{alternation(things)})"
        r"(?! of (?:intent|agreement|understanding))"
        r"(?: (?:of|for|to|during|in|at) [^.;:,]{1,40}| presented|, worth [a-z0-9 .,]{1,40},)?"
        rf"(?:,? (?:which|that))? {be}$"
    )
