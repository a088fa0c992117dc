"""From a report to its extractions: names, then groups, then events, each over the result of the one before."""

from __future__ import annotations

import gc
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter

from kg.extraction.clauses.clause import Clause, clause_of
from kg.extraction.clauses.groups import seats_of
from kg.extraction.clauses.patterns import representatives
from kg.extraction.meetings.analysis import MeetingAnalysis, analyse
from kg.extraction.mentions.mention import Kind, Mention, apart_from, without_overlap
from kg.extraction.offices.find import find_offices
from kg.extraction.offices.listing import OfficeList
from kg.extraction.offices.of_posts import offices_in_brackets, offices_of_posts
from kg.extraction.people.cast import Cast, Figure
from kg.extraction.people.lower_titles import find_lower_titles
from kg.extraction.people.names import find_names
from kg.extraction.people.titles import find_titles
from kg.extraction.places.find import adjectives, countries, find_places
from kg.extraction.places.region_table import region_short_name
from kg.extraction.places.table import country_names
from kg.extraction.roles.contradictions import chair_discrepancies
from kg.extraction.roles.events import EventReader
from kg.extraction.roles.posts import PostBook
from kg.extraction.roles.pronouns import Pronouns
from kg.extraction.roles.succession import read_successions
from kg.extraction.roles.targets import UNLISTED, Targets
from kg.extraction.running_text import join_lists, running_text
from kg.model import Extractions, Passage, Person, Report, Sentence, SentenceKind, Span, Unread

__all__ = ["extract"]

_MOST = 300
"""Names in what is no sentence but a table or noise; nothing is read from it. The longest list of a report has 25."""
_SIGNED = frozenset({SentenceKind.BYLINE, SentenceKind.SIGNATURE})
_CHAIR = frozenset({"Chair", "Chairperson", "Chairman", "Chairwoman"})
_VICE_CHAIR = frozenset({"vice chair", "regional vice chair"})
_SENTENCE_ENDS = frozenset(("", "\x00", ".", "!", "?", ":"))
_start, _end = attrgetter("start"), attrgetter("end")
_ARTICLE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er)\s+")
_VISIT = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:visits?|calls?|tours?|trips?)(?= (?:to|on|of|with|by|from|at|in)\b|$)|(?:visited|"
    r"visiting|called|calls|paid|toured|received)\b",
    re.IGNORECASE,
)
"""A visit: the frames speak of it in words, and whom it is paid to is an agent of the sentence."""
_ADJECTIVE = re.compile(r"(?<![\w-])([A-Z][a-zé]+(?: [A-Z][a-z]+)?)\s$")
_STATE = re.compile(
    r"\b(?:(?:(?:Arab|Islamic|Federal|Democratic|Socialist|People['’]s|Plurinational|Bolivarian|Co-operative|Hashemite"
    r"|United) ){0,3}Republic|(?:Hashemite )?Kingdom|State|Sultanate|Principality|Commonwealth|Federation"
    r"|Grand Duchy|Emirate) of (?:the )?$"
)
"""What stands before the short name of a country in its full one."""
_SPEECH = re.compile(r" (?:remarks?|address|speech|statement|words|note)\b")
"""'his opening remarks': the word before says what speech it was, not at which event."""
_PART = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:panels?|panel discussion|round ?tables?|sessions?|presentations?|talks?|discussions?|"
    r"lectures?|opening ceremony|opening session|closing session|closing ceremony|"
    r"wrap-up session|concluding session)(?: (?:on|about|of) .*)?$",
    re.IGNORECASE,
)
"""Parts of a meeting: the frames speak of them in words."""


def extract(report: Report) -> Extractions:
    """All that the rules read from a report. Deterministic; linear in the length of the text."""
    with _kept():
        return _Reader(report, analyse(report)).read()


