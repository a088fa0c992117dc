"""People: which mentions name one person.

Identity is the words of the name, in whatever order and capitals. Every other step is a judgement; most need something
that both have in common beyond the name (office, country, title); each is refused where two people of one report would
become one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeVar

from kg.linking.clusters import Clusters, Mention, assign_slugs
from kg.linking.namesakes import Namesakes
from kg.linking.person_candidate import Candidate
from kg.linking.person_names import known_names, parse_name, same_letters, spelled_alike, with_initials
from kg.model import Entity, EntityKind, Extractions, Office, OfficeKind
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["People"]

_CROWD = 300
"""A word that more candidates share than this is no family name worth comparing by."""
_GENDERS = {"mr": "m", "sir": "m", "ms": "f", "mrs": "f", "miss": "f", "madam": "f", "mme": "f"}

Key = tuple[str, ...]
Name = TypeVar("Name", str, Key)
_Found = tuple[str, float, str]


class People:
    """Gathers the people of all reports, then tells who is one.

    Args:
        judgements: Decisions by hand.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_hand = tuple(judgements)
        self._namesakes: Namesakes[Key] = Namesakes(self._by_hand)
        self._candidates: dict[Key, Candidate] = {}
        self._shares: dict[tuple[Key, str], Candidate] = {}
        self._mentions: dict[Mention, Key] = {}
        self.judgements: tuple[Judgement, ...] = ()
        self.replaced: dict[str, Entity] = {}

    def add(self, extractions: Extractions) -> None:
        """Takes in the people of one report."""
        report = extractions.report
        offices = {office.key: office for office in extractions.offices}
        seen: set[Key] = set()
        for person in extractions.persons:
            posts = [post for post in extractions.posts if post.person == person.key]
            titles = sorted({slug(post.title) for post in posts if post.title})
            seats = sorted({post.office for post in posts if post.office})
            name = parse_name(person.name)
            key = name.key
            if len(key) == 1:  # a single name is the same person's only where the seat is the same too
                key = (*key, *(sorted(offices[seat].name for seat in seats) or titles or [report]))
            if key in seen:  # two keys of one report are two people, whatever their names
                key = (*key, report, person.key)
            seen.add(key)
            candidate = self._candidates.setdefault(key, Candidate(name))
            if report in self._namesakes.reports:  # who is meant there may be told apart by hand
                candidate = self._shares[key, report] = Candidate(name)
            candidate.names[person.name] += 1
            candidate.forms.update(form for form in person.forms if form != person.name)
            candidate.nicknames.update(*(parse_name(form).nicknames for form in (person.name, *person.forms)))
            candidate.titles.update(titles)
            candidate.seats.update((report, seat) for seat in seats)
            candidate.countries |= {offices[seat].country for seat in seats if _is_national(offices[seat])}
            candidate.genders |= _genders(person.honorific, *person.forms)
            candidate.reports.add(report)
            self._mentions[report, person.key] = key

    def resolve(self, offices: Mapping[Mention, Entity], taken: Collection[str] = ()) -> dict[Mention, Entity]:
        """The entity of every mention.

        Args:
            offices: The entity of every office mention.
            taken: Slugs that no person may have.
        """
        slugs = self._assign_slugs(offices, taken)
        told_apart = self._namesakes.told_apart(slugs)
        by_slug = self._divide(slugs, told_apart)
        for own, candidate in by_slug.items():
            candidate.slug = own
            candidate.offices = {offices[seat].slug for seat in candidate.seats}
        clusters = Clusters(EntityKind.PERSON, by_slug, self._by_hand)
        _separate(clusters, by_slug.values())
        for namesakes in self._namesakes.groups():
            for left, right in combinations((own for own in namesakes if own in by_slug), 2):
                clusters.separate(left, right)
        for judgement in sorted(_proposals(by_slug), key=lambda each: (-each.score, each.left, each.right)):
            clusters.join(judgement)
        for judgement in _single_names(by_slug, clusters):
            clusters.join(judgement)
        self.judgements = tuple(clusters.judgements)
        given_up = clusters.given_up()
        entities: dict[str, Entity] = {}
        for members in clusters.groups().values():
            group = [by_slug[each] for each in members]
            entities.update(dict.fromkeys(members, _entity(group, given_up)))
        self.replaced = {own: entity for own, entity in entities.items() if own != entity.slug}
        return {
            mention: entities[told_apart.get((key, mention[0]), slugs[key])] for mention, key in self._mentions.items()
        }

    def _assign_slugs(self, offices: Mapping[Mention, Entity], taken: Collection[str]) -> dict[Key, str]:
        """A slug for all whose names are the same words; the same whether or not they are told apart by hand."""
        wholes = self._divide({key: key for key in self._candidates}, {})
        for whole in wholes.values():
            whole.offices = {offices[seat].slug for seat in whole.seats}
        tries = {key: _slug_tries(key, whole) for key, whole in wholes.items()}
        return assign_slugs(tries, {*taken, *self._namesakes.slugs})

    def _divide(self, names: Mapping[Key, Name], told_apart: Mapping[tuple[Key, str], Name]) -> dict[Name, Candidate]:
        """Every candidate by what it is called; what a report says goes to who is told apart there, if anybody is."""
        shared = {key for key, _ in self._shares}
        divided = {names[key]: each for key, each in self._candidates.items() if key not in shared}
        for key in sorted(shared):
            if self._candidates[key].names:
                divided[names[key]] = self._candidates[key].copy()
        for (key, report), share in sorted(self._shares.items(), key=lambda item: item[0]):
            divided.setdefault(told_apart.get((key, report), names[key]), Candidate(share.name)).take_in(share)
        return divided


