"""Links all reports of a corpus: the records of each report to the entities that they stand for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.linking.groups import Linked
from kg.linking.meetings import Meetings
from kg.linking.offices import Offices
from kg.linking.people import People
from kg.linking.pool import Pool, Told
from kg.linking.series_pool import SeriesPool
from kg.linking.shelf import MemoryShelf, Shelf
from kg.linking.slugging import Key, as_key, as_text
from kg.model import Entity, EntityKind, Extractions, Links
from kg.model.judgement import Judgement

__all__ = ["Change", "Linker", "Linking", "link", "link_one"]

_REPORT = "report"


@dataclass(frozen=True, slots=True)
class Linking:
    """The outcome of linking a corpus.

    Attributes:
        links: For each report, the entities of its keys.
        judgements: Every decision that is not by identity, those by hand first.
        replaced: For the path of each entity that was merged into another, the path of that one.
    """

    links: Mapping[str, Links]
    judgements: tuple[Judgement, ...]
    replaced: Mapping[str, str]


@dataclass(slots=True)
class Change:
    """What linking decided otherwise than before.

    Attributes:
        reports: Reports that were there before and in which a key stands for another entity now, or a meeting is of a
            series that is called otherwise.
        entities: Entities that are new or called otherwise, by path.
        gone: Paths of entities that are no more.
        replaced: For paths that lead elsewhere than before where they lead now; ``None`` for those that lead nowhere.
    """

    reports: set[str] = field(default_factory=set)
    entities: dict[str, Entity] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    replaced: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Report:
    """What one report tells."""

    offices: dict[str, Told]
    people: dict[str, Told]
    meetings: dict[str, Told]
    series: list[Told]

    @classmethod
    def of(cls, extractions: Extractions) -> _Report:
        offices = Offices.told(extractions)
        people = People.told(extractions, {key: told.key for key, told in offices.items()})
        return cls(offices, people, *Meetings.told(extractions))

    def keys(self) -> str:
        parts = (self.meetings, self.people, self.offices)
        return json.dumps([{key: as_text(told.key) for key, told in part.items()} for part in parts])


class Linker:
    """Takes in reports one by one, then links them all.

    It keeps names, dates and places, never text. The outcome depends on the set of reports and judgements alone, not
    on the order in which they came, nor on whether they came at once or in several changes.

    Args:
        judgements: Decisions by hand; no rule overrules a negative one.
        shelf: Where what was linked before is kept; by default nothing was.
        read: Reads again what was read from a report.
    """

    def __init__(
        self,
        judgements: Iterable[Judgement] = (),
        shelf: Shelf | None = None,
        read: Callable[[str], Extractions] | None = None,
    ) -> None:
        by_hand = tuple(judgements)
        self._shelf: Shelf = shelf or MemoryShelf()
        self._read = read or self._remembered
        self._here: dict[str, Extractions] = {}
        self._remember = read is None
        self._offices = Offices(self._shelf, by_hand)
        self._people = People(self._shelf, by_hand, self._offices.is_entity, self._people_of)
        self._series = SeriesPool(self._shelf)
        self._meetings = Meetings(self._shelf, by_hand)
        self._people.office_of = self._offices.entity_slug
        self._meetings.series = self._series.of
        self._was: dict[tuple[EntityKind, Key], Linked] = {}
        self._meant: dict[tuple[Key, str], Key] = {}
        self._gone: list[Extractions] = []
        self._come: list[Extractions] = []
        self._named: set[str] = set()

    def add(self, extractions: Extractions) -> None:
        """Takes in what was read from one report.

        Raises:
            ValueError: A report of that identifier is in already.
        """
        if extractions.report in self._named:
            message = f"report {extractions.report} was added before"
            raise ValueError(message)
        self._named.add(extractions.report)
        if self._remember:
            self._here[extractions.report] = extractions
        if self._people.first:
            self._take_in(extractions, 1)
        else:
            self._come.append(extractions)

    def remove(self, extractions: Extractions) -> None:
        """Takes back what was read from one report that was added before."""
        self._gone.append(extractions)

    def _take_in(self, extractions: Extractions, sign: int) -> None:
        told = _Report.of(extractions)
        report = extractions.report
        # offices last: what people and meetings were before is told by what the others were
        self._people.take_in(report, told.people.values(), sign)
        _tell(self._meetings, report, told.meetings.values(), sign)
        _tell(self._series, report, told.series, sign)
        _tell(self._offices, report, told.offices.values(), sign)
        self._shelf.put(_REPORT, report, told.keys() if sign > 0 else None)

    def settle(self) -> Change:
        """Decides which mentions are one; tells what is otherwise than the last time."""
        for extractions in self._gone:
            self._take_in(extractions, -1)
        for extractions in self._come:
            self._take_in(extractions, 1)
        added = {each.report for each in self._come}
        self._gone, self._come = [], []
        first = self._people.first
        change, self._was = Change(), {}
        offices = self._offices.settle()
        self._touch_people(offices)
        series = self._series.settle()
        self._touch_meetings(series)
        people, meetings = self._people.settle(), self._meetings.settle()
        pools: tuple[tuple[Pool[Any], dict[Key, tuple[Linked | None, Linked | None]]], ...] = (
            (self._offices, offices),
            (self._people, people),
            (self._series, series),
            (self._meetings, meetings),
        )
        for pool, changes in pools:
            self._note(change, pool, changes, look_up=not first)
            change.replaced.update(pool.redirects)
            pool.redirects = {}
        self._meant = self._people.divided
        self._people.divided = {}
        change.reports |= {report for _, report in self._meant}
        change.reports -= added
        return change

    def _touch_people(self, offices: Mapping[Key, tuple[Linked | None, Linked | None]]) -> None:
        """Touches the people for whom offices decide something; while they are as they were before."""
        slugs: set[str] = set()

        def before(key: Key) -> str:
            was = offices[key][0] if key in offices else None
            return was.entity.slug if was else self._offices.entity_slug(key)

        self._people.office_of = before
        for key, (was, now) in offices.items():
            old, new = (each.entity.slug if each else "" for each in (was, now))
            if old != new:
                slugs |= {old, new}
                for person in self._people.seated(key):
                    self._people.touch(person)
        for each in sorted(slugs - {""}):
            owner = self._people.slugs.owner(each)
            for person in (*([owner] if owner else []), *self._people.slugs.waiting(each)):
                self._people.touch(person)
        self._people.office_of = self._offices.entity_slug

    def _touch_meetings(self, series: Mapping[Key, tuple[Linked | None, Linked | None]]) -> None:
        """Touches the meetings of series that are called otherwise; while these are as they were before."""

        def before(key: Key) -> Entity | None:
            was = series[key][0] if key in series else None
            return was.entity if was else self._series.of(key)

        self._meetings.series = before
        for key in series:
            for meeting in self._meetings.of_series(key):
                self._meetings.touch(meeting)
        self._meetings.series = self._series.of

    def _note(
        self,
        change: Change,
        pool: Pool[Any],
        changes: Mapping[Key, tuple[Linked | None, Linked | None]],
        *,
        look_up: bool,
    ) -> None:
        old: dict[str, Entity] = {}
        for key, (was, now) in changes.items():
            if was is not None:
                self._was[pool.kind, key] = was
                old[was.entity.path] = was.entity
                if look_up and _is_elsewhere(was, now):
                    change.reports.update(pool.reports(key))
            if now is not None:
                change.entities[now.entity.path] = now.entity
        change.gone |= {path for path in old if path not in change.entities and not self._is_entity(pool, path)}

    @staticmethod
    def _is_entity(pool: Pool[Any], path: str) -> bool:
        """Whether a candidate that did not change is the entity of a path."""
        owner = pool.slugs.owner(path.partition("/")[2])
        linked = pool.linked_of(owner) if owner else None
        return linked is not None and linked.entity.path == path

    def links(self, report: str, *, before: bool = False) -> Links:
        """The entities of the keys of a report.

        Args:
            report: Its identifier.
            before: As they were before the last change of others; the report itself must not have changed.
        """
        found = self._shelf.get(_REPORT, report)
        if found is None:
            raise KeyError(report)
        meetings, people, offices = json.loads(found)
        entities: dict[str, Entity] = {}
        series: dict[str, Entity] = {}
        for key, text in meetings.items():
            linked = self._linked(self._meetings, as_key(text), before=before)
            entities[key] = linked.entity
            if linked.series is not None:
                series[key] = linked.series
        for key, text in people.items():
            meant = self._people.meant(as_key(text), report)
            if before:
                meant = self._meant.get((as_key(text), report), meant)
            entities[key] = self._linked(self._people, meant, before=before).entity
        for key, text in offices.items():
            entities[key] = self._linked(self._offices, as_key(text), before=before).entity
        return Links(report, entities, series)

    def _linked(self, pool: Pool[Any], key: Key, *, before: bool) -> Linked:
        was = self._was.get((pool.kind, key)) if before else None
        if was is not None:
            return was
        linked: Linked | None = pool.linked_of(key)
        if linked is None:
            message = f"nothing mentions {key}"
            raise KeyError(message)
        return linked

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision that is not by identity, those by hand first: of offices, of people, of meetings."""
        pools: Sequence[Pool[Any]] = (self._offices, self._people, self._meetings)
        return tuple(
            judgement for pool in pools for _, judgement in sorted(pool.judgements(), key=lambda each: each[0])
        )

    def link(self) -> Linking:
        """Decides which mentions are one, over all reports added so far."""
        self.settle()
        replaced: dict[str, str] = {}
        for pool in (self._offices, self._people, self._meetings):
            replaced.update(pool.replaced())
        links = {report: self.links(report) for report, _ in self._shelf.texts(_REPORT)}
        return Linking(links, self.judgements(), replaced)

    def _people_of(self, report: str) -> Iterable[Told]:
        return _Report.of(self._read(report)).people.values()

    def _remembered(self, report: str) -> Extractions:
        return self._here[report]


def _is_elsewhere(was: Linked, now: Linked | None) -> bool:
    """Whether the graph of a report states something else of who was one entity and is another now."""
    series = was.entity.kind is EntityKind.SERIES
    return now is None or series or was.entity.path != now.entity.path or was.series != now.series


def _tell(pool: Pool[Any], report: str, told: Iterable[Told], sign: int) -> None:
    for each in told:
        pool.tell(each.key, report, each.traits, sign)


def link(extractions: Iterable[Extractions], judgements: Iterable[Judgement] = ()) -> Linking:
    """Links the reports of a corpus.

    Args:
        extractions: One per report; read once.
        judgements: Decisions by hand.
    """
    linker = Linker(judgements)
    for each in extractions:
        linker.add(each)
    return linker.link()


def link_one(extractions: Extractions) -> Links:
    """Links one report by itself, without merging across reports."""
    return link([extractions]).links[extractions.report]
