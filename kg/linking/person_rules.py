"""The rules by which two people are judged to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.linking.clusters import Clusters
from kg.linking.person_candidate import Candidate
from kg.linking.person_names import known_names, parse_name, same_letters, spelled_alike, with_initials
from kg.model import Entity, EntityKind
from kg.model.judgement import Judgement

__all__ = ["bearers", "compare", "may_be_single", "person_of", "propose", "single_names"]

_Found = tuple[str, float, str]


def propose(by_slug: Mapping[str, Candidate], telling: Callable[[str], bool]) -> Iterator[Judgement]:
    """Judgements about candidates of two words or more that share one that is telling.

    Args:
        by_slug: The candidates.
        telling: Whether so few share a word that it says something.
    """
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for own, candidate in by_slug.items():
        if not candidate.mononym:
            for token in sorted(candidate.name.core | candidate.nicknames):
                blocks[token].append(own)
    pairs = {
        (left, right)
        for token, block in blocks.items()
        if len(block) > 1 and telling(token)
        for left, right in combinations(sorted(block), 2)
    }
    for left, right in sorted(pairs):
        found = compare(by_slug[left], by_slug[right])
        if found is not None:
            yield _judgement(by_slug[left], by_slug[right], *found)


def compare(left: Candidate, right: Candidate) -> _Found | None:
    """Rule, score and reason of the surest rule by which the two are one person."""
    if _clash(left, right):
        return None
    by_name = _same_name(left, right)
    if by_name is not None:
        return by_name
    common = _in_common(left, right)
    return _similar_name(left, right, common) if common else None


def _same_name(left: Candidate, right: Candidate) -> _Found | None:
    """Names so much the same that nothing else is asked."""
    person = known_names().get(left.name.key)
    if person is not None and person == known_names().get(right.name.key):
        return "reference-name", 0.97, f"the reference tables give both as names of {person}"
    if left.name.core == right.name.core:
        return "name-particles", 0.97, "the names differ in particles only"
    if same_letters(left.name, right.name):
        return "name-spacing", 0.96, "the names differ in spaces and hyphens only"
    return None


def _similar_name(left: Candidate, right: Candidate, common: str) -> _Found | None:
    """Names that can be one person's, of two who have something else in common."""
    a, b = left.name.core, right.name.core
    found: _Found | None = None
    if with_initials(left.name, right.name):
        found = "name-initials", 0.92, f"one name abbreviates the other, and both are of {common}"
    elif min(len(a), len(b)) >= 2 and (a < b or b < a):
        found = "name-part", 0.91, f"one name holds the other, and both are of {common}"
    elif _nicknamed(left, right) or _nicknamed(right, left):
        found = "nickname", 0.9, f"one has the other's given name as nickname, and both are of {common}"
    elif left.offices & right.offices and (ratio := spelled_alike(left.name, right.name)):
        found = "name-spelling", round(ratio * 0.95, 3), f"the names differ in a few letters, and both are of {common}"
    return found


def _clash(left: Candidate, right: Candidate) -> bool:
    """Whether honorifics or countries say that these are two people."""
    two_genders = bool(left.genders and right.genders) and not left.genders & right.genders
    two_countries = bool(left.countries and right.countries) and not left.countries & right.countries
    return two_genders or two_countries


def _in_common(left: Candidate, right: Candidate) -> str:
    """What two candidates have in common beyond the name, in words; empty where nothing."""
    if shared := left.offices & right.offices:
        return f"office {min(shared)}"
    if shared := left.countries & right.countries:
        return f"country {min(shared)}"
    if (not left.offices or not right.offices) and (shared := left.titles & right.titles):
        return f"title {min(shared)}"
    return ""


def _nicknamed(left: Candidate, right: Candidate) -> bool:
    """'Zhengqing (Grace) Ye' is also called 'Grace Ye'."""
    rest = right.name.core - left.nicknames
    return bool(left.nicknames & right.name.core) and bool(rest) and rest <= left.name.core


def single_names(by_slug: Mapping[str, Candidate], clusters: Clusters) -> Iterator[Judgement]:
    """Somebody named by one word is who alone bears it as first or last name and has something else in common."""
    named = bearers(by_slug.values())
    for own, single in sorted(by_slug.items()):
        if not single.mononym:
            continue
        fits = [
            other
            for other in named[single.name.tokens[0]]
            if other is not single and may_be_single(single, other) and clusters.may_join(own, other.slug)
        ]
        full = [other for other in fits if not other.mononym] or fits
        if len({clusters.root(other.slug) for other in full}) == 1:
            other = min(full, key=lambda each: each.slug)
            reason = f"nobody else of that name is of {_in_common(single, other)}"
            yield Judgement(EntityKind.PERSON, own, other.slug, True, 0.85, "single-name", reason)


def bearers(candidates: Iterable[Candidate]) -> Mapping[str, list[Candidate]]:
    """Who bears a word as first or last name."""
    named: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for token in candidate.name.ends:
            named[token].append(candidate)
    return named


def may_be_single(single: Candidate, other: Candidate) -> bool:
    """Whether somebody named by one word may be another who bears it."""
    return not _clash(single, other) and bool(_in_common(single, other))


def _judgement(left: Candidate, right: Candidate, rule: str, score: float, reason: str) -> Judgement:
    """The less usual name is the one given up."""
    give, keep = sorted((left, right), key=_rank, reverse=True)
    return Judgement(EntityKind.PERSON, give.slug, keep.slug, True, score, rule, reason)


def _rank(candidate: Candidate) -> tuple[bool, bool, int, int, str]:
    """Smallest for the candidate whose name is adopted."""
    known = known_names().get(candidate.name.key)
    adopted = known is not None and parse_name(known).key == candidate.name.key
    return candidate.mononym, not adopted, -candidate.names.total(), -len(candidate.name.tokens), candidate.slug


def person_of(members: Sequence[Candidate], given_up: Collection[str]) -> Entity:
    """The person that candidates are together; what is given up by hand gives no name."""
    canonical = min(members, key=lambda each: (each.slug in given_up, *_rank(each)))
    every = {name for member in members for name in (*member.names, *member.forms)}
    return Entity(EntityKind.PERSON, canonical.slug, canonical.label, tuple(sorted(every - {canonical.label})))
