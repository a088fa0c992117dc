"""Links all reports of a corpus: the records of each report to the entities that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.linking.clusters import Mention
from kg.linking.meetings import Meetings
from kg.linking.offices import Offices
from kg.linking.people import People
from kg.model import Entity, Extractions, Links
from kg.model.judgement import Judgement

__all__ = ["Linker", "Linking", "link", "link_one"]


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


class Linker:
    """Takes in reports one by one, then links them all.

    It keeps names, dates and places, never text. The outcome depends on the set of reports and judgements alone, not
    on the order in which they came.

    Args:
        judgements: Decisions by hand; no rule overrules a negative one.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        by_hand = tuple(judgements)
        self._offices = Offices(by_hand)
        self._people = People(by_hand)
        self._meetings = Meetings(by_hand)
        self._keys: dict[str, tuple[str, ...]] = {}

    def add(self, extractions: Extractions) -> None:
        """Takes in what was read from one report.

        Raises:
            ValueError: A report of that identifier is in already.
        """
        if extractions.report in self._keys:
            message = f"report {extractions.report} was added before"
            raise ValueError(message)
        self._offices.add(extractions)
        self._people.add(extractions)
        self._meetings.add(extractions)
        self._keys[extractions.report] = (
            *(meeting.key for meeting in extractions.meetings),
            *(person.key for person in extractions.persons),
            *(office.key for office in extractions.offices),
        )

    def link(self) -> Linking:
        """Decides which mentions are one, over all reports added so far."""
        offices = self._offices.resolve()
        people = self._people.resolve(offices, {entity.slug for entity in offices.values()})
        meetings, series = self._meetings.resolve()
        entities: dict[Mention, Entity] = {**offices, **people, **meetings}
        links: dict[str, Links] = {}
        for report in sorted(self._keys):
            keys = self._keys[report]
            links[report] = Links(
                report,
                {key: entities[report, key] for key in keys},
                {key: series[report, key] for key in keys if (report, key) in series},
            )
        judgements = (*self._offices.judgements, *self._people.judgements, *self._meetings.judgements)
        replaced = {
            f"{entity.kind.value}/{own}": entity.path
            for part in (self._offices, self._people, self._meetings)
            for own, entity in part.replaced.items()
        }
        return Linking(links, judgements, replaced)


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
