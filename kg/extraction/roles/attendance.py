"""Lists of countries or delegations that no verb speaks of, in a sentence about attendance."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.role_book import RoleBook
from kg.model import Passage, Role
from kg.regex import regex

__all__ = ["Roll", "read_attendance"]

_RULE = "role.attendee.list-alone"
_ATTENDED = regex(
    r"\b(?:attended|attendance|took part|taking part|participated|joined|present|gathered|came|come|brought "
    r"together|represented|"
    r"sat|around the table|participation)\b"
)
_PEOPLE = regex(
    r"\b(?:delegates|delegations|participants|candidates|representatives|administrations|countries|members|"
    r"officers|officials|"
    r"experts|trainees|learners|attendees|trainers|managers)\b"
)
_ABSENCE = regex(
    r"\b(?:will|would|absent|excused|apologies|next year|not (?:come|attend|be)|unable|planned|future|to be held|"
    r"(?:was|were|is|are) not (?:re)?(?:presented|present|there)|expected|missions? (?:to|in)|visited"
    rf"|represented(?= in (?:the )?{Kind.AGENT.value})"
    r"|(?:last|previous|preceding|earlier) (?:edition|year's|one|meeting|workshop|session|seminar)"
    r"|no (?:delegates|delegations|officers|representatives|experts|participants)|non-participation|could not|missing"
    r"|(?:next|upcoming|forthcoming) (?:meeting|workshop|session|seminar|course|conference|one)"
    r"|registered for|all previous|contributes? to the (?:fund|budget)"
    rf"|(?:previous|preceding) {Kind.MEETING.value}"
    r"|not paid|owed by|replied to|questionnaire|shortlisted|study visits|pilots"
    r"|(?:been|were) trained under|accession|arrears|trading partners|had earlier"
    r"|(?:posters|flags|maps|pictures|photos|answers|replies|figures|statistics|data) (?:of|from))\b"
)
"""None of those named came, or not they but something of theirs."""


_NOT_THEY = regex(
    r"\b(?:(?:case stud(?:y|ies)|practices?|programmes?|contributions?|nominations?|applications?|requests?|samples"
    r"|seizures|cases|exports|imports|goods|shipments|laws?|systems?|examples?|models?|reforms)(?: of| from| in| by)"
    r"|except|but|excluding|save|other than|apart from|with the exception of)(?: for)? (?:the )?$"
)
"""'case studies from | A, B and C': something of theirs; 'all Members except | A and B': the others."""
_YEAR = regex(r"\b(?:in|since|until|of|the) ([12][09][0-9]{2})\b")
_ORIGIN = regex(r"(?:\b(?:from|of|namely|including)|[:(]) (?:the )?$|\($")
"""Leads over to where people come from."""


_ROLL = regex(
    r"(?:attendance|attendance list|list of (?:participants|attendees|delegates)|participants|attendees|delegates"
    r"|present|those present|in attendance|around the table|who was there|who came)"
)
"""A heading under which those stand who came."""
_SPEAKERS = regex(r"(?:list of )?(?:speakers|presenters|lecturers|panell?ists|resource persons)")
_DIVIDER = regex(r"(?:day|session|part|panel|block) (?:[0-9]{1,2}|[ivx]{1,4}|one|two|three)")
"""A line that parts such a list: 'Day 1'."""
_NAMES = "".join(kind.value for kind in Kind)
_ENTRY = regex(rf"(?:[0-9]{{1,2}}[.)] )?(?:the |[a-z0-9 ]{{1,30}}, )?{Kind.AGENT.value}[ ,()/{_NAMES}–-]*\.?")
"""A line of such a list: no more than somebody's name and post, or names of offices."""


def _is_of_countries(group: Group) -> bool:
    return len(group.members) > 2 and all(member.kind is Kind.COUNTRY for member in group.members)


_AGENT = Kind.AGENT.value
_TOPICS = regex(rf"(?:(?:[0-9]{{1,2}}[.)] )?{_AGENT}[ ,()/{_NAMES}]*(?:[a-z]+ ){{0,4}}(?:[–-] |: )[^.;{_AGENT}]+)+\.?")
"""Lines of a list of speakers, each with a topic: 'Ms. A, Head of X - Low-value goods'."""


class Roll:
    """A list of those who came or spoke, one a line under a heading without a colon."""

    def __init__(self) -> None:
        self._called: Role | None = None

    def read(self, clause: Clause, meeting: str, roles: RoleBook) -> bool:
        """Reads the heading or a line of the list; whether the sentence was one of these."""
        text = clause.text.strip()
        titled = clause.item(clause.text.find(text)) if len(text) == 1 else None  # 'Speakers' is a title, too
        for heading, role in ((_ROLL, Role.ATTENDEE), (_SPEAKERS, Role.SPEAKER)):
            if heading.fullmatch(text if titled is None else titled.form.lower()):
                self._called = role
                return True
        if self._called is not None and _DIVIDER.fullmatch(text):
            return True
        entry = _ENTRY.fullmatch(text) or (self._called is Role.SPEAKER and _TOPICS.fullmatch(text))
        self._called = self._called if entry else None
        for group in clause.groups if self._called is not None else ():
            passage = Passage(clause.span(group.start, group.end), f"role.{self._called}.roll")
            for member in group.members:
                if self._called is Role.ATTENDEE or member.kind is Kind.PERSON:
                    roles.state(member, self._called or Role.ATTENDEE, meeting, passage)
        return self._called is not None


def read_attendance(
    clause: Clause, meeting_at: Callable[[int], str], roles: RoleBook, *, denied: AbstractSet[int], first_year: int
) -> None:
    """States attendance of three countries or more in a row, and of delegations, where the sentence is about it.

    Args:
        clause: The sentence.
        meeting_at: Tells the key of the meeting that a place of it speaks of.
        roles: Where the roles are kept.
        denied: Positions of the groups of which the sentence denies a role.
        first_year: The earliest year of the meetings of the report, 0 where none is known.
    """
    lists = [group for group in clause.groups if group.delegates or _is_of_countries(group)]
    if not lists or _ABSENCE.search(clause.text):
        return
    if any(int(year[1]) < first_year for year in _YEAR.finditer(clause.text)):
        return  # 'In 2019, officers from A, B and C attended workshops'
    attended = _ATTENDED.search(clause.text) is not None
    if not (attended or _PEOPLE.search(clause.text) or any(group.delegates for group in lists)):
        return
    for group in lists:
        if group.start in denied:
            continue
        origin = group.delegates or _ORIGIN.search(clause.text, 0, group.start) is not None
        if not attended and not (_is_of_countries(group) and origin):
            continue
        if _NOT_THEY.search(clause.text, 0, group.start):
            continue
        if any(roles.stated_within(member, clause.sentence.span) for member in group.members):
            continue
        passage = Passage(clause.span(group.start, group.end), _RULE)
        for member in group.members:
            if member.kind is not Kind.PERSON:
                role = Role.OBSERVER if member in group.observers else Role.ATTENDEE
                roles.state(member, role, meeting_at(group.start), passage)
