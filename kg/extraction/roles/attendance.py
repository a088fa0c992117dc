"""Lists of countries or delegations that no verb speaks of, in a sentence about attendance."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.role_book import RoleBook
from kg.model import Passage, Role

__all__ = ["Roll", "read_attendance"]

_RULE = "role.attendee.list-alone"
_ATTENDED = re.compile(
    r"\b(?:attended|attendance|took part|taking part|participated|joined|present|gathered|came|come|brought "
    r"together|represented|"
    r"sat|around the table|participation)\b"
)
_PEOPLE = re.compile(
    r"\b(?:delegates|delegations|participants|candidates|representatives|administrations|countries|members|"
    r"officers|officials|"
    r"experts|trainees|learners|attendees|trainers|managers)\b"
)
_ABSENCE = re.compile(
    r"\b(?:will|would|absent|excused|apologies|next year|not (?:come|attend|be)|unable|planned|future|to be held|"
    r"(?:was|were|is|are) not (?:re)?(?:presented|present|there)|expected|missions? (?:to|in)|visited"
    r"|(?:posters|flags|maps|pictures|photos|answers|replies|figures|statistics|data) (?:of|from))\b"
)
"""None of those named came, or not they but something of theirs."""


_ORIGIN = re.compile(r"(?:\b(?:from|of|namely|including)|[:(]) (?:the )?$|\($")
"""Leads over to where people come from."""


_ROLL = re.compile(
    r"(?:attendance|attendance list|list of (?:participants|attendees|delegates)|participants|attendees|delegates"
    r"|present|those present|in attendance|around the table|who was there|who came)"
)
"""A heading under which those stand who came."""
_NAMES = "".join(kind.value for kind in Kind)
_ENTRY = re.compile(rf"(?:[0-9]{{1,2}}[.)] )?(?:the |[a-z0-9 ]{{1,30}}, )?{Kind.AGENT.value}[ ,()/{_NAMES}–-]*\.?")
"""A line of such a list: no more than somebody's name and post, or names of offices."""


def _is_of_countries(group: Group) -> bool:
    return len(group.members) > 2 and all(member.kind is Kind.COUNTRY for member in group.members)


class Roll:
    """A list of those who came, one a line under a heading without a colon."""

    def __init__(self) -> None:
        self._calling = False

    def read(self, clause: Clause, meeting: str, roles: RoleBook) -> bool:
        """Reads the heading or a line of the list; whether the sentence was one of these."""
        text = clause.text.strip()
        if _ROLL.fullmatch(text):
            self._calling = True
            return True
        self._calling = self._calling and _ENTRY.fullmatch(text) is not None
        for group in clause.groups if self._calling else ():
            passage = Passage(clause.span(group.start, group.end), "role.attendee.roll")
            for member in group.members:
                roles.state(member, Role.ATTENDEE, meeting, passage)
        return self._calling


def read_attendance(clause: Clause, meeting_at: Callable[[int], str], roles: RoleBook) -> None:
    """States attendance of three countries or more in a row, and of delegations, where the sentence is about it.

    Args:
        clause: The sentence.
        meeting_at: Tells the key of the meeting that a place of it speaks of.
        roles: Where the roles are kept.
    """
    lists = [group for group in clause.groups if group.delegates or _is_of_countries(group)]
    if not lists or _ABSENCE.search(clause.text):
        return
    attended = _ATTENDED.search(clause.text) is not None
    if not (attended or _PEOPLE.search(clause.text) or any(group.delegates for group in lists)):
        return
    for group in lists:
        origin = group.delegates or _ORIGIN.search(clause.text, 0, group.start) is not None
        if not attended and not (_is_of_countries(group) and origin):
            continue
        if any(roles.stated_within(member, clause.sentence.span) for member in group.members):
            continue
        passage = Passage(clause.span(group.start, group.end), _RULE)
        for member in group.members:
            if member.kind is not Kind.PERSON:
                role = Role.OBSERVER if member in group.observers else Role.ATTENDEE
                roles.state(member, role, meeting_at(group.start), passage)
