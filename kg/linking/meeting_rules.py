"""The rules by which two meetings are judged to be one, and what is known of a meeting to judge by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.linking.names import key_words
from kg.linking.series import GENERIC, SeriesKey
from kg.linking.slugging import Key
from kg.model import EntityKind, PartialDate, SentenceKind
from kg.model.judgement import Judgement

__all__ = ["PARTS", "Candidate", "anniversary_names", "beyond_series", "commonest", "compare_beyond", "month_words"]
__all__ += ["rank", "same_anniversary", "within_series"]

PARTS = tuple(SentenceKind)
"""Parts of a report, the weightiest first."""

_Found = tuple[str, float, str]


@dataclass(slots=True)
class Candidate:
    """All mentions that are one event by identity."""

    key: Key
    slug: str
    series: SeriesKey | None
    ordinal: int | None
    start: PartialDate | None
    end: PartialDate | None
    part: int
    reports: int
    """Number of reports that speak of it."""
    names: Counter[str]
    main_names: Counter[str]
    cities: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]

    @property
    def label(self) -> str:
        """The fullest of the names that a report has which is about this meeting."""
        names = self.main_names or self.names
        return min(names, key=commonest(names))


def commonest(names: Counter[str]) -> Callable[[str], tuple[int, int, str]]:
    """Sort key that puts the commonest name first, the longest of several."""
    return lambda name: (-names[name], -len(name), name)


def within_series(candidates: Iterable[Candidate]) -> Iterator[Judgement]:
    """Judgements about meetings of one series."""
    by_series: defaultdict[SeriesKey, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.series is not None:
            by_series[candidate.series].append(candidate)
    for members in by_series.values():
        numbered = [each for each in members if each.ordinal is not None]
        by_number: defaultdict[int, list[Candidate]] = defaultdict(list)
        for each in numbered:
            by_number[each.ordinal or 0].append(each)
        pairs = {pair for block in by_number.values() for pair in _pairs(block)} | _in_one_month(members)
        by_slug = {each.slug: each for each in members}
        fits = {each.slug: sum(_overlap(each, other) for other in numbered) for each in members if each.ordinal is None}
        for a, b in sorted(pairs):
            found = _compare_in_series(by_slug[a], by_slug[b], fits)
            if found is not None:
                yield _judgement(by_slug[a], by_slug[b], *found)


def _pairs(candidates: Iterable[Candidate]) -> Iterable[tuple[str, str]]:
    """Slugs of every two of them."""
    return combinations(sorted(each.slug for each in candidates), 2)


def _in_one_month(candidates: Iterable[Candidate]) -> set[tuple[str, str]]:
    """Slugs of every two that may have been held in the same month."""
    by_month: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for month in _months(candidate):
            by_month[month].append(candidate)
    return {pair for block in by_month.values() for pair in _pairs(block)}


def month_words(candidate: Candidate) -> frozenset[tuple[str, str]]:
    """The months on which it may fall, each with each telling word of its names.

    The more reports, the more meetings a month: comparing each with each would grow with the square of their number.
    """
    telling = frozenset[str]().union(*map(key_words, candidate.names)) - GENERIC
    return frozenset((month, word) for month in _months(candidate) for word in telling)


def _named_alike_in_one_month(candidates: Iterable[Candidate]) -> set[tuple[str, str]]:
    """Of those the pairs that have a telling word in common and are not both of a series."""
    blocks: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for block in month_words(candidate):
            blocks[block].append(candidate)
    return {
        (min(one.slug, other.slug), max(one.slug, other.slug))
        for block in blocks.values()
        for one in block
        if one.series is None
        for other in block
        if other.slug != one.slug
    }


def _compare_in_series(left: Candidate, right: Candidate, fits: Mapping[str, int]) -> _Found | None:
    """Rule, score and reason, where the two are one.

    Args:
        left: One meeting.
        right: Another of the same series.
        fits: For each meeting of the series without number, how many with a number its date allows.
    """
    if left.ordinal is not None and left.ordinal == right.ordinal:
        # with two years, a number was used twice or misprinted: not for a rule to decide
        undated = left.start is None or right.start is None
        return ("series-ordinal", 0.98, f"both are number {left.ordinal} of the series") if undated else None
    if not _overlap(left, right) or not _same_place(left, right):
        return None
    numbers = sum(each.ordinal is not None for each in (left, right))
    days = _to_the_day(left) and _to_the_day(right)
    found: _Found | None = None
    if numbers == 2 and days:
        found = "series-days", 0.9, "same series, days and place, though the numbers differ"
    elif not numbers and (days or (_to_the_month(left) and _to_the_month(right))):
        found = "series-dates", 0.92, "same series, dates that agree, and no place that differs"
    elif numbers == 1:
        without = left if left.ordinal is None else right
        if fits[without.slug] == 1:
            found = "series-date", 0.93, f"the series has no other meeting that fits {without.start}"
    return found


def beyond_series(candidates: Iterable[Candidate]) -> Iterator[Judgement]:
    """Judgements about meetings that are not both of a series, by dates, place and name."""
    by_slug = {candidate.slug: candidate for candidate in candidates}
    for a, b in sorted(_named_alike_in_one_month(by_slug.values())):
        found = compare_beyond(by_slug[a], by_slug[b])
        if found is not None:
            yield _judgement(by_slug[a], by_slug[b], *found)
    yield from _anniversaries(by_slug.values())


def compare_beyond(left: Candidate, right: Candidate) -> _Found | None:
    """Rule, score and reason, where two that are not both of a series are one."""
    if (left.series and right.series) or not _overlap(left, right) or not _same_place(left, right):
        return None
    return _compare_names(left, right)


def same_anniversary(left: Candidate, right: Candidate) -> bool:
    """Whether two anniversaries of one name and number are one: one of them undated, and no place that differs."""
    return (left.start is None or right.start is None) and _same_place(left, right)


def anniversary_names(candidate: Candidate) -> set[frozenset[str]]:
    """The words of its names, as far as they name an anniversary, which comes once."""
    every = map(key_words, candidate.names)
    return {
        words
        for words in every
        if "anniversary" in words and any(word[0].isdigit() for word in words) and len(words - GENERIC) > 2
    }


def _anniversaries(candidates: Iterable[Candidate]) -> Iterator[Judgement]:
    """Judgements about anniversaries of one name and number, which come once, whether or not a date is stated."""
    by_name: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    by_slug = {candidate.slug: candidate for candidate in candidates}
    for own, candidate in by_slug.items():
        for words in anniversary_names(candidate):
            by_name[words].add(own)
    for a, b in sorted({pair for block in by_name.values() for pair in combinations(sorted(block), 2)}):
        left, right = by_slug[a], by_slug[b]
        if same_anniversary(left, right):
            yield _judgement(left, right, "anniversary", 0.92, "the same anniversary, which comes once")


def _compare_names(left: Candidate, right: Candidate) -> _Found | None:
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


def _overlap(left: Candidate, right: Candidate) -> bool:
    """Whether the dates can be those of one event: both stated, and with a day in common at the precision stated."""
    a, b = _days(left), _days(right)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _days(candidate: Candidate) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """First and last day that the stated dates allow."""
    start, end = candidate.start or candidate.end, candidate.end or candidate.start
    if start is None or end is None:
        return None
    return (start.year, start.month or 1, start.day or 1), (end.year, end.month or 12, end.day or 31)


def _months(candidate: Candidate) -> Iterator[str]:
    """The months on which a day of it may fall."""
    days = _days(candidate)
    if days is None:
        return
    (year, month, _), (last_year, last_month, _) = days
    while (year, month) <= (last_year, last_month):
        yield f"{year}-{month}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _to_the_day(candidate: Candidate) -> bool:
    return candidate.start is not None and candidate.start.day is not None


def _to_the_month(candidate: Candidate) -> bool:
    return candidate.start is not None and candidate.start.month is not None


def _same_place(left: Candidate, right: Candidate) -> bool:
    """Whether no stated town, country or region differs."""
    return all(
        not a or not b or bool(a & b)
        for a, b in (
            (left.cities, right.cities),
            (left.countries, right.countries),
            (left.regions, right.regions),
        )
    )


def _judgement(left: Candidate, right: Candidate, rule: str, score: float, reason: str) -> Judgement:
    """The one about which less is known is given up."""
    keep, give = sorted((left, right), key=rank)
    return Judgement(EntityKind.MEETING, give.slug, keep.slug, True, score, rule, reason)


def rank(candidate: Candidate) -> tuple[bool, bool, bool, int, int, str]:
    """Smallest for the candidate whose slug and name are adopted."""
    unnumbered, undated = candidate.ordinal is None, not _to_the_day(candidate)
    return not candidate.main_names, unnumbered, undated, -candidate.reports, candidate.part, candidate.slug
