"""A meeting as all reports together state it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple, TypeVar

from pyoxigraph import Literal, NamedNode

from kg.mapping.concept import add_kind, add_region, mode_iri
from kg.mapping.discrepancy import add_candidates
from kg.mapping.meeting import add_series, largest
from kg.mapping.merged.ballot import Ballot, Vote, fold_alike, fold_dates
from kg.mapping.merged.progression import Edition, Fitting, fit
from kg.mapping.merged.sources import sentence_digest
from kg.mapping.merged.spelling import with_spellings
from kg.mapping.passage import passage_iri
from kg.mapping.place import add_country, place_path
from kg.mapping.statements import Statements, date_literal
from kg.model import (
    Attribute,
    Discrepancy,
    Entity,
    Extractions,
    Links,
    Meeting,
    MeetingKind,
    Mode,
    PartialDate,
    Passage,
    Region,
    Report,
    Role,
    SentenceKind,
    Stated,
)
from kg.slugs import slug
from kg.vocab import BASE, RDF, RDFS, SCHEMA, SKOS, WCO, integer

__all__ = ["MergedMeeting"]

Value = TypeVar("Value")


class _Reading(NamedTuple):
    """One report's statements about one meeting."""

    report: Report
    main: bool
    base: str

    def vote(self, passage: Passage, part: SentenceKind, against: str = "") -> Vote:
        """What counts for a value that the report states there; ``against`` is why it does not adopt it itself."""
        publisher = self.report.publisher or self.report.id
        node = passage_iri(self.report.id, passage.span, self.base)
        return Vote(self.report.id, publisher, self.main, part, node, sentence_digest(self.report, passage), against)

    def cast(self, ballot: Ballot[Value], stated: tuple[Stated[Value], ...]) -> None:
        """Votes for the value that the report adopts, if it states any."""
        for value, passage, part in stated[:1]:
            ballot.cast(value, self.vote(passage, part))


