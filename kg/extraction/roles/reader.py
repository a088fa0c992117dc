"""From frames to roles: who was what at which meeting."""

from __future__ import annotations

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.clauses.seats import CHAIR_TITLES
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.listing import OfficeList
from kg.extraction.people.cast import Cast
from kg.extraction.roles.actors import SPEECHES, agents_of
from kg.extraction.roles.attendance import Roll, read_attendance
from kg.extraction.roles.choice import chosen_frames
from kg.extraction.roles.conditions import meets_conditions
from kg.extraction.roles.cues import Cue, cues_of
from kg.extraction.roles.denials import is_absent
from kg.extraction.roles.elections import (
    AT_ANOTHER,
    elected_as,
    elected_besides,
    elects,
    is_to_chair,
    its_meeting,
    next_meeting,
    of_earlier_meeting,
)
from kg.extraction.roles.frame_table import Effect, Place
from kg.extraction.roles.frames import Match
from kg.extraction.roles.gapping import gapped
from kg.extraction.roles.leading import leading_role
from kg.extraction.roles.posts import PostBook
from kg.extraction.roles.pronouns import Pronouns
from kg.extraction.roles.respective import respective_roles
from kg.extraction.roles.role_book import RoleBook
from kg.extraction.roles.said import Said
from kg.extraction.roles.targets import Targets
from kg.extraction.roles.visits import VISIT_EFFECTS, read_visit
from kg.model import MeetingKind, Passage, Role, SentenceKind
from kg.regex import regex

__all__ = ["RoleReader"]

_AGENT = Kind.AGENT.value
_BEHALF = regex(rf"\bon behalf of (?:the )?({_AGENT})")
_ELECTS_FOR = regex(rf"\bfor (?:the |its |their )?(?:next |coming )?(?P<meeting>{Kind.MEETING.value})[^.;:]{{0,30}}$")
"""'For the 23rd Meeting they elected A as Chairperson.'"""
_AT_OPENING = regex(
    r"\b(?:in|at|during) (?:(?:the|this) (?:same )?(?:opening|inaugural) (?:session|part|segment)|the opening(?=,)"
    r"|[a-z]+day's opening)\b"
)
_OPENING_TOLD = regex(
    r"(?:the )?opening (?:session|ceremony|part) (?:was marked|comprised|included|saw|featured|consisted)\b"
)
"""'The opening session was marked by three addresses.': what the paragraph goes on with."""
_CAME = regex(
    r"\b(?:attended|took part|participated|came|joined"
    r"|(?:was|were) (?:there|present|represented|in attendance|(?:at|around) the table|in the room))\b"
)
"""'20 members attended, and so did X': not what was said before them."""
_AND_BEFORE = regex(r"(?:^|[;,] |\band )(he|she|they|both) and (?:the |his |her )?$")
"""'She and Mr. A signed it': both."""
_HAD_VISITED = regex(r"\bhad (?:(?:also|himself|herself|already|once|last|previously|first) ){0,2}$")
"""'A, who had himself | visited X'."""
_THAT_DAY = regex(
    r"\b(?:earlier (?:that|this|the same|in the|on)|(?:that|the same) (?:day|morning|afternoon)|the day before"
    r"|(?:a|one|two|some) days? earlier|on the (?:eve|previous day)"
    r"|before the (?:ceremony|meeting|signing|workshop|conference|opening|event))\b"
)
"""'Before the ceremony the Rector had visited X': a visit of which the report tells."""
_JOINED = ("together with", "jointly with", "along with")
"""What says that two did one thing, whatever it was."""
_TALK = frozenset({Role.SPEAKER, Role.ATTENDEE})
"""What people are at a visit told in the margins of another meeting."""
_PRESENT = frozenset({"role.attendee.was", "role.attendee.were-present", "role.attendee.at-side"})
"""Rules that tell of nothing but presence."""
_NEAR = 80
"""Characters before a phrase in which words are looked for that say what is meant."""
_ANOTHER_VERB = regex(r"\band [a-z]+ed the ")
"""'A spoke at the closing and awarded the certificates | together with B'."""

_OF_ONE = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SIGNATORY, Role.MODERATOR, Role.SPEAKER, *SPEECHES})
"""Roles that who accompanies somebody does not share."""


