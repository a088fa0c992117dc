"""The merged graph: each person, office, meeting and post once, with what all reports state of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from pyoxigraph import DefaultGraph, Quad

from kg.mapping.graph import report_quads
from kg.mapping.merged.entities import STATE, Forms, state_office, state_person, state_place
from kg.mapping.merged.meeting import MergedMeeting
from kg.mapping.merged.progression import Edition
from kg.mapping.observed import Observation, observations
from kg.mapping.own import merged_part
from kg.mapping.statements import Statements
from kg.model import Entity, Extractions, Links, Report
from kg.vocab import BASE

__all__ = ["Merger", "merged_quads"]

_BY_ENTITY: dict[str, Callable[[Statements, Entity, Forms], object]] = {
    "person": state_person,
    "office": state_office,
}


class Merger:
    """Gathers what all reports together decide.

    These are names, dates and places of meetings, first and last attestation, and discrepancies between reports. What a
    single report states is not its business (see :func:`kg.mapping.own.merged_part`); so memory grows with the number
    of entities, not with the length of texts.

    Args:
        base: Beginning of every data IRI.
    """

    def __init__(self, base: str = BASE) -> None:
        self._base = base
        self._entities: dict[str, Entity] = {}
        self._observed: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._meetings: dict[str, MergedMeeting] = {}
        self._editions: defaultdict[str, dict[str, Edition]] = defaultdict(dict)

    def add(self, report: Report, extractions: Extractions, links: Links) -> None:
        """Takes in one report."""
        self.add_entities(links.entities.values())
        for observation in observations(report, extractions, links):
            self.observe(observation)
        self.add_meetings(report, extractions, links)

    def add_entities(self, entities: Iterable[Entity]) -> None:
        """Takes in what people and offices are called."""
        self._entities.update((entity.path, entity) for entity in entities)

    def observe(self, observation: Observation, times: int = 1) -> None:
        """Counts an observation."""
        self._observed[observation.path][observation.form] += times

    def add_meetings(
        self, report: Report, extractions: Extractions, links: Links, only: Collection[str] | None = None
    ) -> None:
        """Takes in what one report states of meetings: of all, or of those with a path in ``only``."""
        for meeting in extractions.meetings:
            entity = links.entities[meeting.key]
            if only is None or entity.path in only:
                merged = self._meetings.get(entity.slug)
                if merged is None:
                    merged = self._meetings[entity.slug] = MergedMeeting(entity, links.series.get(meeting.key))
                merged.add(report, meeting, extractions, links, self._base)

    def contested_series(self) -> set[str]:
        """Paths of the series of which a number or date is to be judged by the other editions."""
        return {each.series.path for each in self._meetings.values() if each.series and each.contested}

    def add_edition(self, series: str, meeting: str, edition: Edition) -> None:
        """Takes in number and year of a meeting of a series whose reports are not taken in.

        Args:
            series: Path of the series.
            meeting: Path of the meeting.
            edition: What all its reports say.
        """
        self._editions[series][meeting] = edition

    def finish(self) -> list[Quad]:
        """What all reports together decide, sorted, as quads of the default graph."""
        out = Statements(self._base)
        for path in self._decide(out):
            state_place(out, path, self._observed[path])
        return out.quads(DefaultGraph())

    def decide(self) -> tuple[list[Quad], set[str]]:
        """The same without towns, and the paths of the towns that meetings were in, which are left to be described."""
        out = Statements(self._base)
        places = self._decide(out)
        return out.quads(DefaultGraph()), places

    def _decide(self, out: Statements) -> set[str]:
        places: set[str] = set()
        for meeting in self._meetings.values():
            if meeting.series and meeting.edition:
                self.add_edition(meeting.series.path, meeting.entity.path, meeting.edition)
        for meeting in self._meetings.values():
            places |= meeting.state(out, self._others(meeting) if meeting.contested else ())
        for path, forms in self._observed.items():
            kind = path.partition("/")[0]
            if kind in _BY_ENTITY:
                _BY_ENTITY[kind](out, self._entities[path], forms)
            elif kind in STATE:
                STATE[kind](out, path, forms)
        return places

    def _others(self, meeting: MergedMeeting) -> list[Edition]:
        """The other editions of the series of a meeting."""
        editions = self._editions[meeting.series.path] if meeting.series else {}
        return sorted(edition for path, edition in editions.items() if path != meeting.entity.path)

    def place(self, path: str) -> list[Quad]:
        """The statements about a town, whether or not a meeting was there."""
        out = Statements(self._base)
        state_place(out, path, self._observed[path])
        return out.quads(DefaultGraph())


def merged_quads(reports: Iterable[tuple[Report, Extractions, Links]], base: str = BASE) -> Iterator[Quad]:
    """The merged graph of a corpus, as quads of the default graph; a quad may come up several times.

    Args:
        reports: One by one, in an order that does not vary, so that neither does that of the quads.
        base: Beginning of every data IRI.
    """
    merger = Merger(base)
    for report, extractions, links in reports:
        merger.add(report, extractions, links)
        yield from merged_part(report_quads(report, extractions, links, base), base)
    yield from merger.finish()
