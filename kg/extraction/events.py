"""From frames to roles: who was what at which meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extraction.clauses import Clause
from kg.extraction.cues import cue_of
from kg.extraction.frames import Match, match_frames
from kg.extraction.mentions import Kind, Mention
from kg.extraction.office_list import OfficeList
from kg.extraction.people import Cast
from kg.extraction.posts import PostBook
from kg.extraction.targets import Targets
from kg.model import Participation, Passage, Role, SentenceKind, Span

__all__ = ["EventReader"]

_OF_PERSONS = frozenset(Role) - {Role.HOST, Role.ORGANIZER, Role.SPONSOR}
_OF_HOSTS = frozenset({Role.HOST, Role.ORGANIZER, Role.SPONSOR})
_OF_OFFICES = frozenset({Role.ATTENDEE, Role.OBSERVER, Role.SPEAKER}) | _OF_HOSTS
_ELECTED = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.ELECTED_CHAIR, Role.ELECTED_VICE_CHAIR})
_PRECEDENCE = {
    role: place
    for place, role in enumerate(
        (
            Role.ELECTED_CHAIR, Role.ELECTED_VICE_CHAIR, Role.CHAIR, Role.VICE_CHAIR, Role.CLOSING, Role.OPENING, Role.SIGNATORY,
            Role.OBSERVER, Role.MODERATOR, Role.VISITOR, Role.HOST, Role.ORGANIZER, Role.SPONSOR, Role.SPEAKER, Role.ATTENDEE,
        )
    )
}  # fmt: skip
_WEAK_SPEECH = frozenset({"role.speaker.in-speech", "role.speaker.spoke", "role.speaker.shared", "role.speaker.told"})
_ONCE = frozenset({Role.CHAIR, Role.SIGNATORY, Role.MODERATOR})
_OFFICES_ALONE = frozenset({"role.attendee.is-represented", "role.attendee.sent", "role.attendee.spoke-for"})
_WITH = frozenset({"role.attendee.with"})
_AND_BY = re.compile(
    rf" (?:on behalf of|for|representing) {Kind.AGENT.value},? and (?:by |for [^.;]{{0,30}} by )({Kind.AGENT.value})"
)
_ATTENDED = re.compile(
    r"\b(?:attended|attendance|took part|taking part|participated|joined|present|gathered|came|come|brought together|represented|sat|around the table|participation)\b"
)
_ATTENDANCE = re.compile(
    rf"{_ATTENDED.pattern}|\b(?:delegates|delegations|participants|candidates|representatives|administrations|countries|members|officers|officials|experts|trainees|learners|attendees|trainers|managers)\b"
)
_ABSENCE = re.compile(
    r"\b(?:will|would|absent|excused|apologies|next year|not (?:come|attend|be)|unable|planned|future|to be held|missions? (?:to|in)|visited)\b"
)
_BEHALF = re.compile(rf"\bon behalf of (?:the )?({Kind.AGENT.value})")
_HAD = re.compile(r"\bhad (?:[a-z]+ )?$")


@dataclass(slots=True)
class EventReader:
    """Reads roles, sentence by sentence, in the order of the report.

    Attributes:
        roles: Passages of each role: (agent key, role, meeting key).
        author: Who wrote the report in the first person, if a byline names somebody.
        chairs: Keys of the people who chaired, in the order of the text.
    """

    cast: Cast
    offices: OfficeList
    targets: Targets
    posts: PostBook
    author: Mention | None = None
    roles: dict[tuple[str, Role, str], list[Passage]] = field(default_factory=dict)
    chairs: list[str] = field(default_factory=list)
    _person: str = ""
    _people: list[Mention] = field(default_factory=list)
    _behalf: str = ""
    _on_behalf: dict[tuple[str, Role, str], str] = field(default_factory=dict)
    _last: tuple[str, Role] | None = None
    _both: list[Mention] = field(default_factory=list)

    def read(self, clause: Clause) -> bool:
        """Reads one sentence; whether anything was stated."""
        before = sum(len(p) for p in self.roles.values())
        for group in clause.groups:
            for person in group.chairs:
                passage = Passage(clause.span(group.start, group.end), "role.chair.apposition")
                self._state(person, Role.CHAIR, self.targets.main, passage)
        explicit = self.targets.at_start(clause)
        previous: tuple[Match, str, Role] | None = None
        taken = {g.start for g in clause.groups if g.chairs}
        chosen = self._chosen(clause)
        visiting = any(m.frame.rule.startswith("role.visitor") and self._agents(m, clause) for m in chosen)
        for match in chosen:
            if match.group is not None:
                taken.add(match.group.start)
            if self._background(clause, match) or not self._fits(clause, match):
                continue
            if match.frame.rule.startswith(("role.visit", "role.received")):
                if (
                    match.frame.rule.startswith("role.visited")
                    and not visiting
                    and not self.targets.is_visit(self.targets.main)
                ):
                    continue  # 'the delegates visited X' is no meeting of its own
                self._visit(clause, match)
                received = match.frame.rule.startswith("role.received")
                previous = (match, self.targets.latest_visit(), Role.ATTENDEE if received else Role.VISITOR)
                continue
            role = match.frame.role
            topical = role is Role.SPEAKER and match.frame.agent != "after"
            meeting = self.targets.of(clause, match.start, match.end, explicit, topical=topical)
            if "elected" in match.frame.rule and role in {Role.CHAIR, Role.ELECTED_CHAIR}:
                role = Role.CHAIR if meeting == self.targets.main else Role.ELECTED_CHAIR
            if match.frame.rule.startswith("role.attendee.so-did") and self._last is not None:
                meeting, role = self._last
            if match.frame.rule in _WITH and previous and match.start - previous[0].end < 60:
                _, meeting, role = previous
            if meeting != self.targets.main:
                explicit = meeting
            previous = (match, meeting, role)
            self._last = (meeting, role)
            self._all(clause, match, role, meeting)
        self._lists(clause, explicit)
        self._cue(clause, taken, explicit)
        self._remember(clause)
        return sum(len(p) for p in self.roles.values()) > before

    def participations(self) -> tuple[Participation, ...]:
        """All roles, each with its passages; where the parts of a whole are listed, the whole has none."""
        listed = {
            (self.offices.structure(agent), role, meeting)
            for agent, role, meeting in self.roles
            if self.offices.structure(agent) and not self.offices.is_collective(agent)
        }
        return tuple(
            Participation(
                agent,
                role,
                meeting,
                tuple(dict.fromkeys(passages)),
                self._on_behalf.get((agent, role, meeting), ""),
            )
            for (agent, role, meeting), passages in self.roles.items()
            if not (
                role is Role.ATTENDEE
                and self.offices.is_collective(agent)
                and (self.offices.structure(agent), role, meeting) in listed
            )
        )

    def _cue(self, clause: Clause, taken: set[int], meeting: str) -> None:
        """The last resort: the only people of a sentence and its only role word."""
        if clause.sentence.kind is SentenceKind.TITLE:
            return
        cue = cue_of(clause, taken)
        if cue is not None:
            span = clause.span(min(cue.start, cue.group.start), max(cue.end, cue.group.end))
            target = self.targets.of(clause, cue.start, cue.end, meeting)
            for person in cue.group.members:
                if not (
                    cue.role is Role.SPEAKER and self._has(person, (Role.OPENING, Role.CLOSING, Role.SPEAKER), target)
                ):
                    self._state(person, cue.role, target, Passage(span, f"role.cue.{cue.role.value}"))

    def _lists(self, clause: Clause, meeting: str) -> None:
        """Lists of countries or delegations that no frame speaks of, in a sentence about attendance."""
        if not _ATTENDANCE.search(clause.text) or _ABSENCE.search(clause.text):
            return
        target = meeting or self.targets.main
        for group in clause.groups:
            countries = [m for m in group.members if m.kind is Kind.COUNTRY]
            listed = len(countries) > 2 and len(countries) == len(group.members)
            delegates = group.delegates and _ATTENDED.search(clause.text) is not None
            if (listed or delegates) and not any(self._stated(m, clause) for m in group.members):
                passage = Passage(clause.span(group.start, group.end), "role.attendee.list-alone")
                for member in group.members:
                    if member.kind is not Kind.PERSON:
                        self._state(member, Role.ATTENDEE, target, passage)

    def _stated(self, agent: Mention, clause: Clause) -> bool:
        """Whether this sentence states a role of an agent already."""
        key = agent.key if agent.kind is Kind.PERSON else self.offices.key(agent)
        start, end = clause.sentence.span
        return any(
            stated == key and any(start <= p.span.start < end for p in passages)
            for (stated, _, _), passages in self.roles.items()
        )

    # -- which frames count ------------------------------------------------------------------------------------

    def _chosen(self, clause: Clause) -> list[Match]:
        """Of frames that say the same words of the same agent, the more specific one."""
        best: dict[tuple[int, str], Match] = {}
        for match in match_frames(clause.text, clause.groups):
            if match.frame.agent == "list" and not self._in_list(match, clause):
                continue
            if match.frame.role not in _OF_PERSONS and all(m.kind is Kind.PERSON for m in self._agents(match, clause)):
                continue
            key = (match.start, str(match.group.start) if match.group else match.pronoun)
            rival = best.get(key)
            if rival is None or _PRECEDENCE[match.frame.role] < _PRECEDENCE[rival.frame.role]:
                best[key] = match
        observing = {id(m.group) for m in best.values() if m.frame.role is Role.OBSERVER}
        chosen = [
            match
            for match in best.values()
            if not (match.frame.role is Role.ATTENDEE and id(match.group) in observing)
            and not any(_outdone(match, other) for other in best.values())
        ]
        return sorted(chosen, key=lambda m: m.start)

    def _in_list(self, match: Match, clause: Clause) -> bool:
        """Whether a group is an item of the list: where the items are people, offices only say where they work."""
        if not clause.listed or match.group is None:
            return False
        behind = [g for g in clause.groups if g.start >= match.end]
        people = any(m.kind is Kind.PERSON for g in behind for m in g.members)
        return not people or any(m.kind is Kind.PERSON for m in match.group.members)

    def _background(self, clause: Clause, match: Match) -> bool:
        """'had chaired', 'had signed': what happened before the event that the report is about."""
        active = match.frame.agent == "subject" and match.frame.role in _ONCE
        return active and _HAD.search(clause.text, 0, match.start) is not None

    def _fits(self, clause: Clause, match: Match) -> bool:
        if match.frame.rule.startswith("role.headline") and clause.sentence.kind is not SentenceKind.TITLE:
            return False
        if match.frame.role in _ELECTED:
            titles = [
                item.form.lower()
                for item in (
                    clause.item(p) for p in range(match.start, match.end) if clause.text[p] == Kind.TITLE.value
                )
                if item is not None
            ]
            vice = match.frame.role in {Role.VICE_CHAIR, Role.ELECTED_VICE_CHAIR}
            if any("chair" not in title or ("vice" in title) != vice for title in titles):
                return False
            if match.frame.role is Role.ELECTED_VICE_CHAIR and not titles:
                return False
        return not (match.group is not None and match.group.delegates and match.frame.role in _OF_HOSTS)

    # -- who ---------------------------------------------------------------------------------------------------

    def _agents(self, match: Match, clause: Clause) -> list[Mention]:
        if match.group is not None:
            named = self._named_later(match, clause)
            return [*(named or match.group.members), *self._second(match, clause)]
        if match.pronoun == "i":
            return [self.author] if self.author is not None else []
        if match.pronoun in {"he", "she"}:
            person = self._meant(match.pronoun, match.start, clause)
            return [person] if person is not None else []
        if match.pronoun in {"both", "the two"} and len({m.key for m in self._both}) == 2:
            return self._both
        if match.pronoun == "they" and len(self._people) > 1:
            return self._people
        return []

    def _named_later(self, match: Match, clause: Clause) -> list[Mention]:
        """'Two guests from X paid a visit: Mr. A and Mr. B': those who are named behind the colon."""
        if match.group is None or not match.group.delegates:
            return []
        colon = clause.text.find(": ", match.end)
        if colon < 0:
            return []
        behind = [g for g in clause.groups if g.start == colon + 2]
        return [m for g in behind for m in g.members if m.kind is Kind.PERSON]

    def _second(self, match: Match, clause: Clause) -> list[Mention]:
        """'signed by A on behalf of X and by B': B does it, too."""
        further = _AND_BY.match(clause.text, match.end) if match.frame.agent == "after" else None
        if further is None:
            return []
        return next((g.members for g in clause.groups if g.start == further.start(1)), [])

    def _meant(self, pronoun: str, position: int, clause: Clause) -> Mention | None:
        """Whom 'he' or 'she' means: somebody named before in the sentence, else the subject of the one before."""
        other = {"he": "f", "she": "m", "him": "f", "her": "m"}[pronoun]
        here = [m for g in clause.groups if g.end <= position for m in g.members if m.kind is Kind.PERSON]
        for mention in reversed(here):
            if self.cast.by_key(mention.key).gender != other:
                return mention
        if not self._person:
            return None
        figure = self.cast.by_key(self._person)
        return figure.mentions[0] if figure.gender != other else None

    def _remember(self, clause: Clause) -> None:
        """Whom 'he', 'she' and 'they' will mean in the next sentence: the first people of this one."""
        groups = [[m for m in group.members if m.kind is Kind.PERSON] for group in clause.groups]
        named = [people for people in groups if people]
        if named:
            self._person = named[0][0].key
            self._people = named[0]
            self._both = [person for people in named for person in people]

    # -- visits ------------------------------------------------------------------------------------------------

    def _visit(self, clause: Clause, match: Match) -> None:
        """A visit has two sides: who comes, and who or what is visited."""
        rule = match.frame.rule
        visitors: list[Mention] = []
        hosts: list[Mention] = []
        agents = self._agents(match, clause)
        if rule.startswith("role.visitor.received") or rule in {
            "role.visitor.led",
            "role.visitor.with-him",
            "role.visitor.headed",
        }:
            visitors = agents
        elif rule == "role.visitor.by":
            visitors, hosts = agents, [m for g in clause.groups if g.end <= match.start for m in g.members][-1:]
        elif rule.startswith("role.visitor"):
            visitors, hosts = agents, self._object(clause, match)
            if rule == "role.visitor.from":
                hosts = self._subject_of_passive(clause, match) or hosts
        elif rule.startswith("role.visited"):
            hosts = agents
        elif rule == "role.received.verb":
            hosts = agents
            visitors = self._object(clause, match) if not self.targets.is_visit(self.targets.main) else []
        else:
            hosts = agents
            if not self.targets.latest_visit():
                visitors = [m for g in clause.groups if g.end <= match.start for m in g.members]
        named = [m for m in visitors if m.kind is Kind.PERSON or m.rule != "office.region"]
        if not named and rule.startswith("role.visitor"):
            return
        if rule == "role.received.verb" and not visitors and not self.targets.latest_visit():
            return
        meeting = self._visit_of(clause, rule, hosts)
        if not meeting:
            return
        if rule.startswith("role.received") and hosts and not visitors and not self.targets.is_visit(meeting):
            return
        passage = Passage(self._span(clause, match), rule)
        for visitor in visitors:
            self._state(visitor, Role.VISITOR, meeting, passage)
        for host in hosts:
            self._state(host, Role.ATTENDEE if host.kind is Kind.PERSON else Role.HOST, meeting, passage)

    def _visit_of(self, clause: Clause, rule: str, hosts: list[Mention]) -> str:
        if rule.startswith("role.received") or not hosts:
            if rule.startswith("role.received") and hosts and not self.targets.latest_visit():
                return self.targets.visit_to(hosts[0], clause.sentence.kind)
            return self.targets.latest_visit()
        return self.targets.visit_to(hosts[0], clause.sentence.kind)

    def _object(self, clause: Clause, match: Match) -> list[Mention]:
        """The agent right behind a phrase: whom somebody visited."""
        for group in clause.groups:
            gap = clause.text[match.end : group.start]
            if group.start >= match.end and group is not match.group:
                near = len(gap) <= 24 and not re.search(r"[.;:,]", gap)
                return group.members[:1] if near else []
        return []

    def _subject_of_passive(self, clause: Clause, match: Match) -> list[Mention]:
        """'Mr. X was paid a visit by Y': X is the one visited."""
        if not re.search(r"\b(?:was|were) paid an? [a-z ]{0,20}$", clause.text[: match.start] + " "):
            return []
        before = [g for g in clause.groups if g.end <= match.start]
        return before[-1].members[:1] if before else []

    # -- statements --------------------------------------------------------------------------------------------

    def _span(self, clause: Clause, match: Match) -> Span:
        start = min(match.start, match.group.start) if match.group else match.start
        end = max(match.end, match.group.end) if match.group else match.end
        return clause.span(start, end)

    def _all(self, clause: Clause, match: Match, role: Role, meeting: str) -> None:
        if not meeting:
            return
        passage = Passage(self._span(clause, match), match.frame.rule)
        self._behalf = self._stood_for(clause, match)
        for agent in self._agents(match, clause):
            if match.frame.agent == "list" and role in _OF_PERSONS - _OF_OFFICES and agent.kind is not Kind.PERSON:
                continue
            if match.frame.rule in _WEAK_SPEECH and self._has(agent, (Role.OPENING, Role.CLOSING), meeting):
                continue  # what an opening speech says is no speech besides
            if match.frame.rule == "role.attendee.represented-by" and not self._office_before(clause, match):
                continue
            if match.frame.rule == "role.attendee.represented" and clause.text.startswith(
                "the office", match.end - len("the office")
            ):
                for office in self.posts.offices(agent.key):
                    self.roles.setdefault((office, Role.ATTENDEE, meeting), []).append(passage)
            if match.frame.rule in _OFFICES_ALONE and agent.kind is Kind.PERSON:
                continue
            company = match.frame.rule.startswith("role.attendee") and self.targets.is_visit(meeting)
            if company and agent.kind is Kind.PERSON and role is Role.ATTENDEE and _COMPANY.match(match.frame.rule):
                self._state(agent, Role.VISITOR, meeting, passage)
            else:
                self._state(agent, role, meeting, passage)
        self._behalf = ""

    def _stood_for(self, clause: Clause, match: Match) -> str:
        """Key of whom the agent of a phrase stood for: 'on behalf of X', or empty."""
        start = min(match.start, match.group.start) if match.group else match.start
        phrase = _BEHALF.search(clause.text, max(0, start - 60), match.end + 60)
        if phrase is None:
            return ""
        group = next((g for g in clause.groups if g.start == phrase.start(1)), None)
        if group is None or not group.members or group is match.group:
            return ""
        whom = group.members[0]
        return whom.key if whom.kind is Kind.PERSON else self.offices.key(whom)

    def _office_before(self, clause: Clause, match: Match) -> bool:
        """Whether what is represented is an organization: of a person represented, the role alone passes on."""
        before = [g for g in clause.groups if g.end <= match.start]
        return bool(before) and any(m.kind is not Kind.PERSON for m in before[-1].members)

    def _has(self, agent: Mention, roles: Iterable[Role], meeting: str) -> bool:
        return any((agent.key, role, meeting) in self.roles for role in roles)

    def _state(self, agent: Mention, role: Role, meeting: str, passage: Passage) -> None:
        if not meeting:
            return
        if agent.kind is Kind.PERSON:
            if role not in _OF_PERSONS:
                return
            key = agent.key
            if role is Role.CHAIR and meeting == self.targets.main:
                self.chairs.append(key)
        elif agent.kind in {Kind.OFFICE, Kind.COUNTRY} and agent.rule not in {"office.region", "office.body"}:
            role = Role.ATTENDEE if role is Role.VISITOR else role
            if role not in _OF_OFFICES:
                return
            key = self.offices.key(agent)
        else:
            return
        self.roles.setdefault((key, role, meeting), []).append(passage)
        if self._behalf:
            self._on_behalf.setdefault((key, role, meeting), self._behalf)


_COMPANY = re.compile(r"role\.attendee\.(?:accompanied|with|had-at-side|at-side|came)$")


def _outdone(match: Match, other: Match) -> bool:
    """Whether another frame says something more specific with the same words of the same agent."""
    return (
        other is not match
        and other.group is match.group
        and other.pronoun == match.pronoun
        and other.start <= match.start < other.end
        and _PRECEDENCE[other.frame.role] < _PRECEDENCE[match.frame.role]
    )
