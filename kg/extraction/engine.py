"""From a report to its extractions: names, then groups, then events, each over the result of the one before."""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter

from kg.extraction.clauses.clause import Clause, clause_of
from kg.extraction.clauses.groups import SHARED_OFFICE, seats_of
from kg.extraction.clauses.seats import CHAIR_TITLES, OURS, Seat
from kg.extraction.meetings.analysis import MeetingAnalysis, analyse
from kg.extraction.mentions.common_nouns import may_mean
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.listing import OfficeList
from kg.extraction.offices.own import in_quotes, publisher_at, publishing_office
from kg.extraction.people.cast import Cast, Figure
from kg.extraction.places.region_table import region_short_name
from kg.extraction.recognition import SIGNED, recognise
from kg.extraction.roles.contradictions import chair_discrepancies
from kg.extraction.roles.posts import PostBook
from kg.extraction.roles.pronoun_posts import pronoun_posts
from kg.extraction.roles.pronouns import Pronouns
from kg.extraction.roles.reader import RoleReader
from kg.extraction.roles.succession import read_successions
from kg.extraction.roles.targets import Targets
from kg.extraction.running_text import join_lists, running_text
from kg.extraction.unread import Looked, find_unread
from kg.model import Extractions, Passage, Person, Report, Role, Sentence, SentenceKind, Span
from kg.regex import regex

__all__ = ["extract"]

_MOST = 300
"""Names in what is no sentence but a table or noise: it counts as unread. The longest list of a report has 25."""
_VICE_CHAIR = frozenset({"vice chair", "regional vice chair"})
_OF_OTHERS = regex(r"Secretary|Minister|Commissioner|President|Ambassador|Governor|Chair|Comptroller|Speaker")
"""Titles that no regional office has: 'our Secretary General' is of the WCO."""
_start, _end = attrgetter("start"), attrgetter("end")


def extract(report: Report) -> Extractions:
    """All that the rules read from a report. Deterministic; linear in the length of the text."""
    with _without_garbage_search():
        return _Reader(report, analyse(report)).read()


