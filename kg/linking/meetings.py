"""Meetings: which mentions, in one report or in several, are one event; and which series it belongs to.

Identity is series, ordinal and year, else name and day. The other steps are judgements: one series and dates that agree
at the precision stated, or days, place and name alike. Meetings of one report stay apart: the report told them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.linking.clusters import Clusters, separate
from kg.linking.groups import Linked
from kg.linking.meeting_rules import (
    PARTS,
    Candidate,
    anniversary_names,
    beyond_series,
    commonest,
    compare_beyond,
    month_words,
    rank,
    same_anniversary,
    within_series,
)
from kg.linking.names import commonest_text
from kg.linking.pool import Held, Pool, Told
from kg.linking.series import SeriesKey, series_of
from kg.linking.series_pool import series_key
from kg.linking.shelf import Shelf
from kg.linking.slugging import Key, as_key, as_text
from kg.model import Entity, EntityKind, Extractions, Meeting, PartialDate
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["Meetings"]

_LIMIT = 60
_SERIES, _MONTH, _ANNIVERSARY = "series ", "month ", "anniversary "
"""Kinds of blocks."""


class Meetings(Pool[Candidate]):
    """The meetings of all reports, and which are one.

    Args:
        shelf: Where they are kept.
        judgements: Decisions by hand.
    """

    kind = EntityKind.MEETING

    def __init__(self, shelf: Shelf, judgements: Iterable[Judgement]) -> None:
        super().__init__(shelf, judgements)
        self.series: Callable[[Key], Entity | None] = lambda _: None
        """A series as an entity, by its key."""

    @staticmethod
    def told(extractions: Extractions) -> tuple[dict[str, Told], list[Told]]:
        """What a report tells of meetings, by the keys that they have in it, and of the series of each."""
        found: dict[str, Told] = {}
        every: list[Told] = []
        seen: set[Key] = set()
        for meeting in extractions.meetings:
            series = series_of(meeting)
            if series is not None:
                every.append(Told(series.key, [("name", series.label)]))
            key = _identity(meeting, series, extractions.report)
            if key in seen:
                key = (*key, extractions.report, meeting.key)
            seen.add(key)
            found[meeting.key] = Told(key, list(_traits(meeting, series)))
        return found, every

    def of_series(self, key: Key) -> list[Key]:
        """The meetings of a series."""
        members = self._shelf.members(f"{self._space} block", f"{_SERIES}{as_text(key)}")
        return [as_key(each) for each in members]

    def make_view(self, held: Held[Candidate]) -> Candidate:
        """See :class:`Pool`."""
        traits = held.traits
        series, ordinal = commonest_text(traits["series"]), commonest_text(traits["ordinal"])
        return Candidate(
            held.key,
            self.slugs.of(held.key),
            series_key(as_key(series)) if series else None,
            int(ordinal) if ordinal else None,
            _finest(traits.get("start", ())),
            _finest(traits.get("end", ())),
            min(map(int, traits.get("part", ())), default=len(PARTS)),
            held.mentions,
            traits["name"],
            traits.get("main", Counter()),
            frozenset(traits.get("city", ())),
            frozenset(traits.get("country", ())),
            frozenset(traits.get("region", ())),
        )

    def profile(self, view: Candidate) -> Hashable:
        """See :class:`Pool`."""
        places = view.cities, view.countries, view.regions
        return view.series, view.ordinal, view.start, view.end, frozenset(view.names), places

    def blocks(self, view: Candidate) -> frozenset[str]:
        """A meeting is found by its series, by month and words of its name, and as anniversary."""
        series = {f"{_SERIES}{as_text(view.series.key)}"} if view.series else set()
        months = (f"{_MONTH}{month} {word}" for month, word in month_words(view))
        return frozenset({*series, *months, *map(_anniversary, anniversary_names(view))})

    def tries(self, held: Held[Candidate]) -> Iterator[str]:
        """Series and number, else series and date, else name and date; told apart by date, place, report."""
        view = self.view(held)
        series = self.series(view.series.key) if view.series else None
        start = str(view.start) if view.start else ""
        if series is not None and view.ordinal is not None:
            first = f"{series.slug}-{view.ordinal}"
            yield first
            if start:
                yield f"{first}-{start}"
                yield from (f"{first}-{slug(report)}" for report in self.reports(held.key))
                return
        else:
            name = series.slug if series else slug(view.label, _LIMIT)
            first = f"{name}-{start or slug(self.reports(held.key)[0])}"
            yield first
        yield from (f"{first}-{part}" for part in sorted(view.cities) if part)
        yield from (f"{first}-{slug(report)}" for report in self.reports(held.key))

    def slug_of(self, view: Candidate) -> str:
        """See :class:`Pool`."""
        return view.slug

    def related(self, view: Candidate) -> Iterator[Key]:
        """All of its series, and those beyond it that may be the same."""
        if view.series:
            yield from self.of_series(view.series.key)
        for month, word in sorted(month_words(view)):
            for other in self.block(f"{_MONTH}{month} {word}"):
                left, right = sorted((view, other), key=lambda each: each.slug)
                if other.key != view.key and compare_beyond(left, right):
                    yield other.key
        for block in sorted(map(_anniversary, anniversary_names(view))):
            yield from (other.key for other in self.block(block) if same_anniversary(view, other))

    def proposals(self, views: Sequence[Candidate]) -> list[Judgement]:
        """See :class:`Pool`."""
        return [*within_series(views), *beyond_series(views)]

    def ties(self, views: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
        """The meetings of one series, which all have a say in which numbers a date allows."""
        by_series: dict[Key, list[str]] = {}
        for view in views:
            if view.series:
                by_series.setdefault(view.series.key, []).append(view.slug)
        for slugs in by_series.values():
            yield from pairwise(slugs)

    def separate(self, clusters: Clusters, by_slug: Mapping[str, Held[Candidate]]) -> None:
        """Keeps apart what one report tells apart."""
        separate(clusters, {own: self.reports(held.key) for own, held in by_slug.items()})

    def entity(self, views: Sequence[Candidate], given_up: Collection[str]) -> Linked:
        """See :class:`Pool`."""
        group = sorted(views, key=lambda each: (each.slug in given_up, *rank(each)))
        series = next((self.series(each.series.key) for each in group if each.series), None)
        return Linked(_entity(group, series, given_up), series)


def _anniversary(words: Iterable[str]) -> str:
    return _ANNIVERSARY + " ".join(sorted(words))


def _traits(meeting: Meeting, series: SeriesKey | None) -> Iterator[tuple[str, str]]:
    yield "series", as_text(series.key) if series else ""
    yield "ordinal", str(meeting.ordinals[0].value) if meeting.ordinals else ""
    names = [stated.value for stated in meeting.names]
    yield from (("name", name) for name in (*names, *names[:1]))  # the one that the report puts first counts for more
    if meeting.main:
        yield "main", names[0]
    yield from (("part", str(PARTS.index(stated.part))) for stated in meeting.ordinals[:1])
    yield from (("start", str(stated.value)) for stated in meeting.starts[:1])
    yield from (("end", str(stated.value)) for stated in meeting.ends[:1])
    yield from (("city", slug(stated.value)) for stated in meeting.cities[:1])
    yield from (("country", stated.value) for stated in meeting.countries[:1])
    yield from (("region", stated.value.value) for stated in meeting.regions[:1])


def _identity(meeting: Meeting, series: SeriesKey | None, report: str) -> Key:
    """Series, ordinal and year; or name, day and place; or, where neither is stated, the mention alone."""
    start = meeting.starts[0].value if meeting.starts else None
    if series is not None and meeting.ordinals:
        return "series", *series.key, f"{meeting.ordinals[0].value:04d}", str(start.year) if start else ""
    if start is not None and start.day is not None:
        name = "-".join(series.key) if series else slug(meeting.names[0].value)
        place = slug(meeting.cities[0].value) if meeting.cities else ""
        return "day", name, str(start), place
    return "mention", report, meeting.key


def _finest(dates: Iterable[str]) -> PartialDate | None:
    """The one stated most precisely, the earliest of several that are equally so."""
    every = [PartialDate(*map(int, date.split("-"))) for date in dates]
    return min(every, key=lambda each: (-sum(part is not None for part in each), str(each)), default=None)


def _entity(group: list[Candidate], series: Entity | None, given_up: Collection[str]) -> Entity:
    numbered = next((each for each in group if each.ordinal is not None and each.slug not in given_up), group[0])
    own = numbered if numbered.series is not None else group[0]
    names: Counter[str] = Counter()
    for each in group:
        names.update(each.main_names)
    label = min(names, key=commonest(names)) if names else group[0].label
    every = {name for each in group for name in each.names}
    return Entity(EntityKind.MEETING, own.slug, label, tuple(sorted(every - {label})), series.slug if series else "")
