"""From a report to its extractions: names, groups, events, in that order, each over the result of the one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from kg.extraction.frames import Match, match_frames
from kg.extraction.groups import Group, Seat, find_groups, seats_of
from kg.extraction.meetings import MeetingAnalysis, analyse
from kg.extraction.mentions import Kind, Mention, without_overlap
from kg.extraction.names import find_names
from kg.extraction.office_list import OfficeList
from kg.extraction.offices import find_offices
from kg.extraction.people import Cast
from kg.extraction.places import countries, find_places
from kg.extraction.tape import Tape
from kg.extraction.titles import find_titles
from kg.model import (
    Extractions,
    MeetingKind,
    Participation,
    Passage,
    Person,
    Post,
    Report,
    Role,
    Sentence,
    SentenceKind,
    Span,
    Unread,
)

__all__ = ["extract"]

_OF_PERSONS = frozenset(Role) - {Role.HOST, Role.ORGANIZER, Role.SPONSOR}
_OF_HOSTS = frozenset({Role.HOST, Role.ORGANIZER, Role.SPONSOR})
_OF_OFFICES = frozenset({Role.ATTENDEE, Role.OBSERVER, Role.HOST, Role.ORGANIZER, Role.SPONSOR, Role.SPEAKER})
_PRECEDENCE = [
    Role.ELECTED_CHAIR, Role.ELECTED_VICE_CHAIR, Role.CHAIR, Role.VICE_CHAIR, Role.CLOSING, Role.OPENING, Role.SIGNATORY,
    Role.OBSERVER, Role.MODERATOR, Role.VISITOR, Role.HOST, Role.ORGANIZER, Role.SPONSOR, Role.SPEAKER, Role.ATTENDEE,
]  # fmt: skip


def extract(report: Report) -> Extractions:
    """All that the rules read from a report. Deterministic; linear in the length of the text."""
    return _Extraction(report).run()


@dataclass(slots=True)
class _Clause:
    """A sentence ready for the frames: each group one symbol."""

    sentence: Sentence
    tape: Tape
    text: str
    groups: list[Group]
    starts: list[int]
    origins: list[int]

    def span(self, start: int, end: int) -> Span:
        return Span(self.tape.source(self._origin(start)), self.tape.source_end(self._origin(end)))

    def _origin(self, position: int) -> int:
        place = bisect_right(self.starts, position) - 1
        return self.origins[place] + position - self.starts[place]


@dataclass(slots=True)
class _Extraction:
    """One report being read."""

    report: Report
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    cast: Cast = field(default_factory=lambda: Cast([]))
    offices: OfficeList = field(default_factory=OfficeList)
    posts: dict[tuple[str, str, str], Post] = field(default_factory=dict)
    roles: dict[tuple[str, Role, str], list[Passage]] = field(default_factory=dict)
    lists: dict[int, list[int]] = field(default_factory=dict)
    visits: set[str] = field(default_factory=set)
    chairs: list[str] = field(default_factory=list)
    last_person: str = ""
    signer: Mention | None = None
    last_people: list[Mention] = field(default_factory=list)

    def run(self) -> Extractions:
        self.text = _running_text(self.report)
        analysis = analyse(self.report)
        self._recognise(analysis)
        sentences = self._with_lists([s for s in self.report.sentences if s.kind is not SentenceKind.FURNITURE])
        for sentence in sentences:  # the posts first: they tell whom a title alone means
            _, seats, tape = self._reduce(sentence)
            for seat in [*seats, *self._signed(sentence, tape)]:
                self._post(seat, tape)
        main = analysis.meetings[0].key if analysis.meetings else ""
        self.visits = {m.key for m in analysis.meetings if m.kind in {MeetingKind.VISIT, MeetingKind.MISSION}}
        read = 0
        unread: list[Unread] = []
        for sentence in sentences:
            found = self._events(sentence, main, {m.key for m in analysis.meetings})
            within = [m for m in self.mentions if sentence.span.start <= m.start < sentence.span.end]
            stated = found or any(
                sentence.span.start <= p.span.start < sentence.span.end for post in self.posts.values() for p in post.passages
            )
            stated = stated or any(
                sentence.span.start <= p.span.start < sentence.span.end for m in analysis.meetings for p in m.passages
            )
            read += bool(stated)
            if not stated and (names := [m.form for m in within if m.kind in {Kind.PERSON, Kind.OFFICE, Kind.TITLE}]):
                unread.append(Unread(sentence.span, tuple(dict.fromkeys(names))))
        return self._assemble(analysis, unread, read, len(sentences))

    def _with_lists(self, sentences: list[Sentence]) -> list[Sentence]:
        """Sentences that end in a colon, together with the list items that complete them, as one."""
        joined: list[Sentence] = []
        for sentence in sentences:
            before = joined[-1] if joined else None
            if (
                before is not None
                and sentence.kind is SentenceKind.ITEM
                and (before.span.start in self.lists or self.text[before.span.start : before.span.end].rstrip().endswith(":"))
            ):
                self.lists.setdefault(before.span.start, []).append(sentence.span.start)
                joined[-1] = Sentence(Span(before.span.start, sentence.span.end), before.kind, before.paragraph)
            else:
                joined.append(sentence)
        return joined

    # -- mentions ----------------------------------------------------------------------------------------------

    def _recognise(self, analysis: MeetingAnalysis) -> None:
        offices = find_offices(self.text)
        titles = find_titles(self.text, offices)
        people = find_names(self.text, titles, offices)
        country_forms = countries()
        places = [
            Mention(
                Kind.COUNTRY if not place.city or re.sub(r",", "", self.text[place.span.start : place.span.end]) in country_forms else Kind.PLACE,
                place.span.start,
                place.span.end,
                self.text[place.span.start : place.span.end],
                country=place.country or "",
                rule="place",
            )
            for place in find_places(self.text, 0, len(self.text))
        ]
        meetings = [
            Mention(Kind.MEETING, start, m.span.end, self.text[start : m.span.end], key=m.key or "-", rule="meeting")
            for m in analysis.mentions
            for start in [_without_article(self.text, m.span)]
        ]
        self.mentions = without_overlap([*people, *meetings, *offices, *titles, *places])
        self.starts = [m.start for m in self.mentions]
        self.cast = Cast([m for m in self.mentions if m.kind is Kind.PERSON])

    def _within(self, span: Span) -> list[Mention]:
        first = bisect_right(self.starts, span.start - 1)
        last = bisect_right(self.starts, span.end - 1)
        return [m for m in self.mentions[first:last] if m.end <= span.end]

    # -- groups and posts --------------------------------------------------------------------------------------

    def _reduce(self, sentence: Sentence) -> tuple[list[Group], list[Seat], Tape]:
        breaks = tuple(self.lists.get(sentence.span.start, ()))
        tape = Tape(self.text, sentence.span.start, sentence.span.end, self._within(sentence.span), breaks)
        groups, seats = find_groups(tape, self._titled)
        _from_office(tape, groups, seats)
        return groups, seats, tape

    def _signed(self, sentence: Sentence, tape: Tape) -> list[Seat]:
        """Posts on lines of their own under the name in a byline or a signature block."""
        if sentence.kind not in {SentenceKind.BYLINE, SentenceKind.SIGNATURE}:
            return []
        people = [m for m in self._within(sentence.span) if m.kind is Kind.PERSON]
        if people:
            self.signer = people[-1]
            return []
        return seats_of(tape, self.signer) if self.signer is not None else []

    def _titled(self, title: Mention, office: Mention | None) -> Mention | None:
        """Whom a title without a name means."""
        if title.plural:
            return None
        figure = self.cast.titled(title.form, title.start)
        if figure is not None:
            if office is not None and office.kind is Kind.OFFICE and not self._holds(figure.key, office):
                return None
            return figure.mentions[0]
        if title.form in {"Chair", "Chairperson", "Chairman", "Chairwoman"} and office is None and len(set(self.chairs)) == 1:
            return self.cast.by_key(self.chairs[0]).mentions[0]
        if title.form.replace("-", " ").lower() in {"vice chair", "regional vice chair"}:
            return Mention(Kind.OFFICE, title.start, title.end, title.form, rule="office.vice-chair")
        return None

    def _holds(self, person: str, office: Mention) -> bool:
        key = self.offices.key(office)
        return any(p.person == person and (not p.office or p.office == key) for p in self.posts.values()) or not any(
            p.person == person and p.office for p in self.posts.values()
        )

    def _post(self, seat: Seat, tape: Tape) -> None:
        if seat.office is not None and seat.office.kind is Kind.PLACE and seat.title not in {"Mayor", "Governor"}:
            office = ""
        else:
            office = self.offices.key(seat.office) if seat.office is not None else ""
        passage = Passage(Span(tape.source(seat.start), tape.source_end(seat.end)), seat.rule)
        person_span = (seat.person.start, seat.person.end)
        passage = Passage(Span(min(passage.span.start, person_span[0]), max(passage.span.end, person_span[1])), seat.rule)
        figure = self.cast.by_key(seat.person.key)
        if seat.title:
            figure.titles.append(seat.title.lower())
        elif not office:
            return
        key = (seat.person.key, seat.title.lower(), office)
        known = self.posts.get(key)
        passages = (*known.passages, passage) if known else (passage,)
        self.posts[key] = Post(seat.person.key, seat.title, office, passages, seat.status or (known.status if known else None))

    # -- events ------------------------------------------------------------------------------------------------

    def _clause(self, sentence: Sentence) -> _Clause:
        groups, _, tape = self._reduce(sentence)
        pieces: list[str] = []
        reduced: list[Group] = []
        starts, origins = [0], [0]
        length = position = 0
        for group in groups:
            pieces.append(tape.text[position : group.start])
            length += group.start - position
            pieces.append(Kind.AGENT.value)
            reduced.append(Group(length, length + 1, group.members, group.delegates, group.chairs))
            starts += [length, length + 1]
            origins += [group.start, group.end]
            length += 1
            position = group.end
        pieces.append(tape.text[position:])
        return _Clause(sentence, tape, "".join(pieces), reduced, starts, origins)

    def _events(self, sentence: Sentence, main: str, listed: set[str]) -> bool:
        clause = self._clause(sentence)
        found = False
        for group in clause.groups:
            for person in group.chairs:
                found |= self._role(person, Role.CHAIR, main, Passage(clause.span(group.start, group.end), "role.chair.apposition"))
        best: dict[tuple[int, str], Match] = {}
        for match in match_frames(clause.text, clause.groups):
            agent = str(match.group.start) if match.group else match.pronoun
            if match.frame.role not in _OF_PERSONS and not any(m.kind is not Kind.PERSON for m in self._agents(match, clause)):
                continue
            key = (match.start, agent)
            rival = best.get(key)
            if rival is None or _PRECEDENCE.index(match.frame.role) < _PRECEDENCE.index(rival.frame.role):
                best[key] = match
        kept: list[Match] = []
        observing = {id(m.group) for m in best.values() if m.frame.role is Role.OBSERVER}
        for match in best.values():
            if match.frame.role is Role.ATTENDEE and id(match.group) in observing:
                continue  # 'attended as observers' says observer alone
            rivals = [
                o for o in best.values()
                if o is not match and o.group is match.group and o.pronoun == match.pronoun and o.start <= match.start < o.end
                and _PRECEDENCE.index(o.frame.role) < _PRECEDENCE.index(match.frame.role)
            ]  # fmt: skip
            if not rivals:
                kept.append(match)
        for match in kept:
            meeting = self._target(clause, match, main, listed)
            if not meeting or _is_background(clause.text, match):
                continue
            if match.frame.rule.startswith(("role.received", "role.visit")) and meeting not in self.visits:
                continue
            if match.frame.role is Role.ELECTED_VICE_CHAIR and not self._speaks_of_vice_chair(clause, match):
                continue
            if match.group is not None and match.group.delegates and match.frame.role in _OF_HOSTS:
                continue
            start = min(match.start, match.group.start) if match.group else match.start
            end = max(match.end, match.group.end) if match.group else match.end
            passage = Passage(clause.span(start, end), match.frame.rule)
            for agent in self._agents(match, clause):
                if match.frame.rule.startswith("role.visited.") and (agent.kind is Kind.PERSON) != match.frame.rule.startswith("role.visited.person"):
                    continue
                if match.frame.rule in _WEAK_SPEECH and any((agent.key, r, meeting) in self.roles for r in (Role.OPENING, Role.CLOSING)):
                    continue
                role = match.frame.role
                if meeting in self.visits and match.frame.rule in _COMPANY and agent.kind is Kind.PERSON:
                    role = Role.VISITOR
                if match.frame.rule == "role.attendee.sent" and agent.kind is Kind.PERSON:
                    continue
                found |= self._role(agent, role, meeting, passage)
        self._remember(clause)
        return found

    def _speaks_of_vice_chair(self, clause: _Clause, match: Match) -> bool:
        span = clause.span(match.start, match.end)
        titles = [m for m in self._within(span) if m.kind is Kind.TITLE]
        return any("vice" in m.form.lower() and "chair" in m.form.lower() for m in titles)

    def _target(self, clause: _Clause, match: Match, main: str, listed: set[str]) -> str:
        """Which meeting a frame speaks of: the one named with it, else the main one."""
        end = match.end
        stretch = clause.text[match.start : end]
        position = stretch.rfind(Kind.MEETING.value)
        if position < 0:
            behind = clause.text[end : end + 30]
            near = behind.find(Kind.MEETING.value)
            if 0 <= near and not any(c in behind[:near] for c in ".;:,"):
                position = end - match.start + near
        if position >= 0:
            mention = clause.tape.items.get(clause._origin(match.start + position))
            if mention is not None:
                return mention.key if mention.key in listed else ""
        return main

    def _agents(self, match: Match, clause: _Clause) -> list[Mention]:
        if match.group is not None:
            return match.group.members
        if match.pronoun in {"he", "she"}:
            person = self._meant(match, clause)
            return [person] if person is not None else []
        if match.pronoun in {"they", "both", "the two"} and len(self.last_people) > 1:
            return self.last_people
        return []

    def _meant(self, match: Match, clause: _Clause) -> Mention | None:
        """Whom 'he' or 'she' means: somebody named before in the sentence, else the subject of the one before."""
        other = {"he": "f", "she": "m"}[match.pronoun]
        here = [m for g in clause.groups if g.end <= match.start for m in g.members if m.kind is Kind.PERSON]
        for mention in reversed(here):
            if self.cast.by_key(mention.key).gender != other:
                return mention
        if not self.last_person:
            return None
        figure = self.cast.by_key(self.last_person)
        return figure.mentions[0] if figure.gender != other else None

    def _remember(self, clause: _Clause) -> None:
        """Whom 'he', 'she' and 'they' will mean in the next sentence: the subject of this one."""
        for group in clause.groups:
            people = [m for m in group.members if m.kind is Kind.PERSON]
            if people:
                self.last_person = people[0].key
                self.last_people = people if len(people) == len(group.members) else []
                return

    def _role(self, agent: Mention, role: Role, meeting: str, passage: Passage) -> bool:
        if agent.kind is Kind.PERSON:
            if role not in _OF_PERSONS:
                return False
            key = agent.key
            if role is Role.CHAIR:
                self.chairs.append(key)
        elif agent.kind in {Kind.OFFICE, Kind.COUNTRY}:
            role = Role.ATTENDEE if role is Role.VISITOR else role
            if role not in _OF_OFFICES or agent.rule == "office.region":
                return False
            key = self.offices.key(agent)
            if not key:
                return False
        else:
            return False
        if not meeting:
            return False
        self.roles.setdefault((key, role, meeting), []).append(passage)
        return True

    # -- result ------------------------------------------------------------------------------------------------

    def _assemble(self, analysis: MeetingAnalysis, unread: list[Unread], read: int, total: int) -> Extractions:
        posts = [
            post
            for key, post in self.posts.items()
            if post.office or not any(o[0] == key[0] and o[1] == key[1] and o[2] for o in self.posts)
        ]
        posts = [p for p in posts if p.title or not any(o.person == p.person and o.title and o.office == p.office for o in posts)]
        used = {p.office for p in posts if p.office} | {key for key, _, _ in self.roles}
        persons = tuple(
            Person(
                f.key,
                f.name,
                tuple(dict.fromkeys(self.report.quote(Span(m.start, m.end)) for m in f.mentions)),
                tuple(Passage(Span(m.start, m.end), m.rule) for m in f.mentions),
                next((m.honorific for m in f.mentions if m.honorific), ""),
            )
            for f in self.cast.figures
        )
        participations = tuple(
            Participation(agent, role, meeting, tuple(dict.fromkeys(passages)))
            for (agent, role, meeting), passages in self.roles.items()
        )
        return Extractions(
            report=self.report.id,
            meetings=analysis.meetings,
            persons=persons,
            offices=self.offices.records(used),
            posts=tuple(posts),
            participations=participations,
            discrepancies=analysis.discrepancies,
            unread=tuple(unread),
            sentences_read=read,
            sentences_total=total,
        )


_ARTICLE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er)\s+")


def _without_article(text: str, span: Span) -> int:
    article = _ARTICLE.match(text, span.start, span.end)
    return article.end() if article else span.start


def _running_text(report: Report) -> str:
    """The text with everything that is no sentence blanked out, line ends as blanks; as long as the text."""
    pieces: list[str] = []
    position = 0
    for sentence in report.sentences:
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        pieces.append("\x00" * (sentence.span.start - position))
        pieces.append(report.quote(sentence.span).replace("\n", " "))
        position = sentence.span.end
    pieces.append("\x00" * (len(report.text) - position))
    return "".join(pieces)


_WEAK_SPEECH = frozenset({"role.speaker.spoke", "role.speaker.shared", "role.speaker.presented"})
_COMPANY = frozenset({"role.attendee.accompanied", "role.attendee.with", "role.attendee.had-at-side", "role.attendee.at-side", "role.attendee.came"})
_ONCE = frozenset({Role.CHAIR, Role.OPENING, Role.SIGNATORY, Role.MODERATOR})


def _is_background(text: str, match: Match) -> bool:
    """'had chaired', 'had signed': what happened before the event that the report is about."""
    return match.frame.role in _ONCE and match.frame.agent == "subject" and re.search(r"\bhad (?:[a-z]+ )?$", text[: match.start]) is not None


_FROM = re.compile(rf"[^.;:{Kind.AGENT.value}{Kind.PERSON.value}]{{0,60}} (?:from|of|for|on behalf of) (?:the )?(?={Kind.OFFICE.value})")


def _from_office(tape: Tape, groups: list[Group], seats: list[Seat]) -> None:
    """'Mr. A, Head, and Ms. B, Program Manager, attended from X': X is the office of both."""
    for group in groups:
        waiting = [s for s in seats if s.office is None and s.title and s.person in group.members]
        link = _FROM.match(tape.text, group.end) if waiting else None
        if link:
            for seat in waiting:
                seat.office = tape.items[link.end()]
                seat.end = link.end() + 1
