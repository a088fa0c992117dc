"""The merged graph of a build: what all reports together decide, shared out to processes a few things at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, serialize

from kg.mapping import Merger, Observation
from kg.model import Entity, Links
from kg.pipeline.carried import Text, carried_texts, read_texts
from kg.pipeline.workers import Workers
from kg.store import Kept, Writer, read_records

__all__ = ["write_merged"]

_BATCH = 500
"""Things that are handed over at a time."""
_MEETINGS = 50
"""Meetings, and more where a series has more."""
_NAMED = ("person/", "office/")
_BY_OBSERVATION = ("person/", "office/", "title/", "membership/", "participation/")


class _Observed(NamedTuple):
    """Things that are decided by counts of what was observed of them.

    Attributes:
        entities: What people and offices among them are called.
        tallies: How often each form was observed of each.
    """

    base: str
    entities: list[Entity]
    tallies: list[tuple[str, dict[tuple[str, ...], int]]]


class _Meetings(NamedTuple):
    """Meetings, which are decided by what each report states of them.

    Attributes:
        records: The file of what was read from reports.
        paths: Of the meetings.
        reports: The reports that speak of them: where each stands in the file, or what stands there; how it is linked.
    """

    base: str
    records: Path
    paths: frozenset[str]
    reports: list[tuple[Text, Links]]

    def carried(self) -> _Meetings:
        """The same with what stands in the file."""
        texts = carried_texts(self.records, [text for text, _ in self.reports])
        return self._replace(reports=[(text, links) for text, (_, links) in zip(texts, self.reports, strict=True)])


def write_merged(writer: Writer, links: Callable[[str], Links], base: str, workers: Workers) -> None:
    """Writes what all reports together decide.

    Args:
        writer: Keeps the reports and entities, with all that was observed of them.
        links: How a report is linked.
        base: Beginning of every data IRI.
        workers: Who does it.
    """
    for text in workers.map(_state_observed, _observed(writer.kept, base), chunk=1):
        writer.add_text(text)
    places: set[str] = set()
    for text, found in workers.map(_state_meetings, _meetings(writer.kept, links, base), chunk=1):
        writer.add_text(text)
        places |= found
    merger = Merger(base)
    for path in sorted(places):
        for form, count in writer.kept.forms(path).items():
            merger.observe(Observation(path, form), count)
        writer.add(merger.place(path))


def _observed(kept: Kept, base: str) -> Iterator[_Observed]:
    tallies = (each for each in kept.tallies() if each[0].startswith(_BY_OBSERVATION))
    while batch := list(islice(tallies, _BATCH)):
        entities = [kept.things()[path] for path, _ in batch if path.startswith(_NAMED)]
        yield _Observed(base, entities, batch)


def _state_observed(task: _Observed) -> bytes:
    merger = Merger(task.base)
    merger.add_entities(task.entities)
    for path, forms in task.tallies:
        for form, count in forms.items():
            merger.observe(Observation(path, form), count)
    return _written(merger)[0]


def _meetings(kept: Kept, links: Callable[[str], Links], base: str) -> Iterator[_Meetings]:
    """All meetings; those of one series together, since they have a say in what is adopted of each other."""
    records = kept.flush()
    batch: set[str] = set()
    for series, group in groupby(kept.paths("meeting"), key=itemgetter(1)):
        for path, _ in group:
            if not series and len(batch) >= _MEETINGS:
                yield _task(kept, links, records, batch, base)
                batch = set()
            batch.add(path)
        if len(batch) >= _MEETINGS:
            yield _task(kept, links, records, batch, base)
            batch = set()
    if batch:
        yield _task(kept, links, records, batch, base)


def _task(kept: Kept, links: Callable[[str], Links], records: Path, paths: set[str], base: str) -> _Meetings:
    reports = kept.speaking_of(paths)
    return _Meetings(base, records, frozenset(paths), [(kept.place(each), links(each)) for each in reports])


def _state_meetings(task: _Meetings) -> tuple[bytes, set[str]]:
    merger = Merger(task.base)
    texts = read_texts(task.records, [text for text, _ in task.reports])
    for text, (_, links) in zip(texts, task.reports, strict=True):
        merger.add_meetings(*read_records(text, task.records), links, task.paths)
    return _written(merger)


def _written(merger: Merger) -> tuple[bytes, set[str]]:
    quads, places = merger.decide()
    return serialize(quads, format=RdfFormat.N_QUADS) or b"", places
