"""Meetings: which mentions, in one report or in several, are one event; and which series it belongs to.

Identity is series, ordinal and year, else name and day. The other steps are judgements: one series and dates that agree
at the precision stated, or days, place and name alike. Meetings of one report stay apart: the report told them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kg.linking.clusters import Clusters, Mention, assign_slugs
from kg.linking.names import key_words
from kg.linking.series import GENERIC, SeriesKey, listed_slugs, series_of
from kg.model import Entity, EntityKind, Extractions, Meeting, PartialDate, SentenceKind
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["Meetings"]

_LIMIT = 60
_PARTS = tuple(SentenceKind)
"""Parts of a report, the weightiest first."""

Key = tuple[str, ...]


@dataclass(slots=True)
class _Candidate:
    """All mentions that are one event by identity."""

    series: SeriesKey | None
    ordinal: int | None
    start: PartialDate | None = None
    end: PartialDate | None = None
    slug: str = ""
    part: int = len(_PARTS)
    names: Counter[str] = field(default_factory=Counter)
    main_names: Counter[str] = field(default_factory=Counter)
    cities: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """The fullest of the names that a report has which is about this meeting."""
        names = self.main_names or self.names
        return min(names, key=_commonest(names))


class Meetings:
    """Gathers the meetings of all reports, then tells which are one.

    Args:
        judgements: Decisions by hand.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_hand = tuple(judgements)
        self._candidates: dict[Key, _Candidate] = {}
        self._mentions: dict[Mention, Key] = {}
        self._series: defaultdict[SeriesKey, Counter[str]] = defaultdict(Counter)
        self.judgements: tuple[Judgement, ...] = ()

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
                candidate = self._candidates[key] = _Candidate(
                    series, meeting.ordinals[0].value if meeting.ordinals else None
                )
            self._note(candidate, meeting, extractions.report)
            self._mentions[extractions.report, meeting.key] = key

    @staticmethod
    def _note(candidate: _Candidate, meeting: Meeting, report: str) -> None:
        names = [stated.value for stated in meeting.names]
        candidate.names.update(names)
        if meeting.main:
            candidate.main_names[names[0]] += 1
        candidate.part = min([candidate.part, *(_PARTS.index(stated.part) for stated in meeting.ordinals[:1])])
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
        by_slug: dict[str, _Candidate] = {}
        for key, own in slugs.items():
            candidates[key].slug = own
            by_slug[own] = candidates[key]
        clusters = Clusters(EntityKind.MEETING, by_slug, self._by_hand)
        _separate(clusters, by_slug.values())
        proposals = [*_within_series(by_slug.values()), *_beyond_series(by_slug.values())]
        for judgement in sorted(proposals, key=lambda each: (-each.score, each.left, each.right)):
            clusters.join(judgement)
        self.judgements = tuple(clusters.judgements)
        entities: dict[str, Entity] = {}
        series_of_slug: dict[str, Entity] = {}
        for members in clusters.groups().values():
            group = sorted((by_slug[each] for each in members), key=_rank)
            found = next((series[each.series] for each in group if each.series), None)
            entities.update(dict.fromkeys(members, _entity(group, found)))
            series_of_slug.update(dict.fromkeys(members, found) if found else {})
        by_mention = {mention: slugs[key] for mention, key in self._mentions.items()}
        return (
            {mention: entities[own] for mention, own in by_mention.items()},
            {mention: series_of_slug[own] for mention, own in by_mention.items() if own in series_of_slug},
        )

    def _name_series(self) -> dict[SeriesKey, Entity]:
        """The series as entities: listed ones as the table names them, others by their commonest name."""
        unlisted = {each.key: each for each in self._series if each.listed is None}
        labels = {key: min(self._series[each], key=_commonest(self._series[each])) for key, each in unlisted.items()}
        tries = {
            key: [slug(label, _LIMIT), f"{slug(label, _LIMIT)}-{key[-1].lower()}"] for key, label in labels.items()
        }
        slugs = assign_slugs(tries, listed_slugs())
        named = {each: each.listed for each in self._series if each.listed is not None}
        for key, each in unlisted.items():
            others = tuple(sorted(self._series[each].keys() - {labels[key]}))
            named[each] = Entity(EntityKind.SERIES, slugs[key], labels[key], others)
        return named


def _commonest(names: Counter[str]) -> Callable[[str], tuple[int, int, str]]:
    """Sort key that puts the commonest name first, the longest of several."""
    return lambda name: (-names[name], -len(name), name)


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


def _slug_tries(candidate: _Candidate, series: Entity | None) -> list[str]:
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


def _separate(clusters: Clusters, candidates: Iterable[_Candidate]) -> None:
    """Keeps apart what one report tells apart."""
    by_report: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        for report in candidate.reports:
            by_report[report].append(candidate.slug)
    for together in by_report.values():
        for left, right in combinations(together, 2):
            clusters.separate(left, right)


