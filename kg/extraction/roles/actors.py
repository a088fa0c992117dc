"""Of whom a frame speaks: those of its own group, and those whom the sentence adds to them further on."""

from __future__ import annotations

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.frame_table import Place
from kg.extraction.roles.frames import Match
from kg.extraction.roles.role_book import OF_HOSTS
from kg.model import Role
from kg.regex import regex

__all__ = ["SPEECHES", "agents_of"]

SPEECHES = (Role.OPENING, Role.CLOSING, Role.MODERATOR)
"""Roles of those who speak, besides that of a speaker."""
_AGENT = Kind.AGENT.value
_AND_BY = regex(
    rf" (?:on behalf of|for|representing) {_AGENT},? and,? "
    rf"(?:(?:by |for [^.;]{{0,80}}? by )({_AGENT})|({_AGENT})(?= (?:on behalf of|for|representing) {_AGENT}))"
)
_NAMES = "".join(Kind)
_ACTORS = f"{_AGENT}{Kind.MEETING.value}{Kind.TITLE.value}"
_DEPUTY = regex(
    rf",? (?:(?:who|which) (?:is|was) |being )?(?:also |again |there |ably |duly |in turn )?"
    rf"represented by (?:the )?({_AGENT})"
)
_ALSO = regex(
    rf"(?:,? (?:with|in|on|for|about|relating to) [^.;:{_ACTORS}]{{1,40}}"
    rf"|, who [^.;:{Kind.MEETING.value}]{{1,60}})?,? (?:and|as well as),? "
    rf"(?:(?:for|on behalf of) [^.;:]{{1,40}}, )?(by|of|from|with) "
    rf"(?:the |both |(?:two|three|several) (?:of (?:his|her|its|their) )?[a-z]+(?: [a-z]+)?, )?({_AGENT})"
)
_AND_ON = regex(
    rf",? (?:on|about) [^.;:{_NAMES}]{{1,70}}(?:,? and|,|;) (?:by |from )?(?:the )?({_AGENT})(?=,? (?:on|about|who)\b)"
)
_WHICH = regex(r", which (?:(?:also|kindly|jointly|generously|has|had|have) )*")
_LISTED = regex(r"(?: (?:their|its|two|several) [a-z]+)?(?::|, namely|, that is) ")
"""'the RTCs sent their Heads, namely RTC A and RTC B'."""
_BEFORE = regex(r"\b(by|of|from|with) (?:the |both )?$")


def agents_of(match: Match, clause: Clause) -> list[Mention]:
    """Whom a match names.

    Args:
        match: A frame met in the sentence.
        clause: The sentence.
    """
    if match.group is None:
        return []
    named = (
        _named_later(match, clause)
        or _deputies(match, clause)
        or _office_behind(match, clause, match.group)
        or match.group.members
    )
    return [*named, *_second(match, clause), *_likewise(match, clause)]


def _likewise(match: Match, clause: Clause) -> list[Mention]:
    """'told by A of his plans and by B', 'delegates of A with its team, and of B': those behind a second 'by', 'of'."""
    members: list[Mention] = []
    group = match.group if match.frame.place is Place.AFTER else None
    while group is not None:
        further = _ALSO.match(clause.text, group.end)
        same = further is not None and (
            _preposition(clause.text, group.start) == further[1] or (group.delegates and further[1] in {"of", "from"})
        )
        after = clause.group_at(further.start(2)) if further is not None and same else None
        group = after or _with_topic(match, clause, group)
        members += group.members if group is not None else []
    return members


def _with_topic(match: Match, clause: Clause, group: Group) -> Group | None:
    """'those who spoke were A, on valuation, and B, on origin': the next one with a topic of his own."""
    further = _AND_ON.match(clause.text, group.end) if match.frame.role is Role.SPEAKER else None
    return clause.group_at(further.start(1)) if further is not None else None


def _preposition(text: str, position: int) -> str:
    found = _BEFORE.search(text, max(0, position - 12), position)
    return found[1] if found else ""


def _named_later(match: Match, clause: Clause) -> list[Mention]:
    """'Two guests from X paid a visit: Mr. A and Mr. B', 'the RTCs joined: RTC A and B': those behind it."""
    if match.group is None:
        return []
    several = len(match.group.members) == 1 and match.group.members[0].plural
    colon = clause.text.find(": ", match.end - 1) if match.group.delegates or several else -1
    listed = _LISTED.match(clause.text, match.end - 1) if several else None
    position = listed.end() if listed else colon + 2
    group = clause.group_at(position) if listed or colon >= 0 else None
    offices = listed is not None
    return [m for m in group.members if (m.kind is not Kind.PERSON) == offices] if group is not None else []


def _office_behind(match: Match, clause: Clause, group: Group) -> list[Mention]:
    """'Mr. A, Director of X, which hosted the meeting': X."""
    if match.frame.role not in OF_HOSTS or not _WHICH.fullmatch(clause.text, group.end, max(group.end, match.start)):
        return []
    offices = [seat.office for seat in clause.seats if seat.person is group.members[-1] and seat.office is not None]
    return offices[-1:]


def _deputies(match: Match, clause: Clause) -> list[Mention]:
    """'In his address A, represented by B, said': B spoke."""
    speaks = match.frame.place is Place.AROUND and match.frame.role in {*SPEECHES, Role.SPEAKER}
    if match.group is None or not speaks:
        return []
    represented = _DEPUTY.match(clause.text, match.group.end)
    group = clause.group_at(represented.start(1)) if represented else None
    return [m for m in group.members if m.kind is Kind.PERSON] if group is not None else []


def _second(match: Match, clause: Clause) -> list[Mention]:
    """'signed by A on behalf of X and by B': B does it, too."""
    further = _AND_BY.match(clause.text, match.end) if match.frame.place is Place.AFTER else None
    group = clause.group_at(further.start(further.lastindex or 0)) if further else None
    return group.members if group is not None else []