def _is_national(office: Office) -> bool:
    """Whether who works there serves its country: in an administration, not in a regional or international office."""
    return bool(office.country) and office.kind in {OfficeKind.ADMINISTRATION, OfficeKind.OTHER}


def _genders(*forms: str) -> set[str]:
    first_words = (form.split()[0].strip(".").lower() for form in forms if form.split())
    return {_GENDERS[word] for word in first_words if word in _GENDERS}


def _slug_tries(key: Key, candidate: Candidate) -> list[str]:
    """The name; told apart by title, office, report."""
    first = slug(candidate.label)
    parts = (*sorted(candidate.titles), *sorted(candidate.offices), *map(slug, sorted(candidate.reports)))
    return [first, *(f"{first}-{part}" for part in parts)]


def _separate(clusters: Clusters, candidates: Iterable[Candidate]) -> None:
    """Keeps apart who is named side by side in one report."""
    by_report: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        for report in candidate.reports:
            by_report[report].append(candidate.slug)
    for together in by_report.values():
        for left, right in combinations(together, 2):
            clusters.separate(left, right)


def _proposals(by_slug: Mapping[str, Candidate]) -> Iterator[Judgement]:
    """Judgements about candidates of two words or more that share one of them."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for own, candidate in by_slug.items():
        if not candidate.mononym:
            for token in sorted(candidate.name.core | candidate.nicknames):
                blocks[token].append(own)
    pairs = {
        (left, right)
        for block in blocks.values()
        if len(block) <= _CROWD
        for left, right in combinations(sorted(block), 2)
    }
    for left, right in sorted(pairs):
        found = _compare(by_slug[left], by_slug[right])
        if found is not None:
            yield _judgement(by_slug[left], by_slug[right], *found)


def _compare(left: Candidate, right: Candidate) -> _Found | None:
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


def _single_names(by_slug: Mapping[str, Candidate], clusters: Clusters) -> Iterator[Judgement]:
    """Somebody named by one word is who alone bears it as first or last name and has something else in common."""
    bearers: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in by_slug.values():
        for token in candidate.name.ends:
            bearers[token].append(candidate)
    for own, single in sorted(by_slug.items()):
        if not single.mononym:
            continue
        fits = [
            other
            for other in bearers[single.name.tokens[0]]
            if other is not single
            and not _clash(single, other)
            and _in_common(single, other)
            and clusters.may_join(own, other.slug)
        ]
        full = [other for other in fits if not other.mononym] or fits
        if len({clusters.root(other.slug) for other in full}) == 1:
            other = min(full, key=lambda each: each.slug)
            reason = f"nobody else of that name is of {_in_common(single, other)}"
            yield Judgement(EntityKind.PERSON, own, other.slug, True, 0.85, "single-name", reason)


def _judgement(left: Candidate, right: Candidate, rule: str, score: float, reason: str) -> Judgement:
    """The less usual name is the one given up."""
    give, keep = sorted((left, right), key=_rank, reverse=True)
    return Judgement(EntityKind.PERSON, give.slug, keep.slug, True, score, rule, reason)


def _rank(candidate: Candidate) -> tuple[bool, bool, int, int, str]:
    """Smallest for the candidate whose name is adopted."""
    known = known_names().get(candidate.name.key)
    adopted = known is not None and parse_name(known).key == candidate.name.key
    return candidate.mononym, not adopted, -candidate.names.total(), -len(candidate.name.tokens), candidate.slug


def _entity(members: list[Candidate], given_up: Collection[str]) -> Entity:
    canonical = min(members, key=lambda each: (each.slug in given_up, *_rank(each)))
    every = {name for member in members for name in (*member.names, *member.forms)}
    return Entity(EntityKind.PERSON, canonical.slug, canonical.label, tuple(sorted(every - {canonical.label})))