@contextmanager
def _kept() -> Iterator[None]:
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
        self.mentions = self._recognise()
        self.starts = [m.start for m in self.mentions]
        self.regions = [m for m in self.mentions if m.rule == "office.region"]
        self.named_offices = [m for m in self.mentions if m.kind is Kind.OFFICE and m.rule != "office.region"]
        self.cast = Cast([m for m in self.mentions if m.kind is Kind.PERSON])
        self.offices = OfficeList()
        self.posts = PostBook(self.cast, self.offices)
        self.targets = Targets(analysis.meetings)
        self.events = EventReader(self.cast, self.offices, self.targets, self.posts)
        self._asked = False

    def _recognise(self) -> list[Mention]:
        text = self.text
        offices = find_offices(text)
        signed = [s.span for s in self.report.sentences if s.kind in _SIGNED]
        titles = [t for t in find_titles(text, offices, signed) if not (self._only_people(t) or self._is_label(t))]
        titles = without_overlap([*titles, *apart_from(find_lower_titles(text), [*titles, *offices])])
        people = find_names(text, titles, offices, signed)
        places = [*self._places(), *self._adjectives(titles)]
        meetings = apart_from(self._meetings(), people)
        known = [*offices, *places]
        offices += [*offices_of_posts(text, titles, people, known), *offices_in_brackets(text, people, known)]
        return without_overlap([*people, *meetings, *offices, *titles, *places])

    def _adjectives(self, titles: list[Mention]) -> list[Mention]:
        """'Congolese Minister of Finance': the adjective says of which country."""
        found = []
        for title in titles:
            match = _ADJECTIVE.search(self.text, max(0, title.start - 24), title.start)
            if match and match[1] in adjectives():
                code = adjectives()[match[1]] or self._main_country()
                if code in country_names():
                    name = country_names()[code]
                    found.append(Mention(Kind.COUNTRY, *match.span(1), name, country=code, rule="place.adjective"))
        return found

    def _main_country(self) -> str:
        main = self.analysis.meetings[:1]
        return main[0].countries[0].value if main and main[0].countries else ""

    def _meetings(self) -> list[Mention]:
        found = []
        for mention in self.analysis.mentions:
            article = _ARTICLE.match(self.text, *mention.span)
            start = article.end() if article else mention.span.start
            form = self.text[start : mention.span.end]
            if _SPEECH.match(self.text, mention.span.end):
                continue
            if not (_PART.match(form) and mention.key == self._main_key()) and not _VISIT.match(form):
                key = mention.key or UNLISTED
                found.append(Mention(Kind.MEETING, start, start + len(form), form, key=key, rule="meeting"))
        return found

    def _only_people(self, title: Mention) -> bool:
        """'Officers from X came': a word for people, no title of somebody."""
        alone = title.plural and self.text[title.start : title.end].lower() in representatives()
        before = self.text[max(0, title.start - 8) : title.start].rstrip()
        return alone and not before.endswith((",", "all", "both", ")"))

    def _is_label(self, title: Mention) -> bool:
        """'Chair: Mr. A', 'Vice-Chair: Mr. B': a role that stands as a label before the name."""
        chair = title.form in _CHAIR or title.form.lower().replace("-", " ") in _VICE_CHAIR
        return (
            chair and self.text.startswith(":", title.end) and self.text[: title.start].rstrip()[-1:] in _SENTENCE_ENDS
        )

    def _main_key(self) -> str:
        return self.analysis.meetings[0].key if self.analysis.meetings else ""

    def _places(self) -> list[Mention]:
        found = []
        for place in find_places(self.text, 0, len(self.text)):
            form = self.text[place.span.start : place.span.end]
            country = not place.city or form.replace(",", "") in countries()
            kind = Kind.COUNTRY if country else Kind.PLACE
            whole = _STATE.search(self.text, max(0, place.span.start - 40), place.span.start) if country else None
            start = whole.start() if whole else place.span.start
            form = self.text[start : place.span.end]
            found.append(Mention(kind, start, place.span.end, form, country=place.country or "", rule="place"))
        return found

    def _within(self, span: Span) -> list[Mention]:
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [m for m in self.mentions[first:last] if m.end <= span.end]

    def read(self) -> Extractions:
        """Posts first, since they tell whom a title alone means; then who was what where."""
        sentences = join_lists(self.report)
        clauses: list[Clause | None] = []
        signer: Mention | None = None
        pronouns = Pronouns(self.cast)
        for sentence, breaks in sentences:
            self._asked = False
            clause = self._clause(sentence, breaks)
            clauses.append(None if self._asked else clause)
            for seat in clause.seats:
                if seat.of_region:
                    seat.office = self._region(seat.person.start)
                elif seat.of_last:
                    seat.office = self._last_office(clause.seat_span(seat).start)
                self.posts.add(seat, clause.seat_span(seat))
            read_successions(clause, self.posts, pronouns)
            pronouns.remember(clause)
            if sentence.kind in _SIGNED:
                signer = self._signed(clause, signer)
            if sentence.kind is SentenceKind.BYLINE and self.events.pronouns.author is None:
                self.events.pronouns.author = signer
        stated = [
            self.events.read(clause or self._clause(*sentence))
            for clause, sentence in zip(clauses, sentences, strict=True)
        ]
        return self._result([s for s, _ in sentences], stated)

    def _clause(self, sentence: Sentence, breaks: tuple[int, ...]) -> Clause:
        mentions = self._within(sentence.span)
        return clause_of(self.text, sentence, mentions if len(mentions) < _MOST else [], breaks, self._titled)

    def _signed(self, clause: Clause, signer: Mention | None) -> Mention | None:
        """Posts on lines of their own under the name in a byline or a signature block."""
        people = [m for m in self._within(clause.sentence.span) if m.kind is Kind.PERSON]
        if people:
            return people[-1]
        if signer is not None:
            for seat in seats_of(clause.tape, signer):
                self.posts.add(seat, clause.sentence.span)
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

    def _last_office(self, position: int) -> Mention | None:
        """'its Director': of the organization named last."""
        place = bisect_right(self.named_offices, position, key=_end)
        return self.named_offices[place - 1] if place else None

    def _titled(self, title: Mention, office: Mention | None) -> Mention | None:
        """Whom a title without a name means: a person of the report, or the Vice-Chair's office."""
        if title.plural:
            return None
        self._asked = True  # posts that are stated later may change the answer
        figures = self.cast.titled(title.form)
        if len(figures) == 1:
            return figures[0].mentions[0] if self._may_be_at(office, figures[0]) else None
        there = self._at(office, figures)
        if len(there) == 1:
            return there[0].mentions[0]
        chairs = set(self.events.roles.chairs)
        if title.form in _CHAIR and office is None and len(chairs) == 1:
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

    def _result(self, sentences: list[Sentence], stated: list[bool]) -> Extractions:
        posts = self.posts.posts()
        meetings = self.targets.all
        passages = [p for post in posts for p in post.passages] + [p for meeting in meetings for p in meeting.passages]
        starts = sorted(p.span.start for p in passages)
        unread: list[Unread] = []
        read = 0
        for sentence, found in zip(sentences, stated, strict=True):
            place = bisect_left(starts, sentence.span.start)
            if found or (place < len(starts) and starts[place] < sentence.span.end):
                read += 1
                continue
            words = [m.form for m in self._within(sentence.span) if m.kind in {Kind.PERSON, Kind.OFFICE, Kind.TITLE}]
            if words:
                unread.append(Unread(sentence.span, tuple(dict.fromkeys(words))))
        used = {p.office for p in posts if p.office} | self.events.roles.agents()
        participations = self.events.roles.participations()
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
            unread=tuple(unread),
            sentences_read=read,
            sentences_total=len(sentences),
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
