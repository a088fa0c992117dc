"""All that a report names: organizations, titles, people, places and meetings, each found with those before it."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.extraction.clauses.patterns import representatives
from kg.extraction.clauses.seats import CHAIR_TITLES, is_vice_chair
from kg.extraction.meetings.analysis import MeetingAnalysis
from kg.extraction.mentions.mention import Kind, Mention, apart_from, without_overlap
from kg.extraction.offices.find import find_offices
from kg.extraction.offices.of_posts import offices_in_brackets, offices_of_posts
from kg.extraction.offices.own import own_offices, publishing_office, the_office
from kg.extraction.people.lower_titles import find_lower_titles
from kg.extraction.people.names import find_names
from kg.extraction.people.titles import find_titles
from kg.extraction.places.find import adjectives, countries, find_places
from kg.extraction.places.table import country_names
from kg.extraction.roles.targets import UNLISTED
from kg.model import Report, SentenceKind
from kg.regex import regex

__all__ = ["SIGNED", "recognise"]

SIGNED = frozenset({SentenceKind.BYLINE, SentenceKind.SIGNATURE})
"""Parts of a report that name who wrote or signed it."""
_BEFORE_LABEL = frozenset(("", "\x00", ".", "!", "?", ":", ";", ","))
_OF_EVENT = regex(r" of (?:the|this) (?:[A-Za-z]+ ){0,3}(?:was|were) ")
_ARTICLE = regex(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er)\s+")
_APPOSED = regex(r"(?:,|\b(?:all|both)|\))\s*(?:(?:two|three|four)\s)?(?:(?:former|previous)\s)?$")
"""'A and B, two former | Directors of X'."""
_VISIT = regex(
    r"(?:[\w-]+ ){0,3}?(?:visits?|calls?|tours?|trips?)(?= (?:to|on|of|with|by|from|at|in)\b|$)|(?:visited|"
    r"visiting|called|calls|paid|toured|received)\b",
    re.IGNORECASE,
)
"""A visit: the frames speak of it in words, and whom it is paid to is an agent of the sentence."""
_ADJECTIVE = regex(r"(?<![\w-])(?!The\s)([A-Z][a-zé]+(?: [A-Z][a-z]+)?)\s$")
_STATE = regex(
    r"\b(?:(?:(?:Arab|Islamic|Federal|Democratic|Socialist|People['’]s|Plurinational|Bolivarian|Co-operative|Hashemite"
    r"|United) ){0,3}Republic|(?:Hashemite )?Kingdom|State|Sultanate|Principality|Commonwealth|Federation"
    r"|Grand Duchy|Emirate) of (?:the )?$"
)
"""What stands before the short name of a country in its full one."""
_SPEECH = regex(r" (?:remarks?|address|speech|statement|words|note)\b")
"""'his opening remarks': the word before says what speech it was, not at which event."""
_SIGNING_OF = regex(r"signing of \b")
"""'The day also witnessed the signing of a protocol': at the meeting."""
_PART = regex(
    r"(?:[\w'’-]+ ){0,3}?(?:panels?|panel discussion|round ?tables?|sessions?|presentations?|talks?|discussions?|"
    r"lectures?|opening ceremony|opening session|closing session|closing ceremony|"
    r"wrap-up session|concluding session)(?: (?:on|about|of) .*)?$",
    re.IGNORECASE,
)
"""Parts of a meeting: the frames speak of them in words."""


def recognise(report: Report, text: str, analysis: MeetingAnalysis) -> list[Mention]:
    """The mentions of a report, without overlap, in the order of the text.

    Args:
        report: The report.
        text: What is read of it (:func:`kg.extraction.running_text.running_text`).
        analysis: The meetings that it tells of.
    """
    return _Recogniser(report, text, analysis).mentions()


class _Recogniser:
    def __init__(self, report: Report, text: str, analysis: MeetingAnalysis) -> None:
        self.report = report
        self.text = text
        self.analysis = analysis

    def mentions(self) -> list[Mention]:
        """All mentions of the report, without overlap, in the order of the text."""
        text = self.text
        publisher = publishing_office(self.report.publisher)
        offices = without_overlap([*own_offices(text, publisher), *find_offices(text)])
        offices = without_overlap([*offices, *the_office(text, publisher, offices)])
        signed = [s.span for s in self.report.sentences if s.kind in SIGNED]
        titles = [t for t in find_titles(text, offices, signed) if not (self._only_people(t) or self._is_label(t))]
        titles = without_overlap([*titles, *apart_from(find_lower_titles(text, offices), [*titles, *offices])])
        people = find_names(text, titles, offices, signed)
        places = [*self._places(), *self._adjectives(titles)]
        meetings = apart_from(self._meetings(offices), people)
        known = [*offices, *places]
        offices += [*offices_of_posts(text, titles, people, known), *offices_in_brackets(text, people, known)]
        return without_overlap([*people, *meetings, *offices, *titles, *places])

    def _adjectives(self, titles: list[Mention]) -> list[Mention]:
        """'Congolese Minister of Finance': the adjective says of which country."""
        found = []
        for title in titles:
            match = _ADJECTIVE.search(self.text, max(0, title.start - 24), title.start)
            if match and match[1] in adjectives():
                shared = adjectives()[match[1]]
                code = shared[0] if len(shared) == 1 else self._main_country()
                if code in shared and code in country_names():
                    name = country_names()[code]
                    found.append(Mention(Kind.COUNTRY, *match.span(1), name, country=code, rule="place.adjective"))
        return found

    def _main_country(self) -> str:
        main = self.analysis.meetings[:1]
        return main[0].countries[0].value if main and main[0].countries else ""

    def _meetings(self, offices: list[Mention]) -> list[Mention]:
        """Events, but no body that is named like one: 'United Nations Conference on Trade and Development'.

        Nor a part of one, but where the main event, a session or a round table itself, is named in full.
        """
        bodies = [office for office in offices if office.entry is not None]
        starts = [body.start for body in bodies]
        in_full = {name.value for main in self.analysis.meetings[:1] for name in main.names}
        found = []
        for mention in self.analysis.mentions:
            article = _ARTICLE.match(self.text, *mention.span)
            start = article.end() if article else mention.span.start
            form = self.text[start : mention.span.end]
            place = bisect_right(starts, start)
            if place and mention.span.end <= bodies[place - 1].end:
                continue
            if _SPEECH.match(self.text, mention.span.end):
                continue
            own = mention.key == self._main_key() and form not in in_full
            part = (_PART.match(form) or _SIGNING_OF.match(form)) and (not mention.key or own)
            if not part and not _VISIT.match(form):
                key = mention.key or UNLISTED
                found.append(Mention(Kind.MEETING, start, start + len(form), form, key=key, rule="meeting"))
        return found

    def _only_people(self, title: Mention) -> bool:
        """'Officers from X came': a word for people, no title of somebody."""
        alone = title.plural and self.text[title.start : title.end].lower() in representatives()
        return alone and not _APPOSED.search(self.text, max(0, title.start - 24), title.start)

    def _is_label(self, title: Mention) -> bool:
        """'Chair: Mr. A', 'Vice-Chair of the workshop was Mr. B': a role that stands before the name."""
        chair = title.form in CHAIR_TITLES or is_vice_chair(title.form)
        before = self.text[max(0, title.start - 4) : title.start].rstrip()[-1:]
        presides = before in {"", "\x00", "."} and _OF_EVENT.match(self.text, title.end) is not None
        return chair and (presides or (self.text.startswith(":", title.end) and before in _BEFORE_LABEL))

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
