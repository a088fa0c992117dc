"""Offices: which mentions name one organization.

Identity is the row of the reference tables, else the words of the name without articles, brackets, and 'WCO' before a
regional office. Beyond that, offices are joined by another form, such as an acronym that a report defines, that only
one of them has, and by a misprint in a long name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from rapidfuzz import fuzz

from kg.linking.clusters import Clusters, Mention, assign_slugs
from kg.linking.office_names import Key, bare_name, bracketed_acronyms, is_telling, office_key, reference_row
from kg.model import Entity, EntityKind, Extractions, OfficeKind
from kg.model.judgement import Judgement
from kg.reference import ReferenceOffice, reference_offices
from kg.slugs import slug

__all__ = ["Offices"]

_LIMIT = 60
_LONG = 14


@dataclass(slots=True)
class _Candidate:
    """All mentions whose names are the same words."""

    row: ReferenceOffice | None
    kind: OfficeKind
    slug: str = ""
    country: str = ""
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def label(self) -> str:
        """What people call it: as the tables have it, if reports do so too, else as most reports do."""
        if self.row and office_key(self.row.label) in {office_key(name) for name in (*self.names, *self.forms)}:
            return self.row.label
        region = self.kind is OfficeKind.REGION  # 'A/P' says less than 'A/P region'
        return min(self.names, key=lambda name: (region and "region" not in name.lower(), -self.names[name], name))


class Offices:
    """Gathers the offices of all reports, then tells which are one.

    Args:
        judgements: Decisions by hand.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_hand = tuple(judgements)
        self._candidates: dict[Key, _Candidate] = {}
        self._mentions: dict[Mention, Key] = {}
        self.judgements: tuple[Judgement, ...] = ()
        self.replaced: dict[str, Entity] = {}

    def add(self, extractions: Extractions) -> None:
        """Takes in the offices of one report."""
        for office in extractions.offices:
            row = reference_row(office)
            # the region is what the Vice-Chair 'of A/P' is of, too
            name = f"{office.name} region" if office.kind is OfficeKind.REGION else office.name
            key = ("row", row.id) if row else ("name", *office_key(name))
            candidate = self._candidates.setdefault(key, _Candidate(row, office.kind))
            candidate.names[office.name] += 1
            candidate.forms.update(form for form in office.forms if form != office.name)
            candidate.country = max(candidate.country, office.country)
            self._mentions[extractions.report, office.key] = key

    def resolve(self) -> dict[Mention, Entity]:
        """The entity of every mention."""
        candidates = self._candidates
        own = {key: candidate.row.slug for key, candidate in candidates.items() if candidate.row}
        named = {key: _slug_tries(key, candidate) for key, candidate in candidates.items() if not candidate.row}
        slugs = own | assign_slugs(named, _reference_slugs())
        by_slug: dict[str, _Candidate] = {}
        for key, each in slugs.items():
            candidates[key].slug = each
            by_slug[each] = candidates[key]
        clusters = Clusters(EntityKind.OFFICE, by_slug, self._by_hand)
        proposals = [*_by_form(candidates), *_by_spelling(candidates)]
        for judgement in sorted(proposals, key=lambda each: (-each.score, each.left, each.right)):
            clusters.join(judgement)
        self.judgements = tuple(clusters.judgements)
        given_up = clusters.given_up()
        entities: dict[str, Entity] = {}
        for members in clusters.groups().values():
            group = [by_slug[each] for each in members]
            entities.update(dict.fromkeys(members, _entity(group, given_up)))
        self.replaced = {own: entity for own, entity in entities.items() if own != entity.slug}
        return {mention: entities[slugs[key]] for mention, key in self._mentions.items()}


def _slug_tries(key: Key, candidate: _Candidate) -> list[str]:
    """From the name; told apart by country, then by kind."""
    first = slug(bare_name(candidate.label), _LIMIT).removeprefix("the-")
    if len(key) == 3 and "region" in key[1:]:
        first = f"{(set(key[1:]) - {'region'}).pop()}-region"
    return [first, *(f"{first}-{slug(part)}" for part in (candidate.country, candidate.kind.value) if part)]


def _by_form(candidates: Mapping[Key, _Candidate]) -> Iterator[Judgement]:
    """One has, as another form, what is the name of the other; only where no third has that form."""
    owners: defaultdict[Key, set[str]] = defaultdict(set)
    for candidate in candidates.values():
        for form in (*candidate.forms, *bracketed_acronyms(candidate.names)):
            if is_telling(form):
                owners[office_key(form)].add(candidate.slug)
    by_slug = {candidate.slug: candidate for candidate in candidates.values()}
    for key, candidate in sorted(candidates.items()):
        others = owners.get(key[1:], set()) - {candidate.slug} if key[0] == "name" else set()
        if len(others) == 1:
            kept = by_slug[min(others)]
            if _compatible(candidate, kept):
                reason = f"'{candidate.label}' is another form of '{kept.label}', and of no other office"
                yield Judgement(EntityKind.OFFICE, candidate.slug, kept.slug, True, 0.95, "office-form", reason)


def _by_spelling(candidates: Mapping[Key, _Candidate]) -> Iterator[Judgement]:
    """Two long names that differ in a few letters of one word."""
    blocks: defaultdict[str, set[Key]] = defaultdict(set)
    for key in candidates:
        if key[0] == "name" and len("".join(key[1:])) >= _LONG:
            blocks[key[1]].add(key)
            blocks[key[-1]].add(key)
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    for a, b in sorted(pairs):
        score = fuzz.ratio(" ".join(a), " ".join(b)) / 100
        if score >= 0.94 and _one_word_apart(a, b) and _compatible(candidates[a], candidates[b]):
            give, keep = sorted((candidates[a], candidates[b]), key=lambda each: (each.names.total(), each.slug))
            reason = f"'{give.label}' differs from '{keep.label}' in the spelling of one word only"
            yield Judgement(
                EntityKind.OFFICE, give.slug, keep.slug, True, round(score - 0.05, 3), "office-spelling", reason
            )


def _one_word_apart(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one long word, and no number, differs: 'organisation' and 'organization', not 'Guinea' and 'Guyana'."""
    if len(left) != len(right):
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return (
        len(apart) == 1 and all(len(word) >= 6 and word.isalpha() for word in apart[0]) and fuzz.ratio(*apart[0]) >= 80
    )


@cache
def _reference_slugs() -> frozenset[str]:
    return frozenset(row.slug for row in reference_offices())


def _compatible(left: _Candidate, right: _Candidate) -> bool:
    """Not two rows of the tables, and not of two countries."""
    if left.row and right.row:
        return False
    return not left.country or not right.country or left.country == right.country


def _entity(members: list[_Candidate], given_up: Collection[str]) -> Entity:
    """What is not given up by hand and the tables know, else the one most often named, gives slug and label."""
    canonical = min(members, key=lambda each: (each.slug in given_up, each.row is None, -each.names.total(), each.slug))
    every = {name for member in members for name in (*member.names, *member.forms)}
    return Entity(EntityKind.OFFICE, canonical.slug, canonical.label, tuple(sorted(every - {canonical.label})))