class RoleReader:
    """Reads roles, sentence by sentence, in the order of the report."""

    def __init__(self, cast: Cast, offices: OfficeList, targets: Targets, posts: PostBook) -> None:
        self.targets = targets
        self.posts = posts
        self.roles = RoleBook(offices, targets.main)
        self.pronouns = Pronouns(cast)
        self._last: tuple[str, Role] | None = None
        self._roll = Roll()
        self._ceremony = ""
        """Key of the opening ceremony of which the sentence before speaks, or empty."""
        self._paragraph = -1
        """In which that sentence stands."""
        self._opening_paragraph = -1
        """Paragraph that tells of the opening ceremony."""

    def read(self, clause: Clause) -> bool:
        """Reads one sentence; whether anything was stated."""
        before = len(self.roles)
        if self._roll.read(clause, self.targets.main, self.roles):
            self.pronouns.remember(clause)
            return len(self.roles) > before
        self.targets.topics.turn_to(clause)
        said = Said(self.targets.at_start(clause))
        for group in clause.groups:
            for person in group.chairs:
                self._chair(clause, group, person, said)
            for person in group.deputies:
                meeting = self.targets.of(clause, group.start, group.start, said.meeting)
                passage = Passage(clause.span(group.start, group.end), "role.vice-chair.apposition")
                if meeting:
                    self.roles.state(person, Role.VICE_CHAIR, meeting, passage)
        ongoing = bool(self.targets.latest_visit())
        opening = clause.sentence.paragraph == self._opening_paragraph
        chosen, denied = chosen_frames(
            clause, lambda match: self._agents(match, clause), visiting=ongoing, opening=opening
        )
        said.groups |= denied
        visiting = any(m.frame.role is Role.VISITOR and self._agents(m, clause) for m in chosen)
        for match in chosen:
            if match.group is not None:
                said.groups.add(match.group.start)
            if match.frame.effect in VISIT_EFFECTS:
                self._visit(clause, match, said, visiting=visiting)
            else:
                self._role(clause, match, said)
        read_attendance(
            clause,
            lambda start: self.targets.unsaid(clause, start, said.meeting),
            self.roles,
            denied=denied,
            first_year=self.targets.first_year,
        )
        for cue in cues_of(clause, said.groups) if clause.sentence.kind is not SentenceKind.TITLE else ():
            self._cue(clause, said, cue)
        self.targets.topics.stay_at(clause, said.meeting)
        self.targets.remember(clause, said.meeting)
        self.pronouns.remember(clause)
        if said.role is None and _CAME.search(clause.text):
            self._last = None  # 'Some were at the table. So too were delegates of X'
        self._ceremony = said.meeting if self.targets.is_opening(said.meeting) else ""
        self._paragraph = clause.sentence.paragraph
        if self._ceremony or _OPENING_TOLD.match(clause.text):
            self._opening_paragraph = self._paragraph
        return len(self.roles) > before

    def _chair(self, clause: Clause, group: Group, person: Mention, said: Said) -> None:
        """'The Chair, Mr. A': of the meeting, unless he chairs a body that he holds a post of."""
        titles = [title for title, _ in self.posts.titled(person.key)]
        meeting = self.targets.of(clause, group.start, group.start, said.meeting)
        presides = meeting and CHAIR_TITLES.isdisjoint(titles) and not is_absent(clause, group)
        if presides and not self.targets.is_visit(meeting):
            passage = Passage(clause.span(group.start, group.end), "role.chair.apposition")
            self.roles.state(person, Role.CHAIR, meeting, passage)
            said.groups.add(group.start)

    def _visit(self, clause: Clause, match: Match, said: Said, *, visiting: bool) -> None:
        """A visit; 'the delegates visited X' is none, since nobody is named who came."""
        if self.targets.is_of_another(clause, match.start, match.end) or _visited_before(clause, match):
            return
        received = match.frame.effect in {Effect.RECEIVES, Effect.RECEIVED_BY}
        unnamed = received and said.end > 0 and said.visited == ("", said.end)  # 'They visited X, received by A'
        named = match.frame.effect is not Effect.VISITED or visiting or self.targets.is_visit(self.targets.main)
        named = named and not unnamed
        agents = self._agents(match, clause)
        if not named:
            self.targets.speak_of_visit_to(agents)
        meeting = read_visit(clause, match, agents, self.roles, self.targets, self.posts) if named else ""
        said.end = match.end
        said.visited = (meeting, match.end)
        self.targets.stay_at_visit(clause.sentence.paragraph)
        said.role = (meeting, Role.ATTENDEE if received else Role.VISITOR)

    def _role(self, clause: Clause, match: Match, said: Said) -> None:
        effect = match.frame.effect
        if effect is Effect.SAME and self._is_of_other_act(clause, match, said):
            return
        along = effect is Effect.SAME and (said.company or not said.goes_with(match))
        company = said.company = effect is Effect.COMPANY or along
        meeting, role = self._meeting_and_role(clause, match, said)
        if role is Role.CHAIR and meeting:
            role = leading_role(clause, match, self.targets.kind(meeting))
        if role is Role.VISITOR and meeting == self.targets.main:
            meeting = self.targets.first_visit() or meeting
        if meeting != self.targets.main and not elects(match):
            said.meeting = meeting
        said.end, said.role = match.end, (meeting, role)
        self._last = said.role
        if meeting:
            for each in self.targets.each(clause, meeting):
                self._state(clause, match, role, each, company=company)
            self._elected_besides(clause, match, meeting)
            for group in gapped(clause, match, role):
                said.groups.add(group.start)
                passage = Passage(clause.span(match.start, group.end), f"{match.frame.rule}.gapped")
                for agent in group.members:
                    self.roles.state(agent, role, meeting, passage)

    def _is_of_other_act(self, clause: Clause, match: Match, said: Said) -> bool:
        """'A spoke and awarded the certificates | together with B', 'A wrote the report | together with B'."""
        if _ANOTHER_VERB.search(clause.text, max(said.end, match.start - _NEAR), match.start):
            return True
        joined = clause.text.startswith(_JOINED, match.start) and _of_people(match)
        return joined and said.role is None and match.start > 0 and not self.targets.is_visit(self.targets.main)

    def _meeting_and_role(self, clause: Clause, match: Match, said: Said) -> tuple[str, Role]:
        frame = match.frame
        if frame.effect is Effect.AGAIN and self._last is not None and not _CAME.search(clause.text, 0, match.start):
            speech = frame.role is not Role.SPEAKER or self._last[1] in {Role.SPEAKER, *SPEECHES}
            return self._last if speech else (self._last[0], frame.role)
        taken_over = said.taken_over(clause, match)
        if taken_over is not None:
            return taken_over
        first = clause.text.find(Kind.MEETING.value, match.start, match.end) + 1
        speaks = frame.role is Role.SPEAKER and frame.place is not Place.AFTER
        topical = speaks or (frame.place is Place.AROUND and not first)
        of_first = elects(match) and first
        meeting = self.targets.of(clause, match.start, of_first or match.end, said.at(clause, match), topical=topical)
        coming = _ELECTS_FOR.search(clause.text, 0, match.start) if elects(match) else None
        if coming is not None:
            meeting = self.targets.of(clause, *coming.span("meeting"), said.meeting)
        ceremonial = self._at_ceremony(clause, match, meeting)
        if ceremonial is not None:
            return ceremonial
        meeting = its_meeting(clause, match) or meeting
        meeting = self._at_visit(clause, frame.role, meeting)
        noun = next_meeting(clause, match) if meeting == self.targets.main else None
        if noun is not None:
            name, end = noun
            span = clause.span(min(match.start, end), max(match.end, end))
            return self.targets.add(f"next {name}", *span, clause.sentence.kind), AT_ANOTHER.get(frame.role, frame.role)
        to_chair = frame.role is Role.CHAIR and meeting == self.targets.main and is_to_chair(clause, match)
        if to_chair or of_earlier_meeting(clause, match):
            return "", frame.role
        held = Role.CHAIR if frame.role is Role.ELECTED_CHAIR else frame.role
        return meeting, self._elected(held, meeting) if elects(match) and held in AT_ANOTHER else frame.role

    def _at_visit(self, clause: Clause, role: Role, meeting: str) -> str:
        """The meeting of a phrase that names none: who speaks in the paragraph of a visit speaks there."""
        silent = meeting == self.targets.main and role in _TALK and Kind.MEETING.value not in clause.text
        return (self.targets.visit_of(clause.sentence.paragraph) if silent else "") or meeting

    def _at_ceremony(self, clause: Clause, match: Match, meeting: str) -> tuple[str, Role] | None:
        """Who speaks at the opening opens the main meeting, at the closing closes it; who is present is there."""
        main, role = self.targets.main, match.frame.role
        if role is Role.SIGNATORY and meeting == main:
            return self.targets.signing() or main, role
        at_opening = role is Role.SPEAKER and meeting == main and _AT_OPENING.search(clause.text) is not None
        speaks = role is Role.OPENING or (role is Role.SPEAKER and meeting != main)
        if at_opening or (speaks and self.targets.is_opening(meeting)):
            return main, Role.OPENING
        if role in {Role.CLOSING, Role.SPEAKER} and self.targets.is_closing(meeting):
            return main, Role.CLOSING
        if not self._ceremony or meeting != main or Kind.MEETING.value in clause.text:
            return None
        apart = self._paragraph != clause.sentence.paragraph and match.frame.place is Place.AFTER
        if role is Role.SPEAKER and not apart:  # nor are 'The speakers were A and B' of a new paragraph those of before
            return main, Role.OPENING
        present = match.frame.rule in _PRESENT and _of_people(match)
        return (self._ceremony, Role.ATTENDEE) if present else None

    # -- who ---------------------------------------------------------------------------------------------------

    def _agents(self, match: Match, clause: Clause) -> list[Mention]:
        if match.group is None:
            return self.pronouns.meant(match.pronoun, match.start, clause)
        besides = _AND_BEFORE.search(clause.text, 0, match.group.start) if match.group.end <= match.start else None
        also = self.pronouns.meant(besides[1], besides.start(), clause) if besides else []
        return [*also, *agents_of(match, clause)]

    def _stood_for(self, clause: Clause, match: Match) -> str:
        """Key of whom the agent of a phrase stood for: 'on behalf of X', or empty."""
        start, _ = clause.extent(match.start, match.end, match.group)
        phrase = _BEHALF.search(clause.text, max(0, start - 60), match.end + 60)
        group = clause.group_at(phrase.start(1)) if phrase else None
        if group is None or not group.members or group is match.group:
            return ""
        return self.roles.key(group.members[0])

    # -- statements --------------------------------------------------------------------------------------------

    def _state(self, clause: Clause, match: Match, role: Role, meeting: str, *, company: bool) -> None:
        passage = Passage(clause.span(*clause.extent(match.start, match.end, match.group)), match.frame.rule)
        on_behalf_of = self._stood_for(clause, match)
        elected = elected_as(clause, match) if elects(match) else {}
        respective = respective_roles(clause, match.group)
        for agent in self._agents(match, clause):
            if not self._may_have(clause, match, agent, role, meeting):
                continue
            if match.frame.effect is Effect.OF_OFFICE:
                self._office_of(clause, match, agent, meeting, passage)
            along = company and role is Role.ATTENDEE and agent.kind is Kind.PERSON and self.targets.is_visit(meeting)
            own = Role.VISITOR if along else role  # who comes along on a visit is a visitor, too
            if own is Role.ATTENDEE and match.group is not None and agent in match.group.observers:
                own = Role.OBSERVER
            if own in _OF_ONE and match.group is not None and agent in match.group.company:
                own = Role.ATTENDEE
            if role in respective.values():
                own = respective.get(id(agent), own)
            if id(agent) in elected:
                own = self._elected(elected[id(agent)], meeting)
            self.roles.state(agent, own, meeting, passage, on_behalf_of)

    def _elected_besides(self, clause: Clause, match: Match, meeting: str) -> None:
        """'A was elected as Chair and B as Vice-Chair': B, too."""
        for person, role, end in elected_besides(clause, match) if elects(match) else ():
            passage = Passage(clause.span(match.start, end), f"{match.frame.rule}.gapped")
            self.roles.state(person, self._elected(role, meeting), meeting, passage)

    def _elected(self, role: Role, meeting: str) -> Role:
        return role if meeting == self.targets.main else AT_ANOTHER[role]

    def _office_of(self, clause: Clause, match: Match, agent: Mention, meeting: str, passage: Passage) -> None:
        """'A represented X', 'A represented the office': the office was there, too."""
        represented = clause.group_at(match.end - 1)
        for office in represented.members if represented is not None else ():
            if office.kind is not Kind.PERSON:
                self.roles.state(office, Role.ATTENDEE, meeting, passage)
        if clause.text.endswith("the office", 0, match.end):
            for key in self.posts.offices(agent.key):
                self.roles.add(key, Role.ATTENDEE, meeting, passage)

    def _may_have(self, clause: Clause, match: Match, agent: Mention, role: Role, meeting: str) -> bool:
        """Whether what the frame asks of its agent is so."""
        if match.frame.effect is Effect.WEAK:  # an opening is no speech besides, nor is the talk of a visit
            talk = bool(meeting) and self.targets.kind(meeting) is MeetingKind.VISIT
            return not (talk or self.roles.has(agent, (Role.OPENING, Role.CLOSING), meeting))
        return meets_conditions(clause, match, agent, role)

    def _cue(self, clause: Clause, said: Said, cue: Cue) -> None:
        """The last resort: the only people of a sentence or a part of it, and its only role word."""
        meeting = self._at_visit(clause, cue.role, self.targets.of(clause, cue.start, cue.end, said.meeting))
        passage = Passage(clause.span(*clause.extent(cue.start, cue.end, cue.group)), f"role.cue.{cue.role.value}")
        at_ceremony = self._ceremony and self._paragraph == clause.sentence.paragraph
        opens = at_ceremony and meeting == self.targets.main and Kind.MEETING.value not in clause.text
        for person in cue.group.members:
            if cue.role is not Role.SPEAKER:
                self.roles.state(person, cue.role, meeting, passage)
            elif not self.roles.has(person, (*SPEECHES, Role.SPEAKER), meeting):
                self.roles.state(person, Role.OPENING if opens else cue.role, meeting, passage)


def _visited_before(clause: Clause, match: Match) -> bool:
    """'A, who had visited X the year before': no visit of which the report tells."""
    before = _HAD_VISITED.search(clause.text, max(0, match.start - _NEAR), match.start) is not None
    return before and _THAT_DAY.search(clause.text) is None


def _of_people(match: Match) -> bool:
    return match.group is not None and all(m.kind is Kind.PERSON for m in match.group.members)