def _within_series(candidates: Iterable[_Candidate]) -> Iterator[Judgement]:
    """Judgements about meetings of one series."""
    by_series: defaultdict[SeriesKey, list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.series is not None:
            by_series[candidate.series].append(candidate)
    for members in by_series.values():
        for left, right in combinations(sorted(members, key=_rank), 2):
            found = _compare_in_series(left, right, members)
            if found is not None:
                yield _judgement(left, right, *found)


def _compare_in_series(left: _Candidate, right: _Candidate, members: list[_Candidate]) -> tuple[str, float, str] | None:
    """Rule, score and reason, where the two are one."""
    if left.ordinal is not None and left.ordinal == right.ordinal:
        # with two years, a number was used twice or misprinted: not for a rule to decide
        undated = left.start is None or right.start is None
        return ("series-ordinal", 0.98, f"both are number {left.ordinal} of the series") if undated else None
    if not _overlap(left, right) or not _same_place(left, right):
        return None
    numbered = [each for each in (left, right) if each.ordinal is not None]
    days = _to_the_day(left) and _to_the_day(right)
    found: tuple[str, float, str] | None = None
    if len(numbered) == 2 and days:
        found = "series-days", 0.9, "same series, days and place, though the numbers differ"
    elif not numbered and (days or (_to_the_month(left) and _to_the_month(right))):
        found = "series-dates", 0.92, "same series, dates that agree, and no place that differs"
    elif len(numbered) == 1:
        without = left if left.ordinal is None else right
        if sum(each.ordinal is not None and _overlap(without, each) for each in members) == 1:
            found = "series-date", 0.93, f"the series has no other meeting that fits {without.start}"
    return found


def _beyond_series(candidates: Iterable[_Candidate]) -> Iterator[Judgement]:
    """Judgements about meetings that are not both of a series, by dates, place and name."""
    by_month: defaultdict[str, set[str]] = defaultdict(set)
    by_slug = {candidate.slug: candidate for candidate in candidates}
    for candidate in by_slug.values():
        for month in _months(candidate):
            by_month[month].add(candidate.slug)
    pairs = {pair for block in by_month.values() for pair in combinations(sorted(block), 2)}
    for a, b in sorted(pairs):
        left, right = by_slug[a], by_slug[b]
        if (left.series is None or right.series is None) and _overlap(left, right) and _same_place(left, right):
            found = _compare_names(left, right)
            if found is not None:
                yield _judgement(left, right, *found)


def _compare_names(left: _Candidate, right: _Candidate) -> tuple[str, float, str] | None:
    """For two meetings whose dates overlap and whose places do not differ."""
    if left.ordinal is not None and right.ordinal is not None and left.ordinal != right.ordinal:
        return None
    likeness = max(_likeness(key_words(a), key_words(b)) for a in left.names for b in right.names)
    if _to_the_day(left) and _to_the_day(right):
        same_city = bool(left.cities & right.cities)
        if left.start == right.start and likeness >= (0.5 if same_city else 0.75):
            where = "in the same place" if same_city else "with names nearly the same"
            return "day-name-place", round(0.7 + likeness / 4, 3), f"on the same day, {where}, with names alike"
        return None
    if likeness >= 0.99:
        return "name-date", 0.9, f"the same name, and {left.start} fits {right.start}"
    return None


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of words in common; a name that holds the other counts as rather alike; 0 for names that say little."""
    common = left & right
    if len(common - GENERIC) < 2:
        return 0.0
    jaccard = len(common) / len(left | right)
    return max(jaccard, 0.8 if common in {left, right} else 0.0)


def _overlap(left: _Candidate, right: _Candidate) -> bool:
    """Whether the dates can be those of one event: both stated, and with a day in common at the precision stated."""
    a, b = _days(left), _days(right)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _days(candidate: _Candidate) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """First and last day that the stated dates allow."""
    start, end = candidate.start or candidate.end, candidate.end or candidate.start
    if start is None or end is None:
        return None
    return (start.year, start.month or 1, start.day or 1), (end.year, end.month or 12, end.day or 31)


def _months(candidate: _Candidate) -> list[str]:
    """The months in which it may have begun."""
    start = candidate.start
    if start is None:
        return []
    return [f"{start.year}-{month}" for month in ([start.month] if start.month else range(1, 13))]


def _to_the_day(candidate: _Candidate) -> bool:
    return candidate.start is not None and candidate.start.day is not None


def _to_the_month(candidate: _Candidate) -> bool:
    return candidate.start is not None and candidate.start.month is not None


def _same_place(left: _Candidate, right: _Candidate) -> bool:
    """Whether no stated town, country or region differs."""
    return all(
        not a or not b or bool(a & b)
        for a, b in (
            (left.cities, right.cities),
            (left.countries, right.countries),
            (left.regions, right.regions),
        )
    )


def _judgement(left: _Candidate, right: _Candidate, rule: str, score: float, reason: str) -> Judgement:
    """The one about which less is known is given up."""
    keep, give = sorted((left, right), key=_rank)
    return Judgement(EntityKind.MEETING, give.slug, keep.slug, True, score, rule, reason)


def _rank(candidate: _Candidate) -> tuple[bool, bool, bool, int, int, str]:
    """Smallest for the candidate whose slug and name are adopted."""
    unnumbered, undated = candidate.ordinal is None, not _to_the_day(candidate)
    return not candidate.main_names, unnumbered, undated, -len(candidate.reports), candidate.part, candidate.slug


def _entity(group: list[_Candidate], series: Entity | None) -> Entity:
    numbered = next((each for each in group if each.ordinal is not None), group[0])
    own = numbered if numbered.series is not None else group[0]
    names: Counter[str] = Counter()
    for each in group:
        names.update(each.main_names)
    label = min(names, key=_commonest(names)) if names else group[0].label
    every = {name for each in group for name in each.names}
    return Entity(EntityKind.MEETING, own.slug, label, tuple(sorted(every - {label})), series.slug if series else "")