@dataclass(slots=True)
class MergedMeeting:
    """Gathers what each report states of one meeting; then states what was adopted, and where reports differ.

    What a report states in two ways counts for both, and less for what it does not adopt itself.
    """

    entity: Entity
    series: Entity | None
    kinds: Counter[tuple[bool, MeetingKind]] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    ordinals: Ballot[int] = field(default_factory=Ballot)
    starts: Ballot[PartialDate] = field(default_factory=Ballot)
    ends: Ballot[PartialDate] = field(default_factory=Ballot)
    cities: Ballot[str] = field(default_factory=Ballot)
    countries: Ballot[str] = field(default_factory=Ballot)
    countries_of: dict[str, Ballot[str]] = field(default_factory=dict)
    modes: Ballot[Mode] = field(default_factory=Ballot)
    regions: Ballot[Region] = field(default_factory=Ballot)
    people: Ballot[int] = field(default_factory=Ballot)
    members: Ballot[int] = field(default_factory=Ballot)
    chairs: Ballot[str] = field(default_factory=Ballot)
    chair_names: defaultdict[str, Ballot[str]] = field(default_factory=lambda: defaultdict(Ballot))
    disputed: bool = False
    """A report names one chair above or below its text, and another in it."""

    def add(self, report: Report, meeting: Meeting, extractions: Extractions, links: Links, base: str = BASE) -> None:
        """Takes in what one report states."""
        reading = _Reading(report, meeting.main, base)
        self.kinds[meeting.main, meeting.kind] += 1
        self.names.update(name.value for name in meeting.names)
        reading.cast(self.ordinals, meeting.ordinals)
        reading.cast(self.starts, meeting.starts)
        reading.cast(self.ends, meeting.ends)
        reading.cast(self.cities, meeting.cities)
        reading.cast(self.countries, meeting.countries)
        if meeting.cities:
            reading.cast(self.countries_of.setdefault(slug(meeting.cities[0].value), Ballot()), meeting.countries)
        reading.cast(self.modes, meeting.modes)
        reading.cast(self.regions, meeting.regions)
        reading.cast(self.people, largest(meeting.people))
        reading.cast(self.members, largest(meeting.members))
        names = {person.key: person.name for person in extractions.persons}
        for each in extractions.participations:
            if each.meeting == meeting.key and each.role is Role.CHAIR:
                vote = reading.vote(each.passages[0], _part(report, each.passages[0]))
                label = links.entities[each.agent].label
                self.chairs.cast(label, vote)
                self.chair_names[label].cast(names.get(each.agent, label), vote)
        self._add_others(reading, (each for each in extractions.discrepancies if each.about == meeting.key))

    def _add_others(self, reading: _Reading, discrepancies: Iterable[Discrepancy]) -> None:
        """Counts the numbers, dates and towns that a report states and does not adopt."""
        dates = {Attribute.START: self.starts, Attribute.END: self.ends}
        for attribute, stated, reason in (
            (each.attribute, stated, each.reason) for each in discrepancies for stated in each.candidates[1:]
        ):
            vote = reading.vote(stated.passage, stated.part, against=reason)
            if attribute is Attribute.ORDINAL:
                self.ordinals.cast(int(stated.value), vote)
            elif attribute in dates:
                dates[attribute].cast(PartialDate(*map(int, stated.value.split("-"))), vote)
            elif attribute is Attribute.CITY:
                self.cities.cast(stated.value, vote)
            elif attribute is Attribute.CHAIR:  # each of them has a vote already
                self.disputed = True

    @property
    def edition(self) -> Edition | None:
        """Its number and year, where each is stated in one way alone: what others of its series are judged by."""
        number, year = _only(self.ordinals.votes), _only({start.year for start in self.starts.votes})
        return Edition(number, year) if number is not None and year is not None else None

    @property
    def contested(self) -> bool:
        """Whether its number or dates are stated in several ways, so that those of its series have a say."""
        return any(len(ballot.votes) > 1 for ballot in (self.ordinals, self.starts, self.ends))

    def state(self, out: Statements, editions: Collection[Edition] = ()) -> set[str]:
        """States the meeting.

        Args:
            out: Where the statements go.
            editions: The others of its series.

        Returns:
            The paths of the towns that it was in, which are left to be described.
        """
        self._ask_series(editions)
        node = out.iri(self.entity.path)
        out.add(node, RDF.type, WCO.Meeting)
        out.add(node, WCO.kind, add_kind(out, self._kind()))
        out.add(node, RDFS.label, Literal(self.entity.label))
        others = self.names | set(self.entity.alt_labels)
        out.add_texts(node, SKOS.altLabel, sorted(others - {self.entity.label}))
        if self.series is not None:
            out.add(node, WCO.inSeries, add_series(out, self.series))
        self._state_numbers(out, node)
        self._state_dates(out, node)
        self._state_chairs(out)
        return self._state_place(out, node)

    def _ask_series(self, editions: Collection[Edition]) -> None:
        """Numbers are judged by the year, dates by the number, where that is certain."""
        number, year = _only(self.ordinals.votes), _only({start.year for start in self.starts.votes})
        if editions and year is not None:
            self.ordinals.fitting = lambda value: fit(value, year, editions)
        if editions and number is not None:
            self.starts.fitting = self.ends.fitting = lambda value: _date_fit(value, number, editions)

    def _kind(self) -> MeetingKind:
        """What most reports call it, those first that are about it."""
        return min(self.kinds, key=lambda each: (not each[0], -self.kinds[each], each[1].value))[1]

    def _state_numbers(self, out: Statements, node: NamedNode) -> None:
        for ordinal in self._adopt(out, Attribute.ORDINAL, self.ordinals):
            out.add(node, WCO.ordinal, integer(ordinal))
        for region in self._adopt(out, Attribute.REGION, self.regions):
            out.add(node, WCO.region, add_region(out, region))
        for mode in self._adopt(out, Attribute.MODE, self.modes):
            out.add(node, SCHEMA.eventAttendanceMode, mode_iri(mode))
        # who counts delegates and who counts all guests do not contradict each other
        for people in self.people.ranked()[:1]:
            out.add(node, WCO.participantCount, integer(people))
        for members in self.members.ranked()[:1]:
            out.add(node, WCO.memberCount, integer(members))

    def _state_dates(self, out: Statements, node: NamedNode) -> None:
        starts = self._adopt(out, Attribute.START, fold_dates(self.starts))
        for start in starts:
            out.add(node, SCHEMA.startDate, date_literal(start))
        for end in self._adopt(out, Attribute.END, fold_dates(self.ends)):
            if not starts or _not_before(end, starts[0]):
                out.add(node, SCHEMA.endDate, date_literal(end))

    def _state_place(self, out: Statements, node: NamedNode) -> set[str]:
        cities = self._state_city(out)
        countries = self._adopt(out, Attribute.COUNTRY, self.countries)
        if cities:
            of_city = self.countries_of.get(slug(cities[0]), Ballot()).ranked()
            path = place_path(cities[0], next(iter(of_city), ""))
            out.add(node, SCHEMA.location, out.iri(path))
            return {path}
        if countries:
            out.add(node, SCHEMA.location, add_country(out, countries[0]))
        return set()

    def _state_city(self, out: Statements) -> list[str]:
        """The town, if any; two towns contradict each other, and two spellings of one are kept like that."""
        towns = fold_alike(self.cities, slug)
        ranked = towns.ranked()
        names = {
            town: Ballot({name: votes for name, votes in self.cities.votes.items() if slug(name) == slug(town)})
            for town in ranked
        }
        candidates, reason = with_spellings(towns, names, contradict=len(ranked) > 1)
        if candidates:
            add_candidates(out, self.entity, Attribute.CITY, candidates, reason=reason)
        return ranked[:1]

    def _state_chairs(self, out: Statements) -> None:
        """Who reports that name no chair in common name; each of them stays a chair, since two may share the chair.

        So are two spellings of the name of one chair.
        """
        named: defaultdict[str, set[str]] = defaultdict(set)
        for chair, votes in self.chairs.votes.items():
            for vote in votes:
                named[vote.report].add(chair)
        contradict = self.disputed or any(not left & right for left, right in combinations(named.values(), 2))
        candidates, reason = with_spellings(self.chairs, self.chair_names, contradict=contradict)
        if candidates:
            add_candidates(out, self.entity, Attribute.CHAIR, candidates, reason=reason)

    def _adopt(self, out: Statements, attribute: Attribute, ballot: Ballot[Value]) -> list[Value]:
        """The adopted value, if any; where reports differ, the discrepancy is stated."""
        ranked = ballot.ranked()
        if len(ranked) > 1:
            candidates = [(str(value), ballot.passages(value)) for value in ranked]
            add_candidates(out, self.entity, attribute, candidates, reason=ballot.reason())
        return ranked[:1]


def _only(values: Collection[int]) -> int | None:
    return next(iter(values)) if len(values) == 1 else None


def _date_fit(date: PartialDate, number: int, editions: Collection[Edition]) -> Fitting:
    return fit(number, date.year, editions, str(date))


def _part(report: Report, passage: Passage) -> SentenceKind:
    """The part of a report in which a passage begins."""
    start = passage.span.start
    found = (each.kind for each in report.sentences if each.span.start <= start < each.span.end)
    return next(found, SentenceKind.BODY)


def _not_before(end: PartialDate, start: PartialDate) -> bool:
    """Compared at the precision that both have."""
    common = min(len(str(end)), len(str(start)))
    return str(end)[:common] >= str(start)[:common]
