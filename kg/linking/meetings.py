"""Meetings: which mentions, in one report or in several, are one event; and which series it belongs to.

Identity is series, ordinal and year, else name and day. The other steps are judgements: one series and dates that agree
at the precision stated, or days, place and name alike. Meetings of one report stay apart: the report told them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from kg.linking.clusters import Clusters, Mention, assign_slugs
from kg.linking.meeting_rules import PARTS, Candidate, beyond_series, commonest, rank, within_series
from kg.linking.series import SeriesKey, listed_slugs, series_of
from kg.model import Entity, EntityKind, Extractions, Meeting, PartialDate
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["Meetings"]

_LIMIT = 60

Key = tuple[str, ...]


class Meetings:
    """Gathers the meetings of all reports, then tells which are one.

    Args:
        judgements: Decisions by hand.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_hand = tuple(judgements)
        self._candidates: dict[Key, Candidate] = {}
        self._mentions: dict[Mention, Key] = {}
        self._series: defaultdict[SeriesKey, Counter[str]] = defaultdict(Counter)
        self.judgements: tuple[Judgement, ...] = ()
        self.replaced: dict[str, Entity] = {}

    def add(self, extractions: Extractions) -> None:
        """Takes in the meetings of one report."""
        seen: set[Key] = set()
        for meeting in extractions.meetings:
            series = series_of(meeting)
            if series is not None:
                self._series[series][series.label] += 1
            key = _identity(meeting, series, extractions.report)
            if key in seen:
                key = (*key, extractions.report, meeting.key)
            seen.add(key)
            candidate = self._candidates.get(key)
            if candidate is None:
                candidate = self._candidates[key] = Candidate(
                    series, meeting.ordinals[0].value if meeting.ordinals else None
                )
            self._note(candidate, meeting, extractions.report)
            self._mentions[extractions.report, meeting.key] = key

    @staticmethod
    def _note(candidate: Candidate, meeting: Meeting, report: str) -> None:
        names = [stated.value for stated in meeting.names]
        candidate.names.update(names)
        if meeting.main:
            candidate.main_names[names[0]] += 1
        candidate.part = min([candidate.part, *(PARTS.index(stated.part) for stated in meeting.ordinals[:1])])
        candidate.start = _finer(candidate.start, meeting.starts[0].value if meeting.starts else None)
        candidate.end = _finer(candidate.end, meeting.ends[0].value if meeting.ends else None)
        candidate.cities |= {slug(stated.value) for stated in meeting.cities[:1]}
        candidate.countries |= {stated.value for stated in meeting.countries[:1]}
        candidate.regions |= {stated.value.value for stated in meeting.regions[:1]}
        candidate.reports.add(report)

    def resolve(self) -> tuple[dict[Mention, Entity], dict[Mention, Entity]]:
        """The entity of every mention, and the series of every mention that has one."""
        candidates = self._candidates
        series = self._name_series()
        tries = {
            key: _slug_tries(candidate, series[candidate.series] if candidate.series else None)
            for key, candidate in candidates.items()
        }
        slugs = assign_slugs(tries)
        by_slug: dict[str, Candidate] = {}
        for key, own in slugs.items():
            candidates[key].slug = own
            by_slug[own] = candidates[key]
        clusters = Clusters(EntityKind.MEETING, by_slug, self._by_hand)
        _separate(clusters, by_slug.values())
        proposals = [*within_series(by_slug.values()), *beyond_series(by_slug.values())]
        for judgement in sorted(proposals, key=lambda each: (-each.score, each.left, each.right)):
            clusters.join(judgement)
        self.judgements = tuple(clusters.judgements)
        given_up = clusters.given_up()
        entities: dict[str, Entity] = {}
        series_of_slug: dict[str, Entity] = {}
        for members in clusters.groups().values():
            group = sorted((by_slug[each] for each in members), key=lambda each: (each.slug in given_up, *rank(each)))
            found = next((series[each.series] for each in group if each.series), None)
            entities.update(dict.fromkeys(members, _entity(group, found, given_up)))
            series_of_slug.update(dict.fromkeys(members, found) if found else {})
        self.replaced = {own: entity for own, entity in entities.items() if own != entity.slug}
        by_mention = {mention: slugs[key] for mention, key in self._mentions.items()}
        return (
            {mention: entities[own] for mention, own in by_mention.items()},
            {mention: series_of_slug[own] for mention, own in by_mention.items() if own in series_of_slug},
        )

    def _name_series(self) -> dict[SeriesKey, Entity]:
        """The series as entities: listed ones as the table names them, others by their commonest name."""
        unlisted = {each.key: each for each in self._series if each.listed is None}
        labels = {key: min(self._series[each], key=commonest(self._series[each])) for key, each in unlisted.items()}
        tries = {
            key: [slug(label, _LIMIT), f"{slug(label, _LIMIT)}-{key[-1].lower()}"] for key, label in labels.items()
        }
        slugs = assign_slugs(tries, listed_slugs())
        named = {each: each.listed for each in self._series if each.listed is not None}
        for key, each in unlisted.items():
            others = tuple(sorted(self._series[each].keys() - {labels[key]}))
            named[each] = Entity(EntityKind.SERIES, slugs[key], labels[key], others)
        return named


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


def _finer(left: PartialDate | None, right: PartialDate | None) -> PartialDate | None:
    """The one stated more precisely, the earlier of two that are equally so."""
    dates = [each for each in (left, right) if each is not None]
    return min(dates, key=lambda each: (-sum(part is not None for part in each), str(each)), default=None)


def _slug_tries(candidate: Candidate, series: Entity | None) -> list[str]:
    """Series and number, else series and date, else name and date; told apart by date, place, report."""
    start = str(candidate.start) if candidate.start else ""
    if series is not None and candidate.ordinal is not None:
        first = f"{series.slug}-{candidate.ordinal}"
        if start:
            return [first, f"{first}-{start}", *(f"{first}-{slug(report)}" for report in sorted(candidate.reports))]
    else:
        name = series.slug if series else slug(candidate.label, _LIMIT)
        first = f"{name}-{start or slug(min(candidate.reports))}"
    parts = [*sorted(candidate.cities), *map(slug, sorted(candidate.reports))]
    return [first, *(f"{first}-{part}" for part in parts if part)]


def _separate(clusters: Clusters, candidates: Iterable[Candidate]) -> None:
    """Keeps apart what one report tells apart."""
    by_report: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        for report in candidate.reports:
            by_report[report].append(candidate.slug)
    for together in by_report.values():
        for left, right in combinations(together, 2):
            clusters.separate(left, right)


def _entity(group: list[Candidate], series: Entity | None, given_up: Collection[str]) -> Entity:
    numbered = next((each for each in group if each.ordinal is not None and each.slug not in given_up), group[0])
    own = numbered if numbered.series is not None else group[0]
    names: Counter[str] = Counter()
    for each in group:
        names.update(each.main_names)
    label = min(names, key=commonest(names)) if names else group[0].label
    every = {name for each in group for name in each.names}
    return Entity(EntityKind.MEETING, own.slug, label, tuple(sorted(every - {label})), series.slug if series else "")