@contextmanager
def _without_garbage_search() -> Iterator[None]:
    """No search for garbage: all that is made of a report is in use until its end, and a long one makes millions."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


class _Reader:
    """Reads one report."""

    def __init__(self, report: Report, analysis: MeetingAnalysis) -> None:
        self.report = report
        self.analysis = analysis
        self.text = running_text(report)
        self.mentions = recognise(report, self.text, analysis)
        self.starts = [m.start for m in self.mentions]
        self.regions = [m for m in self.mentions if m.rule == "office.region"]
        self.named_offices = [m for m in self.mentions if m.kind is Kind.OFFICE and m.rule != "office.region"]
        self.cast = Cast([m for m in self.mentions if m.kind is Kind.PERSON])
        self.offices = OfficeList()
        self.posts = PostBook(self.cast, self.offices)
        self.targets = Targets(analysis.meetings)
        self.reader = RoleReader(self.cast, self.offices, self.targets, self.posts)

    def _within(self, span: Span) -> list[Mention]:
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [m for m in self.mentions[first:last] if m.end <= span.end]

    def read(self) -> Extractions:
        """Posts first, since they tell whom a title alone means; then who was what where."""
        sentences = join_lists(self.report)
        clauses: list[Clause | None] = []
        shared: list[tuple[Seat, Span]] = []
        signer: Mention | None = None
        signers: dict[SentenceKind, Mention] = {}
        pronouns = Pronouns(self.cast)
        for sentence, breaks in sentences:
            clause, settled = self._clause(sentence, breaks)
            clauses.append(clause if settled else None)
            for seat in (*clause.seats, *pronoun_posts(clause, pronouns)):
                if seat.of_region:
                    seat.office = self._region(seat.person.start)
                elif seat.of_last == OURS:
                    seat.office = self._publisher(seat.title, clause.seat_span(seat))
                elif seat.of_last is not None:
                    seat.office = self._last_office(sentence, clause.tape.source(seat.start), seat)
                if seat.rule == SHARED_OFFICE:
                    shared.append((seat, clause.seat_span(seat)))
                else:
                    self.posts.add(seat, clause.seat_span(seat))
            read_successions(clause, self.posts, pronouns)
            pronouns.remember(clause)
            if sentence.kind in SIGNED:
                signer = self._signed(clause, signer)
                if signer is not None:
                    signers.setdefault(sentence.kind, signer)
        self.reader.pronouns.author = signers.get(SentenceKind.BYLINE) or signers.get(SentenceKind.SIGNATURE)
        for seat, span in shared:
            if not self.posts.titled(seat.person.key):
                self.posts.add(seat, span)
        looked = [
            self._look(clause or self._clause(*sentence)[0])
            for clause, sentence in zip(clauses, sentences, strict=True)
        ]
        return self._result(looked)

    def _look(self, clause: Clause) -> Looked:
        return Looked(clause, self._within(clause.sentence.span), self.reader.read(clause))

    def _clause(self, sentence: Sentence, breaks: tuple[int, ...]) -> tuple[Clause, bool]:
        """The clause, and whether it is settled: posts that are stated later may tell whom a title alone means."""
        settled = True

        def resolve(title: Mention, office: Mention | None) -> Mention | None:
            nonlocal settled
            settled = title.plural and settled
            return None if title.plural else self._titled(title, office)

        mentions = self._within(sentence.span)
        clause = clause_of(self.text, sentence, mentions if len(mentions) < _MOST else [], breaks, resolve)
        return clause, settled

    def _signed(self, clause: Clause, signer: Mention | None) -> Mention | None:
        """Posts on lines of their own under the name in a byline or a signature block."""
        people = [m for m in self._within(clause.sentence.span) if m.kind is Kind.PERSON]
        if people:
            return people[-1]
        if signer is not None:
            seats, chairs = seats_of(clause.tape, signer)
            for seat in seats:
                self.posts.add(seat, clause.sentence.span)
            if chairs and self.targets.main:
                passage = Passage(clause.sentence.span, "role.chair.signature")
                self.reader.roles.state(signer, Role.CHAIR, self.targets.main, passage)
        return signer

    def _region(self, position: int) -> Mention | None:
        """'Vice-Chair of the region': the region named last, else that of the main meeting."""
        if self.regions:
            return self.regions[bisect_left(self.regions, position, key=_start) - 1]
        main = self.analysis.meetings[:1]
        if not main or not main[0].regions:
            return None
        stated = main[0].regions[0]
        name = region_short_name(stated.value)
        return Mention(Kind.OFFICE, *stated.passage.span, f"WCO {name} region", rule="office.region") if name else None

    def _publisher(self, title: str, span: Span) -> Mention | None:
        """'our Programme Officer': of the office that publishes the report, if no one else is quoted."""
        publisher = publishing_office(self.report.publisher)
        if publisher is None or _OF_OTHERS.search(title) or in_quotes(self.text, span.start):
            return None
        return publisher_at(publisher, *span)

    def _last_office(self, sentence: Sentence, position: int, seat: Seat) -> Mention | None:
        """'its Director', 'the Director of that centre': of the organization named last that the noun may mean.

        'Fiji proposed its Director': of a country, where the sentence names no office behind it. 'The Director of the
        centre' is of the one that the report names most often.
        """
        noun = seat.of_last or ""
        named = [m for m in self._within(Span(sentence.span.start, position)) if m.kind in {Kind.COUNTRY, Kind.OFFICE}]
        if not noun and named and named[-1].kind is Kind.COUNTRY:
            return named[-1]
        place = bisect_right(self.named_offices, position, key=_end)
        before = [office for office in self.named_offices[:place] if may_mean(noun, office)]
        if not seat.definite or not before:
            return before[-1] if before else None
        times = Counter(office.form for office in self.named_offices)
        return max(reversed(before), key=lambda office: times[office.form])

    def _titled(self, title: Mention, office: Mention | None) -> Mention | None:
        """Whom a title without a name means: a person of the report, or the Vice-Chair's office."""
        figures = self.cast.titled(title.form)
        if len(figures) == 1:
            return figures[0].mentions[0] if self._may_be_at(office, figures[0]) else None
        there = self._at(office, figures)
        if len(there) == 1:
            return there[0].mentions[0]
        chairs = set(self.reader.roles.chairs)
        if title.form in CHAIR_TITLES and office is None and len(chairs) == 1:
            return self.cast.by_key(chairs.pop()).mentions[0]
        if title.form.replace("-", " ").lower() in _VICE_CHAIR:
            return self._vice_chair(title, office)
        return None

    def _vice_chair(self, title: Mention, office: Mention | None) -> Mention:
        """The Vice-Chair's office, with the region that stands beside the title: 'the Asia Pacific Vice Chair'."""
        start, end = title.start, title.end
        if office is not None and office.rule == "office.region" and office.end + 1 == start:
            start = office.start
        return Mention(Kind.OFFICE, start, end, self.report.text[start:end], rule="office.vice-chair")

    def _may_be_at(self, office: Mention | None, figure: Figure) -> bool:
        return office is None or office.kind is not Kind.OFFICE or self.posts.holds(figure.key, office)

    def _at(self, office: Mention | None, figures: list[Figure]) -> list[Figure]:
        """Those of several with one title who have a post at an office."""
        if not figures or office is None or office.kind is not Kind.OFFICE:
            return []
        key = self.offices.key(office)
        return [figure for figure in figures if key in self.posts.offices(figure.key)]

    # -- result ------------------------------------------------------------------------------------------------

    def _result(self, looked: list[Looked]) -> Extractions:
        posts = self.posts.posts()
        meetings = self.targets.all
        read, unread = find_unread(looked, (*posts, *meetings))
        used = {p.office for p in posts if p.office} | self.reader.roles.agents()
        participations = self.reader.roles.participations()
        names = {figure.key: figure.name for figure in self.cast.figures}
        chairs = chair_discrepancies(self.report, participations, self.targets.main, names)
        return Extractions(
            report=self.report.id,
            meetings=meetings,
            persons=self._persons(),
            offices=self.offices.records(used),
            posts=posts,
            participations=participations,
            discrepancies=(*self.analysis.discrepancies, *chairs),
            unread=unread,
            sentences_read=read,
            sentences_total=len(looked),
        )

    def _persons(self) -> tuple[Person, ...]:
        return tuple(
            Person(
                figure.key,
                figure.name,
                tuple(dict.fromkeys(self.report.quote(Span(m.start, m.end)) for m in figure.mentions)),
                tuple(Passage(Span(m.start, m.end), m.rule) for m in figure.mentions),
                next((m.honorific for m in figure.mentions if m.honorific), ""),
            )
            for figure in self.cast.figures
        )
